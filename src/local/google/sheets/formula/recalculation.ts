import type { Book, CellState, SheetState } from '../../book';
import { isDateFormat } from '../cells/number-format';
import { dateOrNumber } from '../cells/serial';
import { evaluateFormula, repeatedCell, type Site } from './formula';
import { isError } from './value';

interface Position {
  row: number;
  column: number;
}

interface Formulas {
  all: Position[];
  /** Those that name a sheet. */
  naming: Position[];
}

/** What is remembered of a workbook so that reading it again costs nothing. */
interface Memory {
  /** Grows with every change of the workbook. */
  epoch: number;
  formulas: Map<SheetState, Formulas>;
  upToDate: Map<SheetState, number>;
  computed: WeakMap<CellState, number>;
}

const memories = new WeakMap<Book, Memory>();

function memoryOf(book: Book): Memory {
  let memory = memories.get(book);
  if (!memory) {
    memory = { epoch: 1, formulas: new Map(), upToDate: new Map(), computed: new WeakMap() };
    memories.set(book, memory);
  }
  return memory;
}

/** Says that values changed, so that formulas are computed anew when next read. */
export const touch = (book: Book): void => {
  memoryOf(book).epoch++;
};

/** Says that formulas of a sheet came, went or moved. Without a sheet: of the whole workbook, as after changing the state directly. */
export function touchFormulas(book: Book, sheet?: SheetState): void {
  const memory = memoryOf(book);
  memory.epoch++;
  if (sheet) memory.formulas.delete(sheet);
  else memory.formulas.clear();
}

/** Where a sheet's formulas are. */
function formulasOf(book: Book, sheet: SheetState): Formulas {
  const { formulas } = memoryOf(book);
  let found = formulas.get(sheet);
  if (!found) {
    found = { all: [], naming: [] };
    for (let row = 0; row < sheet.cells.length; row++) {
      const cells = sheet.cells[row];
      if (!cells) continue;
      for (let column = 0; column < cells.length; column++) {
        const formula = cells[column]?.formula;
        if (formula === undefined) continue;
        found.all.push({ row, column });
        if (formula.includes('!')) found.naming.push({ row, column });
      }
    }
    formulas.set(sheet, found);
  }
  return found;
}

/** Rewrites the formulas of a workbook that name one of its sheets; those of `own`, where such a name may be left out, all. */
export function rewriteFormulas(
  book: Book,
  own: SheetState | null,
  rewrite: (formula: string, home: SheetState) => string,
): void {
  for (const home of book.sheets) {
    const { all, naming } = formulasOf(book, home);
    for (const { row, column } of home === own ? all : naming) {
      const cell = home.cells[row]?.[column];
      if (cell?.formula !== undefined) cell.formula = rewrite(cell.formula, home);
    }
  }
}

/** Brings the values of a sheet's formulas up to date, and those they rest on. */
export function recalculate(book: Book, sheet: SheetState): void {
  const memory = memoryOf(book);
  if (memory.upToDate.get(sheet) === memory.epoch) return;
  const read = reader(book);
  for (const { row, column } of formulasOf(book, sheet).all) read(sheet, row, column);
  memory.upToDate.set(sheet, memory.epoch);
}

/** Reads any cell up to date. `pending` stands in for values not yet written. */
export function reader(book: Book, pending?: Site['read']): Site['read'] {
  const memory = memoryOf(book);
  const underway = new Set<CellState>();
  const read: Site['read'] = (sheet, row, column) => {
    const planned = pending?.(sheet, row, column);
    if (planned !== undefined) return planned;
    const cell = sheet.cells[row]?.[column];
    if (cell?.formula === undefined) return cell?.value;
    if (!pending && memory.computed.get(cell) === memory.epoch) return cell.value;
    // A formula that rests on itself [K].
    if (underway.has(cell)) return '#REF!';
    underway.add(cell);
    const value = compute(cell, { book, sheet, row, column, read });
    underway.delete(cell);
    if (!pending) {
      cell.value = value;
      memory.computed.set(cell, memory.epoch);
    }
    return value;
  };
  return read;
}

function compute(cell: CellState, site: Site): CellState['value'] {
  const result = evaluateFormula(cell.formula!, site);
  if (isError(result)) return result.code;
  if (typeof result !== 'number') return result ?? '';
  const repeated = cell.format === undefined ? repeatedCell(cell.formula!, site) : undefined;
  const source = repeated && site.read(repeated.sheet, repeated.row, repeated.column);
  const isDate = isDateFormat(cell.format) || typeof source === 'object';
  return isDate ? dateOrNumber(result, site.book.timeZone) : result;
}
