import fc from 'fast-check';
import { textOf } from '../../src/model';
import { correctionLine, readCorrections } from '../../src/workbook';
import { formOf } from '../build';

const marks = formOf('marks');
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map(textOf)
  .filter((text) => text !== '');
const anyCorrection = fc.record({
  day: fc.constantFrom('12.07.2023', '01.01.2024'),
  field: fc.constantFrom('five', 'four', 'enrolled'),
  was: fc.oneof(fc.constantFrom('', '4', 'x', '12,5'), words).filter((text) => !/, стало |пусто/.test(text)),
  became: fc.oneof(fc.nat(100), fc.constantFrom(0.5, 12.25)),
  reason: fc.oneof(words, fc.constant('«4» – было 4, стало 5. Причина: опечатка')),
});

test('corrections written beside a row are read back as they were, whatever the reason says', () => {
  fc.assert(
    fc.property(fc.array(anyCorrection, { maxLength: 4 }), (corrections) => {
      const cell = corrections.map((item) => correctionLine(marks, item)).join('\n');
      expect(readCorrections(marks, cell)).toEqual(corrections);
    }),
  );
});

test.each([
  'надо бы 5',
  '12.07.2023: «5» [five] – было 4',
  '12.07.2023: «5» – было 4, стало 5. Причина: опечатка',
  '12.07.2023: «Нет такой графы» [six] – было 4, стало 5. Причина: опечатка',
  '12.07.2023: «5» [five] – было 4, стало пять. Причина: опечатка',
])('«%s» is no correction', (text) => {
  expect(readCorrections(marks, text)).toBeNull();
});

test('a blank cell, or none, is no correction and no trouble', () => {
  expect([readCorrections(marks, ''), readCorrections(marks, undefined)]).toEqual([[], []]);
});
