import type { Grid } from '../../src/model';
import { calculatedPatch, checkTab, planHealing } from '../../src/pipeline';
import { programme } from '../../src/programme';
import { rowsOf } from '../../src/workbook';
import {
  applied,
  CLASS_A,
  contextRow,
  copyOf,
  filledTab,
  gridOf,
  MARKS_A,
  PERIOD,
  PUPILS_A,
  readTab,
  SCHOOL,
} from '../build';

const FORMS = ['classes', 'marks', 'pupils', 'context'];

/** Several rows of every form, with their shares and control numbers. */
function checkedTab(): Grid {
  const letters = ['А', 'Б', 'В'];
  const grid = filledTab({
    classes: letters.map((letter) => ({ ...CLASS_A, letter })),
    marks: letters.map((letter) => ({ ...MARKS_A, letter })),
    pupils: letters.map((letter) => ({ ...PUPILS_A, letter })),
    context: letters.map((letter) => ({ ...contextRow('5', 15), letter })),
  });
  const checked = checkTab(programme, readTab(grid));
  return applied(
    grid,
    checked.blocks.flatMap((block) => calculatedPatch(programme, checked, block) ?? []),
  );
}

const cellsOf = (grid: Grid, form: string): unknown[] => {
  const tab = readTab(grid);
  return rowsOf(tab, tab.blocks.get(form)!).map(({ raw }) => raw.cells);
};

const whole = checkedTab();

test.each(FORMS.flatMap((form) => ['title', 'help', 'keys', 'header', 'end'].map((role) => [form, role] as const)))(
  '%s: without its %s row the tab is repaired: every row in its form, nothing left over',
  (form, role) => {
    const damaged = copyOf(whole);
    damaged.splice(
      damaged.findIndex(([found]) => found === `${form}/${role}`),
      1,
    );
    expect(readTab(damaged).trouble).not.toEqual([]);
    const { design } = planHealing(programme, SCHOOL, PERIOD, damaged);
    const repaired = gridOf(design);
    expect(repaired.flat().map(String).join()).not.toContain('Не распознано');
    for (const each of FORMS) expect([each, cellsOf(repaired, each)]).toEqual([each, cellsOf(whole, each)]);
  },
);
