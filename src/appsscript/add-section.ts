import type { Area, Condition, Decoration, Section } from '../model';
import { notationOf } from './notation';
import { paintSection } from './paint-section';
import { Refusal } from './refusal';

type Protection = GoogleAppsScript.Spreadsheet.Protection;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * A new stretch of a tab; the grid grows below and at the right where it must. The words come last: a run that died before
 * them does all of it again.
 */
export function addSection(sheet: Sheet, section: Section, row: number, column: number): void {
  const right = column + Math.max(...section.values.map((cells) => cells.length)) - 1;
  growTo(sheet, row + section.values.length - 1, right);
  protectOnce(
    sheet,
    section.decorations
      .filter((decoration) => decoration.protect)
      .map((decoration) => ({
        ...decoration,
        row: row - 1 + decoration.row,
        column: column - 1 + decoration.column,
      })),
  );
  paintSection(sheet, section, row, column);
}

function growTo(sheet: Sheet, row: number, column: number): void {
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (row > rows) sheet.insertRowsAfter(rows, row - rows);
  if (column > columns) sheet.insertColumnsAfter(columns, column - columns);
}

/** One that stands above in the same columns reaches down over the new rows: each protection costs calls. */
function protectOnce(sheet: Sheet, decorations: readonly Decoration[]): void {
  if (decorations.length === 0) return;
  const standing = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);
  for (const decoration of decorations) {
    const { protect: wanted, ...area } = decoration;
    const above = standing.find((each) => isAbove(each, area) && each.isWarningOnly() === wanted!.warningOnly);
    if (above) reachTo(above, area);
    else protect(sheet, decoration, []);
  }
}

function isAbove(protection: GoogleAppsScript.Spreadsheet.Protection, { row, column, columns }: Area): boolean {
  const range = protection.getRange();
  return (
    range.getRow() > 1 && range.getRow() <= row && range.getColumn() === column && range.getNumColumns() === columns
  );
}

function reachTo(protection: GoogleAppsScript.Spreadsheet.Protection, { row, rows, column, columns }: Area): void {
  const range = protection.getRange();
  const first = range.getRow();
  if (range.getLastRow() >= row + rows - 1) return;
  protection.setRange(range.getSheet().getRange(first, column, row + rows - first, columns));
}

/** A protection as designed: a hard one keeps `editors` out, a warning-only one deters hands and stops no script. */
export function protect(sheet: Sheet, decoration: Decoration, editors: readonly string[]): void {
  const protection = protectArea(sheet, decoration);
  if (!decoration.protect!.warningOnly) keepOut(protection, editors);
}

/** The same that keeps nobody out yet. */
export function protectArea(sheet: Sheet, decoration: Decoration): Protection {
  const { description, warningOnly } = decoration.protect!;
  const protection = sheet.getRange(notationOf(decoration)).protect().setDescription(description);
  return warningOnly ? protection.setWarningOnly(true) : protection;
}

/** Leaves a protection to the owner and whoever runs this; in a domain its people are let in until that is taken back. */
export function keepOut(protection: GoogleAppsScript.Spreadsheet.Protection, editors: readonly string[]): void {
  takeOff(protection, editors);
  if (protection.canDomainEdit()) protection.setDomainEdit(false);
}

/** Google takes nobody off through whom whoever runs this may edit: that is told by name. */
export function takeOff(protection: Protection, editors: readonly string[]): void {
  if (editors.length === 0) return;
  try {
    protection.removeEditors([...editors]);
  } catch (error) {
    const held = editors.filter((address) => !isTakenOff(protection, address));
    if (held.length === 0) throw error;
    throw new Refusal(
      `Через группу ${held.join(', ')} книга открыта и вам: от неё Google служебные ячейки не закроет. Дайте доступ себе и школам по адресам («Настройки доступа»), уберите группу и повторите.`,
    );
  }
}

function isTakenOff(protection: Protection, address: string): boolean {
  try {
    protection.removeEditor(address);
    return true;
  } catch {
    return false;
  }
}

const areaOf = ({ row, column, rows, columns }: Area): Area => ({ row, column, rows, columns });

/** The conditional looks of a tab that people may have made smaller. */
export function renewConditions(sheet: Sheet, conditions: readonly Condition[]): void {
  const rows = conditions.map(({ row, rows }) => row + rows - 1);
  const columns = conditions.map(({ column, columns }) => column + columns - 1);
  growTo(sheet, Math.max(...rows), Math.max(...columns));
  setConditions(sheet, conditions);
}

/** All conditional looks of a tab in one call. */
export function setConditions(sheet: Sheet, conditions: readonly Condition[]): void {
  sheet.setConditionalFormatRules(
    conditions.map((condition) => {
      const builder = SpreadsheetApp.newConditionalFormatRule()
        .whenFormulaSatisfied(condition.formula)
        .setBackground(condition.background)
        .setRanges([sheet.getRange(notationOf(areaOf(condition)))]);
      return (condition.bold ? builder.setBold(true) : builder).build();
    }),
  );
}
