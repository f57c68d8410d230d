import { type Cell, type Grid, SHEET_NUMBER, type TabDesign } from '../model';
import { UNFINISHED } from '../workbook/names';
import { stretches } from '../workbook/stretches';
import { setConditions } from './add-section';
import { Guard } from './guard';
import { notationOf } from './notation';
import { paintSection } from './paint-section';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The name is given last, as the mark that the tab is whole. */
export function nameTab(sheet: Sheet, design: TabDesign): Sheet {
  if (design.hidden) sheet.hideSheet();
  return sheet.setName(design.name);
}

export const createTab = (spreadsheet: Spreadsheet, design: TabDesign): Sheet =>
  nameTab(new Guard(spreadsheet).secure(prepareTab(spreadsheet, design), design), design);

/** Makes a tab as designed, all but its protections, its name and whether it is in sight; `index` sheets stand before it. */
export function prepareTab(
  spreadsheet: Spreadsheet,
  design: TabDesign,
  index = spreadsheet.getSheets().length,
  name: string = UNFINISHED,
): Sheet {
  const sheet = spreadsheet.insertSheet(name, index);
  fitGrid(sheet, design);
  formatBelow(sheet, design);
  paintSection(sheet, { ...design.section, values: withNumber(sheet, design.section.values) });
  if (design.conditions) setConditions(sheet, design.conditions);
  if (design.lastRow !== undefined) sheet.getRange(design.rows, 1).setValue(design.lastRow);
  setColumns(sheet, design);
  if (design.frozenRows > 0) sheet.setFrozenRows(design.frozenRows);
  if (design.frozenColumns > 0) sheet.setFrozenColumns(design.frozenColumns);
  return sheet;
}

/** A design's words with the number of the sheet that is made of it. */
export function withNumber(sheet: Sheet, values: Grid): Cell[][] {
  const gid = String(sheet.getSheetId());
  const named = (cell: Cell): Cell => (typeof cell === 'string' ? cell.split(SHEET_NUMBER).join(gid) : cell);
  return values.map((row) => row.map(named));
}

function fitGrid(sheet: Sheet, { rows, columns }: TabDesign): void {
  const extraRows = sheet.getMaxRows() - rows;
  if (extraRows > 0) sheet.deleteRows(rows + 1, extraRows);
  if (extraRows < 0) sheet.insertRowsAfter(rows + extraRows, -extraRows);
  const extraColumns = sheet.getMaxColumns() - columns;
  if (extraColumns > 0) sheet.deleteColumns(columns + 1, extraColumns);
  if (extraColumns < 0) sheet.insertColumnsAfter(columns + extraColumns, -extraColumns);
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
