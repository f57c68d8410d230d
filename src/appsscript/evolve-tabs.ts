import { evolve, factsOf, outputTabs, type SchoolGrid } from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import { applyPatch } from './book';
import { ensureTabs } from './ensure-tabs';
import type { OpenedBook } from './opened-book';
import { type Actor, outOfTime, record, Unfinished } from './run';
import { readWhole } from './tab-reader';
import { removeUnfinished } from './unfinished';

/** The tabs as they stand now, what has become of them, and the names of those that were not reached in time. */
export interface Evolved {
  readonly tabs: readonly SchoolGrid[];
  readonly told: readonly string[];
  readonly waiting: readonly string[];
}

/**
 * Brings tabs to a programme that has grown since they were made, before they are read. A tab that is not reached in time
 * is read as it is. `opens`: forms that nobody asks for come into sight where something stands on them.
 */
export function evolveTabs(
  { book, settings }: OpenedBook,
  tabs: readonly SchoolGrid[],
  who: Actor,
  opens = false,
): Evolved {
  const told: string[] = [];
  const waiting: string[] = [];
  const evolved = tabs.map((standing) => {
    const { school, grid } = standing;
    const sheet = grid && book.sheet(schoolTab(school.key));
    if (!sheet) return standing;
    const facts = (period: string) => factsOf(programme, settings, school, period);
    const gid = String(sheet.getSheetId());
    if (evolve(programme, grid, facts, gid, opens).patches.length === 0) return standing;
    if (outOfTime()) {
      waiting.push(school.name);
      return standing;
    }
    // As it stands now: it may have been read some time ago.
    const { patches, words } = evolve(programme, readWhole(sheet), facts, gid, opens);
    for (const patch of patches) applyPatch(sheet, patch);
    if (words.length > 0) {
      told.push(`${school.name}: ${words.join('; ')}.`);
      record(book, { who, what: 'Вкладка дополнена', stamp: '', details: `${school.name}: ${words.join('; ')}` });
    }
    return { school, grid: readWhole(sheet) };
  });
  return { tabs: evolved, told, waiting };
}

/** Service tabs that a grown programme asks for; true when some were made. A workbook that was never set up is left to its set-up. */
function evolveServiceTabs({ book, register }: OpenedBook, who: Actor): boolean {
  if (!book.sheet('journal')) return false;
  const designs = outputTabs(programme, register.schools);
  const missing = designs.filter(({ key }) => !book.sheet(key));
  if (missing.length === 0) return false;
  // What a run that died on the way has left would be in the way.
  removeUnfinished(book.spreadsheet);
  const made: string[] = [];
  const isWhole = ensureTabs(book, missing, made, designs);
  if (made.length > 0) record(book, { who, what: 'Вкладки созданы', stamp: '', details: made.join(', ') });
  const left = missing.filter(({ name }) => !made.includes(name)).map(({ name }) => name);
  if (!isWhole) stop(`Ещё не созданы: ${left.join(', ')}.`);
  return true;
}

/** Both, each as far as time allows: what took half of it ends the run, so that what comes next has a run of its own. */
export function evolveInTime(opened: OpenedBook, tabs: readonly SchoolGrid[], who: Actor): Evolved {
  if (evolveServiceTabs(opened, who)) stopInTime('Служебные вкладки дополнены.');
  const evolved = evolveTabs(opened, tabs, who);
  // A school whose new forms are lacking would be told that it owes nothing of them.
  if (evolved.waiting.length > 0)
    stop(`Ещё не дополнены тем, что появилось в программе: ${evolved.waiting.join(', ')}.`);
  if (evolved.told.length > 0) stopInTime('Вкладки школ дополнены.');
  return evolved;
}

function stopInTime(done: string): void {
  if (outOfTime(0.5)) stop(`${done} Свод ещё не собран.`);
}

function stop(words: string): never {
  const how =
    'Google отвечает медленно, время выполнения истекает: запустите эту команду ещё раз, она продолжит с того же места.';
  throw new Unfinished('Вкладки дополнены не все', [words, how]);
}
