import { bell, chance } from './chance';
import { type Cells, pupilsOf, type TrainingClass, type TrainingSchool } from './district';
import { type Outcome, outcome } from './marks';

const MARKS = ['five', 'four', 'three', 'two'] as const;
type Mark = (typeof MARKS)[number];
const isMark = (what: Outcome): what is Mark => (MARKS as readonly Outcome[]).includes(what);

const written = (counts: Readonly<Record<string, number>>): Cells =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, String(count)]));

/** Parallel classes write a work together; merged small classes write none. */
const grades = (school: TrainingSchool): Map<string, TrainingClass[]> => {
  const found = new Map<string, TrainingClass[]>();
  for (const klass of school.classes)
    if (/^\d+$/.test(klass.grade)) found.set(klass.grade, [...(found.get(klass.grade) ?? []), klass]);
  return found;
};

interface Writer {
  readonly klass: TrainingClass;
  readonly pupil: number;
}

const writersOf = (school: TrainingSchool, classes: readonly TrainingClass[], period: string): Writer[] =>
  classes.flatMap((klass) => pupilsOf(school, klass, period).map((pupil) => ({ klass, pupil })));

/** What each writer got; whoever was ill or exempt took no part. */
const marksOf = (
  school: TrainingSchool,
  writers: readonly Writer[],
  subject: string,
  when: string,
): Map<Writer, Mark> =>
  new Map(
    writers.flatMap((writer) => {
      const got = outcome(school, writer.klass, writer.pupil, subject, when);
      return isMark(got) ? [[writer, got] as const] : [];
    }),
  );

function countsOf(marks: Iterable<Mark>): Record<'participants' | Mark, number> {
  const counts = { participants: 0, five: 0, four: 0, three: 0, two: 0 };
  for (const mark of marks) {
    counts[mark] += 1;
    counts.participants += 1;
  }
  return counts;
}

const VPR_SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  '4': ['Русский язык', 'Математика', 'Окружающий мир'],
  '5': ['Русский язык', 'Математика', 'История'],
  '6': ['Русский язык', 'Математика', 'Обществознание'],
  '7': ['Русский язык', 'Алгебра', 'Физика'],
  '8': ['Русский язык', 'Алгебра', 'Химия'],
};

/** Written in spring by grades 4-8, and set against the marks of the same pupils in the journal. */
export const vprOf = (school: TrainingSchool, period: string): Cells[] =>
  [...grades(school)].flatMap(([grade, classes]) =>
    (VPR_SUBJECTS[grade] ?? []).map((subject) => {
      const writers = writersOf(school, classes, period);
      const journal = marksOf(school, writers, subject, period);
      const got = [...marksOf(school, writers, subject, `${period} ВПР`)].filter(([writer]) => journal.has(writer));
      const step = (mark: Mark) => MARKS.length - MARKS.indexOf(mark);
      const moved = (is: (difference: number) => boolean) =>
        got.filter(([writer, mark]) => is(step(mark) - step(journal.get(writer)!))).length;
      const compared = { lowered: moved((d) => d < 0), confirmed: moved((d) => d === 0), raised: moved((d) => d > 0) };
      return { grade, subject, ...written({ ...countsOf(got.map(([, mark]) => mark)), ...compared }) };
    }),
  );

const WORKS: Readonly<
  Record<string, readonly (readonly [level: string, grade: string, subject: string, work: string])[]>
> = {
  4: [['муниципальная', '9', 'Математика', 'входная диагностика']],
  1: [
    ['муниципальная', '9', 'Русский язык', 'пробный ОГЭ'],
    ['региональная', '8', 'Математика', 'региональная диагностика'],
  ],
  2: [['муниципальная', '7', 'Русский язык', 'по итогам федерального контроля']],
};

export const controlWorksOf = (school: TrainingSchool, period: string): Cells[] =>
  (WORKS[period.slice(-1)] ?? []).flatMap(([level, grade, subject, work]) => {
    const classes = grades(school).get(grade) ?? [];
    const marks = marksOf(school, writersOf(school, classes, period), subject, `${period} ${work}`);
    return [{ level, grade, subject, ...written(countsOf(marks.values())), work }];
  });

const OGE_CHOICES = ['Обществознание', 'География', 'Биология', 'Информатика'];

/** Whoever left in the summer before: about as many as the ninth grade has now. */
export function graduates(school: TrainingSchool, grade: string): Writer[] {
  const classes = grades(school).get(grade) ?? [];
  return classes.flatMap((klass) =>
    Array.from({ length: klass.size }, (_, index) => ({
      klass: { ...klass, letter: `${klass.letter}в` },
      pupil: index + 1,
    })),
  );
}

export function ogeOf(school: TrainingSchool, period: string): Cells[] {
  const all = graduates(school, '9');
  const chose = (writer: Writer, subject: string) =>
    chance('chooses', school.key, writer.klass.letter, writer.pupil, subject, period) < 0.45;
  const subjects = ['Русский язык', 'Математика', ...OGE_CHOICES];
  return subjects.flatMap((subject, index) => {
    const writers = index < 2 ? all : all.filter((writer) => chose(writer, subject));
    const counts = countsOf(marksOf(school, writers, subject, `${period} ОГЭ`).values());
    return counts.participants === 0 ? [] : [{ subject, ...written(counts) }];
  });
}

const EGE_MINIMUM: Readonly<Record<string, number>> = {
  'Русский язык': 24,
  'Математика (профильная)': 27,
  Обществознание: 42,
  Биология: 36,
  История: 32,
};
const BASIC = 'Математика (базовая)';
const HIGH = 81;

/** Test scores about 55, with the school's level and the pupil's ability. */
export function egeOf(school: TrainingSchool, period: string): Cells[] {
  const all = graduates(school, '11');
  const rows = Object.entries(EGE_MINIMUM).flatMap(([subject, minimum]): Cells[] => {
    const writers =
      subject === 'Русский язык'
        ? all
        : all.filter(({ pupil }) => chance('ege', school.key, pupil, subject, period) < 0.4);
    if (writers.length === 0) return [];
    const scores = writers.map(({ pupil }) => {
      const drawn =
        57 +
        10 * school.level +
        14 * bell('ege', school.key, pupil, period) +
        4 * bell('ege', school.key, pupil, subject, period);
      return Math.round(Math.min(100, Math.max(5, drawn)));
    });
    const counts = {
      participants: scores.length,
      belowMinimum: scores.filter((score) => score < minimum).length,
      totalScore: scores.reduce((sum, score) => sum + score, 0),
      highScores: scores.filter((score) => score >= HIGH).length,
    };
    return [{ subject, ...written(counts) }];
  });
  const basic = all.filter(({ pupil }) => chance('ege', school.key, pupil, 'Математика (профильная)', period) >= 0.4);
  if (basic.length === 0) return rows;
  const failed = basic.filter(({ pupil }) => chance('basic', school.key, pupil, period) < 0.04).length;
  return [...rows, { subject: BASIC, ...written({ participants: basic.length, belowMinimum: failed }) }];
}
