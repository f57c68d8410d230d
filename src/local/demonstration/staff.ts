import { chance } from './chance';
import { classesOf } from './classes';
import { type Cells, isLeading, PERIODS, schoolYearOf, type TrainingSchool } from './district';

/** Of the people of a category: in a leading school and in a participant, in 2020 and in 2023. */
type Shares = readonly [leading: readonly [number, number], participant: readonly [number, number]];

const SHARES = {
  higherEducation: [
    [0.85, 0.88],
    [0.66, 0.72],
  ],
  highestCategory: [
    [0.22, 0.28],
    [0.08, 0.12],
  ],
  firstCategory: [
    [0.4, 0.44],
    [0.28, 0.34],
  ],
  trainedInThreeYears: [
    [0.9, 1],
    [0.68, 0.97],
  ],
  individualRoutes: [
    [0.5, 1],
    [0.2, 0.95],
  ],
  managementTrained: [
    [0.4, 1],
    [0.2, 0.96],
  ],
  modernMethods: [
    [0.5, 0.98],
    [0.25, 0.92],
  ],
  difficultTrained: [
    [0.3, 0.7],
    [0.15, 0.65],
  ],
} as const satisfies Readonly<Record<string, Shares>>;

const quarters = (value: number): string => String(Math.round(value * 4) / 4).replace('.', ',');

const classCount = (school: TrainingSchool): number => classesOf(school, PERIODS[0]!).length;

/** The same people in all years: about one for a class and a half again, a head and a deputy or more, a few others. */
const sizesOf = (school: TrainingSchool): Readonly<Record<string, number>> => ({
  руководители: Math.max(1, Math.round(classCount(school) / 6)),
  учителя: Math.round(classCount(school) * 1.4),
  'прочие педагоги': Math.round(classCount(school) / 5),
});

export const teachersIn = (school: TrainingSchool): number => sizesOf(school).учителя!;

export const staffOf = (school: TrainingSchool, period: string): Cells[] =>
  Object.entries(sizesOf(school)).map(([category, people]) => rowOf(school, period, category, people));

function rowOf(school: TrainingSchool, period: string, category: string, people: number): Cells {
  // What is said in June is of the year that ends: in September nobody has quite the same people.
  const passed = (schoolYearOf(period) - 2020) / 3;
  const of = ([leading, participant]: Shares, what: string): number => {
    const [from, to] = isLeading(school) ? leading : participant;
    const drawn = from + (to - from) * passed + 0.06 * (chance('staff', school.key, category, what) - 0.5);
    return Math.min(people, Math.max(0, Math.round(people * drawn)));
  };
  const counts = Object.fromEntries(Object.entries(SHARES).map(([key, shares]) => [key, of(shares, key)])) as Record<
    keyof typeof SHARES,
    number
  >;
  const highest = counts.highestCategory;
  const without = people - counts.higherEducation;
  const retrained = of(
    [
      [0.04, 0.12],
      [0.03, 0.16],
    ],
    'retrained',
  );
  const needed = of(
    [
      [0.08, 0.02],
      [0.2, 0.06],
    ],
    'needed',
  );
  const positions = people * 1.1;
  const all = {
    people,
    ...counts,
    firstCategory: Math.min(counts.firstCategory, people - highest),
    pedagogicalHigher: Math.round(counts.higherEducation * 0.9),
    vocational: without,
    studying: Math.min(
      without,
      of(
        [
          [0.04, 0.03],
          [0.08, 0.1],
        ],
        'studying',
      ),
    ),
    retrainingNeeded: Math.min(people - retrained, needed),
    retrained,
  };
  return {
    category,
    positions: quarters(positions),
    positionsFilled: quarters(positions * (isLeading(school) ? 0.98 : 0.88 + 0.06 * passed)),
    ...Object.fromEntries(Object.entries(all).map(([key, value]) => [key, String(value)])),
  };
}
