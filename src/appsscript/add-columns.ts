import type { ColumnDesign, Patch } from '../model';
import { validationOf } from './input-rules';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Columns at the right edge of a tab in use: they take the looks of their neighbour, but for what is theirs. */
export function addColumns(sheet: Sheet, { after, from, columns }: Extract<Patch, { kind: 'add-columns' }>): void {
  // Those that a run has added which died before it could name them are used.
  const present = sheet.getMaxColumns();
  const missing = after + columns.length - present;
  if (missing > 0) sheet.insertColumnsAfter(present, missing);
  // The neighbour may be hidden, and its rule is another's.
  const body = sheet.getRange(from, after + 1, sheet.getMaxRows() - from + 1, columns.length);
  body.clearDataValidations();
  sheet.showColumns(after + 1, columns.length);
  for (const [index, column] of columns.entries()) furnish(sheet, after + 1 + index, from, column);
}

function furnish(sheet: Sheet, place: number, from: number, { width, format, help, hidden, rule }: ColumnDesign): void {
  const cells = sheet.getRange(from, place, sheet.getMaxRows() - from + 1, 1);
  cells.setNumberFormat(format);
  if (format === '@' && !hidden) cells.setWrap(true);
  if (rule) cells.setDataValidation(validationOf(rule));
  if (help) sheet.getRange(from - 1, place).setNote(help);
  sheet.setColumnWidth(place, width);
  if (hidden) sheet.hideColumns(place);
}
