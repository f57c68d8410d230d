import type { PeriodKey } from '../model';
import { placeBeside, readPeriods, shownStamps } from '../pipeline';
import { programme } from '../programme';
import { type Book, readNeeded } from './book';

/** What these tabs show of a closed period is from now on what they are to show. */
export function stampShown(book: Book, period: PeriodKey, keys: readonly string[]): void {
  const periods = readNeeded(book, 'periods');
  const place = placeBeside(periods, period, 'shown');
  if (!place) return;
  const before = readPeriods(periods).find(({ key }) => key === period)?.shown;
  const grids = Object.fromEntries(keys.map((key) => [key, readNeeded(book, key)]));
  const stamps = { ...before, ...shownStamps(programme, grids, period) };
  book.sheet('periods')!.getRange(place.row, place.column).setValue(JSON.stringify(stamps));
}
