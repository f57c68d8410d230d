import { type Cell, SHEET_NUMBER, type TabDesign } from '../model';
import { BEFORE_REPAIR, UNFINISHED } from '../workbook/names';
import { keepOut, protect, setConditions } from './add-section';
import { notationOf } from './notation';
import { paintSection } from './paint-section';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const isUnfinished = (sheet: Sheet): boolean => sheet.getName().includes(UNFINISHED);

/** The name is given last, as the mark that the tab is whole. */
export const nameTab = (sheet: Sheet, design: TabDesign): Sheet => sheet.setName(design.name);

export const createTab = (spreadsheet: Spreadsheet, design: TabDesign): Sheet =>
  nameTab(secureTab(prepareTab(spreadsheet, design), design), design);

/** Makes a tab as designed, all but its name and its protections; `index` sheets stand before it. */
export function prepareTab(spreadsheet: Spreadsheet, design: TabDesign, index = spreadsheet.getSheets().length): Sheet {
  const sheet = spreadsheet.insertSheet(UNFINISHED, index);
  const numbered = withNumber(sheet, design);
  fitGrid(sheet, design);
  formatBelow(sheet, design);
  paintSection(sheet, numbered.section);
  if (design.conditions) setConditions(sheet, design.conditions);
  if (design.lastRow !== undefined) sheet.getRange(design.rows, 1).setValue(design.lastRow);
  setColumns(sheet, design);
  if (design.frozenRows > 0) sheet.setFrozenRows(design.frozenRows);
  if (design.frozenColumns > 0) sheet.setFrozenColumns(design.frozenColumns);
  if (design.hidden) sheet.hideSheet();
  return sheet;
}

/** The design's words with the number of the sheet that is made of it. */
function withNumber(sheet: Sheet, design: TabDesign): TabDesign {
  const gid = String(sheet.getSheetId());
  const named = (cell: Cell): Cell => (typeof cell === 'string' ? cell.split(SHEET_NUMBER).join(gid) : cell);
  return { ...design, section: { ...design.section, values: design.section.values.map((row) => row.map(named)) } };
}

/**
 * Makes a tab from an unfinished one of the same kind that has no protections yet: a copy keeps formats, rules, notes and
 * conditional looks at the cost of one call, and what is a tab's own is written anew.
 */
export function copyTab(spreadsheet: Spreadsheet, template: Sheet, design: TabDesign): Sheet {
  const sheet = template.copyTo(spreadsheet);
  const { row, column, rows, columns } = design.ownArea!;
  const own = withNumber(sheet, design).section.values.slice(row - 1, row - 1 + rows);
  const cells = own.map((line) => Array.from({ length: columns }, (_, index) => line[column - 1 + index] ?? ''));
  sheet.getRange(row, column, rows, columns).setValues(cells);
  secureTab(sheet, design);
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
  const areas = new Map<string, string[]>();
  for (const [index, columns, format] of stretches(formats ?? [])) {
    const area = notationOf({ row: first, column: index + 1, rows: rows - first + 1, columns });
    areas.set(format, [...(areas.get(format) ?? []), area]);
  }
  // One call for each format, not for each column: a tab has dozens of them.
  for (const [format, list] of areas) {
    const ranges = sheet.getRangeList(list).setNumberFormat(format);
    if (format === '@') ranges.setWrap(true);
  }
}

/** The commonest width at first for all, then the others. */
function setColumns(sheet: Sheet, { widths, hiddenColumns }: TabDesign): void {
  const common = commonest(widths);
  if (common !== null) sheet.setColumnWidths(1, widths.length, common);
  for (const [index, count, width] of stretches(widths))
    if (width !== common) sheet.setColumnWidths(index + 1, count, width);
  const hidden = widths.map((_, index) => hiddenColumns.includes(index + 1));
  for (const [index, count, isHidden] of stretches(hidden)) if (isHidden) sheet.hideColumns(index + 1, count);
}

function commonest(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const [, , value] of stretches(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best ? best[0] : null;
}

/**
 * Protections. A service tab is closed to schools at once. A school's tab is protected with its editors listed in the
 * protection; until any are entered, permissions mirror those of the workbook.
 */
export function secureTab(sheet: Sheet, design: TabDesign): Sheet {
  const editors = sheet
    .getParent()
    .getEditors()
    .map((user) => user.getEmail());
  for (const decoration of design.section.decorations) if (decoration.protect) protect(sheet, decoration, editors);
  if (!design.protect) return sheet;
  const protection = sheet.protect().setDescription(design.protect.description);
  if (!design.key.startsWith('school/')) keepOut(protection, editors);
  return sheet;
}
