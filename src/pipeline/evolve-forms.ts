import {
  type Cell,
  type Decoration,
  type Form,
  type Grid,
  isBlank,
  type Patch,
  type Programme,
  quoted,
  type Section,
} from '../model';
import {
  blockColumns,
  blockSection,
  blockWidth,
  conditionsFor,
  headRole,
  LABEL_COLUMN,
  linkTo,
  ROLE_COLUMN,
  type SchoolTab,
  STATE_COLUMN,
  schoolTab,
  type TabFacts,
} from '../workbook';
import { type Evolution, NOTHING } from './evolve-away';
import { prefilled } from './prefill';

/**
 * Forms that the tab has no block of: below everything else, each with its line in the head. The line is written last
 * and tells that nothing is left to do.
 */
export function newForms(programme: Programme, tab: SchoolTab, facts: TabFacts, gid: string): Evolution {
  // A block without its line is what an attempt that died has left; a line without its block is damage.
  const missing = programme.forms.filter((form) => !tab.head.has(headRole.form(form)));
  if (missing.length === 0) return NOTHING;
  const name = schoolTab(tab.school);
  const { lines, inserted } = linesFor(tab, missing);
  const isDue = ({ key }: Form): boolean => facts.due.includes(key);
  const titleRows = new Map([...tab.blocks].map(([key, { titleRow }]) => [key, titleRow + inserted.count]));
  let next = lastRow(tab.grid) + inserted.count + 2;
  const blocks = missing.flatMap((form): Patch[] => {
    if (tab.blocks.has(form.key)) return [];
    const section = blockSection(form, programme.indicators, isDue(form), prefilled(tab, form, isDue(form)));
    const row = next;
    next += section.values.length + 1;
    titleRows.set(form.key, row);
    const decorations = [...section.decorations, warning(section)];
    return [{ kind: 'section', tab: name, row, column: 1, section: { ...section, decorations } }];
  });
  const widths = programme.forms.map((form) => blockWidth(blockColumns(form, programme.indicators)));
  const below = Math.max(inserted.after + inserted.count, ...lines.values()) + 2;
  const conditions = conditionsFor(programme.forms, below, next - 1 - below, Math.max(...widths));
  return {
    patches: [
      ...(inserted.count > 0 ? [{ kind: 'insert-rows', tab: name, ...inserted } as const] : []),
      ...blocks,
      { kind: 'conditions', tab: name, conditions },
      ...missing.flatMap((form) =>
        headLine(tab, lines.get(form.key)!, form, titleRows.get(form.key)!, gid, isDue(form)),
      ),
    ],
    words: missing.map(({ title }) => `новая форма ${quoted(title)}`),
  };
}

/** A line of the head for each new form: its own, one that waits, else one to be inserted. */
function linesFor(tab: SchoolTab, missing: readonly Form[]) {
  const after = Math.max(...tab.head.values());
  const spare = [...tab.head].filter(([role]) => role.startsWith(`${headRole.spare}/`)).map(([, row]) => row);
  // Blank rows beyond the one that ends the head were inserted by an attempt that died.
  for (let row = after + 1; isBlankRow(tab.grid, row) && isBlankRow(tab.grid, row + 1); row += 1) spare.push(row);
  const without = missing.filter((form) => !tab.head.has(headRole.form(form)));
  const count = Math.max(0, without.length - spare.length);
  const free = [...spare, ...Array.from({ length: count }, (_, index) => after + 1 + index)];
  const lines = new Map(missing.map((form) => [form.key, tab.head.get(headRole.form(form)) ?? free.shift()!]));
  return { lines, inserted: { after, count } };
}

const isBlankRow = (grid: Grid, row: number): boolean => row <= grid.length && grid[row - 1]!.every(isBlank);

/** As the rest of the tab: what the add-on writes there is closed to hands and open to a school's trigger. */
const warning = ({ values }: Section): Decoration => ({
  row: 1,
  column: ROLE_COLUMN,
  rows: values.length,
  columns: LABEL_COLUMN,
  protect: { description: 'Замечания и служебные столбцы', warningOnly: true },
});

/** Its one write comes last; an answer that stands there already stays. */
function headLine(tab: SchoolTab, row: number, form: Form, titleRow: number, gid: string, due: boolean): Patch[] {
  const name = schoolTab(tab.school);
  const standing = tab.head.get(headRole.form(form));
  const cells: Cell[] = Array.from({ length: STATE_COLUMN }, (_, at) =>
    standing === undefined ? '' : (tab.grid[standing - 1]?.[at] ?? ''),
  );
  cells.splice(ROLE_COLUMN - 1, LABEL_COLUMN, headRole.form(form), '', linkTo(titleRow, form.title, gid));
  cells[STATE_COLUMN - 1] = due ? '○ не начато' : '';
  return [
    { kind: 'show-rows', tab: name, row, count: 1 },
    { kind: 'values', tab: name, row, column: ROLE_COLUMN, values: [cells] },
  ];
}

function lastRow(grid: Grid): number {
  let row = grid.length;
  while (row > 0 && grid[row - 1]!.every(isBlank)) row -= 1;
  return row;
}
