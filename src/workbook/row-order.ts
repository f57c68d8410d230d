import { type Cell, type Grid, textOf } from '../model';
import { filledWidth, type KeyedRow, type TabColumn } from './keyed-tab';
import { OF_PERSON } from './standing-table';
import type { Table } from './table';

type Known = Pick<Table, 'identity'>;

const idOf = (words: readonly Cell[]): string => words.map(textOf).join('\u0001');
const idOfRow = (identity: readonly string[], row: KeyedRow): string => idOf(identity.map((key) => row[key] ?? ''));

/** Standing rows by what they are of. */
function standingRows(
  identity: readonly string[],
  columns: readonly TabColumn[],
  standing: Grid,
): Map<string, Grid[number]> {
  const places = identity.map((key) => columns.findIndex((column) => column.key === key));
  return new Map(standing.map((cells) => [idOf(places.map((place) => cells[place] ?? '')), cells]));
}

/** The rows in the order in which somebody has sorted those that stand, new ones behind them; as they come where nobody has. */
export function inStandingOrder<Row extends KeyedRow>(
  { identity }: Known,
  columns: readonly TabColumn[],
  rows: readonly Row[],
  standing: Grid,
): readonly Row[] {
  if (!identity) return rows;
  const order = [...standingRows(identity, columns, standing).keys()];
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = (row: Row): number => places.get(idOfRow(identity, row)) ?? order.length;
  const known = rows.map(placeOf).filter((place) => place < order.length);
  const isSorted = known.some((place, index) => place < (known[index - 1] ?? 0));
  return isSorted ? [...rows].sort((a, b) => placeOf(a) - placeOf(b)) : rows;
}

/** What people have written beside each of these rows: beside the same one, or at the same place where rows have no name. */
export function writtenBeside(
  { identity }: Known,
  columns: readonly TabColumn[],
  rows: readonly KeyedRow[],
  standing: Grid,
): (place: number) => readonly Cell[] {
  if (!identity) return (place) => standing[place] ?? [];
  const known = standingRows(identity, columns, standing);
  return (place) => known.get(idOfRow(identity, rows[place]!)) ?? [];
}

/** Those that stand and are none of these rows any more. */
export function withoutRow(
  { identity = [] }: Known,
  columns: readonly TabColumn[],
  rows: readonly KeyedRow[],
  standing: Grid,
): Grid {
  const known = standingRows(identity, columns, standing);
  for (const row of rows) known.delete(idOfRow(identity, row));
  return [...known.values()];
}

/**
 * The columns with those that people have filled at the right of them, where rows do not stand at their places any more:
 * what is written there goes with its row. Elsewhere it is not touched.
 */
export function withColumnsBeside(
  { identity }: Known,
  columns: readonly TabColumn[],
  rows: readonly KeyedRow[],
  standing: Grid,
): readonly TabColumn[] {
  if (!identity) return columns;
  const ids = [...standingRows(identity, columns, standing).keys()];
  if (ids.every((id, place) => rows[place] && id === idOfRow(identity, rows[place]))) return columns;
  const width = Math.max(columns.length, ...standing.map(filledWidth));
  return [...columns, ...Array<TabColumn>(width - columns.length).fill(OF_PERSON)];
}
