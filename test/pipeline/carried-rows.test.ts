import type { RawRow } from '../../src/model';
import { carriedRows } from '../../src/pipeline';
import { factsOf } from '../../src/pipeline/tab-facts';
import { readSchoolTab, schoolTabDesign } from '../../src/workbook';
import { MARKS_A, rawRows, SCHOOL } from '../build';
import { programme } from '../four-forms';

const LAST = '2023-Q3';
const NOW = '2023-Q4';
const settings = { period: NOW, values: {}, trouble: [] };
const rows: RawRow[] = [
  ...rawRows('classes', { grade: '5', letter: 'А', enrolled: 15 }, { grade: '6', letter: '', enrolled: 9 }),
  ...rawRows('marks', MARKS_A, { ...MARKS_A, subject: 'Химия' }),
].map((row) => ({ ...row, period: LAST, school: SCHOOL.key }));
const carried = carriedRows(programme, settings, SCHOOL, { period: LAST, rows });
const cellsOf = (form: string) => (carried[form] ?? []).map(({ cells }) => cells);

test('a tab that is made in mid-programme starts with the classes and subjects that its school gave last', () => {
  expect(cellsOf('classes').map(({ grade, letter, enrolled }) => [grade, letter, enrolled])).toEqual([
    ['5', 'А', 15],
    ['6', '', 9],
  ]);
  expect(cellsOf('marks').map(({ grade, subject, five }) => [grade, subject, five])).toEqual([
    ['5', MARKS_A.subject, undefined],
    ['5', 'Химия', undefined],
  ]);
});

test('forms of which it gave nothing start from its classes', () => {
  expect(cellsOf('pupils').map(({ grade, enrolled, assessed }) => [grade, enrolled, assessed])).toEqual([
    ['5', 15, undefined],
    ['6', 9, undefined],
  ]);
});

test('last quarter’s numbers are remembered to be compared with, and the tab is sound', () => {
  expect(carried.marks![0]!.memory!.before).toMatchObject({ five: MARKS_A.five });
  const facts = factsOf(programme, settings, SCHOOL);
  const design = schoolTabDesign(programme, { school: SCHOOL, period: NOW, facts, start: carried });
  expect(readSchoolTab(programme, design.section.values).trouble).toEqual([]);
});

test('of a school that has given nothing a tab starts as ever', () => {
  expect(carriedRows(programme, settings, SCHOOL, { period: LAST, rows: [] })).toEqual({});
});
