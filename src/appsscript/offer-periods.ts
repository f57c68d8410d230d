import type { PeriodKey } from '../model';
import { periodRule, settingPlaces } from '../pipeline';
import { programme } from '../programme';
import { type Book, readNeeded } from './book';
import { validationOf } from './input-rules';

/** The list that the open period is chosen from; gives the cells of «Настройки» it belongs to. */
export function offerPeriods(
  book: Book,
  open: PeriodKey,
  closed: readonly PeriodKey[],
): GoogleAppsScript.Spreadsheet.Range[] {
  const rule = validationOf(periodRule(open, closed));
  return settingPlaces(programme, readNeeded(book, 'settings'), 'period').map(({ row, column }) =>
    book.sheet('settings')!.getRange(row, column).setDataValidation(rule),
  );
}
