import { callsASchool, fourTurns } from '../../src/local/bench/four-turns';
import type { Runtime } from '../../src/local/runtime';
import { programme } from '../../src/programme';
import { headRole, LOOK, readSchoolTab, schoolTabName } from '../../src/workbook';
import { DIST } from './district';

/** design.md 8. */
const LIMIT = 8;

/** The forms that are asked for and no other, in the head too; of the rows of keys at most a thin line, no row of what is hidden. */
function expectShown({ book }: Runtime, name: string): void {
  const { cells, hiddenRows, rowHeights } = book.sheets.find((sheet) => sheet.name === name)!;
  const grid = cells.map((row) => Array.from(row ?? [], (cell) => cell?.value ?? ''));
  const { blocks, facts, lines, head } = readSchoolTab(programme, grid);
  const all = [...blocks.values()];
  const inSight = (row: number): boolean => !hiddenRows.has(row - 1);
  const shown = all.filter(({ titleRow }) => inSight(titleRow)).map(({ form }) => form.key);
  expect(shown).toEqual(facts!.due);
  const keys = all.filter(({ keysRow }) => inSight(keysRow) && rowHeights.get(keysRow - 1) !== LOOK.keys.height);
  expect(keys).toEqual([]);
  for (const { form, firstRow, endRow } of all.filter(({ titleRow }) => !inSight(titleRow)))
    expect([form.key, inSight(firstRow), inSight(endRow)]).toEqual([form.key, false, false]);
  const gaps = all.filter(
    ({ titleRow, endRow }) => !inSight(titleRow) && inSight(endRow + 1) && all.some((below) => below.titleRow > endRow),
  );
  expect(gaps.map(({ form }) => form.key)).toEqual([]);
  const listed = [...lines].filter(([, { row }]) => inSight(row)).sort(([, a], [, b]) => a.row - b.row);
  // As many in every quarter, what is asked for first.
  expect(listed.map(([key]) => key).slice(0, facts!.due.length)).toEqual(facts!.due);
  expect(listed).toHaveLength(facts!.listed!);
  const spare = [...head].filter(([role, row]) => role.startsWith(headRole.spare) && inSight(row));
  expect([spare, inSight(Math.max(...head.values()) + 1)]).toEqual([[], true]);
}

test('closing costs eight calls a school at most at each turn of a year, whatever forms come into sight or leave it', () => {
  const look = (runtime: Runtime, schools: readonly { readonly name: string }[]): void => {
    for (const { name } of schools) expectShown(runtime, schoolTabName(name));
  };
  const of = (times: number) => fourTurns({ programme, times, dist: DIST }, look);
  const calls = callsASchool(of(1), of(2));
  expect(calls.map((each) => each <= LIMIT)).toEqual([true, true, true, true]);
});
