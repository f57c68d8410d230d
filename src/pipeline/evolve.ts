import {
  type Cell,
  type Decoration,
  type Grid,
  isBlank,
  type Patch,
  type PeriodKey,
  type Programme,
  quoted,
  type Section,
  textOf,
} from '../model';
import {
  asMade,
  type Block,
  type BlockColumn,
  blockColumns,
  columnDecorations,
  END_MARK,
  factsCell,
  HEAD,
  isRetired,
  LAST_FROZEN_COLUMN,
  LOOK,
  MEMORY_COLUMN,
  madeCell,
  NO_LONGER,
  noteOf,
  periodLine,
  plainTitle,
  RETIRED,
  ROLE_COLUMN,
  readSchoolTab,
  roleOf,
  type SchoolTab,
  STATE_COLUMN,
  schoolTab,
  type TabFacts,
} from '../workbook';
import { type Evolution, NOTHING, renewedMemories, retiredForms, returnedForms } from './evolve-away';
import { newForms } from './evolve-forms';
import { withOpened } from './opened-forms';
import { lastGap, visibility } from './visibility';

/**
 * No cell that a person typed is moved: a new form is a block at the end, a new field stands in the first free column
 * after its block's last, what is no longer asked for turns grey. Each step may die and be repeated. A tab that is
 * damaged, or that another version made, is left to its repair: a form that lost its title is no new one.
 */
export function evolve(
  programme: Programme,
  grid: Grid,
  factsIn: (period: PeriodKey) => TabFacts,
  gid: string,
  opens = false,
): Evolution {
  const tab = readSchoolTab(programme, grid);
  if (tab.trouble.some(({ id }) => id !== 'tab/unrecognised')) return NOTHING;
  const facts = withOpened(tab, factsIn(tab.period), opens);
  const columns = [...tab.blocks.values()].map((block) => evolveColumns(programme, tab, block));
  const standing = [...columns, retiredForms(programme, tab), returnedForms(tab, facts)];
  // Lines for new forms may be inserted into the head: whatever speaks of rows as they stand goes first.
  const forms = newForms(programme, tab, facts, gid);
  const asked = newFacts(tab, facts, gid, forms.patches);
  const grown = [...standing, forms];
  return {
    patches: [...standing.flatMap(({ patches }) => patches), ...asked.shown, ...forms.patches, ...asked.written],
    words: grown.flatMap(({ words }) => words),
  };
}

/** What the head says of the school and the period's forms, as the coordinator's tabs have it now. */
function newFacts(
  tab: SchoolTab,
  facts: TabFacts,
  gid: string,
  added: readonly Patch[],
): { shown: Patch[]; written: Patch[] } {
  const name = schoolTab(tab.school);
  const wanted = factsCell(facts, gid);
  if (tab.grid[0]?.[MEMORY_COLUMN - 1] === wanted) return { shown: [], written: [] };
  const line = periodLine(tab.period, facts.deadline);
  const said: Patch = { kind: 'values', tab: name, row: HEAD.title, column: STATE_COLUMN, values: [[line]] };
  const { patches, keys } = visibility(tab, tab, facts);
  const moved = added.reduce((sum, patch) => sum + (patch.kind === 'insert-rows' ? patch.count : 0), 0);
  return {
    shown: [...patches, ...keys],
    written: [
      ...(added.some(({ kind }) => kind === 'section') ? lastGap(tab, facts, moved) : []),
      ...(tab.grid[0]?.[STATE_COLUMN - 1] === line ? [] : [said]),
      { kind: 'values', tab: name, row: HEAD.title, column: MEMORY_COLUMN, values: [[wanted]] },
    ],
  };
}

function evolveColumns(programme: Programme, tab: SchoolTab, block: Block): Evolution {
  const { form, columns } = block;
  const wanted = blockColumns(form, programme.indicators);
  const known = new Set(wanted.map(({ key }) => key));
  const gone = [...columns].filter(([key]) => !known.has(key) && !isRetired(key));
  const missing = wanted.filter(({ key }) => !columns.has(key));
  const renamed = renamedColumns(tab, block, wanted);
  const digested = digestPatch(tab, block, wanted);
  // A digest alone is what an earlier attempt has left to do.
  if (gone.length + missing.length + renamed.length === 0)
    return { patches: isTitled(tab, block, wanted) ? digested : [], words: [] };
  const place = `форма ${quoted(form.title)}`;
  return {
    patches: [
      ...renamedHeader(tab, block, renamed),
      ...renewedMemories(tab, block),
      ...gone.map(([key, at]) =>
        renameColumn(tab, block, at, RETIRED + key, `${headerAt(tab, block, at)}${NO_LONGER}`, LOOK.retired),
      ),
      ...returnedColumns(tab, block, missing),
      ...newColumns(tab, block, missing),
      ...digested,
    ],
    words: [
      ...missing.map(({ title }) => `${place}, новая графа ${quoted(title)}`),
      ...gone.map(([, at]) => `${place}, больше не заполняется ${quoted(headerAt(tab, block, at))}`),
    ],
  };
}

const returnedColumns = (tab: SchoolTab, block: Block, missing: readonly BlockColumn[]): Patch[] =>
  missing.flatMap(({ key, title }) => {
    const back = block.columns.get(RETIRED + key);
    return back === undefined ? [] : [renameColumn(tab, block, back, key, title, LOOK.formHeader)];
  });

/** In the first free columns after the block's last, neighbours at once. */
function newColumns(tab: SchoolTab, block: Block, missing: readonly BlockColumn[]): Patch[] {
  let free = Math.max(LAST_FROZEN_COLUMN, ...block.columns.values()) + 1;
  const stretches: { first: number; columns: BlockColumn[] }[] = [];
  for (const column of missing.filter(({ key }) => !block.columns.has(RETIRED + key))) {
    while (!isFree(tab, block, free, column)) free += 1;
    const last = stretches[stretches.length - 1];
    if (last && last.first + last.columns.length === free) last.columns.push(column);
    else stretches.push({ first: free, columns: [column] });
    free += 1;
  }
  return stretches.map(({ first, columns }) => ({
    kind: 'section',
    tab: schoolTab(tab.school),
    row: block.keysRow,
    column: first,
    section: columnsSection(tab, block, columns),
  }));
}

const headerAt = (tab: SchoolTab, { keysRow }: Block, at: number): string => textOf(tab.grid[keysRow]?.[at - 1]);

const isTitled = (tab: SchoolTab, block: Block, wanted: readonly BlockColumn[]): boolean =>
  wanted.every(({ key, title }) => headerAt(tab, block, block.columns.get(key) ?? 0) === title);

/** Remembers the columns and titles as the programme has them now. */
function digestPatch(tab: SchoolTab, { keysRow }: Block, wanted: readonly BlockColumn[]): Patch[] {
  const made = madeCell(wanted.map(({ key, title }) => [key, title]));
  if (tab.grid[keysRow]?.[MEMORY_COLUMN - 1] === made) return [];
  return [{ kind: 'values', tab: schoolTab(tab.school), row: keysRow + 1, column: MEMORY_COLUMN, values: [[made]] }];
}

/** All renamed titles and their digest in one write: half of them would look as if a person had changed them. */
function renamedHeader(tab: SchoolTab, block: Block, renamed: readonly { column: BlockColumn; at: number }[]): Patch[] {
  if (renamed.length === 0) return [];
  const header = [...tab.grid[block.keysRow]!];
  for (const { column, at } of renamed) header[at - 1] = column.title;
  const standing = [...block.columns].filter(([key]) => !isRetired(key));
  header[MEMORY_COLUMN - 1] = madeCell(standing.map(([key, at]) => [key, textOf(header[at - 1])]));
  const values = [header.slice(MEMORY_COLUMN - 1)];
  return [{ kind: 'values', tab: schoolTab(tab.school), row: block.keysRow + 1, column: MEMORY_COLUMN, values }];
}

/** Titles that the programme has changed since; one that a person has changed is not known from this. */
function renamedColumns(
  tab: SchoolTab,
  block: Block,
  wanted: readonly BlockColumn[],
): { column: BlockColumn; at: number }[] {
  const differing = wanted.flatMap((column) => {
    const at = block.columns.get(column.key);
    const differs = at !== undefined && plainTitle(headerAt(tab, block, at)) !== plainTitle(column.title);
    return differs ? [{ column, at }] : [];
  });
  if (differing.length === 0) return [];
  const titleOf = (key: string): string => headerAt(tab, block, block.columns.get(key) ?? 0);
  return block.made && asMade(block.made, titleOf) ? differing : [];
}

const renameColumn = (
  tab: SchoolTab,
  { keysRow }: Block,
  column: number,
  key: string,
  title: string,
  look: Partial<Decoration>,
): Patch => ({
  kind: 'section',
  tab: schoolTab(tab.school),
  row: keysRow,
  column,
  section: {
    values: [[key], [title]],
    decorations: [{ row: 2, column: 1, rows: 1, columns: 1, ...look, wrap: true }],
  },
});

/** Nothing stands there but what an earlier attempt has left. */
function isFree(tab: SchoolTab, { keysRow, endRow }: Block, column: number, { title }: BlockColumn): boolean {
  for (let row = keysRow; row <= endRow; row += 1) {
    const cell = tab.grid[row - 1]?.[column - 1];
    if (!isBlank(cell) && cell !== END_MARK && cell !== title) return false;
  }
  return true;
}

/** Columns of a block from their keys to their end marks, in one write. */
function columnsSection(
  tab: SchoolTab,
  { form, keysRow, firstRow, endRow }: Block,
  columns: readonly BlockColumn[],
): Section {
  const rows = endRow - firstRow;
  const caption = roleOf(form, 'caption');
  const data = Array.from({ length: rows }, (_, index): Cell[] => {
    const isCaption = tab.grid[firstRow - 1 + index]?.[ROLE_COLUMN - 1] === caption;
    return columns.map(({ kind, title }) => (isCaption && kind === 'field' ? title : ''));
  });
  const first = firstRow - keysRow + 1;
  const all = { column: 1, columns: columns.length };
  return {
    values: [columns.map(({ key }) => key), columns.map(({ title }) => title), ...data, columns.map(() => END_MARK)],
    decorations: [
      { row: 2, ...all, rows: 1, ...LOOK.formHeader },
      { row: first, ...all, rows, border: true },
      ...columns.flatMap((column, index): Decoration[] => [
        { row: 2, column: index + 1, rows: 1, columns: 1, note: noteOf(column) },
        ...columnDecorations(column, index + 1, first, rows),
      ]),
      { row: first + rows, ...all, rows: 1, ...LOOK.end },
    ],
  };
}
