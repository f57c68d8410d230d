import type { ClassSet } from '../model';
import { remembering } from './remembering';

/** Latin letters that look Cyrillic, typed in a class name by mistake. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
};

const normalLetter = remembering((letter) =>
  letter
    .toUpperCase()
    .replace(/Ё/g, 'Е')
    .replace(/[A-Z]/g, (c) => LOOKALIKES[c] ?? c),
);

const gradesIn = remembering((grade): readonly [number, number] | null => {
  const match = /^(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?$/.exec(grade);
  if (!match) return null;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  return from >= 1 && to <= 12 && from <= to ? [from, to] : null;
});

/** Reads «5», «1-4», «1–4» and a letter; null when the grade is neither a number nor a range of 1-12. */
export function readClassSet(grade: string, letter: string): ClassSet | null {
  const grades = gradesIn(grade);
  return grades === null ? null : { from: grades[0], to: grades[1], letter: normalLetter(letter) };
}

/** True when some class belongs to both. */
export const overlaps = (a: ClassSet, b: ClassSet): boolean =>
  a.from <= b.to && b.from <= a.to && (a.letter === '' || b.letter === '' || a.letter === b.letter);

/** True when every class of `inner` belongs to `outer`. */
export const covers = (outer: ClassSet, inner: ClassSet): boolean =>
  outer.from <= inner.from && inner.to <= outer.to && (outer.letter === '' || outer.letter === inner.letter);

/** One spelling of a grade for slices: «7» for «07» and «7-7», «2-4» for «2 – 4»; as typed where it cannot be read. */
export function gradeTitle(grade: string): string {
  const set = readClassSet(grade, '');
  if (!set) return grade;
  return set.from === set.to ? String(set.from) : `${set.from}-${set.to}`;
}

export const classTitle = (grade: string, letter: string): string => `${grade}${letter}`;
