import type { School } from '../../model';
import { schools } from '../../programme/schools';

/** What is invented about a school the order names: everything but its name, type and group. */
interface Training {
  readonly partner: string;
  /** Letters of the parallel classes and about how many pupils one has. */
  readonly parallels: readonly (readonly [letter: string, size: number])[];
  /** The second to fourth grades of a small school are taught together. */
  readonly merged?: boolean;
  /** Share of the ninth grade that goes on to the tenth; a school without 10-11 has none. */
  readonly goOn: number;
  /** How well its pupils do in autumn 2022, in deviations of a pupil's ability. */
  readonly level: number;
  /** Gain per year in the same unit. */
  readonly gain: number;
  /** Share of pupils with each trait of the social passport. */
  readonly traits: Readonly<Record<string, number>>;
}

/** A row as typed, by field key. */
export type Cells = Readonly<Record<string, string>>;

export type TrainingSchool = School & Training;

const QUARTERS = [1, 2, 3, 4] as const;

/** All quarters of the programme; the last one stays open. */
export const PERIODS: readonly string[] = [2020, 2021, 2022, 2023].flatMap((year) =>
  QUARTERS.map((quarter) => `${year}-Q${quarter}`),
);

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
const leading = { partner: '', gain: 0.015, traits: LEADING_TRAITS };
const participant = { traits: PARTICIPANT_TRAITS };
const small = { ...participant, merged: true, goOn: 0 };

const TRAINING: Readonly<Record<string, Training>> = {
  'magdagachi-1': {
    ...leading,
    parallels: [
      ['А', 23],
      ['Б', 21],
    ],
    goOn: 0.4,
    level: 0.12,
  },
  ushumun: { ...leading, parallels: [['', 15]], goOn: 0.8, level: 0.25 },
  daktuy: { ...leading, parallels: [['', 12]], goOn: 0.7, level: 0.3 },
  'magdagachi-3': {
    ...participant,
    partner: 'magdagachi-1',
    parallels: [['А', 22]],
    goOn: 0.7,
    level: -0.3,
    gain: 0.05,
  },
  tolbuzino: { ...small, partner: 'ushumun', parallels: [['', 6]], level: -0.02, gain: 0.17 },
  kuznetsovo: { ...small, partner: 'daktuy', parallels: [['', 5.5]], level: -0.1, gain: 0.08 },
  gudachi: { ...small, partner: 'magdagachi-1', parallels: [['', 4]], level: -0.4, gain: 0.0 },
};

export const SCHOOLS: readonly TrainingSchool[] = schools.flatMap((school) => {
  const training = TRAINING[school.key];
  return training ? [{ ...school, ...training }] : [];
});

export const isLeading = ({ group }: School): boolean => group === 'ведущая';

export const quarterOf = (period: string): number => Number(period.slice(-1));
export const yearOf = (period: string): number => Number(period.slice(0, 4));

/** The year in which the period's school year began. */
export const schoolYearOf = (period: string): number => yearOf(period) - (quarterOf(period) <= 2 ? 1 : 0);

/** School years since the programme's first one, 2019/20. */
export const yearsIn = (period: string): number => schoolYearOf(period) - 2019;
