import { validateSchool } from '../../src/domain';
import type { Cell, RawRow } from '../../src/model';
import { identityOfRaw } from '../../src/pipeline/remember';
import { formOf, MARKS_A, PERIOD, rawRows, SCHOOL } from '../build';
import { programme } from '../four-forms';

type Row = Readonly<Record<string, Cell>>;

const MERGED: Row = { ...MARKS_A, grade: '2-4', letter: '' };
const THIRD: Row = { ...MARKS_A, grade: '3', letter: '' };
const EIGHTH: Row = { ...MARKS_A, grade: '8', letter: '' };

/** «row: id (details)» of what is found of rows when nothing was to be said of some of them before. */
function found(of: string, rows: readonly RawRow[], isQuiet: (row: RawRow) => boolean): string[] {
  const form = formOf(of, programme);
  const quiet = new Map(rows.filter(isQuiet).map((row) => [row, identityOfRaw(form, row)]));
  const { issues } = validateSchool(programme, SCHOOL, PERIOD, rows, { only: new Set([of]), quiet })[0]!;
  return issues.map(({ row, id, details }) => `${row}: ${id} ${details.rows ?? details.other ?? ''}`.trim());
}

const beside = (rows: readonly Row[], last = rows.length): string[] =>
  found('marks', rawRows('marks', ...rows), ({ row }) => row !== last);

test('a class typed beside merged ones that were looked at before is counted twice, and both rows are named', () => {
  const both = ['1: row/overlap 2', '2: row/overlap 1'];
  expect(beside([MERGED, THIRD])).toEqual(both);
  expect(beside([THIRD, MERGED])).toEqual(both);
  expect(beside([THIRD, MERGED], 1)).toEqual(both);
});

test('nor is it lost among others that were looked at before', () => {
  const other = { ...MARKS_A, subject: 'Химия' };
  expect(beside([EIGHTH, { ...other, grade: '9' }, MERGED, { ...other, grade: '11' }, THIRD])).toEqual([
    '3: row/overlap 5',
    '5: row/overlap 3',
  ]);
});

test('in another subject, or of other classes, it is no trouble', () => {
  expect(beside([MERGED, { ...THIRD, subject: 'Русский язык' }])).toEqual([]);
  expect(beside([MERGED, EIGHTH])).toEqual([]);
});

test('rows that were looked at before are not set against each other for a third one', () => {
  expect(beside([MERGED, THIRD, EIGHTH])).toEqual([]);
  // Of all three only those that touch the new one.
  expect(beside([MERGED, EIGHTH, { ...THIRD, letter: 'А' }, { ...EIGHTH, letter: 'Б' }])).toEqual([
    '2: row/overlap 4',
    '4: row/overlap 2',
  ]);
});

test('a row that is typed a second time is named beside the first, and is not said to overlap it', () => {
  const ids = beside([MERGED, THIRD, THIRD].map((row) => ({ ...row })));
  expect(ids.filter((line) => line.startsWith('3:'))).toEqual([expect.stringContaining('row/duplicate')]);
  expect(ids.filter((line) => line.startsWith('1:'))).toEqual([]);
});

test('a row that names no class at all is set against none', () => {
  expect(beside([MERGED, { ...THIRD, grade: '', subject: '' }]).filter((line) => line.includes('overlap'))).toEqual([]);
  expect(beside([MERGED, { ...THIRD, grade: 'третий?' }]).filter((line) => line.includes('overlap'))).toEqual([]);
});
