import { type PeriodResults, parseNumber, wordsOf } from '../domain';
import {
  type Cell,
  type Form,
  type Grid,
  type Issue,
  isNumeric,
  type PeriodKey,
  type Programme,
  quoted,
  type RawRow,
  textOf,
  trimmedNumber,
} from '../model';
import {
  CORRECTION,
  CORRECTIONS,
  type Correction,
  correctionLine,
  correctionsCell,
  isCounted,
  type KeyedRow,
  layoutOf,
  ROW_DATA,
  readColumn,
  readCorrections,
  readRowData,
  readTable,
  rowsTable,
} from '../workbook';

/** A correction with where it belongs, in words. */
export interface PlacedCorrection {
  readonly school: string;
  readonly form: string;
  /** «5 А Математика» */
  readonly row: string;
  /** The field's title. */
  readonly field: string;
  readonly correction: Correction;
}

const isoOf = (day: string): string => day.split('.').reverse().join('-');

/** The days on which a period was corrected, oldest first. */
export const daysOf = (corrections: readonly PlacedCorrection[]): string[] =>
  [...new Set(corrections.map(({ correction }) => isoOf(correction.day)))].sort();

/** The row as it counts after its corrections, or as it counted `before` a day; the last one of a field holds. */
export function corrected(raw: RawRow, cell: Cell | undefined, before?: string): RawRow {
  const all = readCorrections(cell) ?? [];
  const corrections = before === undefined ? all : all.filter(({ day }) => isoOf(day) < before);
  if (corrections.length === 0) return raw;
  const fixed = new Set(corrections.map(({ field }) => field));
  // What kept the row out was said of the numbers as they were: it is checked anew.
  const { notCounted: _, percent = [], ...rest } = raw;
  const left = percent.filter((field) => !fixed.has(field));
  const became = corrections.map(({ field, became: value }) => [field, value] as const);
  return {
    ...rest,
    cells: { ...raw.cells, ...Object.fromEntries(became) },
    ...(left.length > 0 ? { percent: left } : {}),
  };
}

const rowInWords = (form: Form, cells: KeyedRow): string =>
  form.identity
    .map((key) => textOf(cells[`field:${key}`]))
    .filter((word) => word !== '')
    .join(' ');

/** All corrections of a period, form by form in the order of the rows. */
export const correctionsOf = (
  programme: Programme,
  rows: Readonly<Record<string, Grid>>,
  period: PeriodKey,
): PlacedCorrection[] =>
  programme.forms.flatMap((form) =>
    readTable(rowsTable(form), rows[form.key] ?? [])
      .filter((cells) => textOf(cells.period) === period)
      .flatMap((cells) =>
        (readCorrections(cells[CORRECTIONS]) ?? []).map((correction) => ({
          school: textOf(cells.school),
          form: form.title,
          row: rowInWords(form, cells),
          field: form.fields[correction.field]?.title ?? correction.field,
          correction,
        })),
      ),
  );

/** Rows of consolidated tabs whose data of corrections somebody has spoilt, by the row's number in the tab. */
export function unreadableCorrections(form: Form, grid: Grid): number[] {
  const spoilt: number[] = [];
  readColumn(rowsTable(form), grid, CORRECTIONS).forEach((cell, index) => {
    if (cell !== '' && readCorrections(cell) === null) spoilt.push(index + 1);
  });
  return spoilt;
}

/** A number of a closed period that can be put right. */
export interface Corrigible {
  readonly form: Form;
  readonly period: PeriodKey;
  readonly field: string;
  /** What counts now; '' when it is blank. */
  readonly now: string;
  /** False for what kept its row out: the same number may be meant otherwise, as 1 that was typed as 100 %. */
  readonly counted: boolean;
  /** Key and name. */
  readonly school: { readonly key: string; readonly name: string };
  /** «5 А Математика» */
  readonly row: string;
  /** The row's other numbers as they count: «„По списку, чел.“ 20, „4“ 6»; '' when it has none. */
  readonly others: string;
  /** The row's number in its form, by which issues name it. */
  readonly number: number;
  /** Where the row's corrections stand, in words and as data, from 1. */
  readonly place: { readonly row: number; readonly words: number; readonly data: number };
  readonly standing: readonly Correction[];
}

/** What the coordinator points at in a consolidated tab, or why it cannot be put right, in Russian. */
export function corrigibleAt(
  form: Form,
  grid: Grid,
  at: { readonly row: number; readonly column: number },
  closed: ReadonlySet<PeriodKey>,
): Corrigible | string {
  const layout = layoutOf(rowsTable(form), grid);
  const keys = layout?.order ?? [];
  const [words, data] = [keys.indexOf(CORRECTION), keys.indexOf(CORRECTIONS)];
  if (!layout || words < 0 || data < 0) return 'На вкладке ещё нет столбца для исправлений. Соберите свод и повторите.';
  const cells = Object.fromEntries(keys.map((key, index) => [key, grid[at.row - 1]?.[index] ?? '']));
  const period = textOf(cells.period);
  if (at.row < layout.keysRow + 2 || !closed.has(period))
    return 'Выберите ячейку в строке закрытого периода. Открытый период исправляет школа на своей вкладке.';
  const field = /^field:(.+)$/.exec(keys[at.column - 1] ?? '')?.[1];
  if (!field || !form.fields[field] || !isNumeric(form.fields[field]))
    return 'Выберите ячейку с числом: класс, литера, предмет и пояснение не исправляются.';
  if (readRowData(cells[ROW_DATA]).misplaced !== undefined)
    return 'В этой строке ячейки сдвинуты, поэтому одно число в ней исправить нельзя.';
  const corrections = readCorrections(cells[CORRECTIONS]);
  if (!corrections)
    return `Строка ${at.row}: служебные данные об исправлениях повреждены. Верните их через «Файл», «История версий» и повторите.`;
  const last = corrections.filter((item) => item.field === field).pop();
  return {
    form,
    period,
    field,
    now: last ? trimmedNumber(last.became) : textOf(cells[`field:${field}`]).replace('.', ','),
    counted: last !== undefined || isCounted(cells),
    school: { key: textOf(cells.school), name: textOf(cells['school-name']) },
    row: rowInWords(form, cells),
    others: othersInWords(form, cells, corrections, field),
    number: Number(cells.row),
    place: { row: at.row, words: words + 1, data: data + 1 },
    standing: corrections,
  };
}

function othersInWords(form: Form, cells: KeyedRow, corrections: readonly Correction[], field: string): string {
  const became = new Map(corrections.map((correction) => [correction.field, trimmedNumber(correction.became)]));
  return Object.entries(form.fields)
    .filter(([key, of]) => key !== field && isNumeric(of))
    .map(([key, { title }]) => [title, became.get(key) ?? textOf(cells[`field:${key}`]).replace('.', ',')] as const)
    .filter(([, number]) => number !== '')
    .map(([title, number]) => `${quoted(title)} – ${number}`)
    .join(', ');
}

/** What is to be said of the row as it counts after the correction, in Russian. */
export function afterCorrection(
  programme: Programme,
  { form, school, number }: Corrigible,
  { results }: { readonly results: PeriodResults },
): string[] {
  const own = results.issues.filter(
    (issue) => issue.school === school.key && issue.form === form.key && issue.row === number,
  );
  const say = wordsOf(programme);
  const words = (severity: Issue['severity']): string =>
    own
      .filter((issue) => issue.severity === severity)
      .map(say)
      .join('; ');
  const [errors, warnings] = [words('error'), words('warning')];
  return [
    ...(errors === '' ? [] : [`Теперь эта строка не учитывается: ${errors}. Исправьте и другое число строки.`]),
    ...(warnings === '' ? [] : [`Проверьте строку: ${warnings}.`]),
  ];
}

/** The number typed, or what is wrong with it, in Russian. */
export function correctedNumber({ form, field, period }: Corrigible, typed: string): number | string {
  const { value, finding } = parseNumber(form.fields[field]!, typed);
  if (value !== null) return value;
  if (!finding) return 'Число не указано, ничего не изменено.';
  const place = { period, school: '', form: form.key, row: 0, field, severity: 'error' } as const;
  const say = wordsOf({ forms: [form], checks: [] });
  return `${say({ ...place, id: finding.id, details: { found: finding.found } })}.`;
}

/** The corrections of the row with one more, in words and as data, or what is wrong with it, in Russian. */
export function withCorrection(
  wanted: Corrigible,
  typed: string,
  reason: string,
  day: string,
): { readonly words: string; readonly data: string } | string {
  const { form, field, now, counted, standing } = wanted;
  const value = correctedNumber(wanted, typed);
  if (typeof value === 'string') return value;
  if (counted && trimmedNumber(value) === now) return 'Это число там уже стоит, ничего не изменено.';
  if (textOf(reason) === '')
    return 'Без причины исправление не записывается. Повторите и укажите, почему число изменено.';
  if (value > Number.MAX_SAFE_INTEGER) return `Число ${trimmedNumber(value)} слишком велико, ничего не изменено.`;
  const corrections = [...standing, { day, field, was: now, became: value, reason: textOf(reason) }];
  const words = corrections.map((correction) => correctionLine(form, correction)).join('\n');
  return { words, data: correctionsCell(corrections) };
}
