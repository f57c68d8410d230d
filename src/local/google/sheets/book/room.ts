import type { BookPlace } from '../place';

const MOST_CELLS = 10_000_000;

/** A workbook has at most ten million cells, blank ones included (platform.md, "Limits"). */
export function assertRoom({ host, book }: BookPlace, more: number): void {
  const cells = book.sheets.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, more);
  if (cells > MOST_CELLS) {
    host.fail(`This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`);
  }
}
