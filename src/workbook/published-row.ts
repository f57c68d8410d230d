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
import type { StandingRows } from './table';

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

/** Rows of a form as the schools typed them, read back from what `cellOf` gives under the keys of its consolidated tab. */
function rawReader<Row, Place>(
  form: Form,
  placeOf: (key: string) => Place,
  cellOf: (row: Row, place: Place) => Cell,
): (row: Row) => RawRow {
  const keys = Object.keys(form.fields);
  const places = keys.map((key) => placeOf(`field:${key}`));
  // A row is filled in a copy of this: for tens of thousands of rows that costs a fraction of adding field by field.
  const blank: Readonly<Record<string, Cell>> = Object.fromEntries(keys.map((key) => [key, '']));
  const [period, school, number, explanation, counted, remark, data] = [
    ...[placeOf('period'), placeOf('school'), placeOf('row'), placeOf('explanation')],
    ...[placeOf('counted'), placeOf('remark'), placeOf(ROW_DATA)],
  ] as [Place, Place, Place, Place, Place, Place, Place];
  return (row) => {
    const cells = { ...blank };
    for (let index = 0; index < keys.length; index += 1) cells[keys[index]!] = cellOf(row, places[index]!);
    const raw = {
      period: textOf(cellOf(row, period)),
      school: textOf(cellOf(row, school)),
      form: form.key,
      row: Number(cellOf(row, number)),
      cells,
      explanation: textOf(cellOf(row, explanation)),
    };
    const isLeftOut = textOf(cellOf(row, counted)) === NOT_COUNTED;
    if (!isLeftOut && isBlank(cellOf(row, data))) return raw;
    const more = readRowData(cellOf(row, data));
    return { ...raw, ...more, ...(isLeftOut ? { notCounted: textOf(cellOf(row, remark)) } : {}) };
  };
}

const readers = new WeakMap<Form, (cells: KeyedRow) => RawRow>();

/** The row as the school typed it, read back from its consolidated tab. */
export function cellsToRaw(form: Form, cells: KeyedRow): RawRow {
  const known =
    readers.get(form) ??
    rawReader<KeyedRow, string>(
      form,
      (key) => key,
      (row, key) => row[key] ?? '',
    );
  readers.set(form, known);
  return known(cells);
}

/** The same of a row as it stands in the tab. */
export const standingToRaw = (form: Form, placeOf: StandingRows['placeOf']): ((cells: readonly Cell[]) => RawRow) =>
  rawReader(form, placeOf, (cells, place) => cells[place] ?? '');
