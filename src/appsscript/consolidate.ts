import { counted, quarterTitle } from '../model';
import {
  CONSOLIDATED,
  type Consolidation,
  consolidate,
  type Register,
  registerSummary,
  remarksOf,
  SUBMITTED,
  type TakenRegister,
} from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import { mend } from './mend';
import { type OpenedBook, openForRun } from './opened-book';
import { publish } from './publish';
import { settleRegisters } from './registers';
import { type Actor, inWords, now, type Outcome, outOfTime, record } from './run';
import { locateSchoolTabs } from './school-tabs';
import { readWhole, TabReader } from './tab-reader';

/** A consolidation with what was noticed about the tabs. */
export interface ConsolidationRun extends Consolidation {
  readonly notes: readonly string[];
  readonly registers: readonly TakenRegister[];
}

/** Whose reading it is when it goes on from a run that stopped. */
export interface Purpose {
  readonly name: string;
  readonly freshMinutes?: number;
}
const BY_CLICK: Purpose = { name: 'click' };
/** It goes on every hour, and nobody types at night. */
export const BY_NIGHT: Purpose = { name: 'night', freshMinutes: 5 * 60 };

/** Takes all tabs in, publishes, names the run in the journal, which makes it the valid one, and writes changed remarks. */
export function consolidateNow(opened: OpenedBook, who: Actor, purpose = BY_CLICK): ConsolidationRun {
  const { book, settings, register } = opened;
  const reader = new TabReader(`${purpose.name} ${settings.period}`, purpose.freshMinutes);
  const { tabs, notes } = locateSchoolTabs(book, register.schools, (sheet) => reader.read(sheet));
  reader.finish();
  reader.forget();
  const when = now();
  const stamp = `${now('yyyyMMdd-HHmmss')}-${Utilities.getUuid().slice(0, 4)}`;
  const read = reader.since ? [`Часть вкладок прочитана раньше, начиная с ${inWords(reader.since)}.`] : [];
  const consolidation = consolidate({ programme, settings, tabs, stamp, when });
  publish(book, consolidation.publish);
  const registers = settleRegisters(opened, consolidation.results.figures);
  const result = { ...consolidation, registers, notes: [...notes, ...read, ...registerSummary(registers)] };
  record(book, { who, what: CONSOLIDATED, stamp, details: summary(result, register).join(' ') });
  writeRemarks(opened, result, reader);
  return result;
}

/** Those of a tab that was read by an earlier run are made anew: its rows may have moved since. */
function writeRemarks(
  { book, settings, register }: OpenedBook,
  { remarks }: ConsolidationRun,
  reader: TabReader,
): void {
  for (const remark of remarks) {
    if (outOfTime()) return;
    const sheet = book.sheet(remark.tab)!;
    if (reader.isFresh(sheet)) book.apply([remark]);
    else {
      const school = register.schools.find(({ key }) => schoolTab(key) === remark.tab)!;
      book.apply(remarksOf(programme, settings.period, { school, grid: readWhole(sheet) }));
    }
  }
}

/** The run in sentences: how many schools, rows and errors, and who was not counted and why. */
export function summary({ results, statuses, trouble, notes }: ConsolidationRun, register: Register): string[] {
  const schools = register.schools.length;
  const taken = schools - Object.keys(trouble).length;
  const rows = [...results.checked.values()].flat().flatMap((form) => form.rows);
  const left = rows.filter((row) => !row.valid).length;
  const drafts = register.schools.filter(({ key }) => !(key in trouble) && !statuses[key]?.startsWith(SUBMITTED));
  const notHandedIn = drafts.length > 0 ? [`Ещё не сдали: ${drafts.map(({ name }) => name).join(', ')}.`] : [];
  const names = new Map(register.schools.map((school) => [school.key, school.name]));
  return [
    `${quarterTitle(results.period)}: собрано школ ${taken} из ${schools}, ${counted(rows.length, 'строка', 'строки', 'строк')}.`,
    ...notHandedIn,
    ...(left > 0 ? [`Из-за ошибок не учтено строк: ${left}; они отмечены в столбце «Учтено».`] : []),
    ...Object.entries(trouble).map(([school, why]) => `Не прочитана вкладка «${names.get(school)}»: ${why}.`),
    ...notes,
    ...register.trouble,
  ];
}

export function runConsolidation(who: Actor, purpose = BY_CLICK): Outcome {
  const opened = openForRun();
  const mended = mend(opened, who);
  if (mended) return mended;
  return { title: 'Свод собран', lines: summary(consolidateNow(opened, who, purpose), opened.register) };
}
