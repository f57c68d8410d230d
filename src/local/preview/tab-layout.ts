import type { Book, CellState, EmbeddedChartState, SheetState } from '../google/book';
import { displayCell, recalculate } from '../google/sheets';
import { chartPicture } from '../google/sheets/charts/picture';
import type { ChartView, TabLayout } from './messages';

const ROW_HEIGHT = 21;
const COLUMN_WIDTH = 100;
/** Pixels of a narrow letter and of a line for each point of its size; Arial. Too little is better than too much: a row grows. */
const LETTER = 0.56;
const LINE = 1.4;
const PADDING = 8;

export function layOutTab(book: Book, sheet: SheetState): TabLayout {
  recalculate(book, sheet);
  const widths = Array.from({ length: sheet.columnCount }, (_, column) =>
    sheet.hiddenColumns.has(column) ? 0 : (sheet.columnWidths.get(column) ?? COLUMN_WIDTH),
  );
  const merged = new Set(sheet.merges.map(({ row, column }) => `${row}/${column}`));
  const heights = Array.from({ length: sheet.rowCount }, (_, row) => {
    if (sheet.hiddenRows.has(row)) return 0;
    return sheet.rowHeights.get(row) ?? fittingHeight(book, sheet.cells[row] ?? [], widths, row, merged);
  });
  const { id, rowCount, columnCount, frozenRows, frozenColumns, merges } = sheet;
  const charts = sheet.charts.flatMap((chart) => viewOf(book, sheet, chart));
  return {
    sheet: id,
    rows: rowCount,
    columns: columnCount,
    frozenRows,
    frozenColumns,
    widths,
    heights,
    merges,
    charts,
  };
}

/** Nothing while its cells are blank. */
function viewOf(book: Book, sheet: SheetState, chart: EmbeddedChartState): ChartView[] {
  const svg = chartPicture(book, sheet, chart);
  const {
    title = '',
    width = 600,
    height = 371,
  } = chart.options as { title?: string; width?: number; height?: number };
  const { id, row, column, x, y } = chart;
  return svg === '' ? [] : [{ id, title, row, column, x, y, width, height, svg }];
}

/** Sheets fits a row to its wrapped texts by itself; here by an estimate, which the page corrects when it draws the row. */
function fittingHeight(
  book: Book,
  cells: readonly (CellState | undefined)[],
  widths: readonly number[],
  row: number,
  merged: ReadonlySet<string>,
): number {
  let most = ROW_HEIGHT;
  cells.forEach((cell, column) => {
    const size = cell?.style?.size ?? 10;
    if (size > 12) most = Math.max(most, Math.round(size * LINE) + 4);
    const wraps = cell?.style?.wrap && cell.value !== '' && widths[column] && !merged.has(`${row}/${column}`);
    if (!wraps) return;
    const letters = Math.max(1, (widths[column]! - PADDING) / (LETTER * size * (cell.style?.bold ? 1.08 : 1)));
    const lines = displayCell(cell, book.locale, book.timeZone)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
    most = Math.max(most, Math.round(lines * LINE * size) + 5);
  });
  return most;
}
