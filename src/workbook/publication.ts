import {
  type Cell,
  dateInWords,
  type Grid,
  isBlank,
  isDate,
  isPeriod,
  type Patch,
  type PeriodKey,
  textOf,
} from '../model';
import { FIRST_ROW, type KeyedRow, keysCells, layoutOf, type TabColumn, written } from './keyed-tab';
import { inStandingOrder, withColumnsBeside, withoutRow, writtenBeside } from './row-order';
import {
  hasClosed,
  isMixed,
  isSettled,
  otherRows,
  type StandingTable,
  standingTable,
  type TabMark,
  trailing,
} from './standing-table';
import { cellUnder, END, PERIOD, PERIOD_WORDS, periodInWords, stampOf, type Table } from './table';

export interface PublishRequest {
  readonly table: Table;
  /** Row by column key; `period` is added. */
  readonly rows: readonly KeyedRow[];
  readonly period: PeriodKey;
  /** «2023-06-25T10:00» */
  readonly at: string;
  /** Said after the moment above the titles. */
  readonly note?: string;
}

/** What is to be done to a tab, worked out from how it stands. */
export type Publication =
  /** It says already what it is to say, since `at`. */
  | { readonly kind: 'same'; readonly stamp: string; readonly at: string }
  /** So many rows must be seen before it can be told. */
  | { readonly kind: 'look'; readonly rows: number }
  /** Without keys and a column of periods nobody knows whose rows they are. */
  | { readonly kind: 'lost' }
  | Writing;

export interface Writing {
  readonly kind: 'write';
  readonly stamp: string;
  readonly at: string;
  /** Room for what is written: new rows take the look of the row above, or of the one below. */
  readonly insert?: { readonly row: number; readonly count: number; readonly like: 'above' | 'below' };
  readonly write: Extract<Patch, { kind: 'values' }>;
  /** Rows that are blank once that is written. */
  readonly remove?: { readonly row: number; readonly count: number };
  /** What reading back must give, from the row of the write on. */
  readonly expected: Grid;
  /** Number formats of the rows written; people's own columns are left out. */
  readonly formats: readonly FormatStretch[];
  /** Somebody has changed the tab since it was published. */
  readonly disturbed: boolean;
}

/** Neighbouring columns with a number format each, for so many rows from `row` on. */
export interface FormatStretch {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly formats: readonly string[];
}

/** Words, keys and titles. */
const HEAD_ROWS = 3;

/** How many rows of the tab must be seen to plan the publication, as long as nothing is unusual. */
export const rowsToRead = (rows: number): number => FIRST_ROW + rows;

/**
 * One write covering the head, the new rows and the old ones that are no longer there. Nothing is cleared first and
 * closed rows are not touched, unless somebody has mixed them with the open ones. `top` are the tab's rows from 1 on,
 * `size` is how many the tab has.
 */
export function planPublication(request: PublishRequest, top: Grid, size: number): Publication {
  const { table, period, at } = request;
  const layout = layoutOf(table, top);
  if (!layout?.order.includes(PERIOD)) return { kind: 'lost' };
  const tab = standingTable(table, period, layout, top, size);
  const rows = inStandingOrder(table, tab.columns, request.rows, openStanding(tab));
  const ordered = { ...request, rows };
  const wide = { ...tab, columns: withColumnsBeside(table, tab.columns, rows, openStanding(tab)) };
  const whole = top.length >= size;
  if (!whole && tab.closedAt === null) {
    const free = top.length - tab.first + 1 - Math.max(tab.used, rows.length);
    if (free < 1) return { kind: 'look', rows: Math.min(size, top.length * 2) };
  }
  const wordless = !layout.order.includes(PERIOD_WORDS) && tab.columns.some(({ key }) => key === PERIOD_WORDS);
  if (wordless && !whole) return { kind: 'look', rows: size };
  const mixed = whole && (wordless || isMixed(tab));
  const settled = !mixed && isSettled(tab);
  if (tab.mark && !settled && !whole) return { kind: 'look', rows: size };
  const stamp = stampOf(rows);
  if (
    settled &&
    tab.mark!.period === period &&
    tab.mark!.stamp === stamp &&
    tab.columns.length === layout.order.length
  ) {
    const head = headOf(ordered, tab, tab.mark!);
    if (!firstDifference(head, top.slice(layout.keysRow - 2))) return { kind: 'same', stamp, at: tab.mark!.at };
  }
  const disturbed = tab.mark !== null && !settled;
  return {
    kind: 'write',
    stamp,
    at,
    disturbed,
    ...(mixed ? unmixed(ordered, wide) : ordinary(ordered, wide)),
  };
}

/** «Данные на 25 июня, 10:00» */
function headLine(at: string, note = ''): string {
  const [day, time] = at.split('T');
  return `Данные на ${dateInWords(day!).replace(/\s\d{4}.*$/, '')}, ${time}${note && `. ${note}`}`;
}

type Facts = Pick<TabMark, 'at' | 'size' | 'tight'>;

/** Words, keys and titles; what the tab remembers of this publication stands with its keys. */
function headOf({ table, rows, period, note }: PublishRequest, tab: StandingTable, facts: Facts): Grid {
  const { columns, top, layout } = tab;
  const title = (index: number): Cell => top[layout.keysRow]?.[index] ?? '';
  const { size, tight } = facts;
  const mark: TabMark = { period, stamp: stampOf(rows), at: facts.at, size, tight };
  const data = JSON.stringify(mark);
  const order = columns.map(({ key }) => key);
  const start = columns.findIndex(({ key, hidden }) => key !== '' && !hidden);
  const above = (index: number): Cell => (order[index] === '' ? (top[layout.keysRow - 2]?.[index] ?? '') : '');
  return [
    order.map((_, index) => (index === start ? headLine(facts.at, note) : above(index))),
    keysCells(table, order, data),
    columns.map((column, index) => column.title || title(index)),
  ];
}

type Plan = Pick<Writing, 'insert' | 'write' | 'remove' | 'expected' | 'formats'>;

/** The rows of the open period, wherever they stand. */
const openStanding = ({ top, periods, period }: StandingTable): Grid =>
  top.filter((cells) => textOf(cells[periods]) === period);

/** The open rows as they stand in the tab's columns; people's own cells stay beside them. */
function openRows({ table, rows, period }: PublishRequest, tab: StandingTable): Grid {
  const { columns, top, first, room } = tab;
  const standing = table.identity ? openStanding(tab) : top.slice(first - 1, first - 1 + room);
  const beside = writtenBeside(table, columns, rows, standing);
  return rows.map((row, place) => {
    const own = beside(place);
    return columns.map(({ key }, index): Cell => (key === '' ? (own[index] ?? '') : cellUnder(key, row, period)));
  });
}

function ordinary(request: PublishRequest, tab: StandingTable): Plan {
  const { first, closedAt, used, room, size, columns } = tab;
  const count = request.rows.length;
  const missing = Math.max(0, count - room);
  const [remove] = trailing(tab, count);
  const body = openRows(request, tab);
  // Where the tab ends with its open rows it ends with the new ones.
  const ends = closedAt === null && tab.top.length >= size;
  const after = ends ? first - 1 + count : size + missing - (remove?.count ?? 0);
  const tight = hasClosed(tab) && (count >= room || remove !== undefined);
  const head = headOf(request, tab, { at: request.at, size: after, tight });
  const kept = remove || count >= used ? [] : blanked(request, tab);
  const gone = remove ? blanked(request, tab) : [];
  const insert =
    room > 0
      ? { row: first + room - 1, count: missing, like: 'above' as const }
      : { row: first, count: missing, like: 'below' as const };
  return {
    ...(missing > 0 ? { insert } : {}),
    ...writeOf(request, tab, [...head, ...body, ...kept, ...gone]),
    ...(remove ? { remove } : {}),
    expected: [...head, ...body, ...kept],
    formats: formatsOf(columns, first, count),
  };
}

/** Old rows that are no longer there: blank but for people's own cells. */
function blanked({ table, rows }: PublishRequest, tab: StandingTable): Grid {
  const { columns, top, first, used } = tab;
  const gone = table.identity
    ? withoutRow(table, columns, rows, openStanding(tab))
    : top.slice(first - 1 + rows.length, first - 1 + used);
  return Array.from({ length: Math.max(0, used - rows.length) }, (_, index) =>
    columns.map(({ key }, column): Cell => (key === '' ? (gone[index]?.[column] ?? '') : '')),
  );
}

/**
 * Somebody has sorted open and closed rows together, pasted among them, or deleted the column that names their periods: all
 * are written anew, the open ones on top.
 */
function unmixed(request: PublishRequest, tab: StandingTable): Plan {
  const { first, size, columns, top, periods } = tab;
  const others = otherRows(tab, END).map((cells) =>
    columns.map(({ key }, index) => {
      const standing = cells[index] ?? '';
      return key === PERIOD_WORDS ? periodInWords(cells[periods] ?? '', standing) : standing;
    }),
  );
  const isEnded = textOf(top[size - 1]?.[periods]) === END;
  const end = isEnded ? [columns.map((_, index): Cell => (index === periods ? END : ''))] : [];
  const body = [...openRows(request, tab), ...others];
  const room = size - first + 1 - end.length;
  const missing = Math.max(0, body.length - room);
  while (body.length < room) body.push(columns.map(() => ''));
  const facts = { at: request.at, size: size + missing, tight: isPeriod(textOf(others[0]?.[periods])) };
  const expected = [...headOf(request, tab, facts), ...body, ...end];
  return {
    ...(missing > 0 ? { insert: { row: first, count: missing, like: 'below' } } : {}),
    ...writeOf(request, tab, expected),
    expected,
    formats: formatsOf(columns, first, body.length),
  };
}

function writeOf({ table }: PublishRequest, { columns, layout }: StandingTable, cells: Grid): Pick<Writing, 'write'> {
  const formatIn = (row: number, column: number): string => (row < HEAD_ROWS ? '@' : columns[column]!.format);
  const values = cells.map((row, index) => row.map((value, column) => written(value, formatIn(index, column))));
  return { write: { kind: 'values', tab: table.key, row: layout.keysRow - 1, column: 1, values } };
}

function formatsOf(columns: readonly TabColumn[], row: number, rows: number): FormatStretch[] {
  const stretches: { column: number; formats: string[] }[] = [];
  columns.forEach(({ key, format }, index) => {
    if (key === '') return;
    const last = stretches[stretches.length - 1];
    if (last && last.column + last.formats.length === index + 1) last.formats.push(format);
    else stretches.push({ column: index + 1, formats: [format] });
  });
  return rows === 0 ? [] : stretches.map((stretch) => ({ ...stretch, row, rows }));
}

/** Where reading back did not give what was meant; dates by instant. Null when it gave that. */
export function firstDifference(expected: Grid, found: Grid): { row: number; column: number } | null {
  for (let row = 0; row < expected.length; row += 1) {
    for (let column = 0; column < expected[row]!.length; column += 1) {
      if (!sameCell(expected[row]![column]!, found[row]?.[column] ?? '')) return { row: row + 1, column: column + 1 };
    }
  }
  return null;
}

function sameCell(a: Cell, b: Cell): boolean {
  if (isDate(a) && isDate(b)) return Math.abs(a.getTime() - b.getTime()) < 1000;
  return a === b || (isBlank(a) && isBlank(b));
}
