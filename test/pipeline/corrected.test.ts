import type { RawRow } from '../../src/model';
import { corrected } from '../../src/pipeline/corrections';
import { type Correction, correctionsCell } from '../../src/workbook';

const raw: RawRow = {
  ...{ period: '2023-Q2', school: 'one', form: 'pupils', row: 1 },
  ...{ cells: { grade: '5', failing: 3, good: 7 }, explanation: '' },
};
const change = (day: string, field: string, became: number): Correction => ({
  ...{ day, field, became, was: '', reason: 'описка' },
});
const cell = correctionsCell([
  change('12.07.2023', 'failing', 4),
  change('01.09.2023', 'good', 8),
  change('01.09.2023', 'failing', 5),
]);

test('a corrected row is known as it counted before each day of corrections', () => {
  const told = (before?: string) => corrected(raw, cell, before).cells;
  expect(told()).toEqual({ grade: '5', failing: 5, good: 8 });
  expect(told('2023-09-01')).toEqual({ grade: '5', failing: 4, good: 7 });
  expect(told('2023-07-12')).toEqual(raw.cells);
});
