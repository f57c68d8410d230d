import fc from 'fast-check';
import { encodeUtf8 } from '../../../src/report/docx/text-encoder';

const codeUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

test('any text, lone surrogates too, gives the bytes the standard encoder gives', () => {
  fc.assert(
    fc.property(fc.oneof(codeUnits, fc.string({ unit: 'binary' })), (text) => {
      expect([...encodeUtf8(text)]).toEqual([...new TextEncoder().encode(text)]);
    }),
  );
});

test('an emoji takes four bytes, a lone half of it is replaced by U+FFFD', () => {
  expect([...encodeUtf8('😀')]).toEqual([0xf0, 0x9f, 0x98, 0x80]);
  expect([...encodeUtf8('\ud83d')]).toEqual([0xef, 0xbf, 0xbd]);
});
