import { type Cell, type KnownSchool, textOf } from '../../model';
import { dayIn } from '../dates';
import { captionsOf, findHeader, type Header, named } from '../header';
import { codeOf, numberOf } from '../numbers';
import { type Line, type Recogniser, refused, skipped } from '../recogniser';
import { isSchool, type SchoolFinder } from '../schools';
import { type Sheet, wordsOf } from '../sheet';
import { subjectOf } from '../subjects';

const COLUMNS = {
  code: named(/^код (?:оо|оу|школы|образовательн)/),
  grade: named(/^класс/),
  document: named(/^номер|^документ/),
  mark: named(/^оценка|^отметка/),
  appeal: named(/апелляци|перепроверк/),
};
type Key = keyof typeof COLUMNS;

interface Exam {
  readonly year: number | null;
  readonly subject: string;
  readonly number: number;
}

/** The title of an exam, wherever in the row it stands: «02 - Математика 2025.06.03». */
function examIn(cells: readonly Cell[]): Exam | null {
  for (const cell of cells) {
    const text = textOf(cell);
    const found =
      /(?:^|\s)(\d{2})\s*[-–—]\s*([^\d]+?)\s*(?:\([^)]*\)\s*)?(?:[пу]:\s*)?((?:20\d\d[.-]\d\d[.-]\d\d)|(?:\d\d\.\d\d\.20\d\d))/i.exec(
        text,
      );
    const day = found ? dayIn(found[3]!) : null;
    if (found && day)
      return {
        number: Number(found[1]),
        subject: subjectOf(found[2]!.replace(/\s*[пу]:?$/, '')),
        year: Number(day.slice(0, 4)),
      };
  }
  return null;
}

const CLOSING = [
  ['Средние', /^средни[ей]/],
  ['Минимальная граница', /^минимальн[а-я]+ границ/],
  ['Всего участников', /^всего (?:участников|человек)/],
] as const;

/** The state's final exam of school leavers of grade 9: state exams for those with special needs (51, 52) are none. */
const isOge = ({ number }: Exam): boolean => number < 50;

/** Protocols of the РЦОИ name every pupil: only counts by school come out of here. */
export const ogeProtocol: Recogniser = {
  kind: 'oge',
  form: 'oge',
  title: 'ОГЭ: протокол РЦОИ',
  bySheet: false,
  note: 'no personal data may leave the parser; only counts per school',
  read(sheet, schools) {
    const tables = tablesOf(sheet);
    if (tables.length === 0 || tables.some(({ header }) => header.columns.appeal !== undefined)) return null;
    return tables.flatMap((table) => linesOf(sheet, table, schools));
  },
};

interface Table {
  readonly header: Header<Key>;
  readonly exam: Exam;
  readonly end: number;
}

/** One exam below another, each with its title and header. */
function tablesOf(sheet: Sheet): Table[] {
  const titles = sheet.rows.flatMap((cells, index) => {
    const exam = examIn(cells);
    return exam ? [{ row: index + 1, exam }] : [];
  });
  return titles.flatMap(({ row, exam }, index) => {
    const end = titles[index + 1]?.row ?? sheet.rows.length + 1;
    const header = findHeader({ ...sheet, rows: sheet.rows.slice(0, end - 1) }, COLUMNS, ['code', 'mark'], row);
    return header && isOge(exam) && !ofGradeEleven(sheet, header, end) ? [{ header, exam, end }] : [];
  });
}

const gradeOf = (cell: Cell | undefined): number => Number(/^\D*(\d{1,2})/.exec(textOf(cell))?.[1] ?? Number.NaN);

function ofGradeEleven(sheet: Sheet, { row, columns }: Header<Key>, end: number): boolean {
  const grades = sheet.rows.slice(row, end - 1).map((cells) => gradeOf(cells[(columns.grade ?? 0) - 1]));
  return grades.includes(11) && !grades.includes(9);
}

interface Sums {
  readonly school: KnownSchool;
  readonly marks: [number, number, number, number];
}

function linesOf(sheet: Sheet, { header, exam, end }: Table, schools: SchoolFinder): Line[] {
  const captions = captionsOf(sheet, header.top, header.row - header.top + 1);
  const ordinal = captions.findIndex((words) => words.some((word) => /^(?:n|nо|n п\/п|п\/п)$/.test(word)));
  const bySchool = new Map<string, Sums>();
  const seen = new Set<string>();
  const left: Line[] = [];
  for (let row = header.row + 1; row < end; row += 1) {
    const cells = sheet.rows[row - 1] ?? [];
    const at = (key: Key): Cell | undefined => cells[(header.columns[key] ?? 0) - 1];
    const code = codeOf(at('code'));
    if (code === '') {
      left.push(...closingLine(cells));
      continue;
    }
    const mark = numberOf(at('mark'))?.value ?? 0;
    if (![2, 3, 4, 5].includes(mark) || isRepeated(cells, ordinal, at('document'), seen)) continue;
    const answer = schools.find({ code });
    if (!isSchool(answer)) {
      left.push(refused(`код ОО ${code}`, answer, row));
      continue;
    }
    const sums = bySchool.get(answer.key) ?? { school: answer, marks: [0, 0, 0, 0] };
    sums.marks[(mark - 2) as 0] += 1;
    bySchool.set(answer.key, sums);
  }
  const byCode = [...bySchool.values()].sort((a, b) => a.school.code.localeCompare(b.school.code));
  return [...byCode.map((sums) => countsOf(sums, exam)), ...left];
}

/** The same pupil on two lines that agree in everything is one. */
function isRepeated(cells: readonly Cell[], ordinal: number, document: Cell | undefined, seen: Set<string>): boolean {
  if (textOf(document) === '') return false;
  const line = cells.map((cell, index) => (index === ordinal ? '' : textOf(cell))).join('\u0001');
  if (seen.has(line)) return true;
  seen.add(line);
  return false;
}

/** What ends a protocol, in our words: whatever else stands there may be a name. */
function closingLine(cells: readonly Cell[]): Line[] {
  const words = wordsOf(cells.find((cell) => textOf(cell) !== ''));
  const closing = CLOSING.find(([, pattern]) => pattern.test(words));
  return closing ? [skipped(closing[0], 'not_school_row')] : [];
}

function countsOf({ school, marks: [m2, m3, m4, m5] }: Sums, { year, subject }: Exam): Line {
  const n = m2 + m3 + m4 + m5;
  const { name, code } = school;
  const counts = { year, school: name, code, subject, grade: 9, n, m2, m3, m4, m5 };
  return { is: 'counts', school, key: [year, subject], text: name, counts };
}
