import { type Cell, isBlank, spacedText, textOf } from '../model';

/** A rectangle of merged cells, from 1, both ends within. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet of a file; a number shown as a percentage is a text with its sign, so that nothing else has to know of formats. */
export interface Sheet {
  readonly name: string;
  /** As they stand: of merged cells only the first holds anything, but for those of one column, which are said of every row. */
  readonly rows: readonly (readonly Cell[])[];
  /** The same with every merged cell filled. */
  readonly spread: readonly (readonly Cell[])[];
}

export interface Book {
  readonly sheets: readonly Sheet[];
  /** Sheets that their author has hidden: they are not read. */
  readonly hidden: readonly string[];
}

/** A file that cannot be read at all; `place` is where, as its reader sees it. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
  constructor(
    readonly problem: string,
    readonly place: { readonly sheet?: string; readonly row?: number; readonly column?: number } = {},
  ) {
    super(problem);
  }
}

const MOST_COLUMNS = 2000;

export function makeSheet(name: string, rows: readonly (readonly Cell[])[], merges: readonly Merge[]): Sheet {
  const down = merges.filter(({ left, right }) => left === right);
  const stated = down.length > 0 ? filled(rows, down) : rows;
  return { name, rows: stated, spread: filled(stated, merges) };
}

function filled(rows: readonly (readonly Cell[])[], merges: readonly Merge[]): Cell[][] {
  const spread = rows.map((row) => [...row]);
  for (const { top, left, bottom, right } of merges) {
    const cell = rows[top - 1]?.[left - 1];
    if (isBlank(cell)) continue;
    for (let row = top; row <= Math.min(bottom, rows.length); row += 1) {
      for (let column = left; column <= Math.min(right, MOST_COLUMNS); column += 1) {
        const cells = spread[row - 1]!;
        while (cells.length < column) cells.push('');
        if (isBlank(cells[column - 1])) cells[column - 1] = cell!;
      }
    }
  }
  return spread;
}

/** As a reader of either alphabet sees the words: case, look-alikes, quotes, points and dashes folded. */
export const wordsOf = (cell: Cell | undefined): string => spacedText(textOf(cell)).replace(/[-–]+/g, '-');

export const widthOf = (sheet: Sheet): number => sheet.spread.reduce((most, row) => Math.max(most, row.length), 0);

/** Cells above a row, in reading order, each with its row and column from 1. */
export function* cellsAbove(sheet: Sheet, row: number): Generator<{ row: number; column: number; cell: Cell }> {
  for (let at = 1; at < row && at <= sheet.rows.length; at += 1) {
    for (const [index, cell] of sheet.rows[at - 1]!.entries()) {
      if (!isBlank(cell)) yield { row: at, column: index + 1, cell };
    }
  }
}

/** What stands after a label («Предмет:»): in the same cell or in the next filled one of its row. */
export function labelled(sheet: Sheet, above: number, label: RegExp): { row: number; text: string } | null {
  for (const { row, column, cell } of cellsAbove(sheet, above)) {
    const text = textOf(cell);
    const found = label.exec(text);
    if (!found || found.index > 0) continue;
    const rest = text.slice(found[0].length).replace(/^[\s:–-]+/, '');
    if (rest !== '') return { row, text: rest };
    const next = sheet.rows[row - 1]!.slice(column).find((other) => !isBlank(other));
    if (next !== undefined) return { row, text: textOf(next) };
  }
  return null;
}

/** Texts are shown to this length. */
const SHOWN = 60;
export const shownText = (cell: Cell | undefined): string => textOf(cell).slice(0, SHOWN);
