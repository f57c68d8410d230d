import {
  type Cell,
  DATE_MARK,
  dateInFigures,
  type Field,
  type Form,
  isBlank,
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

interface FieldColumns {
  /** Each field with its column. */
  readonly columns: readonly (readonly [key: string, column: string])[];
  /** A row is filled in a copy of this: for tens of thousands of rows that costs a fraction of adding field by field. */
  readonly blank: Readonly<Record<string, Cell>>;
}

const columnsOfFields = new WeakMap<Form, FieldColumns>();

/** The columns of a form's fields, named once for all rows. */
function columnsOf(form: Form): FieldColumns {
  const known = columnsOfFields.get(form);
  if (known) return known;
  const keys = Object.keys(form.fields);
  const made = {
    columns: keys.map((key) => [key, `field:${key}`] as const),
    blank: Object.fromEntries(keys.map((key) => [key, ''])),
  };
  columnsOfFields.set(form, made);
  return made;
}

/** The row as the school typed it, read back from its consolidated tab. */
export function cellsToRaw(form: Form, cells: KeyedRow): RawRow {
  const { columns, blank } = columnsOf(form);
  const typed = { ...blank };
  for (const [key, column] of columns) typed[key] = cells[column] ?? '';
  const raw = {
    period: textOf(cells.period),
    school: textOf(cells.school),
    form: form.key,
    row: Number(cells.row),
    cells: typed,
    explanation: textOf(cells.explanation),
  };
  const isLeftOut = textOf(cells.counted) === NOT_COUNTED;
  if (!isLeftOut && isBlank(cells[ROW_DATA])) return raw;
  return { ...raw, ...readRowData(cells[ROW_DATA]), ...(isLeftOut ? { notCounted: textOf(cells.remark) } : {}) };
}
