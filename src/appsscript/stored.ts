import type { Grid, PeriodKey } from '../model';
import { mixedTabs, type StoredPeriod, storedPeriods, unreadableCorrections, validStamp } from '../pipeline';
import { programme } from '../programme';
import { rowsTab, rowsTabName } from '../workbook/names';
import { type Book, Refusal, readNeeded } from './book';
import { type OpenedBook, openForRun } from './opened-book';

/** All periods as stored, oldest first. Tabs written by different runs are refused: they would be a mixture. */
export function readStored(): { periods: StoredPeriod[]; opened: OpenedBook } {
  const opened = openForRun();
  const { book } = opened;
  const rows = consolidatedRows(book);
  const valid = validStamp(readNeeded(book, 'journal'));
  if (valid === '') throw new Refusal('Свод ещё не собран. Нажмите «Собрать свод».');
  const mixed = mixedTabs(rows, valid);
  if (mixed.length > 0) {
    const names = programme.forms.filter((form) => mixed.includes(form.key)).map(rowsTabName);
    throw new Refusal(`Вкладки записаны разными сводами (${names.join(', ')}). Нажмите «Собрать свод».`);
  }
  return { periods: periodsOf(opened, rows), opened };
}

/** Every consolidated tab of rows, by form key. */
export function consolidatedRows(book: Book): Record<string, Grid> {
  const rows: Record<string, Grid> = {};
  for (const form of programme.forms) rows[form.key] = readNeeded(book, rowsTab(form));
  return rows;
}

function periodsOf({ book, settings, register }: OpenedBook, rows: Readonly<Record<string, Grid>>): StoredPeriod[] {
  for (const form of programme.forms) {
    const [row] = unreadableCorrections(form, rows[form.key]!);
    if (row !== undefined)
      throw new Refusal(
        `Вкладка «${rowsTabName(form)}», строка ${row}: в столбце «Исправлено после закрытия» стоит не исправление. Уберите этот текст: исправления записывает команда «Исправить закрытый период…».`,
      );
  }
  return storedPeriods(programme, { settings, schools: register.schools, periods: readNeeded(book, 'periods'), rows });
}

/** A closed period with its corrections. Its rows are no run's business any more, so they need not be of the valid one. */
export const readClosed = (opened: OpenedBook, period: PeriodKey): StoredPeriod | undefined =>
  periodsOf(opened, consolidatedRows(opened.book)).find((item) => item.closed && item.key === period);
