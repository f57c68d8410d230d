import { FIRST_ROW, HEAD_PROTECTION, headRowsOf, isWideHead, LABEL_COLUMN, tabColumns } from '../pipeline';
import { programme } from '../programme';
import { keepOut } from './add-section';
import type { OpenedBook } from './opened-book';
import { lettersOf } from './paint-section';
import { ShutHeads } from './shut-heads';
import { type Closing, eachOnce } from './underway';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

const LOCK = 'Период закрывается: вкладка временно закрыта';

const idOf = (sheet: Sheet): string => String(sheet.getSheetId());

const isHead = (protection: Protection): boolean =>
  protection.getDescription() === HEAD_PROTECTION && !protection.isWarningOnly();

/**
 * Schools cannot change a tab while it is being frozen; what they typed before stays. All but the service tabs are
 * locked, since a school's tab may have been renamed. The protection that a tab's head has anyway is widened over all
 * columns; a tab that has none gets a lock of its own.
 */
export function lockTabs({ book }: OpenedBook, closing: Closing): Closing {
  const editors = book.spreadsheet.getEditors().map((user) => user.getEmail());
  const heads = new Map(rangesOf(book.spreadsheet, isHead).map((head) => [idOf(head.getRange().getSheet()), head]));
  const shut = new ShutHeads(editors);
  const columns = tabColumns(programme);
  const lock = (sheet: Sheet): void => {
    const head = heads.get(idOf(sheet));
    const over = (last: number): void => {
      const whole = sheet.getRange(`A:${lettersOf(last)}`);
      if (!head) keepOut(whole.protect().setDescription(LOCK), editors);
      else shut.keepOut(head.setRange(whole), idOf(sheet));
    };
    try {
      over(columns);
    } catch {
      // A tab narrower than those of today's programme; one that cannot be locked throws again.
      over(sheet.getMaxColumns());
    }
  };
  const marked = eachOnce(closing, 'locked', book.others(), idOf, lock);
  shut.remember();
  SpreadsheetApp.flush();
  return marked;
}

const rangesOf = (spreadsheet: Spreadsheet, wanted: (protection: Protection) => boolean): Protection[] =>
  spreadsheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).filter(wanted);

/** Rows of the heads of those tabs that this run has read, by sheet; of others they are read. */
export type HeadHeights = ReadonlyMap<string, number>;

/** All tabs are looked at, not only the register's: a school may have left it since they were locked. */
export function unlockTabs({ book }: OpenedBook, closing: Closing, heights: HeadHeights = new Map()): void {
  const locks = new Map<string, Protection[]>();
  for (const protection of rangesOf(book.spreadsheet, isLock)) {
    const id = idOf(protection.getRange().getSheet());
    locks.set(id, [...(locks.get(id) ?? []), protection]);
  }
  const unlock = (sheet: Sheet): void => {
    for (const protection of locks.get(idOf(sheet)) ?? []) {
      if (isHead(protection)) drawBack(protection, sheet, heights.get(idOf(sheet)));
      else protection.remove();
    }
  };
  eachOnce(closing, 'unlocked', book.others(), idOf, unlock);
}

const isLock = (protection: Protection): boolean =>
  isHead(protection)
    ? isWideHead(protection.getRange().getNumColumns())
    : protection.getDescription() === LOCK || isUnnamedLock(protection);

function drawBack(head: Protection, sheet: Sheet, rows?: number): void {
  const height = rows ?? headRowsOf(sheet.getRange(1, 1, sheet.getLastRow(), 1).getValues());
  head.setRange(sheet.getRange(1, 1, height, LABEL_COLUMN));
}

/** A run that died between making the lock and naming it. */
function isUnnamedLock(protection: Protection): boolean {
  if (protection.getDescription() !== '') return false;
  const range = protection.getRange();
  return range.getRow() === 1 && range.getColumn() === 1 && range.getNumRows() > FIRST_ROW && range.getNumColumns() > 2;
}
