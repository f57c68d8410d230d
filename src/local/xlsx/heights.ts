import type { CellState, SheetState } from '../google/book';
import { COLUMN_WIDTH } from './styles';

/** Pixels of an average letter for each point of its size, of a line likewise, and of the padding of a cell. */
const LETTER = 0.68;
const LINE = 1.6;
const PADDING = 6;
/** Told apart from the heights somebody chose, which are whole pixels, that is quarters of a point. */
const MARK = 0.01;

const linesOf = (text: string, letters: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / Math.max(1, letters))), 0);

const heightOf = ({ value, style }: CellState, width: number): number => {
  const size = style?.size ?? 10;
  return linesOf(String(value), (width - PADDING) / (LETTER * size)) * LINE * size + PADDING;
};

/**
 * Points of the rows whose wrapped texts want more than a line: Sheets fits such a row by itself, a file says how high it is.
 * Rows with a height of their own, and texts in merged cells, are left alone, as in Sheets.
 */
export const fittingHeights = (sheet: SheetState): Map<number, number> => {
  const heights = new Map<number, number>();
  const merged = (row: number, column: number) =>
    sheet.merges.some((area) => row === area.row && column === area.column);
  sheet.cells.forEach((cells, row) => {
    if (sheet.rowHeights.has(row)) return;
    let most = 0;
    cells?.forEach((cell, column) => {
      const wraps = cell?.style?.wrap && cell.value !== '' && !sheet.hiddenColumns.has(column) && !merged(row, column);
      if (wraps) most = Math.max(most, heightOf(cell, sheet.columnWidths.get(column) ?? COLUMN_WIDTH));
    });
    if (most > 24) heights.set(row, Math.round(most) * 0.75 + MARK);
  });
  return heights;
};

/** Whether a height read from a file was only fitted to the text. */
export const isFitted = (points: number): boolean => Math.abs(((points * 4) % 1) - MARK * 4) < 0.005;
