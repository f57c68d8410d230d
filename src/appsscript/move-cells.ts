import type { Patch } from '../model';
import { notationOf } from './notation';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Cut and pasted; columns that are missing come at the right edge. */
export function moveCells(sheet: Sheet, { area, column }: Extract<Patch, { kind: 'move-cells' }>): void {
  const right = column + area.columns - 1;
  if (column > area.column) {
    const columns = sheet.getMaxColumns();
    if (right > columns) sheet.insertColumnsAfter(columns, right - columns);
  }
  sheet.getRange(notationOf(area)).moveTo(sheet.getRange(area.row, column));
}
