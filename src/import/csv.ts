import { makeSheet, type Sheet, UnreadableFile } from './sheet';

const SEPARATORS = [';', '\t', ','] as const;
const LINES_LOOKED_AT = 50;

/** Of a table's lines several have the same number of them, however many titles stand above. */
const FEWEST_STEADY = 3;

function isSteady(mark: string, lines: readonly string[]): boolean {
  const counts = lines.map((line) => line.split(mark).length - 1).filter((count) => count >= FEWEST_STEADY);
  return counts.some((count, index) => counts.indexOf(count) !== index);
}

/** The mark that stands in the most of the first lines; a comma may belong to numbers, so it comes last. */
function separatorOf(text: string): string {
  const lines = text.split(/\r\n|\r|\n/, LINES_LOOKED_AT).filter((line) => line.trim() !== '');
  const held = (mark: string): number => lines.filter((line) => line.includes(mark)).length;
  const [semicolon, tab] = SEPARATORS;
  const steady = [semicolon, tab].find((mark) => isSteady(mark, lines));
  return steady ?? SEPARATORS.find((mark) => held(mark) * 2 >= lines.length && held(mark) > 0) ?? ';';
}

/**
 * A table with separators as systems and people write it: a quotation mark inside a cell that does not begin with one is a
 * letter like others (`9 "А"`), and so is one that no closing one follows before the next separator.
 */
export function readSeparated(text: string): Sheet {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, end } =
      text[at] === '"' ? quoted(text, at, separator, rows.length + 1, row.length + 1) : plain(text, at, separator);
    row.push(cell);
    at = end;
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return makeSheet('', rows, []);
}

interface ReadCell {
  readonly cell: string;
  readonly end: number;
}

const isEnd = (text: string, at: number, separator: string): boolean =>
  at >= text.length || text[at] === separator || text[at] === '\n' || text[at] === '\r';

function plain(text: string, start: number, separator: string): ReadCell {
  let end = start;
  while (!isEnd(text, end, separator)) end += 1;
  return { cell: text.slice(start, end), end };
}

function quoted(text: string, start: number, separator: string, row: number, column: number): ReadCell {
  let cell = '';
  let stray = false;
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') {
      cell += text[at];
      continue;
    }
    const closes = isEnd(text, at + 1, separator);
    if (closes) return { cell, end: at + 1 };
    const double = text[at + 1] === '"';
    if (double && stray && isEnd(text, at + 2, separator)) return { cell: `${cell}"`, end: at + 2 };
    if (double) at += 1;
    else {
      const whole = plain(text, start, separator);
      if (!whole.cell.endsWith('"')) return whole;
      stray = true;
    }
    cell += '"';
  }
  throw new UnreadableFile('кавычка не закрыта: сохраните файл заново из той программы, где он открывается', {
    row,
    column,
  });
}
