import { FIRST_ROW, HEAD_PROTECTION, headRowsOf, isWideHead, LABEL_COLUMN, tabColumns } from '../pipeline';
import { programme } from '../programme';
import { isAcceptedLock, removeLocks } from './accepted-lock';
import { keepOut } from './add-section';
import type { Book } from './book';
import { lettersOf } from './notation';
import type { OpenedBook } from './opened-book';
import { ShutHeads } from './shut-heads';
import { eachOnce, type Staged } from './underway';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

const WORDS = 'Период закрывается: вкладка временно закрыта';
/** What a lock is for stands at the end of its description: the only place that Google keeps for data of a protection. */
const KIND = '[lock:closing]';
const LOCK = `${WORDS} ${KIND}`;

const idOf = (sheet: Sheet): string => String(sheet.getSheetId());

export const isHead = (protection: Protection): boolean =>
  protection.getDescription() === HEAD_PROTECTION && !protection.isWarningOnly();

/**
 * Schools cannot change a tab while it is being frozen; what they typed before stays. All but the service tabs are
 * locked, since a school's tab may have been renamed. The protection that a tab's head has anyway is widened over all
 * columns; a tab that has none gets a lock of its own.
 */
export function lockTabs<W extends Staged>({ book }: OpenedBook, work: W): W {
  const editors = book.spreadsheet.getEditors().map((user) => user.getEmail());
  const ranges = rangesOf(book.spreadsheet, (each) => isHead(each) || isAcceptedLock(each));
  const byId = (of: readonly Protection[]) => new Map(of.map((each) => [idOf(each.getRange().getSheet()), each]));
  const heads = byId(ranges.filter(isHead));
  // What the coordinator has accepted is closed to its school already.
  const accepted = byId(ranges.filter(isAcceptedLock));
  const shut = new ShutHeads(editors);
  const columns = tabColumns(programme);
  const lock = (sheet: Sheet): void => {
    if (accepted.has(idOf(sheet))) return;
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
  const marked = eachOnce(work, 'locked', book.others(), idOf, lock);
  shut.remember();
  SpreadsheetApp.flush();
  return marked;
}

const rangesOf = (spreadsheet: Spreadsheet, wanted: (protection: Protection) => boolean): Protection[] =>
  spreadsheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).filter(wanted);

/** All tabs are looked at, not only the register's: a school may have left it since they were locked. Heads of unknown height are read. */
export function unlockTabs({ book }: OpenedBook, work: Staged, heights: ReadonlyMap<string, number> = new Map()): void {
  const locks = new Map<string, Protection[]>();
  // The next period begins with drafts: what was accepted of the closed one is typed in again.
  const begins = 'period' in work && !work.undone;
  const wanted = begins ? (each: Protection) => isLock(each) || isAcceptedLock(each) : isLock;
  for (const protection of rangesOf(book.spreadsheet, wanted)) {
    const id = idOf(protection.getRange().getSheet());
    locks.set(id, [...(locks.get(id) ?? []), protection]);
  }
  const unlock = (sheet: Sheet): void => {
    for (const protection of locks.get(idOf(sheet)) ?? []) {
      release(protection, sheet, heights.get(idOf(sheet)));
    }
  };
  eachOnce(work, 'unlocked', book.others(), idOf, unlock);
}

/** A head over all columns is a lock by that alone; version 0.1.0 named its locks by the words alone. */
function isLock(protection: Protection): boolean {
  if (isHead(protection)) return isWideHead(protection.getRange().getNumColumns());
  const description = protection.getDescription();
  return description.endsWith(KIND) || description === WORDS || isUnnamedLock(protection);
}

function release(lock: Protection, sheet: Sheet, rows?: number): void {
  if (isAcceptedLock(lock)) {
    removeLocks(sheet, [lock]);
    return;
  }
  if (!isHead(lock)) {
    lock.remove();
    return;
  }
  const height = rows ?? headRowsOf(sheet.getRange(1, 1, sheet.getLastRow(), 1).getValues());
  lock.setRange(sheet.getRange(1, 1, height, LABEL_COLUMN));
}

/** Locks of a closing that nobody is at: a copied or restored workbook has them without the mark of what was under way. */
export function removeOrphans({ spreadsheet }: Book): string[] {
  const names = new Set<string>();
  for (const lock of rangesOf(spreadsheet, isLock)) {
    const sheet = lock.getRange().getSheet();
    names.add(sheet.getName());
    release(lock, sheet);
  }
  return names.size === 0
    ? []
    : [`Сняты замки закрытия, которое никто не ведёт; школы снова могут вводить данные: ${[...names].join(', ')}.`];
}

/** A run that died between making the lock and naming it. */
function isUnnamedLock(protection: Protection): boolean {
  if (protection.getDescription() !== '') return false;
  const range = protection.getRange();
  return range.getRow() === 1 && range.getColumn() === 1 && range.getNumRows() > FIRST_ROW && range.getNumColumns() > 2;
}
