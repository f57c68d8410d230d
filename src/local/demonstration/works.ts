import { bell, chance } from './chance';
import { gradeOf, graduates, type Pupil } from './classes';
import { type Cells, type TrainingSchool, yearOf, yearsIn } from './district';
import { type Mark, markOf, type Outcome, outcome } from './marks';

const MARKS: readonly Mark[] = ['five', 'four', 'three', 'two'];
const isMark = (what: Outcome): what is Mark => (MARKS as readonly Outcome[]).includes(what);

const written = (counts: Readonly<Record<string, number>>): Cells =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, String(count)]));

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

/** The works of spring 2020 and of spring 2022 were put off till autumn: those who had moved up wrote them. */
export const VPR_HELD: Readonly<Record<string, 'spring' | 'autumn'>> = {
  '2020-Q4': 'autumn',
  '2021-Q2': 'spring',
  '2022-Q4': 'autumn',
  '2023-Q2': 'spring',
};

/** Set against the marks of the same pupils in the journal: of the year that the work is about. */
export function vprOf(school: TrainingSchool, period: string): Cells[] {
  const held = VPR_HELD[period];
  if (!held) return [];
  const year = held === 'autumn' ? `${yearOf(period)}-Q2` : period;
  return Object.entries(VPR_SUBJECTS).flatMap(([grade, subjects]) => {
    const writers = gradeOf(school, Number(grade) + (held === 'autumn' ? 1 : 0), period);
    return subjects.flatMap((subject) => {
      const pairs = writers.flatMap((pupil) => {
        const journal = outcome(school, pupil, subject, year);
        if (!isMark(journal) || chance('absent', school.key, pupil.id, subject, period) < 0.05) return [];
        return [{ journal, got: markOf(school, pupil, subject, { period: year, work: 'ВПР', ease: -0.12 }) }];
      });
      if (pairs.length === 0) return [];
      const moved = (is: (difference: number) => boolean) =>
        pairs.filter(({ journal, got }) => is(MARKS.indexOf(journal) - MARKS.indexOf(got))).length;
      const compared = { lowered: moved((d) => d < 0), confirmed: moved((d) => d === 0), raised: moved((d) => d > 0) };
      return [{ grade, subject, ...written({ ...countsOf(pairs.map(({ got }) => got)), ...compared }) }];
    });
  });
}

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

/** In spring 2020 the schools were closed. */
export const controlWorksOf = (school: TrainingSchool, period: string): Cells[] =>
  (period === '2020-Q2' ? [] : (WORKS[period.slice(-1)] ?? [])).flatMap(([level, grade, subject, work]) => {
    const marks = gradeOf(school, Number(grade), period)
      .filter(({ id }) => chance('absent', school.key, id, work, period) >= 0.05)
      .map((pupil) => markOf(school, pupil, subject, { period, work, ease: -0.1 }));
    return marks.length === 0 ? [] : [{ level, grade, subject, ...written(countsOf(marks)), work }];
  });

const OBLIGATORY = ['Русский язык', 'Математика'];
const OGE_CHOICES = ['Обществознание', 'География', 'Биология', 'Информатика'];
/** No exams in 2020, none by choice in 2021. */
const OGE_SUBJECTS: Readonly<Record<number, readonly string[]>> = {
  2021: OBLIGATORY,
  2022: [...OBLIGATORY, ...OGE_CHOICES],
  2023: [...OBLIGATORY, ...OGE_CHOICES],
};

/** The mark after the resits: few are left with a «2». */
export const ogeMark = (school: TrainingSchool, pupil: Pupil, subject: string, period: string): Mark =>
  markOf(school, pupil, subject, { period: `${yearOf(period)}-Q2`, work: 'ОГЭ', ease: 0.1 });

export const ogeSubjects = (period: string): readonly string[] => OGE_SUBJECTS[yearOf(period)] ?? [];

export function ogeOf(school: TrainingSchool, period: string): Cells[] {
  const all = graduates(school, 9, period);
  return ogeSubjects(period).flatMap((subject) => {
    const writers = all.filter(
      ({ id }) => OBLIGATORY.includes(subject) || chance('chooses', school.key, id, subject) < 0.45,
    );
    const counts = countsOf(writers.map((pupil) => ogeMark(school, pupil, subject, period)));
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

/** In 2020 and 2021 only those who wanted to study on; the basic mathematics was not held. */
const forAll = (period: string): boolean => yearOf(period) >= 2022;

const takes = (school: TrainingSchool, { id }: Pupil, subject: string, period: string): boolean =>
  subject === 'Русский язык'
    ? forAll(period) || chance('studies on', school.key, id) < 0.7
    : chance('ege', school.key, id, subject) < 0.4;

/** Test scores about 55, with the school's level and the pupil's ability. */
export function egeOf(school: TrainingSchool, period: string): Cells[] {
  const all = graduates(school, 11, period);
  const years = yearsIn(period) - 3;
  const rows = Object.entries(EGE_MINIMUM).flatMap(([subject, minimum]): Cells[] => {
    const writers = all.filter((pupil) => takes(school, pupil, subject, period));
    if (writers.length === 0) return [];
    const scores = writers.map((pupil) => {
      const own = 10 * pupil.ability + 5 * bell('ege', school.key, pupil.id, subject);
      const drawn = 55 + 10 * (school.level + school.gain * years) + own;
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
  const basic = forAll(period) ? all.filter((pupil) => !takes(school, pupil, 'Математика (профильная)', period)) : [];
  if (basic.length === 0) return rows;
  const failed = basic.filter(({ id }) => chance('basic', school.key, id) < 0.03).length;
  return [...rows, { subject: BASIC, ...written({ participants: basic.length, belowMinimum: failed }) }];
}
