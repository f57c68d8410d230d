import { type PeriodKey, quarterTitle, quoted } from '../model';
import {
  type KeyedRow,
  planPutBack,
  putBackRows,
  readPeriods,
  rowsTable,
  type ShownAgain,
  stampOfShown,
  type Table,
  withRetired,
} from '../pipeline';
import { programme } from '../programme';
import { rowsTab } from '../workbook/names';
import { readNeeded } from './book';
import type { OpenedBook } from './opened-book';
import { agrees, record } from './run';
import { stampShown, widened } from './shown-stamps';
import { closedAndShown, closedDataOf, wasClosedBefore } from './stored';
import { againOf, type ClosedTrouble, closedTrouble, isReturnable, wayOut } from './verify-closed';

/**
 * «Вернуть как было»: what was changed of closed periods is named and, if the coordinator agrees, put back from their
 * snapshots. A period in which tabs of schools are `standing` has none yet.
 */
export function putBackClosed(
  opened: OpenedBook,
  closed: readonly PeriodKey[],
  standing: readonly PeriodKey[],
): string[] {
  const { book } = opened;
  if (closed.length === 0 && !wasClosedBefore(opened)) return [];
  const found = closedTrouble(closedAndShown(opened)).filter(
    ({ unknown, period }) => !unknown || !standing.includes(period),
  );
  if (found.length === 0) return [];
  const lost = found.filter((trouble) => !isReturnable(trouble));
  const rest = lost.length === 0 ? [] : [`Изменено и само не вернётся: ${wordsOf(lost)}. ${wayOut(lost)}`];
  const ours = found.filter(isReturnable);
  if (ours.length === 0) return rest;
  if (!agreed(ours)) return [`Данные закрытых периодов оставлены изменёнными: ${wordsOf(ours)}.`, ...rest];
  putBackRowsOf(opened, ours);
  SpreadsheetApp.flush();
  const others = putBackShown(opened, ours);
  const periods = [...new Set(ours.map(({ period }) => quarterTitle(period)))].join(', ');
  const anew =
    others.length > 0
      ? ` Программа с тех пор изменилась, по ней посчитано заново: ${others.map(quoted).join(', ')}.`
      : '';
  const line = `Данные закрытых периодов (${periods}) возвращены, как были при закрытии. Было изменено: ${wordsOf(ours)}.${anew}`;
  record(book, { who: 'координатор', what: 'Закрытые данные возвращены', stamp: '', details: line });
  return [line, ...rest];
}

function putBackRowsOf({ book, settings }: OpenedBook, ours: readonly ClosedTrouble[]): void {
  for (const form of programme.forms) {
    const own = ours.filter((trouble) => trouble.form === form);
    if (own.length === 0) continue;
    // As it stands now: the question may have been open for long.
    const grid = readNeeded(book, rowsTab(form));
    const frozen = new Map<PeriodKey, readonly KeyedRow[]>(
      own.map((trouble) => [
        trouble.period,
        putBackRows(form, grid, trouble.period, trouble.frozen!, trouble.corrections ?? null),
      ]),
    );
    book.apply(planPutBack(rowsTable(form), grid, settings.period, frozen) ?? []);
  }
}

/** What one of the tabs that are made of the rows is to show of a closed period. */
interface ShownOf {
  readonly period: PeriodKey;
  readonly again: ShownAgain;
}

/**
 * Made anew from the rows, which have been put back before. Gives the tabs that show other rows than at the closing, since
 * the programme has changed.
 */
function putBackShown(opened: OpenedBook, ours: readonly ClosedTrouble[]): string[] {
  const changed = ours.flatMap(({ shown, period }) => (shown ? [{ key: shown.table.key, period }] : []));
  if (changed.length === 0) return [];
  const data = closedDataOf(opened);
  const stamped = new Map(readPeriods(data.periods).map(({ key, shown }) => [key, shown]));
  const periods = [...new Set(changed.map(({ period }) => period))];
  const made = periods.flatMap((period) =>
    againOf(data, period)
      .filter(({ table }) => changed.some((each) => each.period === period && each.key === table.key))
      .map((again): ShownOf => ({ period, again })),
  );
  const tabs = new Set(made.map(({ again }) => again.table.key));
  const written = [...tabs].flatMap((key) =>
    putBackTab(
      opened,
      made.filter(({ again }) => again.table.key === key),
    ),
  );
  SpreadsheetApp.flush();
  for (const period of periods)
    stampShown(
      opened.book,
      period,
      written.filter((each) => each.period === period).map(({ again }) => again),
    );
  const others = written.filter(({ period, again }) => stampOfShown(again) !== stamped.get(period)?.[again.table.key]);
  return [...new Set(others.map(({ again }) => again.table.name))];
}

/** All its periods at once: where the column of periods is gone they are told apart by what stands below what. */
function putBackTab({ book, settings }: OpenedBook, made: readonly ShownOf[]): ShownOf[] {
  const table = withAllColumns(made.map(({ again }) => again.table));
  const grid = widened(book, table);
  const written = made.map(({ period, again }) => ({ period, again: withRetired(programme, grid, period, again) }));
  const frozen = new Map(written.map(({ period, again }) => [period, again.rows]));
  book.apply(planPutBack(table, grid, settings.period, frozen) ?? []);
  return written;
}

/** Schools come and go, and each has a column. */
const withAllColumns = (tables: readonly Table[]): Table => ({
  ...tables[0]!,
  columns: [...new Map(tables.flatMap(({ columns }) => columns.map((column) => [column.key, column]))).values()],
});

const wordsOf = (found: readonly ClosedTrouble[]): string => found.map(({ words }) => words).join('; ');

const agreed = (found: readonly ClosedTrouble[]): boolean =>
  agrees(
    'Вернуть как было',
    `Данные закрытых периодов изменены:\n\n${found.map(({ words }) => words).join('\n')}\n\nВернуть как было?`,
  );
