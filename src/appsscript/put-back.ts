import { type PeriodKey, quarterTitle } from '../model';
import { type KeyedRow, planPutBack, putBackRows, rowsTable } from '../pipeline';
import { programme } from '../programme';
import { rowsTab } from '../workbook/names';
import { readNeeded } from './book';
import type { OpenedBook } from './opened-book';
import { agrees, record } from './run';
import { stampShown } from './shown-stamps';
import { closedAndShown } from './stored';
import { type ClosedTrouble, closedTrouble, isReturnable, wayOut } from './verify-closed';

/**
 * «Вернуть как было»: what was changed of closed periods is named and, if the coordinator agrees, put back from their
 * snapshots. A period in which tabs of schools are `standing` has none yet.
 */
export function putBackClosed(
  opened: OpenedBook,
  closed: readonly PeriodKey[],
  standing: readonly PeriodKey[],
): string[] {
  if (closed.length === 0) return [];
  const { book } = opened;
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
  putBackShown(opened, ours);
  SpreadsheetApp.flush();
  const periods = [...new Set(ours.map(({ period }) => quarterTitle(period)))].join(', ');
  const line = `Данные закрытых периодов возвращены, как были при закрытии: ${periods}. Было изменено: ${wordsOf(ours)}.`;
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

/** Made anew from the rows, which have been put back before. */
function putBackShown({ book, settings }: OpenedBook, ours: readonly ClosedTrouble[]): void {
  for (const { shown, period } of ours) {
    if (!shown) continue;
    const { table, rows } = shown;
    const patches = planPutBack(table, readNeeded(book, table.key), settings.period, new Map([[period, rows]]));
    if (!patches) continue;
    book.apply(patches);
    SpreadsheetApp.flush();
    stampShown(book, period, [table.key]);
  }
}

const wordsOf = (found: readonly ClosedTrouble[]): string => found.map(({ words }) => words).join('; ');

const agreed = (found: readonly ClosedTrouble[]): boolean =>
  agrees(
    'Вернуть как было',
    `Данные закрытых периодов изменены:\n\n${found.map(({ words }) => words).join('\n')}\n\nВернуть как было?`,
  );
