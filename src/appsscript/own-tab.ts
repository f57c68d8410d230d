import { TABS } from '../workbook/names';

/**
 * A school lands on its own tab: of all that are protected the only one it may edit. Where tabs are open to everybody, or
 * several are one person's, the workbook opens where it was.
 */
export function showOwnTab(): void {
  const own: GoogleAppsScript.Spreadsheet.Protection[] = [];
  for (const protection of SpreadsheetApp.getActive().getProtections(SpreadsheetApp.ProtectionType.SHEET)) {
    if (protection.canEdit()) own.push(protection);
    if (own.length > 1) return;
  }
  own[0]?.getRange().getSheet().activate();
}

/** A coordinator lands on «Панель», where the workbook has one. */
export const showPanel = (): void => void SpreadsheetApp.getActive().getSheetByName(TABS.panel)?.activate();
