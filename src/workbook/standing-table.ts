import { type Cell, type Grid, isBlank, isPeriod, type PeriodKey, textOf } from '../model';
import { filledWidth, type KeyedRow, type Layout, type TabColumn } from './keyed-tab';
import { PERIOD, stampOf, type Table } from './table';

/** A published tab as it stands. */
export interface StandingTable {
  readonly period: PeriodKey;
  /** Its rows from 1 on, as many as were read. */
  readonly top: Grid;
  /** How many rows it has. */
  readonly size: number;
  readonly layout: Layout;
  readonly columns: readonly TabColumn[];
  /** Index of the column of periods. */
  readonly periods: number;
  readonly mark: TabMark | null;
  /** The first row below the titles. */
  readonly first: number;
  /** The first row that is not the open period's, which may be the tab's last; null where there is none. */
  readonly closedAt: number | null;
  /** How many rows from `first` on hold open rows, and how many could. */
  readonly used: number;
  readonly room: number;
}

/** What a published tab remembers of its publication. */
export interface TabMark {
  readonly period: PeriodKey;
  readonly stamp: string;
  readonly at: string;
  /** How many rows the tab had. */
  readonly size: number;
  /** Closed rows stood right below the open ones. */
  readonly tight: boolean;
}

export function standingTable(table: Table, period: PeriodKey, layout: Layout, top: Grid, size: number): StandingTable {
  const periods = layout.order.indexOf(PERIOD);
  const first = layout.keysRow + 2;
  let used = 0;
  let closedAt: number | null = null;
  for (let row = first; row <= top.length && closedAt === null; row += 1) {
    const key = textOf(top[row - 1]![periods]);
    if (key !== '' && key !== period) closedAt = row;
    else if (key !== '') used = row - first + 1;
  }
  const columns = columnsOf(table, layout, top);
  const room = (closedAt ?? size + 1) - first;
  return { period, top, size, layout, columns, periods, mark: markOf(layout), first, closedAt, used, room };
}

function markOf({ data }: Layout): TabMark | null {
  try {
    const mark = JSON.parse(data) as Partial<TabMark> | null;
    return mark?.period && mark.stamp && mark.at && mark.size ? (mark as TabMark) : null;
  } catch {
    return null;
  }
}

export const OF_PERSON: TabColumn = { key: '', title: '', width: 80, format: 'General' };

/**
 * Columns as they stand in the tab: one without a key was put there by a person and stays, what an older programme left
 * is words; one new to the programme is added at the right of all that stands there.
 */
export function columnsOf(table: Table, { order }: Layout, top: Grid): TabColumn[] {
  const known = new Map(table.columns.map((column) => [column.key, column]));
  const standing = order.map((key) => known.get(key) ?? (key === '' ? OF_PERSON : { ...OF_PERSON, key, format: '@' }));
  const present = new Set(order);
  const added = table.columns.filter(({ key }) => !present.has(key));
  if (added.length === 0) return standing;
  const width = Math.max(...top.map(filledWidth));
  while (standing.length < width) standing.push(OF_PERSON);
  return [...standing, ...added];
}

const cellAt = ({ top }: StandingTable, row: number, index: number): Cell => top[row - 1]?.[index] ?? '';

/** True when the tab stands as its last publication left it. */
export function isSettled(tab: StandingTable): boolean {
  const { mark, size, first, used, top, periods, period, layout } = tab;
  if (!mark || mark.size !== size || trailing(tab, used).length > 0) return false;
  // A period has been closed since: its rows are not the consolidation's any more.
  if (mark.period !== period) return used === 0;
  if (mark.tight && textOf(cellAt(tab, first + used, periods)) === '') return false;
  const places = layout.order.flatMap((key, index) => (key === '' ? [] : [[key, index] as const]));
  const rows: KeyedRow[] = [];
  for (let row = first; row < first + used; row += 1) {
    if (textOf(cellAt(tab, row, periods)) !== period) return false;
    rows.push(Object.fromEntries(places.map(([key, index]) => [key, top[row - 1]![index] ?? ''])));
  }
  return stampOf(rows) === mark.stamp;
}

/** The rows between the first `kept` and the closed ones, if they are blank once those kept are written: no gap stays there. */
export function trailing(tab: StandingTable, kept: number): { readonly row: number; readonly count: number }[] {
  const { first, room, used, columns } = tab;
  if (room <= kept || !hasClosed(tab)) return [];
  for (let index = kept; index < room; index += 1) {
    const cells = tab.top[first - 1 + index] ?? [];
    // What stands under a key in a row that had data is written over.
    const stays = cells.some((cell, column) => !isBlank(cell) && (index >= used || !columns[column]?.key));
    if (stays) return [];
  }
  return [{ row: first + kept, count: room - kept }];
}

/** All that is to stay below the open rows: those of other periods, the newest on top, then what people have typed there. */
export function otherRows(tab: StandingTable, last: string): Grid {
  const { top, first, periods, period } = tab;
  const keyOf = (cells: readonly Cell[]): string => textOf(cells[periods]);
  const others = top
    .slice(first - 1)
    .filter((cells) => ![period, last].includes(keyOf(cells)) && cells.some((cell) => !isBlank(cell)));
  return others.sort((a, b) => (keyOf(a) === keyOf(b) ? 0 : keyOf(a) < keyOf(b) ? 1 : -1));
}

/** True when a closed row stands right below the room for open ones. */
export const hasClosed = (tab: StandingTable): boolean =>
  tab.closedAt !== null && isPeriod(textOf(cellAt(tab, tab.closedAt, tab.periods)));

/** True when open rows stand below rows of other periods. */
export const isMixed = ({ top, closedAt, periods, period }: StandingTable): boolean =>
  closedAt !== null && top.slice(closedAt).some((cells) => textOf(cells[periods]) === period);
