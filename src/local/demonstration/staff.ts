import { chance } from './chance';
import type { Cells, TrainingSchool } from './district';

/** Of the people of a category in a leading school; a participant has about three quarters of it. */
const SHARES = {
  higherEducation: 0.85,
  highestCategory: 0.25,
  firstCategory: 0.4,
  trainedInThreeYears: 0.95,
  individualRoutes: 0.7,
  managementTrained: 0.55,
  modernMethods: 0.6,
  difficultTrained: 0.4,
} as const;

const tenths = (value: number): string => String(Math.round(value * 4) / 4).replace('.', ',');

/** Teachers about one for a class and a half again, a head and a deputy or more, a few others. */
export function staffOf(school: TrainingSchool, period: string): Cells[] {
  const classes = school.classes.length;
  const sizes = {
    руководители: Math.max(1, Math.round(classes / 6)),
    учителя: Math.round(classes * 1.4),
    'прочие педагоги': Math.round(classes / 5),
  };
  return Object.entries(sizes).map(([category, people]) => rowOf(school, period, category, people));
}

function rowOf(school: TrainingSchool, period: string, category: string, people: number): Cells {
  const strength = school.group === 'ведущая' ? 1 : 0.75;
  const of = (share: number, what: string): number =>
    Math.min(
      people,
      Math.round(
        people * Math.min(1, share * strength + 0.1 * (chance('staff', school.key, category, what, period) - 0.5)),
      ),
    );
  const counts = Object.fromEntries(Object.entries(SHARES).map(([key, share]) => [key, of(share, key)])) as Record<
    keyof typeof SHARES,
    number
  >;
  const highest = counts.highestCategory;
  const without = people - counts.higherEducation;
  const needed = of(0.1, 'needed');
  const positions = people * 1.1;
  const all = {
    people,
    ...counts,
    firstCategory: Math.min(counts.firstCategory, people - highest),
    pedagogicalHigher: Math.round(counts.higherEducation * 0.9),
    vocational: without,
    studying: Math.min(without, of(0.05, 'studying')),
    retrainingNeeded: needed,
    retrained: Math.min(people - needed, of(0.06, 'retrained')),
  };
  return {
    category,
    positions: tenths(positions),
    positionsFilled: tenths(positions * (strength === 1 ? 0.98 : 0.92)),
    ...Object.fromEntries(Object.entries(all).map(([key, value]) => [key, String(value)])),
  };
}
