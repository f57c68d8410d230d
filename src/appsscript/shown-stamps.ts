import type { Grid, PeriodKey } from '../model';
import { placeBeside, readPeriods, type ShownAgain, stampOfShown, type Table } from '../pipeline';
import { tabOfTable } from '../workbook';
import { keyedGrowth } from '../workbook/keyed-growth';
import { type Book, readNeeded } from './book';

/** What is written of a closed period into these tabs is from now on what they are to show. */
export function stampShown(book: Book, period: PeriodKey, written: readonly ShownAgain[]): void {
  const periods = readNeeded(book, 'periods');
  const place = placeBeside(periods, period, 'shown');
  if (!place) return;
  const before = readPeriods(periods).find(({ key }) => key === period)?.shown;
  const stamps = Object.fromEntries(written.map((each) => [each.table.key, stampOfShown(each)]));
  book
    .sheet('periods')!
    .getRange(place.row, place.column)
    .setValue(JSON.stringify({ ...before, ...stamps }));
}

/** The tab with a column for all that is to be shown: that of a school which has left may be gone. */
export function widened(book: Book, table: Table): Grid {
  const grid = readNeeded(book, table.key);
  const patches = keyedGrowth(tabOfTable(table), grid)?.patches ?? [];
  if (patches.length === 0) return grid;
  book.apply(patches);
  SpreadsheetApp.flush();
  return readNeeded(book, table.key);
}
