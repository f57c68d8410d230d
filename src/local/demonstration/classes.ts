import { bell, chance } from './chance';
import { PERIODS, schoolYearOf, type TrainingSchool } from './district';

export interface Pupil {
  /** Who it is in all years. */
  readonly id: string;
  /** The year of entering the first grade: the class of a cohort grows up. */
  readonly cohort: number;
  /** In deviations of all pupils. */
  readonly ability: number;
  /** The same for a subject, once it is asked for. */
  readonly gifts: Map<string, number>;
}

/** Somebody of a class, in it for the quarters numbered so. */
interface Member extends Pupil {
  readonly from: number;
  readonly until: number;
}

/** A class of one quarter. A small school's primary classes are taught together: grade «2-4». The first grade is apart. */
export interface TrainingClass {
  readonly grade: string;
  readonly letter: string;
  readonly pupils: readonly Pupil[];
}

const made = new Map<string, readonly TrainingClass[]>();

/** A school's classes and who is in them in a quarter, from the first grade on. */
export function classesOf(school: TrainingSchool, period: string): readonly TrainingClass[] {
  const key = `${school.key} ${period}`;
  const known = made.get(key);
  if (known) return known;
  const classes = classesIn(school, period);
  made.set(key, classes);
  return classes;
}

function classesIn(school: TrainingSchool, period: string): TrainingClass[] {
  const grades = (from: number, to: number): TrainingClass[] => {
    const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    return numbers.flatMap((grade) =>
      school.parallels.map(([letter]) => ({
        grade: String(grade),
        letter,
        pupils: pupilsOf(school, letter, grade, period),
      })),
    );
  };
  if (!school.merged) return [...grades(1, 9), ...(school.goOn > 0 ? seniors(school, period) : [])];
  const together = grades(2, 4).flatMap(({ pupils }) => pupils);
  return [...grades(1, 1), { grade: '2-4', letter: '', pupils: together }, ...grades(5, 9)];
}

/** Those who went on after the ninth grade are one class. */
const seniors = (school: TrainingSchool, period: string): TrainingClass[] =>
  [10, 11].map((grade) => ({
    grade: String(grade),
    letter: school.parallels[0]![0],
    pupils: school.parallels
      .flatMap(([letter]) => pupilsOf(school, letter, grade, period))
      .filter((pupil) => chance('goes on', school.key, pupil.id) < school.goOn + 0.2 * pupil.ability),
  }));

/** The cohort's class of a letter as it is in the quarter: now and then one leaves or one more comes. */
function pupilsOf(school: TrainingSchool, letter: string, grade: number, period: string): Pupil[] {
  const at = PERIODS.indexOf(period);
  return membersOf(school, letter, schoolYearOf(period) - grade + 1).filter(
    ({ from, until }) => from <= at && at < until,
  );
}

const members = new Map<string, readonly Member[]>();

function membersOf(school: TrainingSchool, letter: string, cohort: number): readonly Member[] {
  const key = `${school.key} ${cohort}${letter}`;
  const known = members.get(key);
  if (known) return known;
  const base = school.parallels.find((parallel) => parallel[0] === letter)![1];
  const size = Math.max(3, Math.round(base * (0.82 + 0.36 * chance('size', key))));
  const made = Array.from({ length: size + (size > 4 ? 1 : 0) }, (_, i): Member => {
    const id = `${cohort}${letter}-${i + 1}`;
    const quarter = (what: string, quarters: number) => 1 + Math.floor(quarters * chance(what, school.key, id));
    const leaves = size > 4 && chance('moves', school.key, id) < 0.07;
    return {
      id,
      cohort,
      ability: bell('ability', school.key, id),
      gifts: new Map(),
      from: i < size ? 0 : quarter('comes', 2 * PERIODS.length),
      until: leaves ? quarter('leaves', PERIODS.length) : PERIODS.length,
    };
  });
  members.set(key, made);
  return made;
}

/** Of a grade, in whatever class they are taught. */
export function gradeOf(school: TrainingSchool, grade: number, period: string): Pupil[] {
  const cohort = schoolYearOf(period) - grade + 1;
  return classesOf(school, period).flatMap(({ pupils }) => pupils.filter((pupil) => pupil.cohort === cohort));
}

export const pupilsIn = (school: TrainingSchool, period: string, from: number, to: number): number =>
  Array.from({ length: to - from + 1 }, (_, i) => gradeOf(school, from + i, period).length).reduce(
    (sum, count) => sum + count,
    0,
  );

/** Whoever left the ninth or the eleventh grade in the summer before: those of the second quarter. */
export const graduates = (school: TrainingSchool, grade: number, period: string): Pupil[] =>
  gradeOf(school, grade, `${period.slice(0, 4)}-Q2`);
