import { counted, quarterTitle } from '../model';
import {
  CONSOLIDATED,
  type Consolidation,
  consolidate,
  type Register,
  readSchools,
  readSettings,
  type Settings,
} from '../pipeline';
import { programme } from '../programme';
import { type Book, openBook, Refusal, readNeeded } from './book';
import { mendClosing } from './close-period';
import { publish } from './publish';
import { type Actor, exclusively, now, type Outcome, record } from './run';
import { locateSchoolTabs } from './school-tabs';

/** The workbook with what every run needs to know of it. */
export interface OpenedBook {
  readonly book: Book;
  readonly settings: Settings;
  readonly register: Register;
}

export function openForRun(): OpenedBook {
  const bare = openBook(programme);
  const settings = readSettings(programme, readNeeded(bare, 'settings'));
  if (settings.trouble.length > 0) throw new Refusal(settings.trouble.join('\n'));
  const register = readSchools(readNeeded(bare, 'schools'));
  return { book: openBook(programme, register.schools), settings, register };
}

/** A consolidation with what was noticed about the tabs. */
export interface ConsolidationRun extends Consolidation {
  readonly notes: readonly string[];
}

/** Takes all tabs in, publishes, writes changed remarks. The journal names the run last, which makes it the valid one. */
export function consolidateNow({ book, settings, register }: OpenedBook, who: Actor): ConsolidationRun {
  const when = now();
  const stamp = `${now('yyyyMMdd-HHmmss')}-${Utilities.getUuid().slice(0, 4)}`;
  const { tabs, notes } = locateSchoolTabs(book, register.schools);
  const result = { ...consolidate({ programme, settings, tabs, stamp, when }), notes };
  publish(book, result.publish);
  book.apply(result.remarks);
  record(book, { who, what: CONSOLIDATED, stamp, details: summary(result, register).join(' ') });
  return result;
}

/** The run in sentences: how many schools, rows and errors, and who was not counted and why. */
export function summary({ results, trouble, notes }: ConsolidationRun, register: Register): string[] {
  const schools = register.schools.length;
  const taken = schools - Object.keys(trouble).length;
  const rows = [...results.checked.values()].flat().flatMap((form) => form.rows);
  const left = rows.filter((row) => !row.valid).length;
  const names = new Map(register.schools.map((school) => [school.key, school.name]));
  return [
    `${quarterTitle(results.period)}: собрано школ ${taken} из ${schools}, ${counted(rows.length, 'строка', 'строки', 'строк')}.`,
    ...(left > 0 ? [`Из-за ошибок не учтено строк: ${left}; они отмечены в столбце «Учтено».`] : []),
    ...Object.entries(trouble).map(([school, why]) => `Не прочитана вкладка «${names.get(school)}»: ${why}.`),
    ...notes,
    ...register.trouble,
  ];
}

export function runConsolidation(who: Actor): Outcome {
  return exclusively(() => {
    const opened = openForRun();
    const mended = mendClosing(opened, who);
    if (mended) return mended;
    return { title: 'Свод собран', lines: summary(consolidateNow(opened, who), opened.register) };
  });
}
