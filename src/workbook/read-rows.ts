import { type Cell, type Form, isBlank, type RawRow, textOf } from '../model';
import { CALCULATED, EXPLANATION } from './block';
import type { Block, SchoolTab } from './read-school-tab';

/** Words in a calculated cell or a number for an explanation: the row's cells were shifted sideways. */
export function misplacedIn(
  cells: readonly Cell[],
  columns: readonly (readonly [string, number])[],
): string | undefined {
  for (const [key, column] of columns) {
    const value = cells[column - 1];
    if (value === undefined || value === '') continue;
    const wrong = key === EXPLANATION ? typeof value !== 'string' : typeof value !== 'number';
    if (wrong && !isBlank(value)) return textOf(value).slice(0, 40);
  }
  return undefined;
}

/** The columns in which words and numbers show whether a row was shifted. */
export const madeColumns = ({ columns }: Block): [key: string, column: number][] =>
  [...columns].filter(([key]) => key === EXPLANATION || key.startsWith(CALCULATED));

/** A row with data and where it stands. */
export interface PlacedRow {
  readonly raw: RawRow;
  /** Row of the tab, from 1. */
  readonly tabRow: number;
}

/** The rows of a block that hold anything; a wholly blank row is no row, nor are captions repeated among the rows. */
export function rowsOf(tab: SchoolTab, block: Block): PlacedRow[] {
  const { form, columns } = block;
  const fields = Object.keys(form.fields).map((key) => [key, columns.get(key) ?? 0] as const);
  const made = madeColumns(block);
  const explanationColumn = columns.get(EXPLANATION) ?? 0;
  const rows: PlacedRow[] = [];
  for (let tabRow = block.firstRow; tabRow < block.endRow; tabRow += 1) {
    const line = tab.grid[tabRow - 1] ?? [];
    const cells: Record<string, Cell> = {};
    let filled = false;
    for (const [key, column] of fields) {
      const value = line[column - 1] ?? '';
      cells[key] = value;
      filled ||= value !== '' && !isBlank(value);
    }
    const explanation = textOf(line[explanationColumn - 1]);
    if (!filled && explanation === '') continue;
    if (isCaption(form, cells)) continue;
    const place = { period: tab.period, school: tab.school, form: form.key, row: rows.length + 1 };
    const misplaced = misplacedIn(line, made);
    rows.push({ raw: { ...place, cells, explanation, ...(misplaced === undefined ? {} : { misplaced }) }, tabRow });
  }
  return rows;
}

/** Known by its words, not by its role: a sort may have left the role at another row. */
export function isCaption(form: Form, cells: Readonly<Record<string, Cell>>): boolean {
  const [first] = form.captionsBy ?? [];
  if (first === undefined || cells[first] !== form.fields[first]?.title) return false;
  const filled = Object.entries(form.fields).filter(([key]) => !isBlank(cells[key]));
  return filled.length > 1 && filled.every(([key, field]) => cells[key] === field.title);
}
