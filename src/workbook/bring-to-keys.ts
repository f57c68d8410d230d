import { type Cell, type Form, type Grid, isBlank, isPeriod, textOf } from '../model';
import { columnPatch } from './column-patch';
import { CORRECTIONS } from './corrections';
import {
  filledWidth,
  HEADER_ROW,
  type KeyedTab,
  keysCells,
  type Layout,
  layoutOf,
  readColumn,
  readKeyed,
  type TabColumn,
  titleCells,
  titleRow,
  written,
} from './keyed-tab';
import { dataOfRow, hadTitle, keyOfTitle, titlesRow } from './made-by-0-1-0';
import { ROW_DATA } from './row-data';
import { PERIOD, PERIOD_WORDS, periodInWords } from './table';

/** How a tab is brought to the form that the programme has today, by an insert of rows, or of columns, and one write. */
export interface KeyPlan {
  /** Rows to insert before the row named, for words and keys above the titles. */
  readonly rows?: { readonly before: number; readonly count: number };
  /** Columns that the tab is to have. */
  readonly width: number;
  /** Columns that are new to it, from 1. */
  readonly added: readonly { readonly at: number; readonly column: TabColumn }[];
  readonly write: { readonly row: number; readonly column: number; readonly values: Grid };
  /** The row of titles once that is done, from 1. */
  readonly titles: number;
}

/** Blank rows between those of a published tab, as version 0.1.0 left them above closed ones, the lowest first. */
export function gapsOf(tab: KeyedTab, grid: Grid): { readonly row: number; readonly count: number }[] {
  const layout = layoutOf(tab, grid);
  if (!layout?.order.includes(PERIOD)) return [];
  const { rows, rowNumbers } = readKeyed(tab, grid);
  const held = rowNumbers.filter((_, index) => isPeriod(textOf(rows[index]![PERIOD])));
  const gaps: { row: number; count: number }[] = [];
  let above = layout.keysRow + 1;
  for (const row of held) {
    const between = grid.slice(above, row - 1);
    if (between.length > 0 && between.every((cells) => cells.every(isBlank)))
      gaps.unshift({ row: above + 1, count: between.length });
    above = row;
  }
  return gaps;
}

/** Titles without which a tab cannot be brought to keys: somebody has reworded them, and it is not clear to what. */
export interface LostTitles {
  readonly lost: readonly string[];
}

/** Null for a tab that is as it is to be; all titles are lost of one that is not this tab at all. */
export function planKeys(tab: KeyedTab, grid: Grid): KeyPlan | LostTitles | null {
  const layout = layoutOf(tab, grid);
  if (layout) {
    const added = tab.columns.filter(({ key }) => !layout.order.includes(key));
    if (added.length === 0) return withPeriodsInWords(tab, grid, layout);
    const periods = readColumn(tab, grid, PERIOD);
    const cellAt = (key: string, row: number): Cell =>
      key === PERIOD_WORDS ? periodInWords(periods[row - 1] ?? '', '') : '';
    return plusColumns(added, grid, layout.keysRow, (row) => added.map(({ key }) => cellAt(key, row)));
  }
  const row = titlesRow(tab, grid);
  return row === 0 ? { lost: tab.columns.map(({ title }) => title) } : withKeys(tab, grid, row);
}

/** Rows whose period is named by other words than its own, or by none, from the first to the last of them. */
function withPeriodsInWords(tab: KeyedTab, grid: Grid, { order, keysRow }: Layout): KeyPlan | null {
  const column = order.indexOf(PERIOD_WORDS);
  if (column < 0) return null;
  const periods = readColumn(tab, grid, PERIOD);
  const write = columnPatch(tab.key, grid, column, (words, row) => periodInWords(periods[row - 1] ?? '', words));
  return write && { width: order.length, added: [], write, titles: keysRow + 1 };
}

/** Head and looks of a tab on which nothing stands any more, in rows of their own. */
export function planAnew(tab: KeyedTab): KeyPlan {
  const keys = tab.columns.map(({ key }) => key);
  return {
    rows: { before: 1, count: HEADER_ROW },
    width: keys.length,
    added: tab.columns.map((column, index) => ({ at: index + 1, column })),
    write: {
      row: 1,
      column: 1,
      values: [titleCells(tab, keys), keysCells(tab, keys), titleRow(tab.columns.map(({ title }) => title))],
    },
    titles: HEADER_ROW,
  };
}

/** What a run that died has left is known by its blank rows above the titles, rows that stood there by their keys. */
function withKeys(tab: KeyedTab, grid: Grid, row: number): KeyPlan | LostTitles {
  const titles = grid[row - 1]!.map(textOf);
  while (titles[titles.length - 1] === '') titles.pop();
  const order = namedInOrder(
    tab,
    titles.map((title) => keyOfTitle(tab, title)),
    titles,
  );
  if (!Array.isArray(order)) return order;
  const missing = tab.columns.filter(({ key }) => !order.includes(key));
  // What people have written beside the tab has no title and stays theirs.
  const width = missing.length > 0 ? Math.max(...grid.map(filledWidth)) : 0;
  while (order.length < width) {
    order.push('');
    titles.push('');
  }
  const columns = [...order, ...missing.map(({ key }) => key)];
  const isFree = (at: number): boolean => at >= 1 && grid[at - 1]!.every(isBlank);
  const isLeft = row > 2 && hasKeys(tab, grid[row - 2]!);
  const begun = isLeft || (isFree(row - 1) && isFree(row - 2));
  const head = begun ? row - 2 : row;
  const words = isLeft && !isFree(head) ? columns.map((_, index): Cell => grid[head - 1]![index] ?? '') : null;
  return {
    ...(begun ? {} : { rows: { before: row, count: HEADER_ROW - 1 } }),
    width: columns.length,
    added: missing.map((column, index) => ({ at: order.length + index + 1, column })),
    write: {
      row: head,
      column: 1,
      values: [
        words ?? titleCells(tab, columns),
        keysCells(tab, columns),
        titleRow([...titles, ...missing.map(({ title }) => title)]),
      ],
    },
    titles: head + 2,
  };
}

/** What is left of a row of keys whose first column has been deleted: nothing says whose they are any more. */
function hasKeys({ columns }: KeyedTab, cells: readonly Cell[]): boolean {
  const words = cells.map(textOf).filter((word) => word !== '');
  const known = words.filter((word) => columns.some(({ key }) => key === word));
  return known.length > 0 && known.length * 2 >= words.length;
}

/** A title that somebody has reworded keeps its key when it is clear which one that is. */
function namedInOrder(tab: KeyedTab, order: string[], titles: readonly string[]): string[] | LostTitles {
  const lost = tab.columns.filter(({ key }) => hadTitle(tab, key) && !order.includes(key));
  const strange = order.filter((key, index) => key === '' && titles[index] !== '').length;
  if (lost.length === 0 || strange === 0) return order;
  if (lost.length !== strange) return { lost: lost.map(({ title }) => title) };
  return order.map((key, index) => (key === '' && titles[index] !== '' ? lost.shift()!.key : key));
}

function plusColumns(
  added: readonly TabColumn[],
  grid: Grid,
  keysRow: number,
  cellsOf: (row: number) => Cell[],
): KeyPlan {
  const width = Math.max(...grid.map(filledWidth));
  const rows = grid
    .slice(keysRow + 1)
    .map((_, index) => cellsOf(keysRow + 2 + index).map((cell) => written(cell, '@')));
  while (rows.length > 0 && rows[rows.length - 1]!.every((cell) => cell === '')) rows.pop();
  return {
    width: width + added.length,
    added: added.map((column, index) => ({ at: width + index + 1, column })),
    write: {
      row: keysRow,
      column: width + 1,
      values: [added.map(({ key }) => key), titleRow(added.map(({ title }) => title)), ...rows],
    },
    titles: keysRow + 1,
  };
}

/** The same for a consolidated tab: what 0.1.0 knew of its rows in words becomes data. */
export function planRowData(form: Form, tab: KeyedTab, grid: Grid): KeyPlan | null {
  const layout = layoutOf(tab, grid);
  if (!layout || layout.order.includes(CORRECTIONS)) return null;
  const added = tab.columns.filter(({ key }) => [ROW_DATA, CORRECTIONS].includes(key) && !layout.order.includes(key));
  const { rows, rowNumbers } = readKeyed(tab, grid);
  const byRow = new Map(rowNumbers.map((row, index) => [row, rows[index]!]));
  return plusColumns(added, grid, layout.keysRow, (row) => {
    const { data, corrections } = dataOfRow(form, byRow.get(row) ?? {});
    return added.map(({ key }) => (key === ROW_DATA ? data : corrections));
  });
}
