import {
  type Cell,
  Digesting,
  type Grid,
  isBlank,
  isDate,
  isPeriod,
  type PeriodKey,
  resultsOf,
  type TabDesign,
  textOf,
} from '../model';
import { CORRECTION, CORRECTIONS } from './corrections';
import {
  type KeyedRow,
  type KeyedTab,
  keyedDesign,
  layoutOf,
  readColumn,
  readKeyed,
  type TabColumn,
} from './keyed-tab';

/**
 * A published table: one tab, the open period's rows on top, closed periods' rows right below them, untouched. Its first
 * column is the period's key.
 */
export type Table = Omit<KeyedTab, 'spare' | 'lastRow'> & {
  /** Keys that name a row within its period: people sort such rows and write beside them. */
  readonly identity?: readonly string[];
};

export const PERIOD = 'period';
export const PERIOD_COLUMN: TabColumn = { key: PERIOD, title: 'Период', width: 80, format: '@' };
/** What people read instead of the key: «I полугодие 2022/23». */
export const PERIOD_WORDS = 'period-words';
export const PERIOD_IN_WORDS: readonly TabColumn[] = [
  { ...PERIOD_COLUMN, hidden: true },
  { key: PERIOD_WORDS, title: 'Отчётный период', width: 150, format: '@' },
];

/** A row of a period as it stands under a key. */
export const cellUnder = (key: string, row: KeyedRow, period: PeriodKey): Cell =>
  key === PERIOD ? period : key === PERIOD_WORDS ? resultsOf(period) : (row[key] ?? '');

/** What a row of this period says under `PERIOD_WORDS`; of no period, what stands there. */
export const periodInWords = (period: Cell, standing: Cell): Cell => {
  const key = textOf(period);
  return isPeriod(key) ? resultsOf(key) : standing;
};
const SPARE = 50;
/** Stands in the first column of the last row, so that the tab's data end where its grid ends. */
export const END = '— конец —';

export const tableDesign = (table: Table): TabDesign =>
  keyedDesign({ title: 'Свод ещё не собран', ...tabOfTable(table), spare: SPARE });

export const tabOfTable = (table: Table): KeyedTab => ({ ...table, spare: 0, lastRow: END });

/**
 * All rows of a published tab, by column key. Of the period that is open only those on top: what somebody has put among
 * the closed ones is not the consolidation's.
 */
export const readTable = (table: Table, grid: Grid, open?: PeriodKey): KeyedRow[] =>
  readKeyed(table, open === undefined ? grid : onlyOnTop(table, grid, open)).rows.filter((row) =>
    isPeriod(textOf(row[PERIOD])),
  );

/** The tab's rows, from 1, that name each period. */
export function periodsOnTable(table: Table, grid: Grid): Map<PeriodKey, number[]> {
  const found = new Map<PeriodKey, number[]>();
  readColumn(table, grid, PERIOD).forEach((cell, index) => {
    const period = textOf(cell);
    if (isPeriod(period)) found.set(period, [...(found.get(period) ?? []), index + 1]);
  });
  return found;
}

/** A tab without those rows of the open period that stand among closed ones. */
export function onlyOnTop(table: Table, grid: Grid, open: PeriodKey): Grid {
  let onTop = true;
  const strays = new Set<number>();
  readColumn(table, grid, PERIOD).forEach((cell, index) => {
    const period = textOf(cell);
    if (period === open && !onTop) strays.add(index);
    if (period !== '' && period !== open) onTop = false;
  });
  return strays.size === 0 ? grid : grid.filter((_, index) => !strays.has(index));
}

/**
 * How to find the rows of a period in a published tab: they stand under all that stands above the tab's rows. The tab is gone
 * through once. Of the period that is `open` only the rows on top are its own.
 */
export function periodPieces(table: Table, grid: Grid, open?: PeriodKey): (period: PeriodKey) => Grid {
  const layout = layoutOf(table, grid);
  const place = layout?.order.lastIndexOf(PERIOD) ?? -1;
  if (!layout || place < 0) return () => [];
  const head = grid.slice(0, layout.keysRow + 1);
  const found = new Map<string, Grid[number][]>();
  eachPeriod(grid, { from: head.length, place, open }, (cells, period) => {
    const rows = found.get(period);
    if (rows) rows.push(cells);
    else found.set(period, [cells]);
  });
  return (period) => [...head, ...(found.get(period) ?? [])];
}

/** A row's cells of one period as they stand, and at which places what stands under which key. */
export interface StandingRows {
  readonly placeOf: (key: string) => number;
  readonly rows: readonly Grid[number][];
}

/** The rows of a period in a published tab as they stand there; of the period that is `open` only those on top. */
export function standingRows(table: Table, grid: Grid, period: PeriodKey, open: PeriodKey): StandingRows {
  const layout = layoutOf(table, grid);
  const placeOf = (key: string): number => layout?.order.lastIndexOf(key) ?? -1;
  const place = placeOf(PERIOD);
  const rows: Grid[number][] = [];
  if (!layout || place < 0 || !isPeriod(period)) return { placeOf, rows };
  eachPeriod(grid, { from: layout.keysRow + 1, place, open }, (cells, of) => {
    if (of === period) rows.push(cells);
  });
  return { placeOf, rows };
}

interface Searched {
  /** Index of the first row. */
  readonly from: number;
  /** Where the rows say their period. */
  readonly place: number;
  readonly open?: PeriodKey | undefined;
}

/** Rows that name a period, those apart that somebody has put of the open period among the closed ones. */
function eachPeriod(
  grid: Grid,
  { from, place, open }: Searched,
  take: (cells: Grid[number], period: string) => void,
): void {
  let onTop = true;
  let last: Cell | undefined;
  let period = '';
  for (let index = from; index < grid.length; index += 1) {
    const cells = grid[index]!;
    // Thousands of rows in a row are of one period.
    if (cells[place] !== last) {
      last = cells[place];
      period = textOf(last);
    }
    if (period === '') continue;
    if (period !== open) onTop = false;
    else if (!onTop) continue;
    take(cells, period);
  }
}

/** What is written beside closed rows later on, and what the period alone says: the stamp is of what a consolidation has published. */
export const LATER: ReadonlySet<string> = new Set([PERIOD, PERIOD_WORDS, CORRECTION, CORRECTIONS]);

/** The hash of a table's open rows: the same whatever the order of its columns, and with or without blank ones. */
export function stampOf(rows: readonly KeyedRow[]): string {
  const keys = new Set<string>();
  for (const row of rows) for (const key in row) if (!keys.has(key) && !isBlank(row[key])) keys.add(key);
  return stampOfCells(
    [...keys].map((key) => ({ key, place: key })),
    rows,
    (row, key) => row[key] ?? '',
  );
}

/** `columns` are those in which anything stands. Nothing is put together: a large tab has megabytes. */
function stampOfCells<Row, Place>(
  columns: readonly { readonly key: string; readonly place: Place }[],
  rows: readonly Row[],
  cellAt: (row: Row, place: Place) => Cell,
): string {
  const order = columns.filter(({ key }) => !LATER.has(key)).sort((a, b) => (a.key < b.key ? -1 : 1));
  const places = order.map(({ place }) => place);
  const digesting = new Digesting().add(order.map(({ key }) => key).join('\u0001'));
  for (const row of rows) {
    digesting.add('\u0002');
    // By place: going through ten thousand rows of cells otherwise leaves a million objects behind.
    for (let index = 0; index < places.length; index += 1) {
      if (index > 0) digesting.add('\u0001');
      digesting.add(plain(cellAt(row, places[index]!)));
    }
  }
  return digesting.end();
}

/** What stands in a row, whatever the order of its columns; what a stamp leaves out is left out. */
export const textOfRow = (row: KeyedRow): string =>
  Object.keys(row)
    .filter((key) => !LATER.has(key) && !isBlank(row[key]))
    .sort()
    .map((key) => `${key}\u0001${plain(row[key]!)}`)
    .join('\u0002');

/** A number is not the same as its digits typed as words. */
function plain(cell: Cell): string {
  if (typeof cell === 'string') return isBlank(cell) ? '' : cell;
  return `\u0003${isDate(cell) ? cell.getTime() : String(cell)}`;
}

/** The stamp of the open period's rows as they stand in a tab: those on top. */
export function standingStamp(table: Table, grid: Grid, open: PeriodKey): string {
  const layout = layoutOf(table, grid);
  const places = new Map(layout?.order.flatMap((key, index) => (key === '' ? [] : [[key, index] as const])));
  const periods = places.get(PERIOD);
  if (!layout || periods === undefined || !isPeriod(open)) return stampOf([]);
  const rows: Grid[number][] = [];
  for (let index = layout.keysRow + 1; index < grid.length; index += 1) {
    const cell = grid[index]![periods];
    const period = cell === open ? open : textOf(cell);
    if (period === open) rows.push(grid[index]!);
    else if (period !== '') break;
  }
  const filled = [...places].flatMap(([key, place]) =>
    rows.some((cells) => !isBlank(cells[place])) ? [{ key, place }] : [],
  );
  return stampOfCells(filled, rows, (cells, place) => cells[place] ?? '');
}
