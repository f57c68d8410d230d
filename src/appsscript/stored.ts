import type { Grid, PeriodKey } from '../model';
import { mixedForms, type StoredPeriod, storedPeriods, unreadableCorrections, validRun } from '../pipeline';
import { programme } from '../programme';
import { rowsTab, rowsTabName } from '../workbook/names';
import { type Book, Refusal, readNeeded } from './book';
import { type OpenedBook, openForRun } from './opened-book';

/** All periods as stored, oldest first. Tabs written by different runs are refused: they would be a mixture. */
export function readStored(): { periods: StoredPeriod[]; opened: OpenedBook } {
  const opened = openForRun();
  const { book } = opened;
  const rows = consolidatedRows(book);
  const valid = validRun(readNeeded(book, 'journal'));
  if (!valid) throw new Refusal('Свод ещё не собран. Нажмите «Собрать свод».');
  const mixed = mixedForms(programme, rows, valid).map(rowsTabName);
  if (mixed.length > 0)
    throw new Refusal(
      `Вкладки записаны разными сводами или изменены после свода (${mixed.join(', ')}). Нажмите «Собрать свод».`,
    );
  return { periods: periodsOf(opened, rows, valid.at), opened };
}

/** Every consolidated tab of rows, by form key. */
export function consolidatedRows(book: Book): Record<string, Grid> {
  const rows: Record<string, Grid> = {};
  for (const form of programme.forms) rows[form.key] = readNeeded(book, rowsTab(form));
  return rows;
}

function periodsOf(
  { book, settings, register }: OpenedBook,
  rows: Readonly<Record<string, Grid>>,
  at: string,
): StoredPeriod[] {
  for (const form of programme.forms) {
    const [row] = unreadableCorrections(form, rows[form.key]!);
    if (row !== undefined)
      throw new Refusal(
        `Вкладка «${rowsTabName(form)}», строка ${row}: служебные данные об исправлениях повреждены. Верните их через «Файл», «История версий»: исправления записывает команда «Исправить закрытый период…».`,
      );
  }
  return storedPeriods(programme, {
    settings,
    schools: register.schools,
    periods: readNeeded(book, 'periods'),
    status: readNeeded(book, 'status'),
    rows,
    at,
  });
}

/** A closed period with its corrections. Its rows are no run's business any more, so they need not be of the valid one. */
export const readClosed = (opened: OpenedBook, period: PeriodKey): StoredPeriod | undefined =>
  periodsOf(opened, consolidatedRows(opened.book), '').find((item) => item.closed && item.key === period);
