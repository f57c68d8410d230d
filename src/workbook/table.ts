import {
  type Cell,
  type Grid,
  isBlank,
  isDate,
  isPeriod,
  type Patch,
  type PeriodKey,
  type TabDesign,
  textOf,
} from '../model';
import { LOOK } from './look';

/** A published table: one tab, the open period's rows on top, closed periods' rows below them untouched. */
export interface Table {
  readonly key: string;
  readonly name: string;
  /** The first column is always the period's key. */
  readonly columns: readonly TableColumn[];
  readonly help: string;
}

export interface TableColumn {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  /** Number format; `@` for words, which keeps them from being parsed. */
  readonly format: string;
  readonly hidden?: boolean;
}

export const PERIOD_COLUMN: TableColumn = { key: 'period', title: 'Период', width: 80, format: '@' };
export const FIRST_ROW = 4;
const KEYS_ROW = 2;
export const SPARE_ROWS_BELOW = 50;
/** Stands in the first column of the last row, so that the tab's data end where its grid ends. */
const END = '— конец —';

const headLine = (table: Table, stamp: string, when: string): string =>
  stamp === '' ? `${table.name}: свод ещё не собран` : `${table.name}: свод от ${when}, № ${stamp}`;

/** The number of the run that wrote the tab, '' when none has. */
export const stampOf = (top: Grid): string => / № (\S+)$/.exec(textOf(top[0]?.[0]))?.[1] ?? '';

/** When that run was: «12.01.2023 03:10»; '' when there was none. */
export const whenOf = (top: Grid): string => /свод от (\S+ \S+), № /.exec(textOf(top[0]?.[0]))?.[1] ?? '';

/** A new published tab; `rows` is the size it starts with, so that publishing rarely has to grow it. */
export function tableDesign(table: Table, rows: number): TabDesign {
  const { columns } = table;
  const width = columns.length;
  const blank = (): Cell[] => Array<Cell>(width).fill('');
  const total = rows + SPARE_ROWS_BELOW + FIRST_ROW;
  return {
    key: table.key,
    name: table.name,
    section: {
      values: [
        [headLine(table, '', ''), ...blank().slice(1)],
        columns.map((column) => column.key),
        columns.map((column) => column.title),
      ],
      decorations: [
        { row: 1, column: 1, rows: 1, columns: width, ...LOOK.title, background: LOOK.head.background },
        { row: 1, column: 1, rows: 1, columns: 1, note: table.help },
        { row: KEYS_ROW, column: 1, rows: 1, columns: width, hideRows: true },
        { row: 3, column: 1, rows: 1, columns: width, ...LOOK.header },
      ],
    },
    formats: columns.map((column) => column.format),
    lastRow: END,
    rows: total,
    columns: width,
    frozenRows: 3,
    frozenColumns: 0,
    hiddenColumns: columns.flatMap((column, index) => (column.hidden ? [index + 1] : [])),
    widths: columns.map((column) => column.width),
    hidden: false,
    protect: { description: `Служебная вкладка: ${table.name}`, warningOnly: false },
  };
}

/** A text as it must be written so that Sheets stores the same words and does not read a number, date or formula in them. */
export const written = (value: Cell, format: string): Cell =>
  typeof value === 'string' && value !== '' && (format !== '@' || /^[=+\-@']/.test(value)) ? `'${value}` : value;

/** Where the table stands in its tab now. `top` is the grid from row 1 on, at least as long as the rows to write. */
export interface Publication {
  readonly insert?: Extract<Patch, { kind: 'insert-rows' }>;
  readonly write: Extract<Patch, { kind: 'values' }>;
  /** What reading the written area back must give. */
  readonly expected: Grid;
}

const KEPT: TableColumn = { key: '', title: '', width: 80, format: 'General' };

/** Number formats of the tab's columns as they stand; what an older programme left there is words. */
export const columnFormats = (table: Table, top: Grid): string[] =>
  columnOrder(table, top).map((column) => column.format);

/**
 * Column order of the tab: as its keys row says; a column without a key was put there by a person and stays; one new to
 * the programme is added at the right.
 */
function columnOrder(table: Table, top: Grid): TableColumn[] {
  const known = new Map(table.columns.map((column) => [column.key, column]));
  const order = (top[KEYS_ROW - 1] ?? []).map(textOf);
  while (order.length > 0 && order[order.length - 1] === '') order.pop();
  const standing = order.map((key) => known.get(key) ?? { ...KEPT, key, format: key === '' ? KEPT.format : '@' });
  const present = new Set(order);
  return [...standing, ...table.columns.filter((column) => !present.has(column.key))];
}

/** How many leading rows belong to the open period or are free: up to the first row of another period. */
function openRows(top: Grid, period: PeriodKey): { used: number; free: number; closedAt: number | null } {
  let row = FIRST_ROW;
  let used = 0;
  for (; row <= top.length; row += 1) {
    const key = textOf(top[row - 1]?.[0]);
    if (key !== '' && key !== period) return { used, free: row - FIRST_ROW, closedAt: row };
    if (key !== '') used = row - FIRST_ROW + 1;
  }
  return { used, free: top.length - FIRST_ROW + 1, closedAt: null };
}

export interface PublishRequest {
  readonly table: Table;
  /** Row by column key; `period` is added. */
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  readonly period: PeriodKey;
  readonly stamp: string;
  readonly when: string;
}

/** How many rows of the tab must be seen to plan the publication. */
export const rowsToRead = (rows: number): number => FIRST_ROW + rows + 1;

/** False while the open period's old rows may go on below what was read. `size` is the number of the tab's rows. */
export const seenWhole = (top: Grid, size: number, period: PeriodKey): boolean =>
  top.length >= size || textOf(top[top.length - 1]?.[0]) !== period;

/**
 * One write covering the head, the new rows and the old ones that are no longer there. Nothing is cleared first and
 * closed rows are not touched. `top` are the tab's rows from 1 on, `size` is how many the tab has.
 */
export function planPublication(
  { table, rows, period, stamp, when }: PublishRequest,
  top: Grid,
  size: number,
): Publication {
  const columns = columnOrder(table, top);
  const { used, free, closedAt } = openRows(top, period);
  if (!seenWhole(top, size, period) || top.length < Math.min(size, rowsToRead(rows.length))) {
    throw new Error(`${table.name}: too few rows were read to publish`);
  }
  const missing = Math.max(0, rows.length - free);
  const before = closedAt ?? size + 1;
  const blank: Cell[] = columns.map(() => '');
  const ofPerson = (row: number, index: number): Cell => top[FIRST_ROW - 1 + row]?.[index] ?? '';
  const body = rows.map((row, place) =>
    columns.map(({ key }, index) =>
      key === '' ? ofPerson(place, index) : key === 'period' ? period : (row[key] ?? ''),
    ),
  );
  for (let index = rows.length; index < used; index += 1) body.push([...blank]);
  const head: Grid = [
    [headLine(table, stamp, when), ...blank.slice(1)],
    columns.map((column) => column.key),
    columns.map((column, index) => column.title || (top[2]?.[index] ?? '')),
  ];
  const expected = [...head, ...body];
  const values = [...head, ...body.map((row) => row.map((value, index) => written(value, columns[index]!.format)))];
  return {
    ...(missing > 0
      ? { insert: { kind: 'insert-rows', tab: table.key, after: before - 1, count: missing + SPARE_ROWS_BELOW } }
      : {}),
    write: { kind: 'values', tab: table.key, row: 1, column: 1, values },
    expected,
  };
}

/**
 * Puts other rows in the place of a closed period's rows; `grid` is the whole tab. Room is made first, and all rows are
 * written at once.
 */
export function planReplacement(
  table: Table,
  grid: Grid,
  period: PeriodKey,
  rows: readonly Readonly<Record<string, Cell>>[],
): Patch[] {
  const columns = columnOrder(table, grid);
  const standing = grid.flatMap((cells, index) => (textOf(cells[0]) === period ? [index + 1] : []));
  // A period without rows gets them above the tab's last row.
  const first = standing[0] ?? grid.length;
  const last = standing[standing.length - 1] ?? grid.length - 1;
  const missing = rows.length - (last - first + 1);
  const body = rows.map((row, place) =>
    columns.map(({ key, format }, index) => {
      const ofPerson = grid[first - 1 + place]?.[index] ?? '';
      return written(key === '' ? ofPerson : key === 'period' ? period : (row[key] ?? ''), format);
    }),
  );
  for (let left = missing; left < 0; left += 1) body.push(columns.map(() => ''));
  return [
    ...(missing > 0 ? [{ kind: 'insert-rows', tab: table.key, after: last, count: missing } as const] : []),
    { kind: 'values', tab: table.key, row: first, column: 1, values: body },
  ];
}

/** True when reading back gave what was meant; dates by instant. Tells where the first difference stands. */
export function firstDifference(expected: Grid, found: Grid): { row: number; column: number } | null {
  for (let row = 0; row < expected.length; row += 1) {
    for (let column = 0; column < expected[row]!.length; column += 1) {
      if (!sameCell(expected[row]![column]!, found[row]?.[column] ?? '')) return { row: row + 1, column: column + 1 };
    }
  }
  return null;
}

function sameCell(a: Cell, b: Cell): boolean {
  if (isDate(a) || isDate(b)) return isDate(a) && isDate(b) && Math.abs(a.getTime() - b.getTime()) < 1000;
  return a === b || (isBlank(a) && isBlank(b));
}

/** All rows of a published tab, by column key. */
export function readTable(grid: Grid): Record<string, Cell>[] {
  const keys = (grid[KEYS_ROW - 1] ?? []).map(textOf);
  return grid.slice(FIRST_ROW - 1).flatMap((cells) => {
    if (!isPeriod(textOf(cells[0]))) return [];
    return [Object.fromEntries(keys.map((key, index) => [key, cells[index] ?? '']))];
  });
}
