import { counted, quarterTitle, type SentCounts } from '../../model';
import {
  afterImport,
  type ImportedRow,
  type ImportPlan,
  importedRows,
  isAsHandedIn,
  planImport,
  readPeriods,
  readSchoolTab,
} from '../../pipeline';
import { programme } from '../../programme';
import { imports } from '../../programme/imports';
import { schoolTab } from '../../workbook/names';
import { Refusal, readNeeded } from '../book';
import type { Command } from '../command';
import { mend } from '../mend';
import { type OpenedBook, openForRun } from '../opened-book';
import { localIso, now, type Outcome, record } from '../run';
import { locateSchoolTabs } from '../school-tabs';
import { readWhole } from '../tab-reader';

/** What came of an import: what was written, what the tabs had already, what differs and what was refused. */
export interface Imported extends Outcome {
  readonly put: number;
  readonly same: number;
  readonly questions: readonly string[];
  readonly refused: readonly string[];
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, count) => all + count, 0);

/** For panels: the counts that were found in files, written into the open period's forms of the schools. */
function apply(sent: readonly SentCounts[]): Imported {
  const opened = openForRun();
  const mended = mend(opened, 'координатор');
  if (mended) throw new Refusal(`${mended.lines.join(' ')} Внесите файл ещё раз.`);
  const { book, settings, register } = opened;
  const closed = new Set(readPeriods(readNeeded(book, 'periods')).map(({ key }) => key));
  const target = { programme, rules: imports, schools: register.schools, open: settings.period, closed };
  if (closed.has(settings.period))
    throw new Refusal(
      `${quarterTitle(settings.period)} закрыт: откройте в «Настройках» следующий период и внесите файл ещё раз.`,
    );
  const { rows, refused } = importedRows(target, Array.isArray(sent) ? sent : []);
  const schools = register.schools.filter(({ key }) => rows.some(({ school }) => school === key));
  const { tabs } = locateSchoolTabs(book, schools);
  const questions: string[] = [];
  const told: string[] = [];
  let [put, same] = [0, 0];
  for (const { school, grid } of tabs) {
    const own = rows.filter((row) => row.school === school.key);
    const made = grid && applyToSchool(opened, school.key, own);
    if (!made) {
      questions.push(`${school.name}: вкладка не читается. Проверьте её («Проверить вкладку») и внесите файл ещё раз.`);
      continue;
    }
    put += sum(made.put);
    same += sum(made.same);
    questions.push(...made.questions.map((question) => `${school.name}. ${question}`));
    const forms = [...made.put].map(([title, count]) => `«${title}» – ${counted(count, 'строка', 'строки', 'строк')}`);
    if (forms.length > 0) told.push(`${school.name}: ${forms.join(', ')}.`);
  }
  if (told.length > 0)
    record(book, { who: 'координатор', what: 'Внесено из файла', stamp: '', details: told.join(' ') });
  const lines = [
    ...(told.length > 0 ? told : ['Ничего не внесено.']),
    ...(same > 0 ? [`Уже стояло то же: ${counted(same, 'строка', 'строки', 'строк')}.`] : []),
    ...questions,
    ...refused,
  ];
  return { title: 'Внесено из файла', lines, put, same, questions, refused };
}

/** Null where the tab cannot be read. */
function applyToSchool(
  { book, settings }: OpenedBook,
  school: string,
  rows: readonly ImportedRow[],
): ImportPlan | null {
  const sheet = book.sheet(schoolTab(school))!;
  const read = () => readSchoolTab(programme, readWhole(sheet));
  const note = `Внесено районом ${now('dd.MM.yyyy')}`;
  let tab = read();
  if (tab.trouble.length > 0 || tab.period !== settings.period) return null;
  const kept = isAsHandedIn(programme, tab, localIso());
  let plan = planImport(tab, rows, note);
  if (plan.lacking.length > 0) {
    // From below upwards, so that no row moves before its turn.
    book.apply([...plan.lacking].sort((a, b) => b.after - a.after));
    tab = read();
    plan = planImport(tab, rows, note);
  }
  if (plan.patches.length === 0) return plan;
  book.apply(plan.patches);
  book.apply(afterImport(programme, read(), plan.written, kept, localIso()));
  return plan;
}

export const applyImport: Command<[sent: readonly SentCounts[]], Imported> = {
  name: 'applyImport',
  needs: 'lock',
  run: apply,
};
