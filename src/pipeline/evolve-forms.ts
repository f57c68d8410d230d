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
  stacked,
} from '../model';
import {
  blockColumns,
  blockSection,
  blockWidth,
  conditionsFor,
  gapBelow,
  headRole,
  inHeadOrder,
  isInSight,
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
import { fewestCalls, type Stretch, sightPatches } from './sight';

/**
 * Forms that the tab has no block of: below everything else, each with its line in the head. The line is written last
 * and tells that nothing is left to do.
 */
export function newForms(programme: Programme, tab: SchoolTab, facts: TabFacts, gid: string): Evolution {
  // A block without its line is what an attempt that died has left; a line without its block is damage.
  const without = programme.forms.filter((form) => !tab.head.has(headRole.form(form)));
  const missing = inHeadOrder(without, (form) => isInSight(facts, form));
  if (missing.length === 0) return NOTHING;
  const name = schoolTab(tab.school);
  const { lines, inserted } = linesFor(tab, missing);
  const last = lastRow(tab.grid) + inserted.count;
  const first = last + 2;
  const standing = [...tab.blocks].map(([key, { titleRow }]): [string, number] => [key, titleRow + inserted.count]);
  const added = newBlocks(programme, tab, missing, facts);
  const titleRows = new Map([...standing, ...added.map(({ form, at }): [string, number] => [form.key, first + at])]);
  const section = stacked(added.flatMap(({ section: own, due }) => [own, gapBelow(due)]));
  const below = Math.max(inserted.after + inserted.count, ...lines.values()) + 2;
  const widths = programme.forms.map((form) => blockWidth(blockColumns(form, programme.indicators)));
  // Blocks that an attempt which died has left are the last of the tab, with the blank row below them.
  const end = added.length > 0 ? first + section.values.length : last + 2;
  const conditions = conditionsFor(programme.forms, below, end - below, Math.max(...widths));
  return {
    patches: [
      ...(inserted.count > 0 ? [{ kind: 'insert-rows', tab: name, ...inserted } as const] : []),
      ...(added.length > 0 ? [newSection(name, first, section)] : []),
      { kind: 'conditions', tab: name, conditions },
      ...shownLines(name, missing, { lines, inserted, facts }),
      ...headLines(tab, missing, lines, (form) => lineOf(tab, form, titleRows.get(form.key)!, gid, facts)),
    ],
    words: missing.map(({ title }) => `новая форма ${quoted(title)}`),
  };
}

interface NewBlock {
  readonly form: Form;
  readonly section: Section;
  readonly due: boolean;
  /** How far its title stands below the first new block's. */
  readonly at: number;
}

function newBlocks(programme: Programme, tab: SchoolTab, missing: readonly Form[], facts: TabFacts): NewBlock[] {
  let at = 0;
  return missing
    .filter(({ key }) => !tab.blocks.has(key))
    .map((form): NewBlock => {
      const due = facts.due.includes(form.key);
      const section = withThinKeys(blockSection(form, programme.indicators, due, prefilled(tab, form, facts)));
      const block = { form, section, due, at };
      at += section.values.length + gapBelow(due).values.length;
      return block;
    });
}

/** A thin line is out of the way: to hide it as well would cost a call for each form. */
const withThinKeys = ({ values, decorations }: Section): Section => ({
  values,
  decorations: decorations.map((each) => (each.height === undefined ? each : { ...each, hideRows: false })),
});

/** All new blocks at once: what it costs does not grow with their number. */
const newSection = (name: string, row: number, section: Section): Patch => ({
  kind: 'section',
  tab: name,
  row,
  column: 1,
  section: { ...section, decorations: [...section.decorations, warning(section)] },
});

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

/** Lines of forms in sight come into sight: those that wait already do, unless they are rows just inserted. */
function shownLines(
  tab: string,
  missing: readonly Form[],
  { lines, inserted, facts }: ReturnType<typeof linesFor> & { readonly facts: TabFacts },
): Patch[] {
  const stretches = missing
    .map((form): Stretch => {
      const row = lines.get(form.key)!;
      return { row, count: 1, was: row > inserted.after, wanted: isInSight(facts, form) };
    })
    .sort((a, b) => a.row - b.row);
  return sightPatches(tab, fewestCalls(stretches));
}

/** Their writes come last, neighbours in one. */
function headLines(
  tab: SchoolTab,
  missing: readonly Form[],
  lines: ReadonlyMap<string, number>,
  of: (form: Form) => Cell[],
): Patch[] {
  const placed = missing.map((form) => ({ row: lines.get(form.key)!, cells: of(form) })).sort((a, b) => a.row - b.row);
  const stretches: { row: number; values: Grid }[] = [];
  for (const { row, cells } of placed) {
    const last = stretches[stretches.length - 1];
    if (last && last.row + last.values.length === row) last.values.push(cells);
    else stretches.push({ row, values: [cells] });
  }
  const name = schoolTab(tab.school);
  return stretches.map(({ row, values }) => ({ kind: 'values', tab: name, row, column: ROLE_COLUMN, values }));
}

/** A form's line in the head; an answer that stands there already stays. */
function lineOf(tab: SchoolTab, form: Form, titleRow: number, gid: string, { due }: TabFacts): Cell[] {
  const standing = tab.head.get(headRole.form(form));
  const cells: Cell[] = Array.from({ length: STATE_COLUMN }, (_, at) =>
    standing === undefined ? '' : (tab.grid[standing - 1]?.[at] ?? ''),
  );
  cells.splice(ROLE_COLUMN - 1, LABEL_COLUMN, headRole.form(form), '', linkTo(titleRow, form.title, gid));
  cells[STATE_COLUMN - 1] = due.includes(form.key) ? '○ не начато' : '';
  return cells;
}

function lastRow(grid: Grid): number {
  let row = grid.length;
  while (row > 0 && grid[row - 1]!.every(isBlank)) row -= 1;
  return row;
}
