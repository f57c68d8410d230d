import { BEFORE_REPAIR, RETIRED_TAB } from '../workbook/names';
import type { OpenedBook } from './opened-book';

/** A workbook takes about 200 tabs: with more schools than this no room is left for both. */
const ROOM_FOR_COPIES = 100;

/**
 * Deletes the hidden tabs that repairs have left behind, where the district is so large that the workbook would run out of
 * tabs: the closed quarter holds what stood on them. Says what it did; '' for nothing.
 */
export function deleteOldCopies({ book, register }: OpenedBook): string {
  if (register.schools.length <= ROOM_FOR_COPIES) return '';
  const old = book.unknown().filter((sheet) => sheet.getName().includes(BEFORE_REPAIR) && isRetired(sheet));
  for (const sheet of old) book.spreadsheet.deleteSheet(sheet);
  return old.length === 0 ? '' : `Удалены скрытые вкладки, оставшиеся после починок: ${old.length}.`;
}

const isRetired = (sheet: GoogleAppsScript.Spreadsheet.Sheet): boolean =>
  sheet.isSheetHidden() && sheet.getRange(1, 1).getValue() === RETIRED_TAB;
