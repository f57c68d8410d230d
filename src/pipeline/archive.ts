import {
  type Cell,
  dateInFigures,
  type Form,
  isDate,
  localDay,
  type RawRow,
  type Register,
  type School,
  trimmedNumber,
} from '../model';
import type { RegisterRows } from './frozen-registers';

/** Texts by their names in the archive. */
export type ArchiveFiles = Readonly<Record<string, string>>;

/** The list of hashes, as `sha256sum -c` reads it. */
export const HASHES = 'sha256.txt';
/** What the archive says of itself. */
export const ABOUT = 'archive.json';
const FORMAT = 1;

export interface AboutArchive {
  readonly format: number;
  /** Of the add-on that made it. */
  readonly version: string;
  /** The moment, ISO. */
  readonly at: string;
}

export const aboutArchive = (about: Omit<AboutArchive, 'format'>): string =>
  JSON.stringify({ format: FORMAT, ...about });

type HashOf = (text: string) => string;

/** The files with the list of their hashes. */
export function withHashes(files: ArchiveFiles, hashOf: HashOf): ArchiveFiles {
  const lines = Object.entries(files).map(([name, text]) => `${hashOf(text)}  ${name}\n`);
  return { ...files, [HASHES]: lines.join('') };
}

const COPY = 'Возьмите другую копию архива.';

/** Why an archive is not taken, in Russian; null for one that is whole and as it was made. */
export function archiveTrouble(files: ArchiveFiles, hashOf: HashOf): string | null {
  const list = files[HASHES];
  if (list === undefined)
    return `Это не архив надстройки: в нём нет файла ${HASHES}. Выберите файл, который сделала команда «Выгрузить и сохранить…».`;
  const listed = new Map<string, string>();
  for (const line of list.split(/\r?\n/)) {
    const [, hash, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (hash && name) listed.set(name, hash);
    else if (line !== '') return `Архив повреждён: список контрольных сумм ${HASHES} не читается. ${COPY}`;
  }
  for (const [name, hash] of listed) {
    const text = files[name];
    if (text === undefined) return `Архив неполон: нет файла ${name}. ${COPY}`;
    if (hashOf(text) !== hash) return `Архив изменён: контрольная сумма файла ${name} не та, что при выгрузке. ${COPY}`;
  }
  const foreign = Object.keys(files).find((name) => name !== HASHES && !listed.has(name));
  if (foreign !== undefined) return `Архив изменён: файла ${foreign} нет в списке контрольных сумм. ${COPY}`;
  if (!listed.has(ABOUT)) return `Архив неполон: нет файла ${ABOUT}. ${COPY}`;
  const { format } = JSON.parse(files[ABOUT]!) as AboutArchive;
  return format === FORMAT ? null : 'Архив сделан другой версией надстройки. Обновите надстройку и повторите.';
}

/** RFC 4180 with commas: decimals have a comma and so stand in quotation marks. */
const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map((cell) => quotedWhere(inWords(cell))).join(',')}\r\n`).join('');

const quotedWhere = (text: string): string => (/[",;\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

function inWords(cell: Cell): string {
  if (isDate(cell)) return dateInFigures(localDay(cell));
  return typeof cell === 'number' ? trimmedNumber(cell) : String(cell);
}

const SCHOOL_COLUMNS = ['key', 'name', 'type', 'group', 'partner'] as const;

export const schoolsCsv = (schools: readonly School[]): string =>
  csvOf([SCHOOL_COLUMNS, ...schools.map((school) => SCHOOL_COLUMNS.map((column) => school[column]))]);

/** Rows as typed, or as corrected since. */
export function formCsv({ fields }: Form, rows: readonly RawRow[]): string {
  const keys = Object.keys(fields);
  const lines = rows.map(({ period, school, cells }): Cell[] => [
    period,
    school,
    ...keys.map((key) => cells[key] ?? ''),
  ]);
  return csvOf([['period', 'school', ...keys], ...lines]);
}

export function registerCsv({ key, fields }: Register, rows: RegisterRows): string {
  const keys = Object.keys(fields);
  const lines = (rows[key] ?? []).map((row) => keys.map((field): Cell => dayInFigures(row[field] ?? '')));
  return csvOf([keys, ...lines]);
}

const dayInFigures = (value: string | number): Cell =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? dateInFigures(value) : value;
