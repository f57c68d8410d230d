import { FIRST_ROW } from '../pipeline';
import { schoolTab } from '../workbook/names';
import type { OpenedBook } from './consolidate';
import { type Closing, eachOnce } from './underway';

const LOCK = 'Период закрывается: вкладка временно закрыта';

/** Schools cannot change a tab while it is being frozen; what they typed before stays. */
export function lockTabs({ book, register }: OpenedBook, closing: Closing): Closing {
  const marked = eachOnce(
    closing,
    'locked',
    register.schools,
    ({ key }) => key,
    ({ key }) => {
      const sheet = book.sheet(schoolTab(key));
      if (!sheet) return;
      // Whole columns: a row that comes or goes at this moment changes nothing.
      const protection = sheet
        .getRange(`A:${lettersOf(sheet.getMaxColumns())}`)
        .protect()
        .setDescription(LOCK);
      protection.removeEditors(protection.getEditors());
    },
  );
  SpreadsheetApp.flush();
  return marked;
}

/** A column's letters, from 1: A, Z, AA. */
const lettersOf = (column: number): string =>
  column === 0 ? '' : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

/** Every sheet is looked at, not only the register's: a school may have left it since the tabs were locked. */
export function unlockTabs({ book }: OpenedBook, closing: Closing): void {
  eachOnce(
    closing,
    'unlocked',
    book.spreadsheet.getSheets(),
    (sheet) => String(sheet.getSheetId()),
    (sheet) => {
      for (const protection of sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)) {
        if (protection.getDescription() === LOCK || isUnnamedLock(protection)) protection.remove();
      }
    },
  );
}

/** A run that died between making the lock and naming it. */
function isUnnamedLock(protection: GoogleAppsScript.Spreadsheet.Protection): boolean {
  if (protection.getDescription() !== '') return false;
  const range = protection.getRange();
  return range.getRow() === 1 && range.getColumn() === 1 && range.getNumRows() > FIRST_ROW && range.getNumColumns() > 2;
}
