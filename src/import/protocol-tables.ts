import { type Cell, type KnownSchool, textOf } from '../model';
import { wasAbsent } from './absent';
import { dayIn } from './dates';
import { numberingOf } from './doubts';
import { findHeader, type Header, named, numbersColumns } from './header';
import { inCyrillic } from './letters';
import { codeOf } from './numbers';
import { type Line, refused, skipped } from './recogniser';
import { isSchool, type SchoolFinder } from './schools';
import { type Sheet, wordsOf } from './sheet';
import { subjectOf } from './subjects';

const COLUMNS = {
  exam: named(/^экзамен/),
  code: named(/^код (?:оо|оу|школы|образовательн)/),
  grade: named(/^класс/),
  document: named(/^номер|^документ/),
  mark: named(/^оценка|^отметка/),
  score: named(/^(?:итоговый |тестовый )?балл$/),
  appeal: named(/апелляци|перепроверк/),
};
export type ProtocolKey = keyof typeof COLUMNS;

export interface Exam {
  readonly year: number;
  readonly subject: string;
  /** As the state numbers its exams. */
  readonly number: number;
}

const DAY = String.raw`(20\d\d[.-]\d\d[.-]\d\d|\d\d\.\d\d\.20\d\d)`;
const TITLE = new RegExp(
  String.raw`(?:^|\s)(\d{2})\s*[-‐-―−]\s*([^\d]+?)\s*(?:\([^)]*\)\s*)?(?:[пу]\s*:\s*)?${DAY}`,
  'i',
);

/** The title of an exam, wherever in the row it stands: «02 - Математика 2025.06.03». */
function examIn(cells: readonly Cell[]): Exam | null {
  for (const cell of cells) {
    const found = TITLE.exec(inCyrillic(textOf(cell)));
    const day = found ? dayIn(found[3]!) : null;
    if (found && day)
      return {
        number: Number(found[1]),
        subject: subjectOf(found[2]!.replace(/\s*[пу]\s*:?$/, '')),
        year: Number(day.slice(0, 4)),
      };
  }
  return null;
}

/** One exam of a protocol: the rows from its header to the next exam. */
export interface ProtocolTable {
  readonly header: Header<ProtocolKey>;
  readonly exam: Exam;
  readonly end: number;
  /** The rows of this exam where those of several are mixed. */
  readonly only?: ReadonlySet<number>;
  /** The grade most rows name, where they do. */
  readonly grade: 9 | 11 | null;
}

/** Exams one below another, each with its title and header; none in a list of appeals, which names pupils once more. */
export function protocolTables(sheet: Sheet): ProtocolTable[] {
  const listed = examsOfList(sheet);
  if (listed.length > 0) return listed;
  const titles = sheet.rows.flatMap((cells, index) => {
    const exam = examIn(cells);
    return exam ? [{ row: index + 1, exam }] : [];
  });
  const tables = titles.flatMap(({ row, exam }, index): ProtocolTable[] => {
    const end = titles[index + 1]?.row ?? sheet.rows.length + 1;
    const header = findHeader({ ...sheet, rows: sheet.rows.slice(0, end - 1) }, COLUMNS, ['code'], row);
    return header ? [{ header, exam, end, grade: gradeOf(sheet, header, end) }] : [];
  });
  return tables.some(({ header }) => header.columns.appeal !== undefined) ? [] : tables;
}

const LISTED = /^(.+?)\s*\(\s*(20\d\d[.-]\d\d[.-]\d\d)\s*\)$/;

/** A compact list names the exam on each line: «Математика(2026.06.02)»; with its column of appeals it is the full result. */
function examsOfList(sheet: Sheet): ProtocolTable[] {
  const header = findHeader(sheet, COLUMNS, ['exam', 'code']);
  if (!header) return [];
  const end = sheet.rows.length + 1;
  const rows = new Map<string, Set<number>>();
  for (let row = header.row + 1; row < end; row += 1) {
    const exam = textOf(sheet.rows[row - 1]![header.columns.exam! - 1]).replace(/\s+/g, ' ');
    if (LISTED.test(exam)) rows.set(exam, (rows.get(exam) ?? new Set()).add(row));
  }
  return [...rows].map(([title, only]) => {
    const [, subject, day] = LISTED.exec(inCyrillic(title))!;
    const exam = { number: 0, subject: subjectOf(subject), year: Number(day!.slice(0, 4)) };
    return { header, exam, end, only, grade: gradeOf(sheet, header, end, only) };
  });
}

function gradeOf(
  sheet: Sheet,
  { row, columns }: Header<ProtocolKey>,
  end: number,
  only?: ReadonlySet<number>,
): 9 | 11 | null {
  const grades = sheet.rows
    .slice(row, end - 1)
    .filter((_, index) => only?.has(row + 1 + index) ?? true)
    .map((cells) => /^\D*(\d{1,2})/.exec(textOf(cells[(columns.grade ?? 0) - 1]))?.[1]);
  if (grades.includes('9')) return 9;
  return grades.includes('11') || grades.includes('12') ? 11 : null;
}

export type CellAt = (key: ProtocolKey) => Cell | undefined;

/** What every pupil of a table adds to the sums of a school. */
export interface Tally<T> {
  /** Where a pupil's result stands. */
  readonly result: ProtocolKey;
  /** Null where it cannot be read. */
  value(cell: Cell | undefined): number | null;
  line(school: KnownSchool, values: readonly number[], table: ProtocolTable): T;
}

/** Name of the line that ends a protocol. */
export const ENDS = 'Всего участников';

const CLOSING = [
  ['Средние', /^средни[ей]/],
  ['Минимальная граница', /^минимальн[а-я]+ границ/],
  [ENDS, /^всего (?:участников|человек)/],
] as const;

export type Closing = (typeof CLOSING)[number][0];

/** Pupils by school, schools in the order of their codes; nothing else of a pupil is looked at but code and result. */
export function tallied(sheet: Sheet, table: ProtocolTable, schools: SchoolFinder, tally: Tally<Line>): Line[] {
  const { header, end } = table;
  const ordinal = numberingOf(sheet, header);
  const bySchool = new Map<KnownSchool, number[]>();
  const seen = new Set<string>();
  const left: Line[] = [];
  for (let row = header.row + 1; row < end; row += 1) {
    if ((table.only && !table.only.has(row)) || numbersColumns(sheet, row)) continue;
    const cells = sheet.rows[row - 1] ?? [];
    const at: CellAt = (key) => cells[(header.columns[key] ?? 0) - 1];
    const code = codeOf(at('code'));
    const result = at(tally.result);
    const value = tally.value(result);
    const closing = code === '' ? closingLine(cells) : [];
    left.push(...closing);
    if (closing.length > 0 || wasAbsent(result) || isRepeated(cells, ordinal, at('document'), seen)) continue;
    const answer = code === '' ? 'nothing' : schools.find({ code });
    if (answer === 'nothing') left.push(...(isPupil(at) ? [refused('код ОО не прочитан', 'unreadable', row)] : []));
    else if (!isSchool(answer)) left.push(refused(`код ОО ${code}`, answer, row, { code }));
    // What stands there is not shown: where columns have slipped it may be a name.
    else if (value === null) left.push(refused(`${answer.name}: результат не прочитан`, 'unreadable', row));
    else bySchool.set(answer, [...(bySchool.get(answer) ?? []), value]);
  }
  const byCode = [...bySchool].sort(([a], [b]) => a.code.localeCompare(b.code));
  return [...byCode.map(([school, values]) => tally.line(school, values, table)), ...left];
}

const isPupil = (at: CellAt): boolean => textOf(at('document')) !== '' || textOf(at('grade')) !== '';

/** The same pupil on two lines that agree in everything is one. */
function isRepeated(cells: readonly Cell[], ordinal: number, document: Cell | undefined, seen: Set<string>): boolean {
  if (textOf(document) === '') return false;
  const line = cells.map((cell, index) => (index === ordinal ? '' : textOf(cell))).join('\u0001');
  if (seen.has(line)) return true;
  seen.add(line);
  return false;
}

/** Which of the lines that end a protocol this is. */
export const closingOf = (cells: readonly Cell[]): Closing | undefined =>
  CLOSING.find(([, pattern]) => cells.some((cell) => pattern.test(wordsOf(cell))))?.[0];

/** What ends a protocol, in our words: whatever else stands there may be a name. */
function closingLine(cells: readonly Cell[]): Line[] {
  const closing = closingOf(cells);
  return closing ? [skipped(closing, 'not_school_row')] : [];
}

/** «Минимальная граница» of a table in one of its columns. */
export function leastOf(sheet: Sheet, { header, end }: ProtocolTable, key: ProtocolKey): Cell | undefined {
  const row = sheet.rows.slice(header.row, end - 1).find((cells) => closingOf(cells) === 'Минимальная граница');
  return row?.[(header.columns[key] ?? 0) - 1];
}
