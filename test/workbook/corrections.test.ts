import fc from 'fast-check';
import { correctionLine, correctionsCell, readCorrections } from '../../src/workbook';
import { correctionsInWords } from '../../src/workbook/made-by-0-1-0';
import { formOf } from '../build';

const marks = formOf('marks');
const anyCorrection = fc.record({
  day: fc.constantFrom('12.07.2023', '01.01.2024'),
  field: fc.constantFrom('five', 'four', 'enrolled'),
  was: fc.oneof(fc.constantFrom('', '4', 'x', '12,5', 'пусто'), fc.string({ unit: 'grapheme', maxLength: 30 })),
  became: fc.oneof(fc.nat(100), fc.constantFrom(0.5, 12.25)),
  reason: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('«4» – было 4, стало 5. Причина: опечатка')),
});

test('corrections stored beside a row are read back as they were, whatever the reason says', () => {
  fc.assert(
    fc.property(fc.array(anyCorrection, { maxLength: 4 }), (corrections) => {
      expect(readCorrections(correctionsCell(corrections))).toEqual(corrections);
    }),
  );
});

test.each(['надо бы 5', '5', '{}', '[5]', '[{"day":"12.07.2023","field":"five"}]'])(
  '«%s» is no data of ours',
  (text) => {
    expect(readCorrections(text)).toBeNull();
  },
);

test('a blank cell, or none, is no correction and no trouble', () => {
  expect([readCorrections(''), readCorrections(undefined)]).toEqual([[], []]);
});

test('a correction is said in words with day, field, both numbers and the reason', () => {
  const correction = { day: '12.07.2023', field: 'five', was: '', became: 5.5, reason: 'опечатка' };
  expect(correctionLine(marks, correction)).toBe('12.07.2023: «5» – было пусто, стало 5,5. Причина: опечатка');
});

test('what version 0.1.0 wrote in words is understood', () => {
  const words = [
    '12.07.2023: «5» [five] – было 4, стало 5. Причина: опечатка',
    'надо бы 5',
    '13.07.2023: «4» [four] – было пусто, стало 12,5. Причина: «4» – было 4, стало 5. Причина: опечатка',
  ].join('\n');
  expect(correctionsInWords(words)).toEqual([
    { day: '12.07.2023', field: 'five', was: '4', became: 5, reason: 'опечатка' },
    { day: '13.07.2023', field: 'four', was: '', became: 12.5, reason: '«4» – было 4, стало 5. Причина: опечатка' },
  ]);
});
