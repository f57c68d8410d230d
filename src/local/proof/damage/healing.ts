import { type Cell, type Grid, type Programme, type School, textOf } from '../../../model';
import { planHealing } from '../../../pipeline';
import { programme } from '../../../programme';
import { readSchoolTab } from '../../../workbook';
import { PERIOD } from './district';

/** Sheets drops the apostrophe that makes a text of what is written. */
const stored = (cell: Cell): Cell => (typeof cell === 'string' && cell.startsWith("'") ? cell.slice(1) : cell);

const idsOf = (grid: Grid, of: Programme): string[] => readSchoolTab(of, grid).trouble.map(({ id }) => id);

/** What the coordinator's repair is for: a tab that is there and damaged, not one that waits for a person. */
export const canBeHealed = (grid: Grid | null, of = programme): grid is Grid =>
  grid !== null && idsOf(grid, of).some((id) => id !== 'tab/unrecognised');

/** Whatever is asked of the school: every form. */
const FACTS = {
  group: '',
  partner: '',
  due: programme.forms.map(({ key }) => key),
  deadline: '2023-07-07',
  settings: {},
};

/** The new tab that would take the damaged one's place, and whether the repair says that earlier numbers are unknown. */
export function healed(school: School, grid: Grid): { readonly grid: Grid; readonly forgotten: boolean } {
  const { design, forgotten } = planHealing(programme, { school, period: PERIOD, facts: FACTS }, grid);
  const values = design.section.values.map((row) =>
    Array.from({ length: design.columns }, (_, index) => stored(row[index] ?? '')),
  );
  return { grid: values, forgotten };
}

/** Words of the damaged tab that are not on the new one, however often each stood there. */
export function dropped(values: readonly Cell[], grid: Grid): string[] {
  const left = new Map<string, number>();
  for (const cell of grid.flat()) left.set(textOf(cell), (left.get(textOf(cell)) ?? 0) + 1);
  return values.map(textOf).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
