import { type ObjectivityBounds, questionsOf, settingNumbers } from '../domain';
import {
  type Entry,
  fullSchoolYear,
  type ObjectivityQuestion,
  type ObjectivityRules,
  type PeriodKey,
  type Programme,
  type RegisterRow,
  type SchoolWork,
  type WorkMarks,
  yearAndQuarter,
} from '../model';
import type { ReportData } from '../report';
import type { StoredPeriod } from './stored-periods';
import { byYears, yearOf } from './years-of-works';

const REGION = 'регион';

/** Questions that the works of the last year raise, school by school; and for how many of them the region's results are known. */
export function objectivityOf(
  programme: Programme,
  periods: readonly StoredPeriod[],
  period: StoredPeriod,
  registers: ReportData['registers'],
): ReportData['objectivity'] {
  const rules = programme.objectivity;
  if (!rules) return () => null;
  return () => {
    const bounds = boundsOf(programme, rules, period);
    const of = (form: string, earlier: number) =>
      byYears(periods, period.key, earlier, (held) => worksIn([held], form));
    const ofWorks = of(rules.works, 2);
    const ofExams = of(rules.exam, 0);
    const keys = period.schools.map(({ key }) => key);
    const [works, before, earlier] = [0, 1, 2].map((back) => keys.flatMap((key) => ofWorks.inYear(key, back))) as [
      SchoolWork[],
      SchoolWork[],
      SchoolWork[],
    ];
    const exams = keys.flatMap((key) => ofExams.inYear(key, 0));
    const regional = (registers.references ?? []).filter((row) => isRegional(row, rules));
    const withRegion = works.filter((work) => regionOf(regional, work) !== null).length;
    const same = (own: SchoolWork, other: SchoolWork, lower: number): boolean =>
      other.school === own.school &&
      alike(other.subject, own.subject) &&
      Number(other.grade) === Number(own.grade) - lower;
    const current = works.flatMap((work) =>
      questionsOf(
        work,
        { region: regionOf(regional, work), exam: null, before: before.find((item) => same(work, item, 1)) ?? null },
        bounds,
      ),
    );
    // Those who sat the exam had written a year before it.
    const examined = [...works, ...before, ...earlier]
      .filter((work) => yearOf(work.period) + 1 === ofExams.latest(work.school))
      .filter(({ grade }) => Number(grade) === rules.examAfter)
      .flatMap((work) => {
        const exam = exams.find((item) => item.school === work.school && alike(item.subject, work.subject)) ?? null;
        const { lowered: _, raised: __, compared: ___, ...bare } = work;
        return questionsOf(bare, { region: null, exam, before: null }, bounds);
      });
    return { works: works.length, withRegion, questions: inOrder([...current, ...examined], period) };
  };
}

/** In the order of the register. */
const inOrder = (questions: readonly ObjectivityQuestion[], { schools }: StoredPeriod): ObjectivityQuestion[] =>
  schools.flatMap(({ key }) => questions.filter(({ school }) => school === key));

function boundsOf(programme: Programme, { settings }: ObjectivityRules, period: StoredPeriod): ObjectivityBounds {
  const setting = settingNumbers(programme.settings, period.settings);
  const read = Object.entries(settings).map(([key, of]) => [key, setting(of)]);
  return Object.fromEntries(read) as unknown as ObjectivityBounds;
}

const worksIn = (periods: readonly StoredPeriod[], form: string): SchoolWork[] =>
  periods.flatMap(({ key, results }) =>
    [...results.checked].flatMap(([school, forms]) =>
      (forms.find((checked) => checked.form.key === form)?.rows ?? []).flatMap(({ entry, valid }) =>
        valid ? workOf(school, key, entry) : [],
      ),
    ),
  );

function workOf(school: string, period: PeriodKey, { texts, numbers }: Entry): SchoolWork[] {
  const { participants, five, four, two, lowered, confirmed, raised } = numbers;
  if (!participants || five == null || four == null || two == null) return [];
  const compared =
    lowered == null || confirmed == null || raised == null ? {} : { compared: lowered + confirmed + raised };
  return [
    {
      ...{ school, period, subject: texts.subject ?? '', grade: texts.grade ?? '' },
      ...{ participants, good: five + four, two },
      ...(lowered == null ? {} : { lowered }),
      ...(raised == null ? {} : { raised }),
      ...compared,
    },
  ];
}

const words = (value: unknown): string =>
  String(value ?? '')
    .trim()
    .toLowerCase();
const alike = (one: string, other: string): boolean => words(one) === words(other);

const isRegional = ({ kind, indicator }: RegisterRow, { regional }: ObjectivityRules): boolean =>
  words(kind) === REGION && words(indicator) === words(regional);

/** The region's results of the same work: the register's row of its school year or of its calendar year. */
function regionOf(rows: readonly RegisterRow[], { period, subject, grade }: SchoolWork): WorkMarks | null {
  const years = [fullSchoolYear(period), String(yearAndQuarter(period).year)];
  const row = rows.find(
    (item) =>
      years.includes(words(item.year)) && words(item.grade) === words(grade) && alike(String(item.subject), subject),
  );
  const [n, five, four, two] = ['n', 'five', 'four', 'two'].map((key) => Number(row?.[key]));
  if (!row || !n || Number.isNaN(five! + four! + two!)) return null;
  return { subject, grade, participants: n, good: five! + four!, two: two! };
}
