import { type Cell, isDate, trimmedNumber } from '../../model';

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What Google says to `work`: «отказ: …», or «принято» where it does it. A write may be refused only when it is flushed. */
export function answerTo(work: () => unknown): string {
  try {
    work();
    SpreadsheetApp.flush();
    return 'принято';
  } catch (error) {
    return `отказ: ${messageOf(error)}`;
  }
}

/** A cell's value with its kind: «число 12,5», «текст «1-4»», «дата 01.04», «пусто». */
export function described(value: Cell, timeZone: string): string {
  if (value === '') return 'пусто';
  if (isDate(value)) return `дата ${Utilities.formatDate(value, timeZone, 'dd.MM')}`;
  switch (typeof value) {
    case 'number':
      return `число ${trimmedNumber(value)}`;
    case 'boolean':
      return `логическое ${value ? 'ИСТИНА' : 'ЛОЖЬ'}`;
    default:
      return `текст «${value}»`;
  }
}
