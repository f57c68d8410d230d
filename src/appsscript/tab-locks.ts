import { FIRST_ROW, tabColumns } from '../pipeline';
import { programme } from '../programme';
import { keepOut } from './add-section';
import type { OpenedBook } from './opened-book';
import { lettersOf } from './paint-section';
import { type Closing, eachOnce } from './underway';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

const LOCK = 'Период закрывается: вкладка временно закрыта';

const idOf = (sheet: Sheet): string => String(sheet.getSheetId());

/**
 * Schools cannot change a tab while it is being frozen; what they typed before stays. All but the service tabs are
 * locked, since a school's tab may have been renamed.
 */
export function lockTabs({ book }: OpenedBook, closing: Closing): Closing {
  const editors = book.spreadsheet.getEditors().map((user) => user.getEmail());
  const columns = tabColumns(programme);
  const lock = (sheet: Sheet): void => {
    try {
      lockColumns(sheet, columns, editors);
    } catch {
      // A tab narrower than those of today's programme; one that cannot be locked throws again.
      lockColumns(sheet, sheet.getMaxColumns(), editors);
    }
  };
  const marked = eachOnce(closing, 'locked', book.others(), idOf, lock);
  SpreadsheetApp.flush();
  return marked;
}

/** Whole columns: a row that is inserted from now on is locked too. */
function lockColumns(sheet: Sheet, columns: number, editors: readonly string[]): void {
  const protection = sheet
    .getRange(`A:${lettersOf(columns)}`)
    .protect()
    .setDescription(LOCK);
  keepOut(protection, editors);
}

/** All tabs are looked at, not only the register's: a school may have left it since they were locked. */
export function unlockTabs({ book }: OpenedBook, closing: Closing): void {
  const locks = new Map<string, Protection[]>();
  for (const protection of book.spreadsheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)) {
    if (protection.getDescription() !== LOCK && !isUnnamedLock(protection)) continue;
    const id = idOf(protection.getRange().getSheet());
    locks.set(id, [...(locks.get(id) ?? []), protection]);
  }
  const unlock = (sheet: Sheet): void => {
    for (const protection of locks.get(idOf(sheet)) ?? []) protection.remove();
  };
  eachOnce(closing, 'unlocked', book.others(), idOf, unlock);
}

/** A run that died between making the lock and naming it. */
function isUnnamedLock(protection: Protection): boolean {
  if (protection.getDescription() !== '') return false;
  const range = protection.getRange();
  return range.getRow() === 1 && range.getColumn() === 1 && range.getNumRows() > FIRST_ROW && range.getNumColumns() > 2;
}
