import { evolve, factsOf, outputTabs, type SchoolGrid } from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import { applyPatch } from './book';
import { removeUnfinished } from './create-tab';
import { ensureTabs } from './ensure-tabs';
import type { OpenedBook } from './opened-book';
import { type Actor, outOfTime, record } from './run';
import { readWhole } from './tab-reader';

/**
 * Brings tabs to a programme that has grown since they were made, before they are read; gives them as they stand then.
 * A tab that is not reached in time is read as it is: what it lacks is named.
 */
export function evolveTabs({ book, settings }: OpenedBook, tabs: readonly SchoolGrid[], who: Actor): SchoolGrid[] {
  return tabs.map(({ school, grid }) => {
    const sheet = grid && book.sheet(schoolTab(school.key));
    if (!sheet) return { school, grid };
    const facts = (period: string) => factsOf(programme, settings, school, period);
    const gid = String(sheet.getSheetId());
    if (evolve(programme, grid, facts, gid).patches.length === 0 || outOfTime()) return { school, grid };
    // As it stands now: it may have been read some time ago.
    const { patches, words } = evolve(programme, readWhole(sheet), facts, gid);
    for (const patch of patches) applyPatch(sheet, patch);
    if (words.length > 0)
      record(book, { who, what: 'Вкладка дополнена', stamp: '', details: `${school.name}: ${words.join('; ')}` });
    return { school, grid: readWhole(sheet) };
  });
}

/** Service tabs that a grown programme asks for. A workbook that was never set up has none and is left to its set-up. */
export function evolveServiceTabs({ book }: OpenedBook, who: Actor): void {
  if (!book.sheet('journal')) return;
  const missing = outputTabs(programme).filter(({ key }) => !book.sheet(key));
  if (missing.length === 0) return;
  // What a run that died on the way has left would be in the way.
  removeUnfinished(book.spreadsheet);
  const made: string[] = [];
  ensureTabs(book, missing, made);
  if (made.length > 0) record(book, { who, what: 'Вкладки созданы', stamp: '', details: made.join(', ') });
}
