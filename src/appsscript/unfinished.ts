import { BEFORE_REPAIR, UNFINISHED } from '../workbook/names';
import { isMould } from './mould';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const isUnfinished = (sheet: Sheet): boolean => sheet.getName().includes(UNFINISHED);

/**
 * Removes what a run that died has left unfinished. A repaired tab is finished before the old one gives up its name: that
 * one may have been typed into, so it gets a name by which it is found again as the school's.
 */
export function removeUnfinished(spreadsheet: Spreadsheet): void {
  const sheets = spreadsheet.getSheets();
  const replaced = sheets.filter((sheet) => sheet.getName().includes(BEFORE_REPAIR));
  for (const sheet of sheets.filter((each) => isUnfinished(each) && !isMould(each))) {
    const role = roleOf(sheet);
    const repaired = replaced.length > 0 && role !== '' && replaced.some((old) => roleOf(old) === role);
    if (repaired) sheet.setName(`⏳ починена ${sheet.getSheetId()}`);
    else spreadsheet.deleteSheet(sheet);
  }
}

/** What the tab's first cell says whose it is. */
const roleOf = (sheet: Sheet): string => String(sheet.getRange(1, 1).getValue());
