import { isSparedRow, readClassSet } from '../domain';
import {
  type ClassSet,
  type Form,
  type PeriodKey,
  type RawRow,
  type StartKnown,
  type StartRow,
  textOf,
  yearAndQuarter,
} from '../model';
import { BLANK_MEMORY, type SchoolTab, type StartingRow, type TabFacts } from '../workbook';
import { controlOf, identityOfRaw } from './remember';
import { rememberedRows } from './tab-rows';

interface ListedClass {
  readonly raw: RawRow;
  readonly classes: ClassSet | null;
  readonly enrolled: number | null;
}

/** The class list as it stands on a tab. */
function classesOn(tab: SchoolTab): ListedClass[] {
  const list = tab.blocks.get('classes');
  if (!list) return [];
  return rememberedRows(tab, list, () => undefined).map(({ raw }) => {
    const { grade, letter, enrolled } = raw.cells;
    const isNumber = typeof enrolled === 'number' && !raw.percent?.includes('enrolled');
    return { raw, classes: readClassSet(textOf(grade), textOf(letter)), enrolled: isNumber ? enrolled : null };
  });
}

/** How many pupils are in the grades; null where a class is partly in them or its number is not known. */
function enrolledIn(classes: readonly ListedClass[], from: number, to: number): number | null {
  let sum = 0;
  for (const { classes: own, enrolled } of classes) {
    if (own && (own.to < from || own.from > to)) continue;
    if (!own || own.from < from || own.to > to || enrolled === null) return null;
    sum += enrolled;
  }
  return sum;
}

/** Pupils of the class that a row's cells name, as the class list has them; null where it does not say. */
export function enrolledBy(tab: SchoolTab): (cells: RawRow['cells']) => number | null {
  let listed: ListedClass[] | undefined;
  const nameOf = (classes: ClassSet | null): string =>
    classes ? `${classes.from}-${classes.to}${classes.letters.join()}` : '';
  return ({ grade, letter }) => {
    const wanted = nameOf(readClassSet(textOf(grade), textOf(letter)));
    listed ??= classesOn(tab);
    return (wanted && listed.find(({ classes }) => nameOf(classes) === wanted)?.enrolled) || null;
  };
}

const knownOn = (tab: SchoolTab, facts: TabFacts, period: PeriodKey): StartKnown => {
  const classes = classesOn(tab);
  return {
    quarter: yearAndQuarter(period).quarter,
    type: tab.type,
    partner: facts.partnerName ?? '',
    enrolledIn: (from, to) => (classes.length === 0 ? null : enrolledIn(classes, from, to)),
  };
};

/** A form with one row for a class starts from the class list; one row is enough where the form is asked of the whole school. */
function fromClasses(tab: SchoolTab, form: Form, { wholeSchool = [] }: TabFacts): StartRow[] {
  const first = form.firstGrade ?? 1;
  const listed = classesOn(tab).filter(({ classes }) => (classes?.to ?? 0) >= first);
  const keys = ['grade', 'letter', 'enrolled'].filter((key) => key in form.fields);
  const rows = listed.map(({ raw }) => Object.fromEntries(keys.map((key) => [key, raw.cells[key] ?? ''])));
  if (rows.length < 2 || !(wholeSchool.includes(form.key) || isAllSmall(form, listed))) return rows;
  const grades = listed.flatMap(({ classes }) => (classes ? [classes.from, classes.to] : []));
  const [from, to] = [Math.min(...grades), Math.max(...grades)];
  return [{ grade: `${from}-${to}`, enrolled: enrolledIn(listed, from, to) ?? '' }];
}

/** A school below this gives in one row what would tell on single children class by class. */
const SMALL_SCHOOL = 100;

function isAllSmall({ smallGroup = 0 }: Form, listed: readonly ListedClass[]): boolean {
  const counts = listed.map(({ enrolled }) => enrolled ?? 0);
  return counts.some((count) => count < smallGroup) && counts.reduce((sum, count) => sum + count, 0) < SMALL_SCHOOL;
}

const isClasswise = ({ followsClassList, identity }: Form): boolean =>
  followsClassList === true && identity.every((key) => key === 'grade' || key === 'letter');

/** The rows that a form which is asked for in a period starts with: nobody has to type what stands in them. */
export function prefilled(tab: SchoolTab, form: Form, facts: TabFacts, period = tab.period): StartingRow[] {
  if (!facts.due.includes(form.key)) return [];
  const spared = facts.spared?.rows[form.key];
  const rows = isClasswise(form) ? fromClasses(tab, form, facts) : (form.starts?.(knownOn(tab, facts, period)) ?? []);
  return rows
    .filter((cells) => !spared || !isSparedRow(form, spared, cells))
    .map((cells) => ({
      cells,
      memory: { ...BLANK_MEMORY, identity: identityOfRaw(form, { cells }), control: controlOf(form, cells) },
    }));
}
