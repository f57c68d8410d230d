import { LOOK } from '../pipeline';
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

/** Leaves the tab to coordinators alone; among the others it is known by its colour, as its head says in words. */
export function lockAccepted({ spreadsheet }: Book, sheet: Sheet, schools = schoolsAmong(spreadsheet)): void {
  const whole = sheet.getRange(`A:${lettersOf(sheet.getMaxColumns())}`);
  keepOut(whole.protect().setDescription(DESCRIPTION), schools);
  sheet.setTabColor(LOOK.accepted);
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

export const unlockAccepted = (sheet: Sheet): void => removeLocks(sheet, acceptedLocks(sheet));

/** Those of an acceptance, with the colour that the tab has as long as it stands accepted. */
export function removeLocks(sheet: Sheet, locks: readonly Protection[]): void {
  for (const lock of locks) lock.remove();
  if (locks.length > 0) sheet.setTabColor(null);
}

export const acceptedLocks = (sheet: Sheet): Protection[] =>
  sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).filter(isAcceptedLock);
