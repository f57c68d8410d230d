import { type PeriodKey, quarterTitle, shortNames } from '../model';
import {
  factsOf,
  PERIOD,
  type PublishRequest,
  periodOfTab,
  publishedTables,
  readTable,
  redateTab,
  type SchoolGrid,
} from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import { applyPatch, type Book } from './book';
import type { OpenedBook } from './opened-book';
import { AT_ALL, publish } from './publish';
import { localIso, outOfTime, record } from './run';
import { readWhole } from './tab-reader';

/** What has become of tabs that stand in a period that was never closed and is not the open one; `more` when time ran out. */
export interface Redated {
  readonly lines: readonly string[];
  readonly more: boolean;
}

/**
 * A workbook that was set up in the wrong quarter, or whose period was mistyped, has its way back: the tabs follow the
 * settings. What was published of the other period is taken away first, as it would stand there as if it were closed.
 */
export function redateTabs(opened: OpenedBook, tabs: readonly SchoolGrid[], closed: readonly PeriodKey[]): Redated {
  const { book, settings } = opened;
  const { period } = settings;
  const isAstray = (at: PeriodKey | null): at is PeriodKey => at !== null && at !== period && !closed.includes(at);
  const astray = tabs.flatMap(({ school, grid }) => {
    const at = grid && periodOfTab(grid);
    return isAstray(at) ? [{ school, at }] : [];
  });
  const were = [...new Set(astray.map(({ at }) => at))].sort();
  for (const at of were) publish(book, nothingOf(book, at), AT_ALL);
  const done: string[] = [];
  for (const { school } of astray) {
    if (outOfTime()) return { lines: told(done, were, period), more: true };
    const sheet = book.sheet(schoolTab(school.key))!;
    // As it stands now: it may have been read some time ago.
    for (const patch of redateTab(programme, readWhole(sheet), period, factsOf(programme, settings, school)))
      applyPatch(sheet, patch);
    done.push(school.name);
  }
  const lines = told(done, were, period);
  if (lines.length > 0)
    record(book, { who: 'координатор', what: 'Период на вкладках исправлен', stamp: '', details: lines.join(' ') });
  return { lines, more: false };
}

/** The published tabs that hold rows of a period, without them. */
export const nothingOf = (book: Book, period: PeriodKey): PublishRequest[] =>
  publishedTables(programme)
    .filter((table) => readTable(table, book.read(table.key) ?? []).some((row) => row[PERIOD] === period))
    .map((table) => ({ table, rows: [], period, at: localIso() }));

const told = (names: readonly string[], were: readonly PeriodKey[], period: PeriodKey): string[] =>
  names.length === 0
    ? []
    : [
        `Период на вкладках исправлен: было ${were.map(quarterTitle).join(', ')}, теперь ${quarterTitle(period)} Введённое осталось, отметка «Сдать» снята: ${shortNames(names, 60)}. Соберите свод.`,
      ];
