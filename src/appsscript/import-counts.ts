import {
  type Grid,
  type ImportDifference,
  type ImportedForm,
  type PeriodKey,
  quarterTitle,
  type SentCounts,
} from '../model';
import {
  afterImport,
  type ImportDecisions,
  type ImportedRow,
  type ImportPlan,
  importedRows,
  isAsHandedIn,
  planImport,
  readPeriods,
  readSchoolTab,
} from '../pipeline';
import { programme } from '../programme';
import { imports } from '../programme/imports';
import { schoolTab } from '../workbook/names';
import { Refusal, readNeeded } from './book';
import type { OpenedBook } from './opened-book';
import { localIso, now } from './run';
import { locateSchoolTabs } from './school-tabs';
import { readWhole } from './tab-reader';

/** What came, or would come, of counts from files: school by school, in the register's order. */
export interface CountsTaken {
  readonly put: readonly ImportedForm[];
  readonly same: readonly ImportedForm[];
  readonly differences: readonly ImportDifference[];
  readonly replaced: readonly ImportDifference[];
  readonly notDue: readonly (ImportedForm & { readonly key: string })[];
  /** Why something of a school is not written, beginning with its name, in Russian. */
  readonly troubles: readonly string[];
  /** The same of what belongs to no tab of this period. */
  readonly refused: readonly string[];
  /** Rows of which the file does not say the period. */
  readonly undated: number;
}

/** What a person has decided of the counts; nothing of it for a look that changes nothing. */
export type Decided = Omit<ImportDecisions, 'note'> & { readonly assumesOpen?: boolean };

/** Writes counts into the open period's forms of the schools; without `decided` it only says what would come of it. */
export function takeCounts(
  opened: OpenedBook,
  sent: readonly SentCounts[],
  decided: Decided,
  writes: boolean,
): CountsTaken {
  const { book, settings, register } = opened;
  const closed = closedPeriods(opened);
  const target = {
    programme,
    rules: imports,
    schools: register.schools,
    open: settings.period,
    closed,
    assumesOpen: decided.assumesOpen,
  };
  const { rows, refused, undated } = importedRows(target, Array.isArray(sent) ? sent : []);
  const schools = register.schools.filter(({ key }) => rows.some(({ school }) => school === key));
  const { tabs } = locateSchoolTabs(book, schools);
  const all = tabs.map(({ school, grid }) => {
    const own = rows.filter((row) => row.school === school.key);
    const plan =
      grid && planned(opened, school.key, grid, own, { ...decided, note: noteOfToday(settings.period) }, writes);
    return { school, plan };
  });
  const each = <T>(of: (plan: ImportPlan, school: (typeof all)[number]['school']) => readonly T[]): T[] =>
    all.flatMap(({ plan, school }) => (plan ? of(plan, school) : []));
  return {
    put: each(({ put }, { key }) => formsOf(key, put)),
    same: each(({ same }, { key }) => formsOf(key, same)),
    differences: each(({ differences }) => differences),
    replaced: each(({ replaced }) => replaced),
    notDue: each(({ notDue }, { key }) => [...notDue].map(([form, count]) => unasked(key, form, count))),
    troubles: all.flatMap(({ school, plan }) =>
      plan
        ? plan.troubles.map((words) => `${school.name}. ${words}`)
        : [
            `${school.name}: вкладка не читается. Откройте её, почините («Создать или починить вкладки») и внесите файл ещё раз.`,
          ],
    ),
    refused,
    undated,
  };
}

/** With the period: a note stays at its cell when the tab turns to the next one. */
const noteOfToday = (period: PeriodKey): string => `Внесено районом ${now('dd.MM.yyyy')} за ${quarterTitle(period)}`;

function closedPeriods({ book, settings: { period } }: OpenedBook): Set<PeriodKey> {
  const closed = new Set(readPeriods(readNeeded(book, 'periods')).map(({ key }) => key));
  if (closed.has(period))
    throw new Refusal(
      `${quarterTitle(period)} закрыт: откройте в «Настройках» следующий период и внесите файл ещё раз.`,
    );
  return closed;
}

const formsOf = (school: string, counts: ReadonlyMap<string, number>): ImportedForm[] =>
  [...counts].map(([form, rows]) => ({ school, form, rows }));

function unasked(school: string, key: string, rows: number) {
  return { school, key, form: programme.forms.find((form) => form.key === key)!.title, rows };
}

/** Null where the tab cannot be read. */
function planned(
  { book, settings }: OpenedBook,
  school: string,
  grid: Grid,
  rows: readonly ImportedRow[],
  decisions: ImportDecisions,
  writes: boolean,
): ImportPlan | null {
  const sheet = book.sheet(schoolTab(school))!;
  const read = () => readSchoolTab(programme, readWhole(sheet));
  let tab = readSchoolTab(programme, grid);
  if (tab.trouble.length > 0 || tab.period !== settings.period) return null;
  let plan = planImport(tab, rows, decisions);
  if (!writes) return plan;
  const kept = isAsHandedIn(programme, tab, localIso());
  if (plan.lacking.length > 0) {
    // From below upwards, so that no row moves before its turn.
    book.apply([...plan.lacking].sort((a, b) => b.after - a.after));
    tab = read();
    plan = planImport(tab, rows, decisions);
  }
  if (plan.patches.length === 0) return plan;
  book.apply(plan.patches);
  book.apply(afterImport(programme, read(), plan.written, kept, localIso()));
  return plan;
}
