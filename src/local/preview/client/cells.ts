import type { Area, TabLayout } from '../messages';

export interface Selection {
  /** Where the person stands. */
  row: number;
  column: number;
  /** The other corner of what is selected. */
  toRow: number;
  toColumn: number;
}

export const single = (row: number, column: number): Selection => ({ row, column, toRow: row, toColumn: column });

export const areaOf = ({ row, column, toRow, toColumn }: Selection): Area => ({
  row: Math.min(row, toRow),
  column: Math.min(column, toColumn),
  rows: Math.abs(toRow - row) + 1,
  columns: Math.abs(toColumn - column) + 1,
});

/** 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

export function selectionName(selection: Selection): string {
  const { row, column, rows, columns } = areaOf(selection);
  const first = cellName(row, column);
  return rows * columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/** `C30` → its row and column. */
export function cellOf(name: string): [row: number, column: number] | undefined {
  const parts = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})(?::|$)/.exec(name.trim());
  if (!parts) return undefined;
  const column = [...parts[1]!.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [Number(parts[2]) - 1, column];
}

/** `#gid=5&range=C30:D31` → the sheet's id and the first cell. */
export function targetOf(link: string): { sheet: number; row: number; column: number } | undefined {
  const parts = /^#gid=(\d+)(?:&range=(.+))?/.exec(link);
  if (!parts) return undefined;
  const [row, column] = cellOf(parts[2] ?? 'A1') ?? [0, 0];
  return { sheet: Number(parts[1]), row, column };
}

/** The next shown row or column from `at` on, `by` steps away; stays when there is none. */
export function step(sizes: readonly number[], at: number, by: number): number {
  const direction = Math.sign(by);
  let found = at;
  let left = Math.abs(by);
  for (let next = at + direction; left > 0 && next >= 0 && next < sizes.length; next += direction) {
    if (sizes[next] === 0) continue;
    found = next;
    left -= 1;
  }
  return found;
}

/** A place that is there and shown. */
export function within({ rows, columns, widths, heights }: TabLayout, row: number, column: number): [number, number] {
  const at = Math.max(0, Math.min(row, rows - 1));
  const beside = Math.max(0, Math.min(column, columns - 1));
  return [heights[at] ? at : shown(heights, at), widths[beside] ? beside : shown(widths, beside)];
}

const shown = (sizes: readonly number[], at: number): number => {
  const after = step(sizes, at, 1);
  return after === at ? step(sizes, at, -1) : after;
};
