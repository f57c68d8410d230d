import { TABS } from '../workbook/names';
import { keepOut } from './add-section';
import type { Book } from './book';
import { lettersOf } from './notation';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Like that of a closing, a lock's kind stands at the end of its description. */
const KIND = '[lock:accepted]';
const DESCRIPTION = `Вкладка принята: исправить может координатор, когда вернёт её ${KIND}`;

export const isAcceptedLock = (protection: Protection): boolean => protection.getDescription().endsWith(KIND);

/** Leaves the tab to coordinators alone. */
export function lockAccepted({ spreadsheet }: Book, sheet: Sheet, schools = schoolsAmong(spreadsheet)): void {
  const whole = sheet.getRange(`A:${lettersOf(sheet.getMaxColumns())}`);
  keepOut(whole.protect().setDescription(DESCRIPTION), schools);
}

/** Editors of the workbook who are no coordinators. */
export function schoolsAmong(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): string[] {
  const coordinators = new Set(coordinatorsOf(spreadsheet));
  return spreadsheet
    .getEditors()
    .map((user) => user.getEmail())
    .filter((address) => !coordinators.has(address));
}

/** Those on the list of the protection of Настройки. */
function coordinatorsOf(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): string[] {
  const settings = spreadsheet.getSheetByName(TABS.settings);
  const [protection] = settings?.getProtections(SpreadsheetApp.ProtectionType.SHEET) ?? [];
  return protection?.getEditors().map((user) => user.getEmail()) ?? [];
}

export function unlockAccepted(sheet: Sheet): void {
  for (const protection of acceptedLocks(sheet)) protection.remove();
}

export const acceptedLocks = (sheet: Sheet): Protection[] =>
  sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).filter(isAcceptedLock);
