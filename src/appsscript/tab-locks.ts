import { FIRST_ROW } from '../pipeline';
import type { OpenedBook } from './opened-book';
import { type Closing, eachOnce } from './underway';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const LOCK = 'Период закрывается: вкладка временно закрыта';

const idOf = (sheet: Sheet): string => String(sheet.getSheetId());

/**
 * Schools cannot change a tab while it is being frozen; what they typed before stays. All but the service tabs are
 * locked, since a school's tab may have been renamed.
 */
export function lockTabs({ book }: OpenedBook, closing: Closing): Closing {
  const lock = (sheet: Sheet): void => {
    try {
      lockWhole(sheet);
    } catch {
      // A row or a column was deleted between measuring the tab and locking it; a tab that cannot be locked throws again.
      lockWhole(sheet);
    }
  };
  const marked = eachOnce(closing, 'locked', book.others(), idOf, lock);
  SpreadsheetApp.flush();
  return marked;
}

/** Whole columns: a row that is inserted from now on is locked too. */
function lockWhole(sheet: Sheet): void {
  const protection = sheet
    .getRange(`A:${lettersOf(sheet.getMaxColumns())}`)
    .protect()
    .setDescription(LOCK);
  protection.removeEditors(protection.getEditors());
}

/** A column's letters, from 1: A, Z, AA. */
const lettersOf = (column: number): string =>
  column === 0 ? '' : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

/** All tabs are looked at, not only the register's: a school may have left it since they were locked. */
export function unlockTabs({ book }: OpenedBook, closing: Closing): void {
  const unlock = (sheet: Sheet): void => {
    for (const protection of sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)) {
      if (protection.getDescription() === LOCK || isUnnamedLock(protection)) protection.remove();
    }
  };
  eachOnce(closing, 'unlocked', book.others(), idOf, unlock);
}

/** A run that died between making the lock and naming it. */
function isUnnamedLock(protection: GoogleAppsScript.Spreadsheet.Protection): boolean {
  if (protection.getDescription() !== '') return false;
  const range = protection.getRange();
  return range.getRow() === 1 && range.getColumn() === 1 && range.getNumRows() > FIRST_ROW && range.getNumColumns() > 2;
}
