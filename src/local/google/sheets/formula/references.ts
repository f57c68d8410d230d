import { columnLetters, columnNumber, quoteSheet, splitSheet } from './a1';
import { tokenize } from './tokens';

export type Axis = 'rows' | 'columns';

/** Where `size` rows or columns from `start` on come to lie; `undefined` when they are gone. */
export type Shift = (start: number, size: number) => { start: number; size: number } | undefined;

interface End {
  fixedColumn: boolean;
  column?: number;
  fixedRow: boolean;
  row?: number;
}

function parseEnd(text: string): End {
  const [, dollar, letters, second, digits] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text)!;
  // In `$2:$5` the only `$` is the row's.
  return {
    fixedColumn: letters !== '' && dollar === '$',
    fixedRow: letters === '' ? dollar === '$' : second === '$',
    ...(letters && { column: columnNumber(letters) }),
    ...(digits && { row: Number(digits) - 1 }),
  };
}

function writeEnd({ fixedColumn, column, fixedRow, row }: End): string {
  const letters = column === undefined ? '' : (fixedColumn ? '$' : '') + columnLetters(column);
  return letters + (row === undefined ? '' : (fixedRow ? '$' : '') + (row + 1));
}

/** Rewrites each reference of a formula; what cannot be read is left as it is. */
function mapReferences(formula: string, decimal: string, change: (sheet: string | undefined, rest: string) => string) {
  const tokens = tokenize(formula, decimal);
  if (!tokens) return formula;
  const texts = tokens.map(({ kind, text }) => {
    if (kind !== 'reference') return text;
    const { sheet, rest } = splitSheet(text);
    return change(sheet, rest);
  });
  return `=${texts.join('')}`;
}

const prefix = (sheet: string | undefined): string => (sheet === undefined ? '' : `${quoteSheet(sheet)}!`);

/** Follows rows or columns that moved, for references `concerns` says to be of the sheet where they did. Lost ones become `#REF!`. */
export function shiftReferences(
  formula: string,
  decimal: string,
  axis: Axis,
  shift: Shift,
  concerns: (sheet: string | undefined) => boolean,
): string {
  return mapReferences(formula, decimal, (sheet, rest) => {
    const before = prefix(sheet);
    if (!concerns(sheet)) return before + rest;
    return before + (shiftRange(rest, axis, shift) ?? '#REF!');
  });
}

function shiftRange(text: string, axis: Axis, shift: Shift): string | undefined {
  const key = axis === 'rows' ? 'row' : 'column';
  const [from, to] = text.split(':').map(parseEnd) as [End, End?];
  const start = from[key];
  if (start === undefined) return text;
  const last = to ? to[key] : start;
  if (last === undefined) {
    const moved = shift(start, 1);
    if (moved) from[key] = moved.start;
    return `${writeEnd(from)}:${writeEnd(to!)}`;
  }
  const moved = shift(Math.min(start, last), Math.abs(last - start) + 1);
  if (!moved) return undefined;
  from[key] = moved.start;
  if (!to) return writeEnd(from);
  to[key] = moved.start + moved.size - 1;
  return `${writeEnd(from)}:${writeEnd(to)}`;
}

/** As copying a formula to another cell does: references without `$` go along. */
export function relocateFormula(formula: string, decimal: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, decimal, (sheet, rest) => {
    const ends = rest.split(':').map(parseEnd);
    for (const end of ends) {
      if (end.row !== undefined && !end.fixedRow) end.row += rows;
      if (end.column !== undefined && !end.fixedColumn) end.column += columns;
    }
    const lost = ends.some(({ row = 0, column = 0 }) => row < 0 || column < 0);
    return prefix(sheet) + (lost ? '#REF!' : ends.map(writeEnd).join(':'));
  });
}

/** Follows a sheet's new name. */
export const renameInFormula = (formula: string, decimal: string, from: string, to: string): string =>
  mapReferences(formula, decimal, (sheet, rest) =>
    sheet?.toLowerCase() === from.toLowerCase() ? `${quoteSheet(to)}!${rest}` : prefix(sheet) + rest,
  );

/** References to a deleted sheet are lost. */
export const forgetSheetInFormula = (formula: string, decimal: string, name: string): string =>
  mapReferences(formula, decimal, (sheet, rest) =>
    sheet?.toLowerCase() === name.toLowerCase() ? '#REF!' : prefix(sheet) + rest,
  );
