import { isUtf8 } from 'node:buffer';

/** A record of a CSV text; `line` is the line of the file it starts on, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Text that is no CSV. `column` is the header's word for the place, or its number where the header has none. */
export class CsvError extends Error {
  override name = 'CsvError';
  constructor(
    readonly line: number,
    readonly column: string,
    problem: string,
  ) {
    super(problem);
  }
}

const BYTE_ORDER_MARK = '\uFEFF';
const UNREADABLE = '\uFFFD';

const UNCLOSED = 'кавычка не закрыта — закройте её, а кавычку внутри ячейки удвойте («""»).';
const AFTER_QUOTE = 'после закрывающей кавычки стоит текст — кавычку внутри ячейки удвойте («""»).';
const STRAY_QUOTE = 'кавычка внутри ячейки — возьмите всю ячейку в кавычки, а эту кавычку удвойте («""»).';
const LONE_RETURN = 'строка кончается знаком CR без LF — сохраните файл с концами строк CRLF или LF.';
const NOT_UTF8 = 'текст не в кодировке UTF-8 — сохраните файл как «CSV UTF-8».';

/** Bytes of a CSV file as rows; bytes that are not UTF-8 throw `CsvError`. */
export function readCsv(bytes: Uint8Array): CsvRow[] {
  const text = Buffer.from(bytes).toString('utf8');
  if (!isUtf8(bytes)) throw notUtf8(text);
  return parseCsv(text);
}

/**
 * RFC 4180, strictly, or the same with semicolons, as a Russian Excel saves: the header line decides. Cells are kept as they are, rows may end with CRLF or LF, blank lines count as rows of one blank
 * cell except at the very end. A text without rows gives none.
 */
export function parseCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let filled = 0;
  let at = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  let line = 1;
  const separator = separatorOf(text);
  while (at < text.length) {
    const row = readRow(text, separator, at, line, rows[0]?.cells ?? []);
    rows.push({ line, cells: row.cells });
    if (row.end > at) filled = rows.length;
    at = row.next;
    line = row.line;
  }
  return rows.slice(0, filled);
}

/** One row: `end` is where its text ends, `next` and `line` are where the next one begins. */
function readRow(text: string, separator: string, start: number, startLine: number, header: readonly string[]) {
  const cells: string[] = [];
  let at = start;
  let line = startLine;
  for (;;) {
    const fail = (problem: string) => new CsvError(line, header[cells.length] ?? String(cells.length + 1), problem);
    const quoted = text[at] === '"';
    const end = quoted ? endOfQuoted(text, at) : endOfPlain(text, separator, at);
    if (end < 0) throw fail(UNCLOSED);
    const after = text[end];
    if (after === '"') throw fail(STRAY_QUOTE);
    const rowEnd = endOfLine(text, end);
    if (rowEnd < 0 && after !== separator) throw fail(after === '\r' ? LONE_RETURN : AFTER_QUOTE);
    const cell = text.slice(at, end);
    cells.push(quoted ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    line += linesIn(cell);
    if (rowEnd >= 0) return { cells, end, next: rowEnd, line: line + 1 };
    at = end + 1;
  }
}

/** Past the closing quote; -1 when there is none. */
function endOfQuoted(text: string, start: number): number {
  for (let at = start + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return -1;
    if (text[at + 1] !== '"') return at + 1;
  }
}

/** Whichever mark stands first in the header, outside quotation marks. */
const separatorOf = (text: string): string => (/^(?:"[^"]*"|[^\r\n,;"])*;/.test(text) ? ';' : ',');

function endOfPlain(text: string, separator: string, start: number): number {
  const ends = `${separator}"\r\n`;
  let at = start;
  while (at < text.length && !ends.includes(text[at]!)) at++;
  return at;
}

/** Past the line end (or the end of the text) that begins here; -1 when none does. */
function endOfLine(text: string, at: number): number {
  if (at === text.length) return at;
  if (text[at] === '\n') return at + 1;
  return text.startsWith('\r\n', at) ? at + 2 : -1;
}

const linesIn = (text: string): number => text.split('\n').length - 1;

/** Says where the first unreadable byte is; the text may be anything, so nothing here relies on its being CSV. */
function notUtf8(text: string): CsvError {
  const before = text.slice(0, text.indexOf(UNREADABLE));
  const onItsLine = before.slice(before.lastIndexOf('\n') + 1);
  const separator = separatorOf(text);
  const column = onItsLine.replace(/"[^"]*("|$)/g, '').split(separator).length;
  const word = /^\uFEFF?(.*)/.exec(text)![1]!.split(separator)[column - 1] ?? '';
  return new CsvError(linesIn(before) + 1, /^\w+$/.test(word) ? word : String(column), NOT_UTF8);
}
