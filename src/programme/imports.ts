import { type Cell, type ImportedCounts, type ImportRule, type PeriodKey, periodOfMonth } from '../model';

const number = (counts: ImportedCounts, key: string): number | null => {
  const value = counts[key];
  return typeof value === 'number' ? value : null;
};
const text = (counts: ImportedCounts, key: string): string => (counts[key] == null ? '' : String(counts[key]));

/** Fields by the names of counts; what is not given is left out. */
const taken = (counts: ImportedCounts, fields: Readonly<Record<string, string>>): Record<string, Cell> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, key]) => {
      const value = number(counts, key);
      return value === null ? [] : [[field, value]];
    }),
  );

const MARKS = { five: 'm5', four: 'm4', three: 'm3', two: 'm2' };

/** In autumn for the grade before: 2020 and 2022. */
const AUTUMN_WORKS = [2020, 2022];

function ofYear(counts: ImportedCounts, quarter: (year: number) => number): PeriodKey | null {
  const year = number(counts, 'year');
  return year === null ? null : `${year}-Q${quarter(year)}`;
}

const worksQuarter = (counts: ImportedCounts): PeriodKey | null =>
  ofYear(counts, (year) => (AUTUMN_WORKS.includes(year) ? 4 : 2));
const summerQuarter = (counts: ImportedCounts): PeriodKey | null => ofYear(counts, () => 3);

const gradeAndSubject = (counts: ImportedCounts) => ({
  grade: text(counts, 'grade'),
  subject: text(counts, 'subject'),
});

const vprMarks: ImportRule = {
  kind: 'vpr_marks',
  form: 'vpr',
  period: worksQuarter,
  cells: (counts) => ({
    ...gradeAndSubject(counts),
    // Individual results hold the comparison with the journal, too.
    ...taken(counts, { participants: 'n', ...MARKS, lowered: 'lower', confirmed: 'same', raised: 'higher' }),
  }),
};

const vprJournal: ImportRule = {
  kind: 'vpr_journal',
  form: 'vpr',
  period: worksQuarter,
  cells: (counts) => ({
    ...gradeAndSubject(counts),
    ...taken(counts, { lowered: 'lower', confirmed: 'same', raised: 'higher' }),
  }),
};

const oge: ImportRule = {
  kind: 'oge',
  form: 'oge',
  period: summerQuarter,
  cells: (counts) => ({ subject: text(counts, 'subject'), ...taken(counts, { participants: 'n', ...MARKS }) }),
};

const controlWorks: ImportRule = {
  kind: 'control_works',
  form: 'controlWorks',
  period: quarterOfDate,
  cells: (counts) => ({
    level: text(counts, 'level'),
    ...gradeAndSubject(counts),
    ...taken(counts, { participants: 'n', ...MARKS }),
  }),
};

const ege: ImportRule = {
  kind: 'ege',
  form: 'ege',
  period: summerQuarter,
  cells: (counts) => ({
    subject: text(counts, 'subject'),
    ...taken(counts, { participants: 'n', belowMinimum: 'below_min' }),
    ...totalScore(counts),
    ...highScores(counts),
  }),
};

/** Half a hundredth, by which a mean to hundredths is off at most; in binary a little more. */
const ROUNDED_BY = 0.005 + 1e-9;

/** Scores are whole numbers, so a mean to hundredths of fewer than a hundred people gives their sum exactly. */
function totalScore(counts: ImportedCounts): Record<string, Cell> {
  const total = number(counts, 'total');
  if (total !== null) return { totalScore: total };
  const [n, mean] = [number(counts, 'n'), number(counts, 'avg')];
  if (n === null || mean === null || n >= 100 || /базовая/.test(text(counts, 'subject'))) return {};
  const sum = Math.round(mean * n);
  return Math.abs(sum / n - mean) <= ROUNDED_BY ? { totalScore: sum } : {};
}

/** The region counts from 80, the form from 81: only where nobody has 80 both are known. */
function highScores(counts: ImportedCounts): Record<string, Cell> {
  const over = number(counts, 'high_81');
  if (over !== null) return { highScores: over };
  const [high, full] = [number(counts, 'high_80_99'), number(counts, 'score_100')];
  return high === 0 && full !== null ? { highScores: full } : {};
}

const journalMarks: ImportRule = {
  kind: 'journal_marks',
  form: 'marks',
  period: journalQuarter,
  cells: (counts) => ({
    ...gradeAndSubject(counts),
    letter: text(counts, 'cls').replace(/^\d+/, ''),
    ...taken(counts, { enrolled: 'n', exempt: 'exempt', ...MARKS }),
    notAssessed: (number(counts, 'not_attested') ?? 0) + (number(counts, 'no_mark') ?? 0),
  }),
};

/** Results of a half-year, of the third четверть and of the year; others are asked of nobody. */
function journalQuarter(counts: ImportedCounts): PeriodKey | null {
  const years = /^(\d{4})\/(\d{4})$/.exec(text(counts, 'year'));
  const period = text(counts, 'period').toLowerCase();
  if (!years) return null;
  if (/^(?:1|i|1-е|первое) полугодие/.test(period) || /^(?:2|ii|2-я|вторая) четверть/.test(period))
    return `${years[1]}-Q4`;
  if (/^(?:3|iii|3-я|третья) четверть/.test(period)) return `${years[2]}-Q1`;
  return /^(?:учебный )?год|^за год/.test(period) ? `${years[2]}-Q2` : null;
}

const STAGE_KINDS: Readonly<Record<string, readonly [kind: string, quarter: 2 | 4]>> = {
  школьный: ['ВсОШ, школьный этап', 4],
  муниципальный: ['ВсОШ, муниципальный этап', 4],
  региональный: ['ВсОШ, региональный этап', 2],
  заключительный: ['ВсОШ, заключительный этап', 2],
};

/** A child may have taken part in several subjects: how many children it were the protocols do not say. */
const olympiads: ImportRule = {
  kind: 'vsosh',
  form: 'achievements',
  summed: true,
  period(counts) {
    const years = /^(\d{4})\/(\d{4})$/.exec(text(counts, 'year'));
    const stage = STAGE_KINDS[text(counts, 'stage')];
    return years && stage ? `${stage[1] === 4 ? years[1] : years[2]}-Q${stage[1]}` : null;
  },
  cells: (counts) => ({
    kind: STAGE_KINDS[text(counts, 'stage')]?.[0] ?? '',
    ...taken(counts, { entries: 'participants', winners: 'winners', prizeWinners: 'prizers' }),
  }),
};

function quarterOfDate(counts: ImportedCounts): PeriodKey | null {
  const [year, month] = text(counts, 'date').split('-').map(Number);
  return year && month ? periodOfMonth(year, month) : null;
}

/** Passports count families where the form asks for children, and ПДН apart from the school's own list: only what both count alike is taken. */
const passport: ImportRule = {
  kind: 'social_staff',
  form: 'context',
  wholeSchool: true,
  fits: (counts) => 'pupils' in counts,
  period: quarterOfDate,
  cells: (counts, { type }) => ({
    grade: type === 'СОШ' ? '1-11' : '1-9',
    ...taken(counts, { enrolled: 'pupils', guardianship: 'guardianship' }),
  }),
};

const staff: ImportRule = {
  kind: 'social_staff',
  form: 'staff',
  fits: (counts) => 'teachers' in counts,
  period: quarterOfDate,
  cells: (counts) => ({
    category: 'учителя',
    ...taken(counts, {
      people: 'teachers',
      higherEducation: 'teachers_higher_ed',
      highestCategory: 'teachers_highest_category',
      firstCategory: 'teachers_first_category',
    }),
  }),
};

/** What the district has in files, form by form. */
export const imports: readonly ImportRule[] = [
  vprMarks,
  vprJournal,
  oge,
  controlWorks,
  ege,
  journalMarks,
  olympiads,
  passport,
  staff,
];
