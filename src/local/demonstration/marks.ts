import { bell, chance } from './chance';
import { PERIODS, type TrainingClass, type TrainingSchool } from './district';

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

/** Drawn so that a pupil stays much the same from subject to subject and from quarter to quarter. */
export function outcome(
  school: TrainingSchool,
  klass: TrainingClass,
  pupil: number,
  subject: string,
  period: string,
): Outcome {
  const who = [school.key, klass.grade, klass.letter, pupil];
  if (subject === SPORT && chance('exempt', ...who) < 0.03) return 'exempt';
  if (chance('ill', ...who, period) < 0.015 && chance('ill', ...who, subject, period) < 0.5) return 'notAssessed';
  const step = PERIODS.indexOf(period as (typeof PERIODS)[number]);
  const score =
    school.level +
    school.gain * step +
    0.05 * bell('quarter', school.key, period) +
    (EASE[subject] ?? 0) +
    1.05 * bell('ability', ...who) +
    0.2 * bell('gift', ...who, subject) +
    0.12 * bell('mark', ...who, subject, period);
  if (score >= FIVE_FROM) return 'five';
  if (score >= FOUR_FROM) return 'four';
  return score < TWO_BELOW ? 'two' : 'three';
}
