import type { CellState, SheetState } from '../../book';
import { createSheet, nextSheetId } from '../book/create-book';
import { instantOf, serialOf } from '../cells/serial';
import type { BookPlace, SheetPlace } from '../place';
import { rememberValidation } from '../rules/validation-areas';

/** A sheet like another, in the same workbook or elsewhere. Protections do not come along (platform.md, "Range protections vanish"). */
export function copySheet({ book, sheet }: SheetPlace, target: BookPlace, name: string): SheetState {
  const sameZone = book.timeZone === target.book.timeZone;
  const copyCell = (cell: CellState | undefined): CellState | undefined => {
    if (!cell) return undefined;
    if (cell.validation) rememberValidation(target.book, cell.validation);
    const { value } = cell;
    if (typeof value !== 'object') return { ...cell };
    // The clock's time stays, the instant does not.
    const instant = sameZone
      ? value.getTime()
      : instantOf(serialOf(value.getTime(), book.timeZone), target.book.timeZone);
    return { ...cell, value: new Date(instant) };
  };
  return {
    ...createSheet(nextSheetId(target.book), name, sheet.rowCount, sheet.columnCount),
    cells: Array.from(sheet.cells, (row) => Array.from(row ?? [], copyCell)),
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    hiddenRows: new Set(sheet.hiddenRows),
    hiddenColumns: new Set(sheet.hiddenColumns),
    rowHeights: new Map(sheet.rowHeights),
    columnWidths: new Map(sheet.columnWidths),
    tabColor: sheet.tabColor,
    hidden: sheet.hidden,
    merges: sheet.merges.map((merge) => ({ ...merge })),
    filter: sheet.filter && { ...sheet.filter },
    charts: sheet.charts.map((chart) => ({ ...chart, ranges: [...chart.ranges] })),
    conditionalFormats: sheet.conditionalFormats.map((rule) => ({ ...rule, areas: [...rule.areas] })),
  };
}
