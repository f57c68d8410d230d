import { bell, chance } from './chance';
import type { Pupil, TrainingClass } from './classes';
import { type TrainingSchool, yearsIn } from './district';

/** What a pupil has in a subject: a mark, «н/а» or «освобождён». */
export type Outcome = 'five' | 'four' | 'three' | 'two' | 'notAssessed' | 'exempt';

const ENGLISH = 'Иностранный язык (английский)';
const SPORT = 'Физическая культура';
const PRIMARY = ['Русский язык', 'Литературное чтение', ENGLISH, 'Математика', 'Окружающий мир', SPORT];
const SENIOR = [
  'Русский язык',
  'Литература',
  ENGLISH,
  'Математика',
  'История',
  'Обществознание',
  'Физика',
  'Информатика',
];
const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  '1': [],
  '2': PRIMARY,
  '3': PRIMARY,
  '4': PRIMARY,
  '2-4': PRIMARY,
  '5': ['Русский язык', 'Литература', ENGLISH, 'Математика', 'История', 'География', 'Биология', SPORT],
  '6': [
    'Русский язык',
    'Литература',
    ENGLISH,
    'Математика',
    'История',
    'Обществознание',
    'География',
    'Биология',
    SPORT,
  ],
  '7': ['Русский язык', 'Литература', ENGLISH, 'Алгебра', 'Геометрия', 'История', 'Физика', 'География', SPORT],
  '8': ['Русский язык', ENGLISH, 'Алгебра', 'Геометрия', 'История', 'Физика', 'Химия', 'Биология', 'Информатика'],
  '9': [
    'Русский язык',
    'Литература',
    ENGLISH,
    'Алгебра',
    'Геометрия',
    'Обществознание',
    'География',
    'Физика',
    'Химия',
  ],
  '10': [...SENIOR, 'Химия'],
  '11': [...SENIOR, 'Биология'],
};

/** How much easier than the rest, in deviations of a pupil's ability. */
const EASE: Readonly<Record<string, number>> = {
  'Русский язык': -0.12,
  [ENGLISH]: -0.12,
  Математика: -0.12,
  Алгебра: -0.2,
  Геометрия: -0.25,
  Физика: -0.2,
  Химия: -0.2,
  Литература: 0.08,
  'Литературное чтение': 0.12,
  'Окружающий мир': 0.08,
  Информатика: 0.12,
  [SPORT]: 0.3,
};

const FIVE_FROM = 1.4;
const FOUR_FROM = 0.15;
const TWO_BELOW = -2.3;

/** The first grade is taught without marks and has none. */
export const subjectsOf = (klass: TrainingClass): readonly string[] => SUBJECTS[klass.grade] ?? [];

/** The mean of four quarters is milder than the half-year; spring 2020 was marked from afar, and autumn paid for it. */
const KIND: Readonly<Record<string, number>> = { 4: -0.05, 1: -0.03, 2: 0.05 };
const APART: Readonly<Record<string, number>> = { '2020-Q2': 0.1, '2020-Q4': -0.06 };

export type Mark = Exclude<Outcome, 'notAssessed' | 'exempt'>;

export interface Setting {
  readonly period: string;
  /** A work of its own, not the journal: «ВПР». */
  readonly work?: string;
  /** How much easier than the journal. */
  readonly ease?: number;
}

/** Drawn so that a pupil stays much the same from subject to subject and from year to year. */
export function markOf(
  school: TrainingSchool,
  pupil: Pupil,
  subject: string,
  { period, work, ease = 0 }: Setting,
): Mark {
  const years = yearsIn(period) - 3;
  const score =
    ease +
    school.level +
    school.gain * years +
    (work === undefined ? (KIND[period.slice(-1)] ?? 0) + (APART[period] ?? 0) : 0) +
    0.015 * bell('quarter', school.key, period, work ?? '') +
    (EASE[subject] ?? 0) +
    1.05 * pupil.ability +
    0.2 * giftOf(school, pupil, subject) +
    0.15 * bell('mark', school.key, pupil.id, subject, period, work ?? '');
  if (score >= FIVE_FROM) return 'five';
  if (score >= FOUR_FROM) return 'four';
  return score < TWO_BELOW ? 'two' : 'three';
}

function giftOf(school: TrainingSchool, { id, gifts }: Pupil, subject: string): number {
  const known = gifts.get(subject);
  if (known !== undefined) return known;
  const gift = bell('gift', school.key, id, subject);
  gifts.set(subject, gift);
  return gift;
}

const journals = new Map<string, ReadonlyMap<string, readonly Outcome[]>>();

/** A class's journal of the quarter: by subject, in the order of its pupils. */
export function journalOf(
  school: TrainingSchool,
  klass: TrainingClass,
  period: string,
): ReadonlyMap<string, readonly Outcome[]> {
  const key = [school.key, klass.grade, klass.letter, period].join(' ');
  const known = journals.get(key);
  if (known) return known;
  const journal = new Map(
    subjectsOf(klass).map((subject) => [subject, klass.pupils.map((pupil) => outcome(school, pupil, subject, period))]),
  );
  journals.set(key, journal);
  return journal;
}

/** What stands in the journal. */
export function outcome(school: TrainingSchool, pupil: Pupil, subject: string, period: string): Outcome {
  const who = [school.key, pupil.id];
  if (subject === SPORT && chance('exempt', ...who) < 0.03) return 'exempt';
  if (chance('ill', ...who, period) < 0.015 && chance('ill', ...who, subject, period) < 0.5) return 'notAssessed';
  return markOf(school, pupil, subject, { period });
}
