import { type Cell, type ImportedCounts, type ImportKind, textOf } from '../../model';
import { isUnreadable } from '../absent';
import { dayIn, yearIn } from '../dates';
import { elsewhere, isGroup, namesSchool } from '../groups';
import { findHeader, named, numbersColumns, ofMark } from '../header';
import { countOf } from '../numbers';
import { MARK_KEYS, PercentTable } from '../percent-table';
import { type Line, type Recogniser, refused, skipped } from '../recogniser';
import { isSchool, loginDigits, type SchoolFinder } from '../schools';
import { cellsAbove, labelled, shownText } from '../sheet';
import { subjectIn, subjectOf } from '../subjects';

const COLUMNS = {
  login: named(/^логин/),
  code: named(/^код (?:оо|оу|школы|образовательн)/),
  school: named(/^оо$|^оу$|^школа|образовательн|^название оо|^наименование оо|^организация/),
  subject: named(/^предмет/),
  grade: named(/^класс/),
  people: named(/участник|^(?:кол-во|количество|число) (?:писав|выполняв|обуч|сдав)|^(?:писали|выполняли|сдавали)/),
  m2: ofMark(2),
  m3: ofMark(3),
  m4: ofMark(4),
  m5: ofMark(5),
  six: named(/^(?:0|1|6)$/),
};
type Key = keyof typeof COLUMNS;

/** What such a table says of the work as a whole, above its header. */
export interface WorkTitle {
  readonly text: string;
  readonly year: number | null;
  /** The day it was held, as ISO. */
  readonly date: string | null;
}

export interface MarksBySchool extends Pick<Recogniser, 'kind' | 'form' | 'title'> {
  readonly kind: ImportKind;
  /** Words above the table, or in the sheet's name, by which it is known. */
  readonly known: RegExp;
  /** What its counts say beside school, subject, grade and marks. */
  about(title: WorkTitle): ImportedCounts;
  /** Where neither the table nor its title names one. */
  readonly grade?: number;
}

/** A table of one work: a school a line, under each mark people, percentages or both; percentages are counted back. */
export const marksBySchool = ({ known, about, grade, ...recogniser }: MarksBySchool): Recogniser => ({
  ...recogniser,
  bySheet: true,
  read(sheet, schools) {
    const header = findHeader(sheet, COLUMNS, ['school', 'people', ...MARK_KEYS]);
    if (!header || header.columns.six !== undefined) return null;
    const texts = [sheet.name, ...[...cellsAbove(sheet, header.top)].map(({ cell }) => textOf(cell))];
    const titled = texts.find((text) => known.test(text));
    if (titled === undefined) return null;
    const { row: top, columns } = header;
    const marks = MARK_KEYS.map((mark) => columns[mark]!);
    const at = (row: number, key: Key): Cell | undefined => sheet.spread[row - 1]?.[(columns[key] ?? 0) - 1];
    const rows = sheet.rows.map((_, index) => index + 1).slice(top);
    const others = elsewhere(
      rows.map((row) => at(row, 'school')),
      schools,
    );
    const around: Around = {
      ...{ schools, table: new PercentTable(sheet, top + 1, marks), grade: gradeIn(texts) ?? grade ?? null },
      subject: subjectOf(labelled(sheet, header.top, /^предмет/i)?.text) || (texts.map(subjectIn).find(Boolean) ?? ''),
      about: about(titleOf(texts, titled)),
    };
    return rows.flatMap((row, index) =>
      numbersColumns(sheet, row) ? [] : lineOf(row, (key) => at(row, key), others[index]!, around),
    );
  },
});

function titleOf(texts: readonly string[], text: string): WorkTitle {
  const date = texts.map((each) => dayIn(each)).find((day) => day !== null) ?? null;
  const year = texts.map(yearIn).find((found) => found !== null) ?? (date ? Number(date.slice(0, 4)) : null);
  return { text, year, date };
}

function gradeIn(texts: readonly string[]): number | null {
  const found = texts.map((text) => /(?<!\d)(\d{1,2})\s*[-–]?\s*(?:х\s+|й\s+)?(?:класс|кл\.?(?![а-я]))/i.exec(text));
  const grade = found.find((each) => each !== null)?.[1];
  return grade === undefined ? null : Number(grade);
}

interface Around {
  readonly schools: SchoolFinder;
  readonly table: PercentTable;
  readonly subject: string;
  readonly grade: number | null;
  readonly about: ImportedCounts;
}

function lineOf(row: number, at: (key: Key) => Cell | undefined, isElsewhere: boolean, around: Around): Line[] {
  const { schools, table } = around;
  const name = textOf(at('school'));
  const text = shownText(name);
  const n = countOf(at('people'));
  if (text === '' || (n === null && table.isEmpty(row) && !isGroup(name))) return [];
  const words = { login: textOf(at('login')), code: textOf(at('code')), name, ours: true };
  const answer = schools.find(words);
  if (!isSchool(answer)) {
    const ofSchool = loginDigits(name) !== '' || words.code !== '' || namesSchool(name);
    if (!ofSchool) return [skipped(text, 'not_school_row', row)];
    return [isElsewhere ? skipped(text, 'other_municipality', row) : refused(text, answer, row, words)];
  }
  if (isUnreadable(at('people'))) return [refused(text, 'unreadable', row)];
  if (n === null || n === 0 || table.isEmpty(row)) return [];
  const marks = table.marks(row, n);
  if (typeof marks === 'string') return [refused(text, marks, row)];
  const subject = subjectOf(at('subject')) || around.subject;
  const grade = Number(/\d{1,2}/.exec(textOf(at('grade')))?.[0] ?? around.grade ?? Number.NaN) || null;
  const counts = { ...around.about, school: answer.name, subject, grade, n, ...marks };
  return [{ is: 'counts', row, school: answer, key: [JSON.stringify(around.about), subject, grade], text, counts }];
}
