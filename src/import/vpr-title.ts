import { textOf } from '../model';
import { dayIn, yearIn } from './dates';
import { cellsAbove, labelled, type Sheet } from './sheet';
import { subjectOf } from './subjects';

/** Which work it was: year, subject and grade stand in the title of the report alone. */
export interface Work {
  readonly year: number | null;
  readonly subject: string;
  readonly grade: number | null;
}

const GRADE = /(?<!\d)(\d{1,2})\s*[-–]?\s*(?:й\s+)?(?:класс|кл\.?(?![а-я]))/i;
const TITLE = /(?<![а-я])ВПР(?![а-я])/i;

export function workOf(sheet: Sheet, above: number): Work {
  const texts = [...cellsAbove(sheet, above)].map(({ cell }) => textOf(cell));
  const title =
    texts.find((text) => TITLE.test(text) && GRADE.test(text)) ?? texts.find((text) => GRADE.test(text)) ?? '';
  const dated = labelled(sheet, above, /^дата(?: проведения)?/i);
  const named = labelled(sheet, above, /^предмет/i);
  const inGrade = labelled(sheet, above, /^класс/i);
  const grade =
    GRADE.exec(title) ?? /(\d{1,2})/.exec(inGrade?.text ?? '') ?? /^\s*[А-Я]{2,4}\s*(\d{1,2})(?!\d)/.exec(sheet.name);
  const year =
    yearIn(title) ?? yearIn(dayIn(dated?.text) ?? '') ?? texts.map(yearIn).find((found) => found !== null) ?? null;
  return { year, subject: subjectOf(named?.text ?? subjectIn(title)), grade: grade ? Number(grade[1]) : null };
}

const subjectIn = (title: string): string =>
  title
    .replace(TITLE, ' ')
    .replace(GRADE, ' ')
    .replace(/20\d\d(?:\s*г(?:ода?|\.)?)?|класс[а-я]*/gi, ' ')
    .replace(/^[\s.,:;–-]+|[\s.,:;–-]+$/g, '')
    .replace(/\s+/g, ' ');

/** Whether words stand above a row or in the sheet's name. */
export const isTitled = (sheet: Sheet, above: number, words: RegExp): boolean =>
  words.test(sheet.name) || [...cellsAbove(sheet, above)].some(({ cell }) => words.test(textOf(cell)));
