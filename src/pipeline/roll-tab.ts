import {
  type Area,
  type Cell,
  type Form,
  type Grid,
  isBlank,
  isDate,
  isNumeric,
  type Patch,
  type PeriodKey,
  type Programme,
  type RawRow,
  type School,
  textOf,
} from '../model';
import {
  answerLabel,
  BLANK_MEMORY,
  type Block,
  type BlockColumn,
  blockColumns,
  columnFormat,
  DRAFT,
  HEAD_WIDTH,
  headRole,
  headValues,
  isInSight,
  MEMORY_COLUMN,
  memoryCell,
  REMARK_COLUMN,
  ROLE_COLUMN,
  readMemory,
  readSchoolTab,
  roleOf,
  type SchoolTab,
  schoolTab,
  type TabFacts,
  written,
} from '../workbook';
import { checkTab } from './check-tab';
import { type HeadLine, headLinesOf } from './head-lines';
import { headStates } from './tab-words';
import { isWord, type TurnedBlock, type TurnedRow, turnBlock } from './turned-rows';
import { visibility } from './visibility';

/** What turns a school's tab to the next period, and what stayed because it was not what was frozen. */
export interface TabRoll {
  readonly patches: readonly Patch[];
  /** Rows of the turned tab whose numbers stayed. */
  readonly kept: readonly number[];
}

/**
 * The tab's change to the next period: classes and subjects stay, the numbers that were frozen are emptied, anything
 * else stays and is reported. Rows are added first, forms shown and hidden; the whole tab is one write, the period in its
 * head included, so a tab is turned or it is not. After it only blank rows go.
 */
export function rollTab(
  programme: Programme,
  grid: Grid,
  frozen: readonly RawRow[],
  next: PeriodKey,
  facts: TabFacts,
): TabRoll {
  const tab = readSchoolTab(programme, grid);
  const rolled = (topUp: boolean): TabRoll => {
    const blocks = [...tab.blocks.values()].sort((a, b) => a.titleRow - b.titleRow);
    const turned = blocks.map((block) => turnBlock(tab, block, frozen, { facts, next, topUp }));
    return rollOf(programme, tab, turned, next, facts);
  };
  const roll = rolled(true);
  return roll.patches.length > MOST_CALLS ? rolled(false) : roll;
}

/** Closing may turn to Google eight times a school: it reads twice, locks, takes people off the lock once, unlocks. Free rows can come later. */
const MOST_CALLS = 3;
/** People are taken off the lock of a head once and for all: at most closings there is one call more, for rows that may go. */
const MOST_WITH_TRIMMING = 4;

function rollOf(
  programme: Programme,
  tab: SchoolTab,
  turned: readonly TurnedBlock[],
  next: PeriodKey,
  facts: TabFacts,
): TabRoll {
  const name = schoolTab(tab.school);
  const inserts = turned.flatMap(({ block, rows }): Extract<Patch, { kind: 'insert-rows' }>[] => {
    const missing = rows.length - (block.endRow - block.firstRow);
    return missing > 0 ? [{ kind: 'insert-rows', tab: name, after: block.endRow - 1, count: missing }] : [];
  });
  const resting = new Map(turned.map((block) => [block.block.form.key, block.resting]));
  const plain = turnedGrid(programme, tab, turned);
  const standing = readSchoolTab(programme, plain);
  const lines = headLinesOf(tab, (form) => isInSight(facts, form));
  const before: Patch[] = [
    ...inserts.sort((a, b) => b.after - a.after),
    ...plainFormats(tab, standing, turned),
    ...visibility(tab, standing, facts, { resting, lines }).patches,
  ];
  const gone = trimmed(standing, turned, MOST_WITH_TRIMMING - before.length - 1, facts);
  const willBe = (row: number): number => gone.reduce((at, each) => (each.row < row ? at - each.count : at), row);
  putHead(programme, plain, { standing, tab, lines, willBe }, next, facts);
  const values = asWritten(programme, standing, plain);
  // Told apart from the rows that stay: a turning that dies before they have gone is gone on with.
  for (const { row, count } of gone) for (const cells of values.slice(row - 1, row - 1 + count)) cells.fill('');
  return {
    patches: [...before, { kind: 'values', tab: name, row: 1, column: 1, values }, ...gone],
    kept: keptRows(standing, turned).map(willBe),
  };
}

/** Rows that a turning has left behind which died before they had gone: within a form, without a sign of being one. */
export function leftToGo(programme: Programme, grid: Grid): Patch[] {
  const tab = readSchoolTab(programme, grid);
  const isLeft = (row: number): boolean => grid[row - 1]!.every(isBlank);
  const runs = [...tab.blocks.values()].flatMap(({ firstRow, endRow }) => {
    const rows = Array.from({ length: endRow - firstRow }, (_, at) => firstRow + at).filter(isLeft);
    return rows.length === 0 ? [] : [{ row: rows[0]!, count: rows.length, last: rows[rows.length - 1]! }];
  });
  return runs
    .filter(({ row, count, last }) => last - row === count - 1)
    .sort((a, b) => b.row - a.row)
    .map(({ row, count }) => ({ kind: 'delete-rows', tab: schoolTab(tab.school), row, count }));
}

/**
 * Blank rows that a new tab would not have, of as many forms as there are calls: those in sight first, the longest first.
 * They go when the tab is turned, so that nothing is lost with them; the head's links move along.
 */
function trimmed(standing: SchoolTab, turned: readonly TurnedBlock[], calls: number, facts: TabFacts) {
  const long = turned.filter(({ surplus }) => surplus.count > 0);
  const seen = ({ block }: TurnedBlock): number => (isInSight(facts, block.form) ? 1 : 0);
  const order = long.sort((a, b) => seen(b) - seen(a) || b.surplus.count - a.surplus.count);
  return order
    .slice(0, Math.max(0, calls))
    .map(({ block, surplus: { at, count } }) => {
      const row = standing.blocks.get(block.form.key)!.firstRow + at;
      return { kind: 'delete-rows', tab: schoolTab(standing.school), row, count } as const;
    })
    .sort((a, b) => b.row - a.row);
}

/** The tab as it will stand, all but its head: what stands outside the rows of its forms stays. */
function turnedGrid(programme: Programme, tab: SchoolTab, turned: readonly TurnedBlock[]): Grid {
  const width = Math.max(HEAD_WIDTH, ...tab.grid.map((row) => row.length));
  const asWide = (cells: readonly Cell[] = []): Cell[] => Array.from({ length: width }, (_, at) => cells[at] ?? '');
  const values: Grid = [];
  let row = 1;
  for (const { block, rows, past } of turned) {
    const remembered = Object.keys(past).length > 0 ? memoryCell({ ...BLANK_MEMORY, past }) : '';
    for (; row < block.firstRow; row += 1) {
      const cells = asWide(tab.grid[row - 1]);
      // Remarks go with the numbers they were about: those of a whole form beside its title.
      if (row === block.titleRow) cells.splice(MEMORY_COLUMN - 1, 2, remembered, '');
      values.push(cells);
    }
    const columns = standingColumns(programme, block);
    for (const line of rows) {
      const before = line?.from === undefined ? [] : tab.grid[line.from - 1];
      values.push(turnedRow(block.form, columns, line, asWide(before)));
    }
    row = block.endRow;
  }
  for (; row <= tab.grid.length; row += 1) values.push(asWide(tab.grid[row - 1]));
  return values;
}

/** As Sheets must be given it, so that the same words stand there; the head's links stay formulas. */
function asWritten(programme: Programme, tab: SchoolTab, values: Grid): Grid {
  const formats = new Map<number, Map<number, string>>();
  for (const block of tab.blocks.values()) {
    const own = new Map(standingColumns(programme, block).map(({ column, at }) => [at, columnFormat(column)]));
    for (let row = block.firstRow; row < block.endRow; row += 1) formats.set(row, own);
  }
  const headRows = Math.max(...tab.head.values());
  return values.map((cells, index) => {
    if (index + 1 <= headRows) return cells;
    const own = formats.get(index + 1);
    return cells.map((cell, at) => written(cell, own?.get(at + 1) ?? (at < REMARK_COLUMN ? '@' : 'General')));
  });
}

interface StandingColumn {
  readonly column: BlockColumn;
  readonly at: number;
}

const standingColumns = (programme: Programme, block: Block): StandingColumn[] =>
  blockColumns(block.form, programme.indicators).flatMap((column) => {
    const at = block.columns.get(column.key);
    return at === undefined ? [] : [{ column, at }];
  });

/** What stands in columns of no field, such as one that is no longer asked for, stays in its row. */
function turnedRow(form: Form, columns: readonly StandingColumn[], row: TurnedRow | null, cells: Cell[]): Cell[] {
  cells[ROLE_COLUMN - 1] = roleOf(form, row === null ? 'caption' : 'row');
  cells[MEMORY_COLUMN - 1] = row?.memory ? memoryCell(row.memory) : '';
  cells[REMARK_COLUMN - 1] = '';
  for (const { column, at } of columns) {
    if (row === null) cells[at - 1] = column.kind === 'field' ? column.title : '';
    // Words there came with cells that were moved sideways.
    else if (column.kind !== 'calculated' || !isWord(cells[at - 1])) cells[at - 1] = row.cells[column.key] ?? '';
  }
  return cells;
}

/** The emptied number columns as plain numbers again: a date typed last quarter would turn every number into a date. */
function plainFormats(before: SchoolTab, tab: SchoolTab, turned: readonly TurnedBlock[]): Patch[] {
  const areas = turned.flatMap(({ block, rows }): Area[] => {
    // A date that stays must not become a number in silence.
    if (rows.some((row) => row?.kept) || !mayBeFormatted(before, block)) return [];
    const standing = tab.blocks.get(block.form.key)!;
    const { firstRow, endRow } = standing;
    const sorted = numberColumns(standing).sort((a, b) => a - b);
    const starts = sorted.filter((column) => !sorted.includes(column - 1));
    return starts.map((column) => {
      let width = 1;
      while (sorted.includes(column + width)) width += 1;
      return { row: firstRow, column, rows: endRow - firstRow, columns: width };
    });
  });
  return areas.length === 0 ? [] : [{ kind: 'format', tab: schoolTab(tab.school), areas, format: 'General' }];
}

/** A date or a percentage stands among the form's numbers, or has stood there since the tab was turned last. */
function mayBeFormatted({ grid }: SchoolTab, block: Block): boolean {
  if (readMemory(grid[block.titleRow - 1]?.[MEMORY_COLUMN - 1])?.formatted) return true;
  const numbers = numberColumns(block);
  return grid.slice(block.firstRow - 1, block.endRow - 1).some((cells) => numbers.some((at) => isDate(cells[at - 1])));
}

const numberColumns = ({ form, columns }: Block): number[] =>
  [...columns].filter(([key]) => form.fields[key] && isNumeric(form.fields[key])).map(([, column]) => column);

interface Head {
  readonly standing: SchoolTab;
  readonly tab: SchoolTab;
  readonly lines: readonly HeadLine[];
  readonly willBe: (row: number) => number;
}

/** The head as it is once everything else is done: what is carried over is already part of the new quarter's forms. */
function putHead(
  programme: Programme,
  values: Grid,
  { standing: turned, tab, lines, willBe }: Head,
  next: PeriodKey,
  facts: TabFacts,
): void {
  const gid = tab.facts?.gid ?? '';
  const known: SchoolTab = { ...turned, period: next, facts: { ...facts, gid }, status: DRAFT, lines: new Map() };
  const school: School = { key: tab.school, name: textOf(tab.grid[0]?.[REMARK_COLUMN - 1]), type: tab.type, ...facts };
  const forms = programme.forms.map((form) => ({ form, titleRow: turned.blocks.get(form.key)?.titleRow ?? 1 }));
  const states = headStates(checkTab(programme, known), DRAFT, willBe);
  const made = headValues(
    { answerLabel: answerLabel(programme), school, period: next, facts, status: DRAFT, forms, states },
    gid,
  );
  const rowOf = new Map(made.map((cells, index) => [String(cells[ROLE_COLUMN - 1]), index]));
  const put = (row: number, cells: readonly Cell[]): void =>
    cells.forEach((cell, index) => {
      values[row - 1]![index] = cell;
    });
  put(1, made[0]!);
  put(2, made[1]!);
  const places = new Map([...tab.head].map(([role, row]) => [row, role]));
  for (const { row, will } of lines) places.set(row, headRole.form(will));
  for (const [row, role] of places) {
    const index = rowOf.get(role);
    if (index !== undefined && index > 1) put(row, made[index]!);
  }
  const answerRow = tab.head.get(headRole.answer);
  if (answerRow !== undefined) values[answerRow - 1]!.fill('', REMARK_COLUMN);
}

const keptRows = (standing: SchoolTab, turned: readonly TurnedBlock[]): number[] =>
  turned.flatMap(({ block, rows }) =>
    rows.flatMap((row, index) => (row?.kept ? [standing.blocks.get(block.form.key)!.firstRow + index] : [])),
  );
