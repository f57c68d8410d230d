import type { Grid, PeriodKey } from '../model';
import {
  closedSlip,
  mixedForms,
  readPeriods,
  readTable,
  type Snapshot,
  type StoredPeriod,
  shownTables,
  statusTable,
  storedPeriods,
  unreadableCorrections,
  validRun,
} from '../pipeline';
import { programme } from '../programme';
import { rowsTab, rowsTabName } from '../workbook/names';
import { type Book, Refusal, readNeeded } from './book';
import { type OpenedBook, openForRun } from './opened-book';
import { type ClosedData, isSound, refuseDamaged } from './verify-closed';

/** By «Состояние», whose closed rows stay: a snapshot may be gone. */
export const wasClosedBefore = ({ book, settings }: OpenedBook): boolean =>
  readTable(statusTable(programme.forms), book.read('status') ?? []).some(({ period }) => period !== settings.period);

/** All periods as stored, oldest first. Tabs written by different runs are refused: they would be a mixture. */
export function readStored(): { periods: StoredPeriod[]; opened: OpenedBook; closedData: ClosedData } {
  const opened = openForRun();
  const { book } = opened;
  const rows = consolidatedRows(book);
  const valid = validRun(readNeeded(book, 'journal'));
  if (!valid) throw new Refusal('Свод ещё не собран. Нажмите «Собрать свод».');
  const periods = readNeeded(book, 'periods');
  refuseClosed(opened.settings.period, periods, valid.period);
  const mixed = mixedForms(programme, rows, valid).map(rowsTabName);
  if (mixed.length > 0)
    throw new Refusal(
      `Вкладки записаны разными сводами или изменены после свода (${mixed.join(', ')}). Нажмите «Собрать свод».`,
    );
  const closedData = { periods, rows, open: opened.settings.period };
  return { periods: periodsOf(opened, closedData, valid.at), opened, closedData };
}

/** The settings name a closed period, and what is published is of another: its schools would seem to have given nothing. */
function refuseClosed(open: PeriodKey, periods: Grid, published: PeriodKey): void {
  const closed = readPeriods(periods).map(({ key }) => key);
  const slip = open !== published && closed.includes(open) ? closedSlip({ open, closed, tabs: [published] }) : null;
  if (slip) throw new Refusal(slip);
}

/** Every consolidated tab of rows, by form key. */
export function consolidatedRows(book: Book): Record<string, Grid> {
  const rows: Record<string, Grid> = {};
  for (const form of programme.forms) rows[form.key] = readNeeded(book, rowsTab(form));
  return rows;
}

function periodsOf(
  { book, settings, register }: OpenedBook,
  { periods, rows }: ClosedData,
  at: string,
): StoredPeriod[] {
  for (const form of programme.forms) {
    const [row] = unreadableCorrections(form, rows[form.key]!);
    if (row !== undefined)
      throw new Refusal(
        `Вкладка «${rowsTabName(form)}», строка ${row}: служебные данные об исправлениях повреждены. Верните их через «Файл», «История версий»: исправления записывает команда «Исправить закрытый период…».`,
      );
  }
  refuseUnreadable(periods);
  return storedPeriods(programme, {
    settings,
    schools: register.schools,
    periods,
    status: readNeeded(book, 'status'),
    rows,
    at,
  });
}

/** A form that has just come has no tab yet; where one was deleted, its closed rows are missed. */
const rowsThereAre = (book: Book): Record<string, Grid> =>
  Object.fromEntries(programme.forms.map((form) => [form.key, book.read(rowsTab(form)) ?? []]));

export const closedDataOf = ({ book, settings }: OpenedBook): ClosedData => ({
  periods: readNeeded(book, 'periods'),
  rows: rowsThereAre(book),
  open: settings.period,
});

/** With the tabs that are made of the closed rows. */
export const closedAndShown = (opened: OpenedBook): ClosedData => ({
  ...closedDataOf(opened),
  shown: Object.fromEntries(
    shownTables(programme).flatMap(({ key }) => {
      const grid = opened.book.read(key);
      return grid ? [[key, grid]] : [];
    }),
  ),
});

/** Of a snapshot that is no data any more nothing can be told. */
function refuseUnreadable(periods: Grid): void {
  for (const period of readPeriods(periods)) {
    if (isSound(period) || isSnapshot(period.json)) continue;
    refuseDamaged(periods, period.key);
  }
}

function isSnapshot(text: string): boolean {
  try {
    const { schools, settings, statuses, trouble } = (JSON.parse(text) ?? {}) as Partial<Snapshot>;
    return Array.isArray(schools) && [settings, statuses, trouble].every((part) => typeof part === 'object' && part);
  } catch {
    return false;
  }
}

/** Closed periods with their corrections. Their rows are no run's business any more, so they need not be of the valid one. */
export const allClosed = (opened: OpenedBook): StoredPeriod[] =>
  periodsOf(opened, closedDataOf(opened), '').filter(({ closed }) => closed);
