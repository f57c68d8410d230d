import {
  type Area,
  type Cell,
  type Form,
  type Grid,
  isDate,
  isNumeric,
  type Patch,
  type PeriodKey,
  type Programme,
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
  type FormSaid,
  HEAD_WIDTH,
  type HeadStates,
  headRole,
  headValues,
  MEMORY_COLUMN,
  memoryCell,
  REMARK_COLUMN,
  ROLE_COLUMN,
  readMemory,
  roleOf,
  type SchoolTab,
  schoolTab,
  type TabFacts,
  type TabStatus,
  written,
} from '../workbook';
import type { HeadLine } from './head-lines';
import { isWord, type TurnedBlock, type TurnedRow } from './turned-rows';

/** The tab as it will stand, all but its head: what stands outside the rows of its forms stays. */
export function turnedGrid(programme: Programme, tab: SchoolTab, turned: readonly TurnedBlock[]): Grid {
  const width = Math.max(HEAD_WIDTH, ...tab.grid.map((row) => row.length));
  const asWide = (cells: readonly Cell[] = []): Cell[] => Array.from({ length: width }, (_, at) => cells[at] ?? '');
  const values: Grid = [];
  let row = 1;
  for (const { block, rows, past } of turned) {
    const remembered = Object.keys(past).length > 0 ? memoryCell({ ...BLANK_MEMORY, past }) : '';
    for (; row < block.firstRow; row += 1) {
      const cells = asWide(tab.grid[row - 1]);
      // Remarks go with the numbers they were about: those of a whole form beside its title, which is the programme's.
      if (row === block.titleRow) cells.splice(MEMORY_COLUMN - 1, 3, remembered, '', block.form.title);
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
export function asWritten(programme: Programme, tab: SchoolTab, values: Grid): Grid {
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
export function plainFormats(before: SchoolTab, tab: SchoolTab, turned: readonly TurnedBlock[]): Patch[] {
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

/** What the head of a turned tab says. */
export interface TurnedHead {
  readonly period: PeriodKey;
  readonly facts: TabFacts;
  readonly status: TabStatus;
  readonly states: HeadStates;
  /** What the school has said of whole forms, by form. */
  readonly said?: Readonly<Record<string, FormSaid>>;
}

/** Where the head of a turned tab stands: as it was, as it is, and which of its lines is whose. */
export interface TurnedPlace {
  readonly tab: SchoolTab;
  readonly standing: SchoolTab;
  readonly lines: readonly HeadLine[];
}

export function putHead(
  programme: Programme,
  values: Grid,
  { standing: turned, tab, lines }: TurnedPlace,
  { period, facts, status, states, said = {} }: TurnedHead,
): void {
  const gid = tab.facts?.gid ?? '';
  const school: School = { key: tab.school, name: textOf(tab.grid[0]?.[REMARK_COLUMN - 1]), type: tab.type, ...facts };
  const forms = programme.forms.map((form) => {
    const own = said[form.key];
    return { form, titleRow: turned.blocks.get(form.key)?.titleRow ?? 1, ...(own ? { said: own } : {}) };
  });
  const made = headValues({ answerLabel: answerLabel(programme), school, period, facts, status, forms, states }, gid);
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

/** Rows that a turned form needs and has no room for, from below to above. */
export function insertsOf(tab: string, turned: readonly TurnedBlock[]): Patch[] {
  const inserts = turned.flatMap(({ block, rows }): Extract<Patch, { kind: 'insert-rows' }>[] => {
    const missing = rows.length - (block.endRow - block.firstRow);
    return missing > 0 ? [{ kind: 'insert-rows', tab, after: block.endRow - 1, count: missing }] : [];
  });
  return inserts.sort((a, b) => b.after - a.after);
}
