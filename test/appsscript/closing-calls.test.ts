import { measuredDistrict, PERIOD } from '../../src/local/bench/measured-district';
import { programme } from '../../src/local/bench/programme';
import { DistrictRun } from '../../src/local/demo/district-run';
import { otherAddOn } from '../../src/local/other-add-on';
import type { Runtime } from '../../src/local/runtime';
import { shiftPeriod } from '../../src/model';
import { readSchoolTab, schoolTabName } from '../../src/workbook';

/** design.md 8. */
const LIMIT = 8;
const ROWS = 20;
const dist = otherAddOn({ programme: 'src/local/bench/programme.ts' });

/** The forms that are asked for and no other; never the rows of keys. */
function expectShown({ book }: Runtime, name: string): void {
  const { cells, hiddenRows } = book.sheets.find((sheet) => sheet.name === name)!;
  const grid = cells.map((row) => Array.from(row ?? [], (cell) => cell?.value ?? ''));
  const { blocks, facts } = readSchoolTab(programme, grid);
  const shown = [...blocks.values()].filter(({ titleRow }) => !hiddenRows.has(titleRow - 1));
  expect(shown.map(({ form }) => form.key)).toEqual(facts!.due);
  expect([...blocks.values()].filter(({ keysRow }) => !hiddenRows.has(keysRow - 1))).toEqual([]);
}

/** What closing a quarter after another costs, first one in which no form has a row left free. */
function closings(schools: number): number[] {
  const data = measuredDistrict(programme, schools, ROWS);
  const run = new DistrictRun(programme, data, dist);
  const { runtime } = run;
  run.setUp();
  run.enter(PERIOD);
  return [0, 1, 2, 3].map((quarters) => {
    runtime.calls.reset();
    run.close(shiftPeriod(PERIOD, quarters));
    const { service } = runtime.calls;
    for (const { name } of data.schools) expectShown(runtime, schoolTabName(name));
    return service;
  });
}

test('with twenty-one forms closing costs eight calls a school at most, whatever forms come into sight or leave it', () => {
  const [few, more] = [closings(2), closings(4)];
  const forSchool = more.map((calls, index) => (calls - few[index]!) / 2);
  expect(programme.forms).toHaveLength(21);
  expect(forSchool.map((calls) => calls <= LIMIT)).toEqual([true, true, true, true]);
});
