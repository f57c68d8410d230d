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
export type Table = Omit<KeyedTab, 'spare' | 'lastRow'>;

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

/** What is written beside closed rows later on, and what the period alone says: the stamp is of what a consolidation has published. */
export const LATER: ReadonlySet<string> = new Set([PERIOD, PERIOD_WORDS, CORRECTION, CORRECTIONS]);

/** The hash of a table's open rows: the same whatever the order of its columns, and with or without blank ones. */
export function stampOf(rows: readonly KeyedRow[]): string {
  const keys = new Set<string>();
  for (const row of rows) for (const key in row) if (!keys.has(key) && !isBlank(row[key])) keys.add(key);
  return stampOfCells([...keys], rows, (row, key) => row[key] ?? '');
}

/** `keys` are those under which anything stands. Nothing is put together: a large tab has megabytes. */
function stampOfCells<Row, Key extends string>(
  keys: readonly Key[],
  rows: readonly Row[],
  cell: (row: Row, key: Key) => Cell,
): string {
  const order = keys.filter((key) => !LATER.has(key)).sort();
  const digesting = new Digesting().add(order.join('\u0001'));
  for (const row of rows) {
    let apart = '\u0002';
    for (const key of order) {
      digesting.add(apart).add(plain(cell(row, key)));
      apart = '\u0001';
    }
    if (order.length === 0) digesting.add(apart);
  }
  return digesting.end();
}

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
    const period = textOf(grid[index]![periods]);
    if (period === open) rows.push(grid[index]!);
    else if (period !== '') break;
  }
  const filled = [...places].filter(([, place]) => rows.some((cells) => !isBlank(cells[place])));
  return stampOfCells(
    filled.map(([key]) => key),
    rows,
    (cells, key) => cells[places.get(key)!] ?? '',
  );
}
