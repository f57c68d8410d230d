import { type ClassSet, foldedText } from '../model';
import { remembering } from './remembering';
import { isTotalOfClasses } from './totals';

interface Grades {
  readonly from: number;
  readonly to: number;
  readonly letters: readonly string[];
}

const NO_LETTERS: readonly string[] = [];
/** What lists classes in one cell: «А, Б», «А+Б», «А и Б». */
const APART = /[,;/+&]|\s+и\s+/i;
const LETTER_RANGE = /^([а-я])-([а-я])$/;
/** «5-й класс», «5 кл»: words around the number that say nothing. */
const CLASS_WORD = /(?:-?[ыои]?й)?(?:класса?|кл)$/;

const lettersBetween = (first: string, last: string): string[] =>
  Array.from({ length: last.charCodeAt(0) - first.charCodeAt(0) + 1 }, (_, index) =>
    String.fromCharCode(first.charCodeAt(0) + index),
  );

const oneLetter = (part: string): readonly string[] => {
  const letter = foldedText(part).replace(CLASS_WORD, '');
  const [, first = '', last = ''] = LETTER_RANGE.exec(letter) ?? [];
  if (first < last) return lettersBetween(first, last);
  // There is no class number 0, and a dash stands for no letter.
  return letter === '0' ? ['о'] : letter === '' || letter === '-' || letter === 'нет' ? NO_LETTERS : [letter];
};

/** In most cells: there is nothing to be read in it. */
const isLetter = (word: string): boolean => word.length === 1 && /[А-Яа-я]/.test(word);

const sorted = (letters: readonly string[]): readonly string[] =>
  letters.length < 2 ? letters : [...new Set(letters)].sort();

/** Null for the name of a total. */
const lettersIn = remembering((letter): readonly string[] | null => {
  if (isLetter(letter)) return [letter.toLowerCase()];
  return isTotalOfClasses(letter) ? null : sorted(letter.split(APART).flatMap(oneLetter));
});

const GRADES = /^(\d{1,2})(?:-(\d{1,2}))?(.*)$/;
const LETTER_ONLY = /^[а-яa-z]+$/;

const LAST_GRADE = 12;

const gradesIn = remembering((text): Grades | null => {
  const plain = Number(text);
  if (plain >= 1 && plain <= LAST_GRADE && String(Math.trunc(plain)) === text)
    return { from: plain, to: plain, letters: NO_LETTERS };
  if (isTotalOfClasses(text)) return null;
  const [first = '', ...more] = text.split(APART).filter((part) => part.trim() !== '');
  const match = GRADES.exec(foldedText(first).replace(/^з(?=$|-\d)/, '3'));
  if (!match) return null;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  if (from < 1 || to > LAST_GRADE || from > to) return null;
  const ownLetter = match[3]!
    .replace(/^-?[ыои]?й$/, '')
    .replace(CLASS_WORD, '')
    .replace(/^-/, '');
  if (more.length === 0 && ownLetter === '') return { from, to, letters: NO_LETTERS };
  const letters = [ownLetter, ...more.map((part) => withoutGrade(foldedText(part), from))].flatMap(oneLetter);
  const isClear = letters.length > more.length && letters.every((letter) => LETTER_ONLY.test(letter));
  return isClear ? { from, to, letters: sorted(letters) } : null;
});

/** «5А» in the column of letters beside the grade 5 is its «А». */
const withoutGrade = (letter: string, grade: number): string =>
  letter.length > 1 && /^\d{1,2}-?[а-яa-z]/.test(letter) && Number.parseInt(letter, 10) === grade
    ? letter.replace(/^\d+-?/, '')
    : letter;

/**
 * Reads «5», «1-4», «1–4» and a letter, several letters, or both in one word («5А»); null when the grade is neither a number
 * nor a range of 1-12, when both cells name other letters, and for totals.
 */
export function readClassSet(grade: string, letter: string): ClassSet | null {
  const grades = gradesIn(grade);
  if (grades === null) return null;
  if (letter === '') return grades;
  const own = lettersIn(letter);
  if (own === null) return null;
  const { from, to } = grades;
  const letters = from === to ? sorted(own.map((each) => withoutGrade(each, from))) : own;
  if (grades.letters.length === 0) return { from, to, letters };
  return letters.length === 0 || letters.join() === grades.letters.join() ? grades : null;
}

/** True for «5» and «1-4», false for «5А»: a letter has a column of its own. */
export const isPlainGrade = (grade: string): boolean => gradesIn(grade)?.letters.length === 0;

const lettersMeet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((letter) => b.includes(letter));

/** True when some class belongs to both. */
export const overlaps = (a: ClassSet, b: ClassSet): boolean =>
  a.from <= b.to && b.from <= a.to && lettersMeet(a.letters, b.letters);

/** True when every class of `inner` belongs to `outer`. */
export const covers = (outer: ClassSet, inner: ClassSet): boolean =>
  outer.from <= inner.from &&
  inner.to <= outer.to &&
  (outer.letters.length === 0 ||
    (inner.letters.length > 0 && inner.letters.every((letter) => outer.letters.includes(letter))));

/** One spelling of a grade for slices: «7» for «07» and «7-7», «2-4» for «2 – 4»; as typed where it cannot be read. */
export function gradeTitle(grade: string): string {
  const set = readClassSet(grade, '');
  if (!set) return grade;
  return set.from === set.to ? String(set.from) : `${set.from}-${set.to}`;
}

export const classTitle = (grade: string, letter: string): string => `${grade}${letter}`;
