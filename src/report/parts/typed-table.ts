import { type Form, isNumeric, trimmedNumber } from '../../model';
import type { PartTable } from '../kind';
import type { TypedForm, TypedRow } from '../report-data';
import { centredColumn, dated, leftColumn, textCell } from '../texts';

/** Few rows of many columns are read from above to below: such a table is laid on its side. */
const FEW_ROWS = 11;
const MANY_FIELDS = 9;
const LONG_TITLE = 24;

export function typedTable({ form, rows }: TypedForm): PartTable {
  const fields = Object.keys(form.fields).filter((key) => rows.some((row) => cellOf(form, row, key) !== ''));
  const named = fields.filter((key) => form.identity.includes(key));
  const told = fields.filter((key) => !form.identity.includes(key));
  const isWide =
    told.length <= 2 ||
    told.length > MANY_FIELDS ||
    told.some((key) => (form.fields[key]?.title.length ?? 0) > LONG_TITLE);
  const turned = rows.length <= FEW_ROWS && isWide && !told.some((key) => isLong(form, key));
  return turned ? turnedTable(form, rows, named, told) : uprightTable(form, rows, named, told);
}

const isLong = (form: Form, key: string): boolean => form.fields[key]?.kind === 'long-text' && form.identity.length > 0;

const EXPLANATION = 'Пояснение';
const explained = (rows: readonly TypedRow[]): boolean => rows.some(({ entry }) => entry.explanation !== '');

/** A column for each row of the form, a line for each field. */
function turnedTable(
  form: Form,
  rows: readonly TypedRow[],
  named: readonly string[],
  told: readonly string[],
): PartTable {
  const first = rows.length <= 2 ? 0.5 : rows.length <= 6 ? 0.4 : 0.34;
  const share = (1 - first) / rows.length;
  const isOne = named.length === 0;
  return {
    ...tableHead(form),
    columns: [
      leftColumn('Графа', first),
      ...rows.map((row) =>
        (isOne ? leftColumn : centredColumn)(isOne ? 'Значение' : signed(row, nameOf(form, row, named)), share),
      ),
    ],
    rows: [
      ...told.map((key) => [form.fields[key]!.title, ...rows.map((row) => cellOf(form, row, key))].map(textCell)),
      ...(explained(rows) ? [[EXPLANATION, ...rows.map(({ entry }) => entry.explanation)].map(textCell)] : []),
    ],
  };
}

/** A line for each row, as on the tab. */
function uprightTable(
  form: Form,
  rows: readonly TypedRow[],
  named: readonly string[],
  told: readonly string[],
): PartTable {
  const keys = [...named, ...told];
  const weights = keys.map((key) => weightOf(form, key));
  const rest = explained(rows) ? 2 : 0;
  const whole = weights.reduce((sum, weight) => sum + weight, rest);
  return {
    ...tableHead(form),
    columns: [
      ...keys.map((key, index) =>
        (isNumeric(form.fields[key]!) ? centredColumn : leftColumn)(form.fields[key]!.title, weights[index]! / whole),
      ),
      ...(rest > 0 ? [leftColumn(EXPLANATION, rest / whole)] : []),
    ],
    rows: rows.map((row) => [
      ...keys.map((key, index) => textCell(index === 0 ? signed(row, cellOf(form, row, key)) : cellOf(form, row, key))),
      ...(rest > 0 ? [textCell(row.entry.explanation)] : []),
    ]),
  };
}

const tableHead = (form: Form) => ({ kind: 'table', key: form.key, dense: true, title: form.title }) as const;

const WEIGHTS: Partial<Record<Form['fields'][string]['kind'], number>> = {
  text: 2.2,
  choice: 2,
  'long-text': 3.4,
  link: 2,
};
const LONG_WORD = 8;
const LONGER_WORD = 10;

/** Classes and letters are short words; a column is not narrower than the longest word above it. */
function weightOf({ fields }: Form, key: string): number {
  const { slot, kind, title } = fields[key]!;
  if (slot === 'first' || slot === 'second') return 0.9;
  const longest = Math.max(...title.split(/[\s-]/).map(({ length }) => length));
  return WEIGHTS[kind] ?? (longest > LONGER_WORD ? 1.75 : longest > LONG_WORD ? 1.45 : 1);
}

const nameOf = (form: Form, row: TypedRow, named: readonly string[]): string =>
  named
    .map((key) => cellOf(form, row, key))
    .filter((text) => text !== '')
    .join(' ');

const signed = ({ valid }: TypedRow, text: string): string => (valid ? text : `✖ ${text}`);

export function cellOf(form: Form, { entry }: TypedRow, key: string): string {
  if (!isNumeric(form.fields[key]!)) return dated(entry.texts[key] ?? '');
  const number = entry.numbers[key];
  return number === null || number === undefined ? '' : trimmedNumber(number);
}
