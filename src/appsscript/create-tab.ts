import type { Area, Decoration, TabDesign } from '../model';
import { paintSection, validationOf } from './paint-section';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A tab carries this name until it is finished, a copy of one has it in its own: what a run that died has left is known by it. */
const UNFINISHED = '⏳ создаётся';
export const isUnfinished = (sheet: Sheet): boolean => sheet.getName().includes(UNFINISHED);
/** What a tab that is replaced by its repair is called from then on. */
export const BEFORE_REPAIR = ' (до починки ';

/** The name is given last, as the mark that the tab is whole. */
export const nameTab = (sheet: Sheet, design: TabDesign): Sheet => sheet.setName(design.name);

export const createTab = (spreadsheet: Spreadsheet, design: TabDesign): Sheet =>
  nameTab(prepareTab(spreadsheet, design), design);

/** Makes a tab as designed, all but its name; `index` sheets stand before it. */
export function prepareTab(spreadsheet: Spreadsheet, design: TabDesign, index = spreadsheet.getSheets().length): Sheet {
  const sheet = spreadsheet.insertSheet(UNFINISHED, index);
  fitGrid(sheet, design);
  formatBelow(sheet, design);
  paintSection(sheet, design.section);
  for (const decoration of design.section.decorations) furnishArea(sheet, decoration, design);
  if (design.lastRow !== undefined) sheet.getRange(design.rows, 1).setValue(design.lastRow);
  setColumns(sheet, design);
  if (design.frozenRows > 0) sheet.setFrozenRows(design.frozenRows);
  if (design.frozenColumns > 0) sheet.setFrozenColumns(design.frozenColumns);
  if (design.hidden) sheet.hideSheet();
  secure(sheet, design);
  return sheet;
}

/**
 * Makes a tab from an unfinished one of the same design: a copy keeps formats, rules and notes at the cost of one call,
 * but neither protections nor links.
 */
export function copyTab(spreadsheet: Spreadsheet, template: Sheet, design: TabDesign): Sheet {
  const sheet = template.copyTo(spreadsheet);
  const [first] = design.section.values;
  sheet.getRange(1, 1, 1, first!.length).setValues([first!]);
  for (const kind of [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE]) {
    for (const protection of sheet.getProtections(kind)) protection.remove();
  }
  for (const decoration of design.section.decorations) {
    if (decoration.linkToRow !== undefined)
      linkTo(sheet, rangeOf(sheet, decoration), decoration.linkToRow, labelOf(design, decoration));
  }
  secure(sheet, design);
  return nameTab(sheet, design);
}

/**
 * Removes what a run that died has left unfinished. A repaired tab is finished before the old one gives up its name: that
 * one may have been typed into, so it gets a name by which it is found again as the school's.
 */
export function removeUnfinished(spreadsheet: Spreadsheet): void {
  const sheets = spreadsheet.getSheets();
  const replaced = sheets.filter((sheet) => sheet.getName().includes(BEFORE_REPAIR));
  for (const sheet of sheets.filter(isUnfinished)) {
    const role = roleOf(sheet);
    const repaired = replaced.length > 0 && role !== '' && replaced.some((old) => roleOf(old) === role);
    if (repaired) sheet.setName(`⏳ починена ${sheet.getSheetId()}`);
    else spreadsheet.deleteSheet(sheet);
  }
}

/** What the tab's first cell says whose it is. */
const roleOf = (sheet: Sheet): string => String(sheet.getRange(1, 1).getValue());

function fitGrid(sheet: Sheet, { rows, columns }: TabDesign): void {
  const extraRows = sheet.getMaxRows() - rows;
  if (extraRows > 0) sheet.deleteRows(rows + 1, extraRows);
  if (extraRows < 0) sheet.insertRowsAfter(rows + extraRows, -extraRows);
  const extraColumns = sheet.getMaxColumns() - columns;
  if (extraColumns > 0) sheet.deleteColumns(columns + 1, extraColumns);
  if (extraColumns < 0) sheet.insertColumnsAfter(columns + extraColumns, -extraColumns);
}

const rangeOf = (sheet: Sheet, { row, column, rows, columns }: Area): Range =>
  sheet.getRange(row, column, rows, columns);

/** Neighbouring equal values as stretches: `[first index, length, value]`. */
export function stretches<T>(values: readonly T[]): [number, number, T][] {
  const found: [number, number, T][] = [];
  values.forEach((value, index) => {
    const last = found[found.length - 1];
    if (last && last[2] === value) last[1] += 1;
    else found.push([index, 1, value]);
  });
  return found;
}

function formatBelow(sheet: Sheet, { formats, section, rows }: TabDesign): void {
  const first = section.values.length + 1;
  for (const [index, count, format] of stretches(formats ?? [])) {
    const range = sheet.getRange(first, index + 1, rows - first + 1, count).setNumberFormat(format);
    if (format === '@') range.setWrap(true);
  }
}

/** What cannot be set for many areas in one call. */
function furnishArea(sheet: Sheet, decoration: Decoration, design: TabDesign): void {
  const range = rangeOf(sheet, decoration);
  if (decoration.border)
    range.setBorder(true, true, true, true, true, true, '#bfbfbf', SpreadsheetApp.BorderStyle.SOLID);
  if (decoration.checkbox) range.insertCheckboxes();
  if (decoration.rule) range.setDataValidation(validationOf(decoration.rule));
  if (decoration.hideRows) sheet.hideRows(decoration.row, decoration.rows);
  if (decoration.linkToRow !== undefined) linkTo(sheet, range, decoration.linkToRow, labelOf(design, decoration));
}

const labelOf = ({ section }: TabDesign, { row, column }: Decoration): string =>
  String(section.values[row - 1]?.[column - 1] ?? '');

/** A formula, not a fixed link: its reference moves when rows are inserted above the form. */
function linkTo(sheet: Sheet, range: Range, row: number, label: string): void {
  range.setFormula(`=HYPERLINK("#gid=${sheet.getSheetId()}&range=C"&ROW(C${row});"${label.replace(/"/g, '""')}")`);
}

function setColumns(sheet: Sheet, { widths, hiddenColumns }: TabDesign): void {
  for (const [index, count, width] of stretches(widths)) sheet.setColumnWidths(index + 1, count, width);
  for (const column of hiddenColumns) sheet.hideColumns(column);
}

/**
 * Protections. A hard one leaves the editing to the owner and whoever runs this; a warning-only one stops no script: the
 * school's own simple trigger writes there. A service tab is closed to schools at once. A school's tab is protected with
 * its editors listed in the protection; until any are entered, permissions mirror those of the workbook.
 */
function secure(sheet: Sheet, design: TabDesign): void {
  const editors = sheet
    .getParent()
    .getEditors()
    .map((user) => user.getEmail());
  for (const decoration of design.section.decorations) {
    if (!decoration.protect) continue;
    const { description, warningOnly } = decoration.protect;
    const protection = rangeOf(sheet, decoration).protect().setDescription(description);
    if (warningOnly) protection.setWarningOnly(true);
    else protection.removeEditors(editors);
  }
  if (!design.protect) return;
  const protection = sheet.protect().setDescription(design.protect.description);
  if (!design.key.startsWith('school/')) protection.removeEditors(editors);
}
