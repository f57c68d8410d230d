import {
  type Cell,
  DATE_MARK,
  dateInFigures,
  type Field,
  type Form,
  isDate,
  isNumeric,
  localDay,
  type RawRow,
  textOf,
} from '../model';
import type { KeyedRow } from './keyed-tab';
import { ROW_DATA, readRowData, rowDataCell } from './row-data';

/** Choices of the column «Учтено». */
const COUNTED = 'да';
const NOT_COUNTED = 'нет';

/**
 * A typed cell as the consolidated tab keeps it: a date in words that parsing knows, since it would turn the column's
 * cells into dates for good; a number in a column of words as words.
 */
export function storedCell(field: Field | undefined, value: Cell): Cell {
  if (isDate(value)) return `${DATE_MARK}${dateInFigures(localDay(value))}`;
  return field && !isNumeric(field) && typeof value === 'number' ? textOf(value) : value;
}

export function rawToCells(
  form: Form,
  raw: RawRow,
  schoolName: string,
  remark: string,
  counted: boolean,
): Record<string, Cell> {
  const fields = Object.entries(raw.cells).map(
    ([key, value]) => [`field:${key}`, storedCell(form.fields[key], value)] as const,
  );
  return {
    school: raw.school,
    'school-name': schoolName,
    row: raw.row,
    ...Object.fromEntries(fields),
    explanation: raw.explanation,
    counted: counted ? COUNTED : NOT_COUNTED,
    remark,
    [ROW_DATA]: rowDataCell(raw),
  };
}

/** True for a row that counted when it was consolidated. */
export const isCounted = (cells: KeyedRow): boolean => textOf(cells.counted) === COUNTED;

type FieldColumns = readonly (readonly [key: string, column: string])[];

const columnsOfFields = new WeakMap<Form, FieldColumns>();

/** The columns of a form's fields, named once for tens of thousands of rows. */
function columnsOf(form: Form): FieldColumns {
  const made = columnsOfFields.get(form) ?? Object.keys(form.fields).map((key) => [key, `field:${key}`] as const);
  columnsOfFields.set(form, made);
  return made;
}

/** The row as the school typed it, read back from its consolidated tab. */
export function cellsToRaw(form: Form, cells: KeyedRow): RawRow {
  const typed: Record<string, Cell> = {};
  for (const [key, column] of columnsOf(form)) typed[key] = cells[column] ?? '';
  const notCounted = textOf(cells.counted) === NOT_COUNTED ? { notCounted: textOf(cells.remark) } : {};
  return {
    period: textOf(cells.period),
    school: textOf(cells.school),
    form: form.key,
    row: Number(cells.row),
    cells: typed,
    explanation: textOf(cells.explanation),
    ...readRowData(cells[ROW_DATA]),
    ...notCounted,
  };
}
