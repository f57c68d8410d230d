import { type Cell, isBlank, textOf } from '../model';
import { closingOf } from './closing-lines';
import { dayIn } from './dates';
import { numberingOf, numbersOf } from './doubts';
import { captionsOf, findHeader, type Header, named, numbersColumns } from './header';
import { inCyrillic } from './letters';
import { codeOf } from './numbers';
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
  /** The day on which it was held. */
  readonly day: string;
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
        day,
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
  const tables: ProtocolTable[] = [];
  for (const [index, { row, exam }] of titles.entries()) {
    const end = titles[index + 1]?.row ?? sheet.rows.length + 1;
    const header = findHeader({ ...sheet, rows: sheet.rows.slice(0, end - 1) }, COLUMNS, ['code'], row);
    const table = header && { header, exam, end, grade: gradeOf(sheet, header, end) };
    const above = tables[tables.length - 1];
    if (above && isSame(above.exam, exam) && (!table || isFurtherPart(sheet, above, table)))
      tables.splice(-1, 1, { ...above, end, grade: gradeOf(sheet, above.header, end) });
    else if (table) tables.push(table);
  }
  return tables.some(({ header }) => header.columns.appeal !== undefined) ? [] : tables;
}

const isSame = (one: Exam, other: Exam): boolean =>
  one.number === other.number && one.subject === other.subject && one.day === other.day;

/** The same exam once more is a further part of it where the numbers go on or none of its pupils stands above. */
function isFurtherPart(sheet: Sheet, above: ProtocolTable, table: ProtocolTable): boolean {
  if (JSON.stringify(above.header.columns) !== JSON.stringify(table.header.columns)) return false;
  const of = (page: ProtocolTable) => rowsOf(sheet, page).flatMap(({ cells }) => (isPupil(cells, page) ? [cells] : []));
  const [pupils, more] = [of(above), of(table)];
  const numbers = numbersOf(sheet, above.header, pupils);
  if (numbersOf(sheet, table.header, more)[0] === (numbers[numbers.length - 1] ?? -1) + 1) return true;
  const { textIn } = repeatsIn(sheet, above);
  const nameOf = (cells: readonly Cell[]) => textOf(cells[(above.header.columns.document ?? 0) - 1]) || textIn(cells);
  const known = new Set(pupils.map(nameOf));
  return !more.some((cells) => known.has(nameOf(cells)));
}

/** Rows of a table that say something: neither numbers of columns nor a title or header once more, as on every page. */
export function rowsOf(
  sheet: Sheet,
  { header: { top, row: header, columns }, end }: Pick<ProtocolTable, 'header' | 'end'>,
) {
  const code = columns.code! - 1;
  const captions = captionsOf(sheet, top, header - top + 1)[code]!;
  return sheet.rows
    .slice(header, end - 1)
    .map((cells, index) => ({ cells, row: header + 1 + index }))
    .filter(
      ({ cells, row }) =>
        cells.some((cell) => !isBlank(cell)) &&
        !numbersColumns(sheet, row) &&
        !captions.includes(wordsOf(cells[code])) &&
        (codeOf(cells[code]) !== '' || examIn(cells) === null),
    );
}

/** A line that is about a pupil: it has the code of a school, or the number of a document. */
export const isPupil = (cells: readonly Cell[], { header: { columns } }: Pick<ProtocolTable, 'header'>): boolean =>
  !closingOf(cells) &&
  (codeOf(cells[columns.code! - 1]) !== '' || /\d/.test(textOf(cells[(columns.document ?? 0) - 1])));

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
    const exam = { number: 0, subject: subjectOf(subject), year: Number(day!.slice(0, 4)), day: day! };
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

/** The same pupil on two lines that agree in everything but their number is one. */
export function repeatsIn(sheet: Sheet, { header }: Pick<ProtocolTable, 'header'>) {
  const ordinal = numberingOf(sheet, header);
  const seen = new Set<string>();
  const textIn = (cells: readonly Cell[]): string =>
    cells.map((cell, index) => (index === ordinal ? '' : textOf(cell))).join('\u0001');
  const isRepeated = (cells: readonly Cell[]): boolean => {
    if (textOf(cells[(header.columns.document ?? 0) - 1]) === '') return false;
    const known = seen.has(textIn(cells));
    seen.add(textIn(cells));
    return known;
  };
  return { textIn, isRepeated };
}
