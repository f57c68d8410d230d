import { type Cell, isDate } from '../../../../model';
import type { Book, CellState, SheetState } from '../../book';
import type { Host } from '../../host';
import { evaluateFormula } from '../formula/formula';
import { reader, touch, touchFormulas } from '../formula/recalculation';
import { isError } from '../formula/value';
import { assertMayEdit } from '../rules/permission';
import { accepts, refuseValue } from '../rules/validation-check';
import { readTyped, Typed } from '../typing/typed';
import { intersects, type Rect } from './areas';
import { cellAt, clearContent } from './cells';
import { type Conventions, conventionsOf } from './conventions';
import { isDateFormat, isGeneral, isText } from './number-format';
import { dateOrNumber, partsOf, serialOf } from './serial';

const LONGEST = 50_000;

/** What a cell is to become. */
interface Planned {
  value: Cell;
  /** Brought along by what was typed, for a cell that has no format. */
  format?: string;
  formula?: string;
}

/** The common case is a plain value without anything else to it. */
type Plan = Cell | Planned;

const isPlanned = (plan: Plan): plan is Planned => typeof plan === 'object' && !isDate(plan);

interface Writing {
  host: Host;
  book: Book;
  sheet: SheetState;
  conventions: Conventions;
  year: number;
}

/**
 * Writes rows of values over an area of the same size, strings read as typed, others as they are. Protections and rejecting validations are
 * checked first: one refusal and nothing is written.
 */
export function writeCells(host: Host, book: Book, sheet: SheetState, area: Rect, rows: unknown[][]): void {
  assertMayEdit(host, book, sheet, area);
  const year = partsOf(serialOf(host.now(), book.timeZone)).year;
  const writing = { host, book, sheet, conventions: conventionsOf(book.locale), year };
  const plans = planRows(writing, area, rows);
  assertValid(writing, area, plans);
  commit(writing, area, plans);
}

function planRows(writing: Writing, area: Rect, rows: unknown[][]): Plan[][] {
  const plans: Plan[][] = [];
  for (let row = 0; row < area.rows; row++) {
    const cells = writing.sheet.cells[area.row + row];
    const given = rows[row]!;
    const line: Plan[] = [];
    for (let column = 0; column < area.columns; column++) {
      line.push(plan(writing, given[column], cells?.[area.column + column]?.format));
    }
    plans.push(line);
  }
  return plans;
}

function plan(writing: Writing, raw: unknown, format: string | undefined): Plan {
  if (raw === undefined || raw === null || raw === '') return '';
  switch (typeof raw) {
    case 'string':
      return planText(writing, raw, format);
    case 'number':
      if (!Number.isFinite(raw)) writing.host.fail(`Cannot convert ${raw} to a cell value.`);
      return planNumber(writing, raw, format);
    case 'boolean':
      return raw;
    default:
      if (isDate(raw)) return planDate(writing, raw, format);
      return writing.host.fail(`Cannot convert ${String(raw)} to a cell value.`);
  }
}

function planText(writing: Writing, text: string, format: string | undefined): Plan {
  if (text.length > LONGEST) {
    writing.host.fail(`Your input contains more than the maximum of ${LONGEST} characters in a single cell.`);
  }
  // Plain text keeps even «=1»; its leading apostrophe is dropped all the same [K].
  if (isText(format)) return text.charCodeAt(0) === 39 ? text.slice(1) : text;
  const read = readTyped(text, writing.conventions, writing.year);
  if (typeof read === 'number') return planNumber(writing, read, format);
  if (!(read instanceof Typed)) return read;
  if (read.formula !== undefined) return { value: '', formula: read.formula };
  if (typeof read.value !== 'number') return read.value;
  const brought = isGeneral(format) ? read.format : undefined;
  const value = planNumber(writing, read.value, brought ?? format);
  return brought === undefined ? value : { value, format: brought };
}

/** A number in a cell that shows dates is a date. */
const planNumber = ({ book }: Writing, value: number, format: string | undefined): Cell =>
  isDateFormat(format) ? dateOrNumber(value, book.timeZone) : value;

function planDate({ host, book, conventions }: Writing, date: Date, format: string | undefined): Plan {
  const instant = date.getTime();
  if (Number.isNaN(instant)) host.fail('Cannot convert Invalid Date to a cell value.');
  if (isDateFormat(format) || isText(format)) return new Date(instant);
  const serial = serialOf(instant, book.timeZone);
  if (!isGeneral(format)) return serial;
  const brought = Number.isInteger(serial) ? conventions.date : `${conventions.date} ${conventions.time}`;
  return { value: new Date(instant), format: brought };
}

function assertValid(writing: Writing, area: Rect, plans: Plan[][]): void {
  const { host, book, sheet } = writing;
  const pending = (of: SheetState, row: number, column: number): Cell | undefined => {
    const planned = of === sheet ? plans[row - area.row]?.[column - area.column] : undefined;
    return planned !== undefined && isPlanned(planned) ? planned.value : planned;
  };
  for (let row = 0; row < area.rows; row++) {
    const cells = sheet.cells[area.row + row];
    for (let column = 0; cells && column < area.columns; column++) {
      const cell = cells[area.column + column];
      if (!cell?.validation || cell.validation.allowInvalid) continue;
      const at = { row: area.row + row, column: area.column + column };
      const planned = plans[row]![column]!;
      const format = (isPlanned(planned) ? planned.format : undefined) ?? cell.format;
      const value = plannedValue(writing, planned, at, pending);
      if (!accepts(cell.validation, { book, sheet, ...at, value, format, pending })) {
        refuseValue(host, cell.validation, at.row, at.column);
      }
    }
  }
}

/** A formula is judged by its value. */
function plannedValue(
  { book, sheet }: Writing,
  planned: Plan,
  at: { row: number; column: number },
  pending: (sheet: SheetState, row: number, column: number) => Cell | undefined,
): Cell {
  if (!isPlanned(planned)) return planned;
  if (planned.formula === undefined) return planned.value;
  const value = evaluateFormula(planned.formula, { book, sheet, ...at, read: reader(book, pending) });
  return isError(value) ? value.code : (value ?? '');
}

function commit({ book, sheet }: Writing, area: Rect, plans: Plan[][]): void {
  const merges = sheet.merges.filter((merge) => intersects(merge, area));
  let formulas = false;
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const planned = plans[row]![column]!;
      if (merges.length > 0 && isCoveredByMerge(merges, area.row + row, area.column + column)) continue;
      formulas = put(sheet, area.row + row, area.column + column, planned) || formulas;
    }
  }
  if (formulas) touchFormulas(book, sheet);
  else touch(book);
}

/** Only the first cell of merged ones holds anything [K]. */
const isCoveredByMerge = (merges: Rect[], row: number, column: number): boolean =>
  merges.some(
    (merge) =>
      row >= merge.row &&
      row < merge.row + merge.rows &&
      column >= merge.column &&
      column < merge.column + merge.columns &&
      (row !== merge.row || column !== merge.column),
  );

/** Gives whether a formula came or went. */
function put(sheet: SheetState, row: number, column: number, planned: Plan): boolean {
  let cell: CellState | undefined = sheet.cells[row]?.[column];
  if (planned === '') {
    if (!cell) return false;
    const had = cell.formula !== undefined;
    clearContent(cell);
    return had;
  }
  cell ??= cellAt(sheet, row, column);
  const had = cell.formula !== undefined;
  if (had || cell.link !== undefined || cell.runs) clearContent(cell);
  if (!isPlanned(planned)) {
    cell.value = planned;
    return had;
  }
  cell.value = planned.value;
  if (planned.format !== undefined) cell.format = planned.format;
  if (planned.formula !== undefined) cell.formula = planned.formula;
  return had || planned.formula !== undefined;
}
