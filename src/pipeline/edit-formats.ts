import { type Area, type Cell, type EditPatch, type Grid, isDate, isNumeric } from '../model';
import { type Block, type SchoolTab, schoolTab } from '../workbook';
import { serialOf } from './day-serial';
import type { Edit } from './edit';
import type { TakenForAt } from './tab-rows';

export type Formats = readonly (readonly string[])[];

/** Where the cell that stands here was typed; undefined where none was. */
export type SourceOf = (row: number, column: number) => readonly [row: number, column: number] | undefined;
const itself: SourceOf = (row, column) => [row, column];

/** An edit's numbers that Sheets took for dates and percentages, and the way back to plain ones. */
export interface Reformatted {
  /** The tab as it stands once its cells have their format back. */
  readonly tab: SchoolTab;
  readonly takenFor: TakenForAt;
  /** Null when no cell is formatted otherwise. */
  readonly patch: EditPatch | null;
}

/**
 * «12.5» leaves a format in its cell that makes a date of every number after it, «100 %» one that makes percentages. The
 * cell gets its own back at once; what its number was is remembered with the row.
 */
export function reformatted(tab: SchoolTab, edit: Edit, formats: Formats, source: SourceOf = itself): Reformatted {
  const standingAt = (row: number, column: number): string | undefined =>
    formats[row - edit.row]?.[column - edit.column];
  // What a number was typed as it brings along; what a cell makes of numbers stays where it is.
  const typedAt = (row: number, column: number): string | undefined => {
    const from = source(row, column);
    return from && standingAt(...from);
  };
  const areas: Area[] = [];
  const dates = new Set<string>();
  const grid: Cell[][] = [];
  for (const [row, column] of numbersIn(tab, edit)) {
    const value = tab.grid[row - 1]?.[column - 1] ?? '';
    const serial = isDate(value) ? serialOf(value) : null;
    const isOtherwise = changesNumbers(standingAt(row, column)) || changesNumbers(typedAt(row, column));
    if (isDate(value) ? serial === null : !isOtherwise) continue;
    areas.push({ row, column, rows: 1, columns: 1 });
    if (serial === null) continue;
    dates.add(`${row}:${column}`);
    grid[row - 1] ??= [...tab.grid[row - 1]!];
    grid[row - 1]![column - 1] = serial;
  }
  const takenFor: TakenForAt = (row, column) => {
    const format = typedAt(row, column);
    if (dates.has(`${row}:${column}`)) return 'date';
    return format === undefined ? undefined : format.includes('%') ? 'percent' : 'number';
  };
  if (areas.length === 0) return { tab, takenFor, patch: null };
  const patch: EditPatch = { kind: 'format', tab: schoolTab(tab.school), areas, format: 'General' };
  return { tab: dates.size > 0 ? { ...tab, grid: replaced(tab.grid, grid) } : tab, takenFor, patch };
}

const replaced = (grid: Grid, rows: readonly (Cell[] | undefined)[]): Grid =>
  grid.map((cells, index) => rows[index] ?? cells);

/** Rows and columns of the edit's cells in which a number belongs. */
function numbersIn(tab: SchoolTab, edit: Edit): [row: number, column: number][] {
  return [...tab.blocks.values()].flatMap((block) => {
    const columns = numericColumns(block).filter((at) => edit.column <= at && at < edit.column + edit.columns);
    const cells: [number, number][] = [];
    if (columns.length === 0) return cells;
    const last = Math.min(edit.row + edit.rows, block.endRow);
    for (let row = Math.max(edit.row, block.firstRow); row < last; row += 1)
      for (const column of columns) cells.push([row, column]);
    return cells;
  });
}

/** False for an edit of words alone: its formats need not be asked for. */
export const touchesNumbers = ({ blocks }: SchoolTab, edit: Edit): boolean =>
  [...blocks.values()].some((block) =>
    numericColumns(block).some((at) => edit.column <= at && at < edit.column + edit.columns),
  );

const numericColumns = ({ form, columns }: Block): number[] =>
  [...columns].flatMap(([key, column]) => (form.fields[key] && isNumeric(form.fields[key]) ? [column] : []));

/** A format of percentages, days or hours. */
const changesNumbers = (format = ''): boolean =>
  format !== '' && format !== 'General' && (format.includes('%') || /[dmyhs]/i.test(withoutWords(format)));

const withoutWords = (format: string): string => (format.includes('"') ? format.replace(/"[^"]*"/g, '') : format);
