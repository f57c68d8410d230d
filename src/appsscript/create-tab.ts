import type { Area, Decoration, InputRule, TabDesign } from '../model';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Makes a tab as designed. Formats go before values, so that «1-4» stays what it is. */
export function createTab(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, design: TabDesign): Sheet {
  const sheet = spreadsheet.insertSheet(design.name, spreadsheet.getSheets().length);
  fitGrid(sheet, design);
  const { values, decorations } = design.section;
  for (const decoration of decorations) formatArea(sheet, decoration);
  const width = Math.max(...values.map((row) => row.length));
  const padded = values.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  sheet.getRange(1, 1, padded.length, width).setValues(padded);
  for (const decoration of decorations) furnishArea(sheet, decoration);
  setColumns(sheet, design);
  if (design.frozenRows > 0) sheet.setFrozenRows(design.frozenRows);
  if (design.frozenColumns > 0) sheet.setFrozenColumns(design.frozenColumns);
  if (design.hidden) sheet.hideSheet();
  protectTab(sheet, design);
  return sheet;
}

/**
 * Makes a tab from one of the same design that was made in this run and holds no data yet: a copy keeps formats, rules
 * and notes at the cost of one call, but neither protections nor links.
 */
export function copyTab(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  template: Sheet,
  design: TabDesign,
): Sheet {
  const sheet = template.copyTo(spreadsheet).setName(design.name);
  const [first] = design.section.values;
  sheet.getRange(1, 1, 1, first!.length).setValues([first!]);
  for (const kind of [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE]) {
    for (const protection of sheet.getProtections(kind)) protection.remove();
  }
  for (const decoration of design.section.decorations) {
    const range = rangeOf(sheet, decoration);
    if (decoration.linkToRow !== undefined) linkTo(sheet, range, decoration.linkToRow);
    if (decoration.protect) protectRange(range, decoration.protect);
  }
  protectTab(sheet, design);
  return sheet;
}

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

function formatArea(sheet: Sheet, decoration: Decoration): void {
  const range = rangeOf(sheet, decoration);
  if (decoration.format !== undefined) range.setNumberFormat(decoration.format);
  if (decoration.bold) range.setFontWeight('bold');
  if (decoration.italic) range.setFontStyle('italic');
  if (decoration.size !== undefined) range.setFontSize(decoration.size);
  if (decoration.color !== undefined) range.setFontColor(decoration.color);
  if (decoration.background !== undefined) range.setBackground(decoration.background);
  if (decoration.wrap) range.setWrap(true);
  if (decoration.align !== undefined) range.setHorizontalAlignment(decoration.align);
  if (decoration.border)
    range.setBorder(true, true, true, true, true, true, '#bfbfbf', SpreadsheetApp.BorderStyle.SOLID);
}

function furnishArea(sheet: Sheet, decoration: Decoration): void {
  const range = rangeOf(sheet, decoration);
  if (decoration.checkbox) range.insertCheckboxes();
  if (decoration.rule) range.setDataValidation(validationOf(decoration.rule));
  if (decoration.note !== undefined) range.setNote(decoration.note);
  if (decoration.hideRows) sheet.hideRows(decoration.row, decoration.rows);
  if (decoration.linkToRow !== undefined) linkTo(sheet, range, decoration.linkToRow);
  if (decoration.protect) protectRange(range, decoration.protect);
}

function linkTo(sheet: Sheet, range: Range, row: number): void {
  const text = range.getDisplayValue();
  const url = `#gid=${sheet.getSheetId()}&range=C${row}`;
  range.setRichTextValue(SpreadsheetApp.newRichTextValue().setText(text).setLinkUrl(url).build());
}

/** Warns and never rejects: one rejected cell would make a whole paste fail. */
function validationOf(rule: InputRule): GoogleAppsScript.Spreadsheet.DataValidation {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(true).setHelpText(rule.help);
  switch (rule.kind) {
    case 'whole-number':
    case 'number':
      return builder.requireNumberGreaterThanOrEqualTo(0).build();
    case 'list':
      return builder.requireValueInList([...rule.choices], true).build();
  }
}

function setColumns(sheet: Sheet, { widths, hiddenColumns }: TabDesign): void {
  let first = 0;
  widths.forEach((width, index) => {
    if (widths[index + 1] === width) return;
    sheet.setColumnWidths(first + 1, index - first + 1, width);
    first = index + 1;
  });
  for (const column of hiddenColumns) sheet.hideColumns(column);
}

/**
 * A hard protection leaves the editing to the owner and whoever runs this. A warning-only one stops no script: the
 * school's own simple trigger writes there.
 */
export function protectRange(
  range: Range,
  { description, warningOnly }: { description: string; warningOnly: boolean },
): void {
  const protection = range.protect().setDescription(description);
  if (warningOnly) protection.setWarningOnly(true);
  else protection.removeEditors(protection.getEditors());
}

/**
 * A service tab is closed to schools at once. A school's tab is protected with its editors listed in the protection;
 * until any are entered, permissions mirror those of the workbook.
 */
function protectTab(sheet: Sheet, { protect, key }: TabDesign): void {
  if (!protect) return;
  const protection = sheet.protect().setDescription(protect.description);
  if (!key.startsWith('school/')) protection.removeEditors(protection.getEditors());
}
