import { isDate } from '../../../../model';
import type { Book, EmbeddedChartState, SheetState } from '../../book';
import type { TableState } from '../../charts/data-table';
import type { ChartOptions } from '../../charts/drawing';
import { svgOf } from '../../charts/picture';
import { displayCell, recalculate } from '..';

/** The chart with what stands in its cells at this moment; '' while there is nothing to draw. */
export function chartPicture(book: Book, sheet: SheetState, chart: EmbeddedChartState): string {
  recalculate(book, sheet);
  const table = tableOf(book, sheet, chart);
  if (table.rows.length === 0 || table.columns.length < 2) return '';
  const { width = 600, height = 371, ...options } = chart.options as ChartOptions & { width?: number; height?: number };
  return svgOf({ kind: chart.kind, table, options, width, height, place: 'sheet' });
}

/** Ranges beside one another; rows that are blank through show nothing. */
function tableOf(
  book: Book,
  sheet: SheetState,
  { ranges, headers, showsHidden, kind }: EmbeddedChartState,
): TableState {
  const seen = (row: number, column: number): boolean =>
    showsHidden || (!sheet.hiddenRows.has(row) && !sheet.hiddenColumns.has(column));
  const columns = ranges.flatMap((area) =>
    Array.from({ length: area.columns }, (_, index) => ({ area, at: area.column + index })),
  );
  const cell = (row: number, column: number) => sheet.cells[row]?.[column];
  const words = (row: number, column: number): string => {
    const found = cell(row, column);
    return found ? displayCell(found, book.locale, book.timeZone) : '';
  };
  const shown = columns.filter(({ area, at }) => seen(area.row + headers, at));
  const count = Math.max(0, ...ranges.map(({ rows }) => rows)) - headers;
  const rows = Array.from({ length: count }, (_, index) =>
    shown.map(({ area, at }, column) => {
      const row = area.row + headers + index;
      const value = cell(row, at)?.value ?? '';
      if (column === 0 && kind !== 'ScatterChart') return words(row, at);
      return typeof value === 'number' && !isDate(value) && seen(row, at) ? value : null;
    }),
  ).filter((row) => row.some((value) => value !== null && value !== ''));
  return {
    columns: shown.map(({ area, at }, index) => ({
      type: index === 0 && kind !== 'ScatterChart' ? 'STRING' : 'NUMBER',
      label: headers > 0 ? words(area.row + headers - 1, at) : '',
    })),
    rows,
  };
}
