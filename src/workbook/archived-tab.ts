import { type Cell, type Decoration, type Grid, isBlank, type TabDesign, textOf } from '../model';
import { gridFromJson, gridToJson } from './grid-json';
import {
  FIRST_ROW,
  filledWidth,
  type KeyedTab,
  keyedDesign,
  keysCells,
  layoutOf,
  type TabColumn,
  written,
} from './keyed-tab';

/** A tab as an archive keeps it. */
export interface ArchivedTab {
  readonly key: string;
  readonly grid: Grid;
  /** How many rows the sheet had, blank ones below included. */
  readonly rows: number;
  /** Of every cell, where the tab has any. */
  readonly notes?: readonly (readonly string[])[];
}

export const archivedTabFile = (key: string): string => `workbook/${key.replace('/', '-')}.json`;

export const archivedTabText = ({ grid, ...tab }: ArchivedTab): string =>
  JSON.stringify({ ...tab, grid: gridToJson(grid) });

export function archivedTabFrom(text: string): ArchivedTab {
  const { grid, ...tab } = JSON.parse(text) as Omit<ArchivedTab, 'grid'> & { readonly grid: string };
  return { ...tab, grid: gridFromJson(grid) };
}

export interface RestoredTab {
  readonly design: TabDesign;
  /** Rows that are written below the design's once the tab is made: tens of thousands are not painted one by one. */
  readonly rows: Grid;
}

interface Standing {
  readonly column: TabColumn;
  /** Where it stood, from 0; −1 for one that the tab did not have. */
  readonly from: number;
}

/**
 * A service tab with all its rows, in the form it has today: its own columns in their order, at their right those that
 * people have added or an older programme has left. What the tab remembers of itself comes along. Null without keys.
 */
export function restoredDesign(
  tab: KeyedTab,
  archived: ArchivedTab,
  frozenColumns = tab.frozenColumns ?? 0,
): RestoredTab | null {
  const { grid } = archived;
  const layout = layoutOf(tab, grid);
  if (!layout) return null;
  const { keysRow, order, data } = layout;
  const standing = standingColumns(tab, order, grid, keysRow);
  const taken = (cells: readonly Cell[] = []): Cell[] => standing.map(({ from }) => cells[from] ?? '');
  const body = rowsBelow(tab, grid, keysRow + 1);
  const rows = body.map((cells) => {
    const own = taken(cells);
    return Object.fromEntries(standing.map(({ column }, index) => [column.key, own[index]!]));
  });
  const columns = standing.map(({ column }) => column);
  const plain = columns.every(({ rule }) => !rule) && !archived.notes;
  const all = keyedDesign({ ...tab, columns }, rows);
  const design = plain ? { ...keyedDesign({ ...tab, columns, spare: rows.length + 1 }), rows: all.rows } : all;
  const keys = standing.map(({ column, from }) => (from < 0 ? column.key : (order[from] ?? '')));
  const head = [taken(grid[keysRow - 2]), keysCells(tab, keys, data)];
  const values = [
    ...head.map((cells) => cells.map((cell) => written(cell, 'General'))),
    ...design.section.values.slice(head.length),
  ];
  const notes = notesOf(archived, standing, keysRow + 1);
  return {
    design: {
      ...design,
      section: { values, decorations: [...design.section.decorations, ...notes] },
      rows: Math.max(design.rows, archived.rows - keysRow - 1 + FIRST_ROW - 1),
      frozenColumns,
    },
    rows: plain ? all.section.values.slice(FIRST_ROW - 1) : [],
  };
}

function standingColumns({ columns }: KeyedTab, order: readonly string[], grid: Grid, titles: number): Standing[] {
  const known = new Set(columns.map(({ key }) => key));
  const own = columns.map((column) => ({ column, from: order.indexOf(column.key) }));
  const width = Math.max(...grid.map(filledWidth));
  const others = Array.from({ length: width }, (_, from) => from).filter((from) => !known.has(order[from] ?? ''));
  return [
    ...own,
    ...others
      .filter((from) => grid.some((cells) => !isBlank(cells[from])))
      .map((from): Standing => {
        const title = textOf(grid[titles]?.[from]);
        return { column: { key: `own:${from}`, title, width: 100, format: 'General' }, from };
      }),
  ];
}

/** All rows from `first` (from 0) to the last that holds anything; what marks the end of a tab is put there anew. */
function rowsBelow({ lastRow }: KeyedTab, grid: Grid, first: number): Grid {
  let end = grid.length;
  const isOpen = (cells: readonly Cell[]): boolean => cells.every((cell) => isBlank(cell) || cell === lastRow);
  while (end > first && isOpen(grid[end - 1]!)) end -= 1;
  return grid.slice(first, end);
}

const notesOf = ({ notes = [] }: ArchivedTab, standing: readonly Standing[], first: number): Decoration[] =>
  notes.slice(first).flatMap((row, index) =>
    standing.flatMap(({ from }, column): Decoration[] => {
      const note = row[from] ?? '';
      return note === '' ? [] : [{ row: FIRST_ROW + index, column: column + 1, rows: 1, columns: 1, note }];
    }),
  );
