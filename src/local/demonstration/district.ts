import type { School } from '../../model';
import { schools } from '../../programme/schools';
import { chance } from './chance';

/** What is invented about a school the order names: everything but its name, type and group. */
interface Training {
  readonly partner: string;
  readonly classes: readonly TrainingClass[];
  /** How well its pupils do, in deviations of a pupil's ability. */
  readonly level: number;
  /** Gain per quarter in the same unit. */
  readonly gain: number;
  /** Share of pupils with each trait of the social passport. */
  readonly traits: Readonly<Record<string, number>>;
}

/** A row as typed, by field key. */
export type Cells = Readonly<Record<string, string>>;

export type TrainingSchool = School & Training;

/** A small school's primary classes are taught together: grade «2-4». The first grade is apart, it gets no marks. */
export interface TrainingClass {
  readonly grade: string;
  readonly letter: string;
  /** Pupils in September. */
  readonly size: number;
}

export const PERIODS = ['2022-Q3', '2022-Q4', '2023-Q1', '2023-Q2'] as const;

const LEADING_TRAITS = {
  incompleteFamilies: 0.18,
  lowIncome: 0.2,
  largeFamilies: 0.17,
  guardianship: 0.03,
  higherEducationParent: 0.38,
  unemployedParents: 0.04,
  registered: 0.015,
  disabilities: 0.05,
  nonNativeRussian: 0.01,
  transported: 0.08,
};
const PARTICIPANT_TRAITS = {
  incompleteFamilies: 0.3,
  lowIncome: 0.46,
  largeFamilies: 0.32,
  guardianship: 0.08,
  higherEducationParent: 0.13,
  unemployedParents: 0.15,
  registered: 0.05,
  disabilities: 0.11,
  nonNativeRussian: 0.02,
  transported: 0.16,
};
const leading = { partner: '', gain: 0.02, traits: LEADING_TRAITS };
const participant = { gain: 0.05, traits: PARTICIPANT_TRAITS };

/** One class per grade from the first on. */
const row = (letter: string, ...sizes: number[]): TrainingClass[] =>
  sizes.map((size, i) => ({ grade: String(i + 1), letter, size }));

/** First grade, the merged «2-4», then one class per grade from the fifth on. */
const small = (first: number, merged: number, ...rest: number[]): TrainingClass[] => [
  { grade: '1', letter: '', size: first },
  { grade: '2-4', letter: '', size: merged },
  ...rest.map((size, i) => ({ grade: String(i + 5), letter: '', size })),
];

const parallels = [row('А', 24, 25, 23, 25, 24, 22, 24, 23, 21, 18, 16), row('Б', 22, 21, 22, 20, 23, 20, 21, 19, 20)];

const TRAINING: Readonly<Record<string, Training>> = {
  'magdagachi-1': {
    ...leading,
    classes: parallels.flat().sort((a, b) => Number(a.grade) - Number(b.grade)),
    level: 0.12,
  },
  ushumun: { ...leading, classes: row('', 14, 16, 13, 17, 15, 18, 14, 16, 13, 12, 12), level: 0.25 },
  daktuy: { ...leading, classes: row('', 11, 13, 10, 12, 14, 11, 13, 12, 14, 8, 9), level: 0.3 },
  'magdagachi-3': {
    ...participant,
    partner: 'magdagachi-1',
    classes: row('', 23, 22, 24, 21, 25, 22, 23, 20, 21, 16, 15),
    level: -0.57,
  },
  tolbuzino: { ...participant, partner: 'ushumun', classes: small(4, 8, 6, 5, 7, 5, 6), level: -0.6 },
  kuznetsovo: { ...participant, partner: 'daktuy', classes: small(3, 7, 5, 6, 4, 6, 5), level: -0.2 },
  gudachi: { ...participant, partner: 'magdagachi-1', classes: small(3, 6, 4, 3, 5, 4, 4), level: -0.45 },
};

export const SCHOOLS: readonly TrainingSchool[] = schools.flatMap((school) => {
  const training = TRAINING[school.key];
  return training ? [{ ...school, ...training }] : [];
});

/** Numbers of the pupils in the class list of the quarter: now and then one leaves or one more comes. */
export function pupilsOf(school: TrainingSchool, klass: TrainingClass, period: string): number[] {
  const at = PERIODS.indexOf(period as (typeof PERIODS)[number]);
  const moves = (what: string) => {
    const quarter = Math.floor(chance(what, school.key, klass.grade, klass.letter) * 20);
    return quarter >= 1 && quarter <= at;
  };
  const all = Array.from({ length: klass.size + (moves('comes') ? 1 : 0) }, (_, i) => i + 1);
  return klass.size > 4 && moves('leaves') ? all.slice(1) : all;
}
