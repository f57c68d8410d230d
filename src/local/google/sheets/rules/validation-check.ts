import { type Cell, isDate } from '../../../../model';
import type { Area, Book, CellState, SheetState, ValidationState } from '../../book';
import type { Host } from '../../host';
import { displayCell } from '../cells/display';
import { serialOf } from '../cells/serial';
import { cellName } from '../formula/a1';
import { evaluateFormula } from '../formula/formula';
import { reader } from '../formula/recalculation';

/** A value about to stand in a cell. */
export interface Candidate {
  book: Book;
  sheet: SheetState;
  row: number;
  column: number;
  value: Cell;
  format: string | undefined;
  /** What the other cells written with it will hold. */
  pending(sheet: SheetState, row: number, column: number): Cell | undefined;
}

/** Whether a validation lets a value in. A blank always passes: clearing a cell is allowed [K]. */
export function accepts(validation: ValidationState, candidate: Candidate): boolean {
  const { value } = candidate;
  if (value === '') return true;
  const { criteria } = validation;
  if (criteria === 'CHECKBOX') return acceptsCheckbox(validation.arguments, value);
  if (criteria === 'CUSTOM_FORMULA') return satisfiesFormula(String(validation.arguments[0]), candidate);
  if (criteria === 'VALUE_IN_LIST') return (validation.arguments[0] as string[]).map(String).includes(shown(candidate));
  if (criteria === 'VALUE_IN_RANGE') return isInRange(validation.arguments[0] as Area, candidate);
  if (criteria.startsWith('NUMBER_')) return acceptsNumber(criteria.slice(7), validation.arguments, candidate);
  if (criteria.startsWith('DATE_')) return acceptsDate(criteria.slice(5), validation.arguments, candidate);
  return acceptsText(criteria, String(validation.arguments[0] ?? ''), shown(candidate));
}

const shown = ({ book, value, format }: Candidate): string =>
  displayCell({ value, ...(format !== undefined && { format }) } as CellState, book.locale, book.timeZone);

function acceptsCheckbox(allowed: unknown[], value: Cell): boolean {
  if (allowed.length === 0) return typeof value === 'boolean';
  return allowed.some((one) => one === value || (typeof one === 'string' && one === String(value)));
}

function satisfiesFormula(formula: string, { book, sheet, row, column, value, pending }: Candidate): boolean {
  const read = reader(book, (of, atRow, atColumn) =>
    of === sheet && atRow === row && atColumn === column ? value : pending(of, atRow, atColumn),
  );
  return evaluateFormula(formula, { book, sheet, row, column, read }) === true;
}

function isInRange(area: Area, candidate: Candidate): boolean {
  const { book } = candidate;
  const sheet = book.sheets.find(({ id }) => id === area.sheetId);
  if (!sheet) return false;
  const read = reader(book);
  const text = shown(candidate);
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      read(sheet, row, column);
      if (displayCell(sheet.cells[row]?.[column], book.locale, book.timeZone) === text) return true;
    }
  }
  return false;
}

const serial = (value: unknown, book: Book): number | undefined => {
  if (isDate(value)) return serialOf(value.getTime(), book.timeZone);
  return typeof value === 'number' ? value : undefined;
};

/** A date is a number of days, so «12.5» typed in ru_RU passes "greater than 0" and fails "between 0 and 100" [K]. */
function acceptsNumber(relation: string, limits: unknown[], { value, book }: Candidate): boolean {
  const number = serial(value, book);
  return number !== undefined && holds(relation, number, limits as number[]);
}

function acceptsDate(relation: string, limits: unknown[], { value, book }: Candidate): boolean {
  if (!isDate(value)) return false;
  const day = Math.floor(serial(value, book)!);
  const days = limits.map((limit) => Math.floor(serial(limit, book) ?? Number.NaN));
  return relation === 'IS_VALID_DATE' || holds(relation, day, days);
}

function holds(relation: string, value: number, [first = Number.NaN, second = Number.NaN]: number[]): boolean {
  switch (relation) {
    case 'BETWEEN':
      return value >= first && value <= second;
    case 'NOT_BETWEEN':
      return value < first || value > second;
    case 'EQUAL_TO':
      return value === first;
    case 'NOT_EQUAL_TO':
      return value !== first;
    case 'GREATER_THAN':
    case 'AFTER':
      return value > first;
    case 'GREATER_THAN_OR_EQUAL_TO':
    case 'ON_OR_AFTER':
      return value >= first;
    case 'LESS_THAN':
    case 'BEFORE':
      return value < first;
    case 'LESS_THAN_OR_EQUAL_TO':
    case 'ON_OR_BEFORE':
      return value <= first;
    default:
      throw new Error(`Validation ${relation} is not implemented`);
  }
}

function acceptsText(criteria: string, wanted: string, text: string): boolean {
  switch (criteria) {
    case 'TEXT_CONTAINS':
      return text.toLowerCase().includes(wanted.toLowerCase());
    case 'TEXT_DOES_NOT_CONTAIN':
      return !text.toLowerCase().includes(wanted.toLowerCase());
    case 'TEXT_EQUAL_TO':
      return text.toLowerCase() === wanted.toLowerCase();
    case 'TEXT_IS_VALID_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    case 'TEXT_IS_VALID_URL':
      return /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/.test(text);
    default:
      throw new Error(`Validation ${criteria} is not implemented`);
  }
}

/** In Google's words; a list is told along. */
export function refuseValue(host: Host, validation: ValidationState, row: number, column: number): never {
  const listed = validation.criteria === 'VALUE_IN_LIST' ? (validation.arguments[0] as unknown[]).join(', ') : '';
  const hint = listed && ` Please enter one of the following values: ${listed}.`;
  host.fail(
    `The data you entered in cell ${cellName(row, column)} violates the data validation rules set on this cell.${hint}`,
  );
}
