import { type Cell, type Grid, type Patch, textOf } from '../model';
import { written } from './keyed-tab';

type Values = Extract<Patch, { kind: 'values' }>;

/** Writes a column of words, by index, from the first cell that is to say something else to the last; null where none is. */
export function columnPatch(
  tab: string,
  grid: Grid,
  column: number,
  wanted: (standing: Cell, row: number) => Cell,
): Values | null {
  const standing = grid.map((cells) => cells[column] ?? '');
  const words = standing.map((cell, index) => wanted(cell, index + 1));
  const others = words.flatMap((cell, index) => (textOf(cell) === textOf(standing[index]) ? [] : [index]));
  if (others.length === 0) return null;
  const [first, last] = [others[0]!, others[others.length - 1]!];
  const values = words.slice(first, last + 1).map((cell) => [written(cell, '@')]);
  return { kind: 'values', tab, row: first + 1, column: column + 1, values };
}
