import { isTotal } from '../domain';
import { type Cell, type Form, type Grid, isBlank, isDate, isNumeric, type Programme, textOf } from '../model';
import { EXPLANATION, fieldsOfTitles, needsNoPlace } from '../workbook';

/** A row of a pasted table: cells by field key, and in words what no field takes. */
export interface PastedRow {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly aside: string;
  /** Where each of the cells has stood, counted from the first pasted row and column. */
  readonly from: { readonly line: number; readonly columns: ReadonlyMap<string, number> };
}

/** What was pasted together with a row of titles. */
export interface PastedTable {
  /** Which of the pasted lines holds the titles, from 0. */
  readonly at: number;
  readonly rows: readonly PastedRow[];
  /** Titles that are no field's. */
  readonly unknown: readonly string[];
  readonly explains: boolean;
}

interface Header {
  readonly titles: readonly string[];
  readonly keys: readonly (string | undefined)[];
  readonly at: number;
  /** The first row below it. */
  readonly below: number;
}

/** Titles stand in one of the first rows. */
const WITHIN = 5;

export function tableIn({ otherTitles }: Programme, form: Form, lines: Grid): PastedTable | null {
  const keysOf: KeysOf = (titles) =>
    fieldsOfTitles(form, titles, otherTitles).map(
      (key, at) => key ?? (EXPLAINS.test(titles[at]!) ? EXPLANATION : undefined),
    );
  let best: Header | null = null;
  for (let at = 0; at < Math.min(lines.length - 1, WITHIN) && isAbove(lines, at); at += 1)
    for (const header of headersAt(keysOf, lines, at))
      if (!best || countOf(header.keys) > countOf(best.keys)) best = header;
  return best && tableBelow(form, lines, best);
}

/** Words as they were typed: where a line ends tells whether a word was cut. */
const titleIn = (cell: Cell | undefined): string => (isBlank(cell) || isDate(cell!) ? '' : String(cell));
const isFilled = (cell: Cell | undefined): boolean => cell !== '' && !isBlank(cell);
const hasLetters = (title: string): boolean => /[а-яё]/i.test(title);
const isMark = (cell: Cell): boolean => /^[2-5]$/.test(textOf(cell));
const countOf = (keys: readonly (string | undefined)[]): number => keys.filter((key) => key !== undefined).length;

type KeysOf = (titles: readonly string[]) => readonly (string | undefined)[];
const EXPLAINS = /^\s*(?:пояснени|примечани|комментари)/i;

/** Over the titles there is at most a line of words: rows of numbers there are data, which have no titles. */
const isAbove = (lines: Grid, at: number): boolean =>
  at === 0 || lines[at - 1]!.every((cell) => !isFilled(cell) || typeof cell === 'string');

/** Of one line, and where names of groups of columns stand over their own, of two. */
function headersAt(keysOf: KeysOf, lines: Grid, at: number): Header[] {
  const [upper, lower] = [lines[at]!, lines[at + 1]!];
  if (!holdsTitles(upper)) return [];
  const titles = upper.map(titleIn);
  const keys = keysOf(titles);
  const single: Header = { titles, keys, at, below: at + 1 };
  const both = titles.map((title, column) => titleIn(lower[column]) || title);
  const isUnder = lower.every((cell, column) => !isFilled(cell) || keys[column] === undefined);
  const deep: Header = { titles: both, keys: keysOf(both), at, below: at + 2 };
  return [single, ...(holdsTitles(lower) && isUnder ? [deep] : [])].filter(isHeader);
}

/** Numbers other than marks, and days, are no titles. */
const holdsTitles = (line: readonly Cell[]): boolean =>
  line.some(isFilled) && line.every((cell) => !isDate(cell) && (typeof cell !== 'number' || isMark(cell)));

function isHeader({ titles, keys }: Header): boolean {
  const known = countOf(keys);
  const filled = titles.filter((title) => title !== '').length;
  const worded = titles.some((title, at) => keys[at] !== undefined && hasLetters(title));
  return worded && (known >= 3 || (known === 2 && filled <= 4));
}

function tableBelow(form: Form, lines: Grid, { titles, keys, at, below }: Header): PastedTable {
  const unknown = titles.flatMap((title, column) => {
    const words = textOf(title);
    return keys[column] === undefined && words !== '' && !needsNoPlace(words) ? [{ column, words }] : [];
  });
  const columns = new Map(keys.flatMap((key, column) => (key === undefined ? [] : [[key, column] as const])));
  const above = lines.slice(0, at).flatMap((line) => line.filter(isFilled).map(textOf));
  const rows: PastedRow[] = [];
  let last: Readonly<Record<string, Cell>> = {};
  for (let line = below; line < lines.length; line += 1) {
    const typed = lines[line]!;
    if (!typed.some(isFilled) || repeats(typed, titles, columns) || isNumbering(typed)) continue;
    const cells = withClass(form, withLetter(form, cellsOf(form, typed, columns)), last);
    last = cells;
    const words = [
      ...(rows.length === 0 ? above : []),
      ...unknown.flatMap(({ column, words: title }) =>
        isFilled(typed[column]) ? [`${title}: ${textOf(typed[column])}`] : [],
      ),
    ];
    const named = namedTotal(form, cells, typed);
    rows.push({ cells: named, aside: words.join('; '), from: { line, columns } });
  }
  return { at, rows, unknown: unknown.map(({ words }) => words), explains: columns.has(EXPLANATION) };
}

const cellsOf = ({ fields }: Form, line: readonly Cell[], columns: ReadonlyMap<string, number>): Record<string, Cell> =>
  Object.fromEntries(
    [...columns].map(([key, column]) => {
      const cell = line[column] ?? '';
      const field = fields[key];
      return [key, !isFilled(cell) ? '' : field && isNumeric(field) ? asNumber(cell) : asWords(cell, field?.kind)];
    }),
  );

/** What was taken for words in a column of words. */
function asNumber(cell: Cell): Cell {
  const digits = typeof cell === 'string' ? cell.replace(/[\s\u00a0]/g, '') : '';
  return /^-?\d{1,9}(?:,\d+)?$/.test(digits) ? Number(digits.replace(',', '.')) : cell;
}

/** What was taken for a number, or for a day («1-4»), in a column of numbers. */
function asWords(cell: Cell, kind: string | undefined): Cell {
  if (typeof cell === 'number') return kind === 'date' ? cell : String(cell).replace('.', ',');
  if (!isDate(cell) || kind === 'date') return cell;
  return `${cell.getDate()}-${cell.getMonth() + 1}`;
}

/** Journals say «5А» or «5 «А»» in one word. */
function withLetter({ fields }: Form, cells: Record<string, Cell>): Record<string, Cell> {
  if (!('grade' in fields && 'letter' in fields) || isFilled(cells.letter)) return cells;
  const [, grade, letter] = /^(\d{1,2})[\s-]*["«„]?([А-Яа-я])["»“]?$/.exec(textOf(cells.grade)) ?? [];
  return grade && letter ? { ...cells, grade, letter: letter.toUpperCase() } : cells;
}

/** Of a class that is named once for all its rows. */
function withClass(form: Form, cells: Record<string, Cell>, last: Readonly<Record<string, Cell>>) {
  const [first = '', ...more] = form.identity;
  const theme = more.filter((key) => key !== 'letter');
  const isOpen = first === 'grade' && cells.grade === '' && !isFilled(cells.letter);
  if (!isOpen || !isFilled(last.grade) || theme.length === 0 || theme.some((key) => !isFilled(cells[key])))
    return cells;
  if (theme.some((key) => isTotal(textOf(cells[key])))) return cells;
  return { ...cells, grade: last.grade!, ...('letter' in last ? { letter: last.letter! } : {}) };
}

/** «Итого» in a column that is no field's names the row all the same. */
function namedTotal(form: Form, cells: Readonly<Record<string, Cell>>, line: readonly Cell[]) {
  const total = line.find((cell) => typeof cell === 'string' && isTotal(cell));
  const isSaid = total === undefined || Object.values(cells).some((cell) => cell === total);
  const blank = form.identity.filter((key) => !isFilled(cells[key])).pop();
  return isSaid || blank === undefined ? cells : { ...cells, [blank]: total };
}

function repeats(line: readonly Cell[], titles: readonly string[], columns: ReadonlyMap<string, number>): boolean {
  const filled = [...columns.values()].filter((column) => isFilled(line[column]));
  return filled.length > 1 && filled.every((column) => textOf(line[column]) === textOf(titles[column]));
}

/** «1 2 3 4 …», as printed forms number their columns. */
function isNumbering(line: readonly Cell[]): boolean {
  const filled = line.filter(isFilled);
  return filled.length > 3 && filled.every((cell, at) => textOf(cell) === String(at + 1));
}
