import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  counted,
  type Form,
  isPeriod,
  type KnownSchool,
  type Programme,
  type Register,
  type School,
  shiftPeriod,
  textOf,
} from '../../model';
import { groupOf, groupRemark, keysOf, schoolRules } from '../../workbook';
import { CsvError, type CsvRow, readCsv } from './csv';

/** A district's data as they stand in CSV files (design.md 8), before anything is typed into a workbook. */
export interface Dataset {
  readonly schools: School[];
  readonly rows: DataRow[];
  /** Lines of the registers' files by register: as typed, by field key. */
  readonly registers: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  /** Every quarter from the first to the last in the rows, gaps filled. */
  readonly periods: string[];
  /** What was not read and why, in Russian. */
  readonly notes: string[];
  /** Invented figures («учебные данные»). */
  readonly training: boolean;
}

export interface DataRow {
  readonly period: string;
  readonly school: string;
  readonly form: string;
  /** The nth data row of the form's CSV file, header not counted, from 1. */
  readonly row: number;
  /** As typed, by field key; every field of the form is there, `''` for a blank. */
  readonly cells: Record<string, string>;
}

/** Data that cannot be read: one Russian line saying where, what is wrong and what to do. */
export class DatasetError extends Error {
  override name = 'DatasetError';
  constructor(
    readonly file: string,
    readonly line: number | null,
    readonly column: string | null,
    problem: string,
  ) {
    const place = [file, line && `строка ${line}`, column && `столбец «${short(column)}»`].filter(Boolean).join(', ');
    super(`${place}: ${problem}`.replace(/[\s\p{Cc}]+/gu, ' '));
  }
}

interface Table {
  readonly rows: { readonly line: number; readonly cells: Record<string, string> }[];
  readonly fail: (line: number | null, column: string | null, problem: string) => DatasetError;
}

const SCHOOLS = 'schools.csv';
const SCHOOL_COLUMNS = ['key', 'name', 'type', 'group', 'partner'];
const KNOWN_COLUMNS = ['login', 'oldLogin', 'code', 'names'];

/** Reads the folder's `schools.csv`, one `<form>.csv` per form and one `<register>.csv` per register; bad values of fields are left to the workbook. */
export function readDataset(folder: string, programme: Pick<Programme, 'forms' | 'registers' | 'groups'>): Dataset {
  const { forms, registers } = programme;
  const files = filesWithSchools(folder);
  const { schools, doubts } = readSchools(folder, programme);
  const keys = new Set(schools.map((school) => school.key));
  const rows = forms
    .filter((form) => files.includes(fileOf(form)))
    .flatMap((form) =>
      readRows(readTable(folder, fileOf(form), ['period', 'school'], Object.keys(form.fields)), form, keys),
    );
  if (rows.length === 0) throw nothingToConsolidate(folder, forms);
  const lines = registers
    .filter((register) => files.includes(fileOf(register)))
    .map((register) => [register.key, linesOf(folder, register)] as const);
  const notes = [...notesOn(files, [...forms, ...registers]), ...doubts];
  return { schools, rows, registers: Object.fromEntries(lines), periods: quarters(rows), notes, training: false };
}

/** The folder's schools with what other systems call them; the forms' files need not be there. */
export function readKnownSchools(
  folder: string,
  programme: Pick<Programme, 'forms' | 'registers' | 'groups'>,
): KnownSchool[] {
  filesWithSchools(folder);
  return readSchools(folder, programme).known;
}

export const holdsForms = (folder: string, forms: readonly Form[]): boolean =>
  forms.some((form) => csvFiles(folder).includes(fileOf(form)));

function filesWithSchools(folder: string): string[] {
  const files = csvFiles(folder);
  if (files.includes(SCHOOLS)) return files;
  throw new DatasetError(join(folder, SCHOOLS), null, null, 'файла нет — положите в папку список школ.');
}

/** Every quarter from the first to the last of the rows; none for no rows. */
export function quarters(rows: readonly DataRow[]): string[] {
  const known = rows.map((row) => row.period).sort();
  const all: string[] = [];
  const last = known.at(-1) ?? '';
  for (let period = known[0]; period !== undefined && period <= last; period = shiftPeriod(period, 1)) all.push(period);
  return all;
}

const fileOf = ({ key }: Pick<Form, 'key'>): string => `${key}.csv`;

const linesOf = (folder: string, register: Register): Record<string, string>[] =>
  readTable(folder, fileOf(register), [], Object.keys(register.fields)).rows.map(({ cells }) => cells);

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function csvFiles(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DatasetError(folder, null, null, 'такой папки нет — укажите папку, где лежат schools.csv и файлы форм.');
  }
  return readdirSync(folder)
    .filter((file) => /\.csv$/i.test(file))
    .sort();
}

function notesOn(files: readonly string[], kept: readonly Pick<Form, 'key'>[]): string[] {
  const known = new Set([SCHOOLS, ...kept.map(fileOf)]);
  return files
    .filter((file) => !known.has(file))
    .map(
      (file) =>
        `${file}: формы или реестра «${file.slice(0, -'.csv'.length)}» в программе пока нет — файл не прочитан.`,
    );
}

function nothingToConsolidate(folder: string, forms: readonly Form[]): DatasetError {
  const files = forms.map(fileOf).join(', ');
  return new DatasetError(
    folder,
    null,
    null,
    `нет ни одной строки данных, сводить нечего — заполните хотя бы один файл: ${files}.`,
  );
}

/** Checks the header and the shape of the rows; a column the file does not have is blank in every row. */
function readTable(folder: string, file: string, required: readonly string[], optional: readonly string[]): Table {
  const fail: Table['fail'] = (line, column, problem) => new DatasetError(file, line, column, problem);
  const [header, ...body] = rowsOf(folder, file);
  if (!header) throw fail(null, null, 'пустой файл — удалите его или добавьте заголовок и строки.');
  const columns = withoutTail(header.cells, 0);
  checkHeader(columns, required, [...required, ...optional], fail);
  const blank = Object.fromEntries(optional.map((column) => [column, '']));
  const filled = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const rows = filled.map(({ line, cells: read }) => {
    const cells = withoutTail(read, columns.length);
    if (cells.length !== columns.length) throw wrongWidth(line, cells.length, columns, fail);
    return { line, cells: { ...blank, ...Object.fromEntries(columns.map((column, i) => [column, cells[i]!])) } };
  });
  return { rows, fail };
}

/** Blank columns at the right, as spreadsheets leave them behind. */
function withoutTail(cells: readonly string[], least: number): readonly string[] {
  let width = cells.length;
  while (width > least && cells[width - 1]!.trim() === '') width -= 1;
  return cells.slice(0, width);
}

function rowsOf(folder: string, file: string): CsvRow[] {
  try {
    return readCsv(readFileSync(join(folder, file)));
  } catch (error) {
    if (error instanceof CsvError) throw new DatasetError(file, error.line, error.column, error.message);
    throw new DatasetError(
      file,
      null,
      null,
      `файл не открывается (${(error as NodeJS.ErrnoException).code}) — проверьте его.`,
    );
  }
}

function checkHeader(
  columns: readonly string[],
  required: readonly string[],
  known: readonly string[],
  fail: Table['fail'],
): void {
  columns.forEach((column, i) => {
    const name = column || String(i + 1);
    if (!known.includes(column))
      throw fail(1, name, `такого столбца нет — удалите его или исправьте на один из: ${known.join(', ')}.`);
    if (columns.indexOf(column) < i) throw fail(1, name, 'столбец повторяется — оставьте один.');
  });
  const missing = required.find((column) => !columns.includes(column));
  if (missing !== undefined) throw fail(1, missing, 'столбца нет — добавьте его в первую строку файла.');
}

function wrongWidth(line: number, width: number, columns: readonly string[], fail: Table['fail']): DatasetError {
  const cells = counted(width, 'ячейка', 'ячейки', 'ячеек');
  const expected = counted(columns.length, 'столбец', 'столбца', 'столбцов');
  const column = columns[width] ?? String(columns.length + 1);
  return fail(line, column, `в строке ${cells}, а в заголовке ${expected} — проверьте запятые и кавычки.`);
}

/** The register obeys the rules that the tab «Школы» has (design.md 8). */
function readSchools(
  folder: string,
  programme: Pick<Programme, 'forms' | 'registers' | 'groups'>,
): { schools: School[]; known: KnownSchool[]; doubts: string[] } {
  const { rows, fail } = readTable(folder, SCHOOLS, ['key', 'name'], [...SCHOOL_COLUMNS.slice(2), ...KNOWN_COLUMNS]);
  if (rows.length === 0) throw fail(2, 'key', 'нет ни одной школы — добавьте строки со школами.');
  const told = schoolRules(programme);
  const groups = keysOf(programme.groups);
  const doubts: string[] = [];
  const schools = rows.map(({ line, cells }) => {
    const texts = SCHOOL_COLUMNS.map((column) => [column, textOf(cells[column])]);
    const school = Object.fromEntries(texts) as Record<'key' | 'name' | 'type' | 'group' | 'partner', string>;
    const wrong = told(school);
    if (wrong) throw fail(line, wrong.field, `${wrong.words}.`);
    const group = groupOf(school.group, groups);
    const doubt = groupRemark(group, groups);
    if (doubt !== null) doubts.push(`${SCHOOLS}, строка ${line}, столбец «group»: ${doubt}.`);
    return { line, school: { ...school, group } };
  });
  for (const { line, school } of schools) {
    if (school.partner === '' || schools.some((other) => other.school.key === school.partner)) continue;
    throw fail(
      line,
      'partner',
      `школы «${short(school.partner)}» нет в schools.csv — исправьте ключ или оставьте пустым.`,
    );
  }
  const known = rows.map(({ cells }) => knownAs(cells));
  return { schools: schools.map(({ school }) => school), known, doubts };
}

function knownAs(cells: Readonly<Record<string, string>>): KnownSchool {
  const text = (column: string): string => textOf(cells[column]);
  const names = (cells.names ?? '').split(/[;|\n]/).map(textOf);
  return {
    key: text('key'),
    name: text('name'),
    login: text('login'),
    oldLogin: text('oldLogin'),
    code: text('code'),
    names: names.filter((name) => name !== ''),
  };
}

function readRows({ rows, fail }: Table, form: Form, schools: ReadonlySet<string>): DataRow[] {
  return rows.map(({ line, cells: { period = '', school = '', ...cells } }, i) => {
    // Years outside this century are misprints, and a gap filled up to them would never end.
    if (!isPeriod(period) || !period.startsWith('20')) {
      throw fail(line, 'period', `период «${short(period)}» не читается — напишите год и квартал, например 2023-Q2.`);
    }
    if (!schools.has(school)) {
      throw fail(line, 'school', `школы «${short(school)}» нет в schools.csv — исправьте ключ или добавьте школу.`);
    }
    return { period, school, form: form.key, row: i + 1, cells };
  });
}
