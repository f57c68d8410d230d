import { callsASchool, fourTurns } from '../../src/local/bench/four-turns';
import type { Runtime } from '../../src/local/runtime';
import { programme } from '../../src/programme';
import { headRole, LOOK, readSchoolTab, schoolTabName } from '../../src/workbook';
import { accountOf, DIST, District, schoolsOf } from './district';

/** design.md 8. */
const LIMIT = 8;
const SIX_MINUTES = 6 * 60 * 1000;

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
  const [few, more] = [of(1), of(2)];
  const calls = callsASchool(few, more);
  expect(calls.map((each) => each <= LIMIT)).toEqual([true, true, true, true]);
  // The months between the turns are none of a run's time.
  expect(more.turns.map(({ modelled }) => modelled > 0 && modelled < SIX_MINUTES)).toEqual([true, true, true, true]);
});

test.each([false, true])(
  'a tab is closed to a school let in since it was made, also where a list mirrors the workbook’s editors (%s)',
  (listsMirror) => {
    const district = new District({ schools: schoolsOf(2), at: '2023-07-12T10:00:00+09:00' });
    district.runtime.uncertain.listsMirror = listsMirror;
    district.click('setUpWorkbook');
    district.register(district.schools);
    district.set('period', '2023-Q2');
    district.setUp();
    const people = district.schools.map(({ key }) => accountOf(key));
    for (const address of people) district.runtime.book.editors.add(address);
    district.fill('s1');
    let taken = 0;
    district.onCall = ({ method, phase }) => {
      if (method === 'Protection.removeEditors' && phase === 'after') taken += 1;
      if (method === 'Sheet.appendRow') throw new Error('cut');
    };
    expect(() => district.runtime.run('closePeriod', ['2023-Q2'])).toThrow('cut');
    district.onCall = undefined;
    for (const [index, user] of people.entries()) {
      const edit = () => district.runtime.edit(district.schools[index]!.name, 'D20', 'x', { user });
      expect(edit).toThrow('protected');
    }
    expect(taken).toBe(listsMirror ? people.length : 0);
  },
);
