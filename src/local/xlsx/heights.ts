import type { CellState, SheetState } from '../google/book';
import { COLUMN_WIDTH } from './styles';

/** Pixels of an average letter for each point of its size, of a bold one and of a line likewise, and of the padding of a cell. */
const LETTER = 0.7;
const BOLD = 0.75;
/** Letters that a capital is wider by. */
const CAPITAL = 0.35;
const LINE = 1.6;
const PADDING = 6;
/** Told apart from the heights somebody chose, which are whole pixels, that is quarters of a point. */
const MARK = 0.01;

/** Words go over whole; one that is longer than a line is broken. */
function linesOf(text: string, letters: number): number {
  const room = Math.max(1, letters);
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const length = word.length + CAPITAL * (word.match(/\p{Lu}/gu)?.length ?? 0);
    const after = used === 0 ? length : used + 1 + length;
    if (after <= room) {
      used = after;
      continue;
    }
    if (used > 0) lines += 1;
    lines += Math.ceil(length / room) - 1;
    used = length % room || room;
  }
  return lines;
}

const heightOf = ({ value, style }: CellState, width: number): number => {
  const size = style?.size ?? 10;
  const letters = (width - PADDING) / ((style?.bold ? BOLD : LETTER) * size);
  const lines = String(value)
    .split('\n')
    .reduce((sum, line) => sum + linesOf(line, letters), 0);
  return lines * LINE * size + PADDING;
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
