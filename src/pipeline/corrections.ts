import { MISPLACED, parseNumber, wordsOf } from '../domain';
import {
  type Cell,
  type Form,
  type Grid,
  type Issue,
  isNumeric,
  type PeriodKey,
  type Programme,
  type RawRow,
  textOf,
  trimmedNumber,
} from '../model';
import { CORRECTION, type Correction, correctionLine, FIRST_ROW, readCorrections, readTable } from '../workbook';
import type { PeriodResults } from './period-results';

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

/** The row as it counts after its corrections; the last one of a field holds. */
export function corrected(form: Form, raw: RawRow, cell: Cell | undefined): RawRow {
  const corrections = readCorrections(form, cell);
  if (corrections === null || corrections.length === 0) return raw;
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

const rowInWords = (form: Form, cells: Readonly<Record<string, Cell>>): string =>
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
    readTable(rows[form.key] ?? [])
      .filter((cells) => textOf(cells.period) === period)
      .flatMap((cells) =>
        (readCorrections(form, cells[CORRECTION]) ?? []).map((correction) => ({
          school: textOf(cells.school),
          form: form.title,
          row: rowInWords(form, cells),
          field: form.fields[correction.field]!.title,
          correction,
        })),
      ),
  );

/** Rows of consolidated tabs beside which something stands that is no correction, by the row's number in the tab. */
export const unreadableCorrections = (form: Form, grid: Grid): number[] => {
  const column = (grid[1] ?? []).indexOf(CORRECTION);
  return grid.flatMap((cells, index) =>
    column >= 0 && index >= FIRST_ROW - 1 && readCorrections(form, cells[column]) === null ? [index + 1] : [],
  );
};

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
  /** The row's number in its form, by which issues name it. */
  readonly number: number;
  /** The cell beside the row, from 1, and what stands there. */
  readonly place: { readonly row: number; readonly column: number };
  readonly standing: string;
}

/** What the coordinator points at in a consolidated tab, or why it cannot be put right, in Russian. */
export function corrigibleAt(
  form: Form,
  grid: Grid,
  at: { readonly row: number; readonly column: number },
  closed: ReadonlySet<PeriodKey>,
): Corrigible | string {
  const keys = (grid[1] ?? []).map(textOf);
  const beside = keys.indexOf(CORRECTION);
  if (beside < 0) return 'На вкладке ещё нет столбца для исправлений. Соберите свод и повторите.';
  const cells = Object.fromEntries(keys.map((key, index) => [key, grid[at.row - 1]?.[index] ?? '']));
  const period = textOf(cells.period);
  if (at.row < FIRST_ROW || !closed.has(period))
    return 'Выберите ячейку в строке закрытого периода. Открытый период исправляет школа на своей вкладке.';
  const field = /^field:(.+)$/.exec(keys[at.column - 1] ?? '')?.[1];
  if (!field || !form.fields[field] || !isNumeric(form.fields[field]))
    return 'Выберите ячейку с числом: класс, литера, предмет и пояснение не исправляются.';
  if (textOf(cells.remark).includes(MISPLACED))
    return 'В этой строке ячейки сдвинуты, поэтому одно число в ней исправить нельзя.';
  const corrections = readCorrections(form, cells[CORRECTION]);
  if (!corrections)
    return `Строка ${at.row}: в столбце исправлений стоит не исправление. Уберите этот текст и повторите.`;
  const last = corrections.filter((item) => item.field === field).pop();
  return {
    form,
    period,
    field,
    now: last ? trimmedNumber(last.became) : textOf(cells[`field:${field}`]).replace('.', ','),
    counted: last !== undefined || textOf(cells.counted) === 'да',
    school: { key: textOf(cells.school), name: textOf(cells['school-name']) },
    row: rowInWords(form, cells),
    number: Number(cells.row),
    place: { row: at.row, column: beside + 1 },
    standing: String(cells[CORRECTION]),
  };
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

/** The cell beside the row with one correction more, or what is wrong with it, in Russian. */
export function withCorrection(
  wanted: Corrigible,
  typed: string,
  reason: string,
  day: string,
): { readonly text: string } | string {
  const { form, field, now, counted, standing } = wanted;
  const value = correctedNumber(wanted, typed);
  if (typeof value === 'string') return value;
  if (counted && trimmedNumber(value) === now) return 'Это число там уже стоит, ничего не изменено.';
  if (textOf(reason) === '')
    return 'Без причины исправление не записывается. Повторите и укажите, почему число изменено.';
  const line = correctionLine(form, { day, field, was: now, became: value, reason: textOf(reason) });
  const text = standing === '' ? line : `${standing}\n${line}`;
  const read = readCorrections(form, text)?.pop();
  if (read?.became !== value) return `Число ${trimmedNumber(value)} слишком велико, ничего не изменено.`;
  return { text };
}
