import type { PeriodKey } from '../model';
import { periodRule, settingPlace } from '../pipeline';
import { type Book, readNeeded } from './book';
import { validationOf } from './input-rules';

/** The list that the open period is chosen from; gives the cell of «Настройки» it belongs to. */
export function offerPeriods(
  book: Book,
  open: PeriodKey,
  closed: readonly PeriodKey[],
): GoogleAppsScript.Spreadsheet.Range {
  const { row, column } = settingPlace(readNeeded(book, 'settings'), 'period')!;
  return book
    .sheet('settings')!
    .getRange(row, column)
    .setDataValidation(validationOf(periodRule(open, closed)));
}
