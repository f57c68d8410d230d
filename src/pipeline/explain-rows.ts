import { belongsTo, type CheckedForm, isInSlice, wordsOf } from '../domain';
import {
  type CellPlace,
  type Entry,
  type ExplainedRow,
  type Form,
  formatNumber,
  type Indicator,
  isBlank,
  type LeftOutRow,
  type Programme,
  quoted,
  type RawRow,
  type Slice,
  trimmedNumber,
} from '../model';
import { rowName } from './explain-words';

/** The rows that an indicator is made of, and those that could not count. */
export interface RowsOfFigure {
  readonly rows: readonly ExplainedRow[];
  readonly leftOut: readonly LeftOutRow[];
}

type CheckedRow = CheckedForm['rows'][number];

/** Fields of both sums, each once. */
export const fieldsOf = ({ numerator, denominator }: Indicator): string[] => [
  ...new Set([...Object.keys(numerator), ...Object.keys(denominator)]),
];

/** Which rows of a school's form belong to an indicator, the same way as they are added up. */
export function rowsOfFigure(
  programme: Programme,
  indicator: Indicator,
  checked: CheckedForm | undefined,
  slice: Slice | undefined,
): RowsOfFigure {
  const belongs = indicator.where ? belongsTo(indicator) : () => true;
  const rows: ExplainedRow[] = [];
  const leftOut: LeftOutRow[] = [];
  for (const row of checked?.rows ?? []) {
    const belonging = belongs(row.entry);
    if (belonging === false || (slice && !isInSlice(slice, row.entry))) continue;
    const why = whyLeftOut(programme, indicator, checked!, row, belonging);
    const { form } = checked!;
    if (why === null) rows.push(shownRow(form, row, fieldsOf(indicator)));
    else leftOut.push({ title: titleOf(form, row), why, place: placeOf(form, row.raw) });
  }
  return { rows, leftOut };
}

/** Null of a row that counts. */
function whyLeftOut(
  programme: Programme,
  indicator: Indicator,
  { form, issues }: CheckedForm,
  { entry, valid }: CheckedRow,
  belonging: boolean | null,
): string | null {
  if (!valid) {
    const say = wordsOf(programme);
    const wrong = issues.filter(({ row, severity }) => row === entry.row && severity === 'error').map(say);
    return wrong.length > 0 ? wrong.join('; ') : 'В строке ошибка';
  }
  if (belonging === null) {
    const unsaid = Object.keys(indicator.where!).map((key) => quoted(form.fields[key]!.title));
    return `Не указано или не из списка: ${unsaid.join(', ')}`;
  }
  const blank = fieldsOf(indicator).filter((key) => isUnfilled(entry, key));
  return blank.length === 0 ? null : `Не заполнено: ${blank.map((key) => quoted(form.fields[key]!.title)).join(', ')}`;
}

const isUnfilled = ({ numbers }: Entry, key: string): boolean => numbers[key] === null || numbers[key] === undefined;

/** A row with some of its numbers. */
export const shownRow = (form: Form, row: CheckedRow, fields: readonly string[]): ExplainedRow => ({
  title: titleOf(form, row),
  place: placeOf(form, row.raw),
  cells: fields.map((field) => ({
    title: form.fields[field]!.title,
    value: numberWords(row, field),
    place: { ...placeOf(form, row.raw), field },
  })),
});

const titleOf = (form: Form, { raw }: CheckedRow): string => rowName(form, raw) || `Строка № ${raw.row}`;

export const placeOf = (form: Form, raw: RawRow): CellPlace => ({
  period: raw.period,
  school: raw.school,
  form: form.key,
  row: raw.row,
  name: rowName(form, raw),
});

/** A blank that the sum of the filled cells proves to be 0 says so. */
export function numberWords({ entry, raw }: CheckedRow, field: string): string {
  const number = entry.numbers[field];
  if (number === null || number === undefined) return 'пусто';
  const words = Number.isInteger(number) ? formatNumber(number) : trimmedNumber(number);
  return isBlank(raw.cells[field]) ? `${words} (пусто, следует из суммы)` : words;
}
