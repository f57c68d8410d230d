import { type Cell, type Form, type Grid, textOf } from '../model';
import { BLANK_MEMORY, DRAFT, isRetired, OLDER_ROLE, ROLE_COLUMN, type RowMemory, type TabStatus } from '../workbook';

/**
 * Tabs that version 0.1.0 made: remarks in column B, the head's values in column C, a control number beside each row.
 * They are read once, when set-up makes them anew.
 */
export const VALUE_COLUMN_010 = 3;
/** What stood beside the values of its head, by role. */
export const LABELS_010 = {
  'head/period/': 'Отчётный период',
  'head/check': '☑ Проверить: поставьте галочку',
  'head/submit': '☑ Сдать: поставьте галочку, когда ошибок нет',
  'head/status': 'Статус',
  [OLDER_ROLE]: 'Заполнено',
} as const;
/** Stood before the title of a form there. */
export const LINK_010 = '→ ';
/** The calculated column in which that version remembered a row. */
export const CONTROL_010 = 'calc:control';
/** Above the six digits made of the cells stand the fields typed as percentages, a bit each, in the order of the columns. */
const BITS = 1_000_000;

const valueAt = (grid: Grid, role: string): Cell =>
  grid.find((row) => textOf(row[ROLE_COLUMN - 1]) === role)?.[VALUE_COLUMN_010 - 1] ?? '';

/** True for a tab whose head that version made. */
export const isVersion010 = (grid: Grid): boolean => grid.some((row) => textOf(row[ROLE_COLUMN - 1]) === OLDER_ROLE);

/** What that version kept of handing in: the tick, and the moment as people read it. */
export function statusOf010(grid: Grid): TabStatus {
  if (valueAt(grid, 'head/submit') !== true) return DRAFT;
  const moment = /(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d)/.exec(textOf(valueAt(grid, 'head/status')));
  const at = moment ? `${moment[3]}-${moment[2]}-${moment[1]}T${moment[4]}` : '';
  return { state: 'submitted', at, by: 'school' };
}

/** Of the fields in the order of their columns those whose numbers were typed as percentages. */
export function percentsOf010<T>(control: Cell | undefined, order: readonly T[]): T[] {
  const bits = typeof control === 'number' ? Math.floor(control / BITS) : 0;
  return order.filter((_, bit) => Math.floor(bits / 2 ** bit) % 2 === 1);
}

/** What that version remembered of a row beside its cells. `order` are the fields' keys. */
export function memoryOf010(
  control: Cell | undefined,
  identity: string,
  order: readonly string[],
): RowMemory | undefined {
  const percent = percentsOf010(control, order).filter((key) => !isRetired(key));
  return percent.length === 0 ? undefined : { ...BLANK_MEMORY, identity, percent };
}

/** The fields of a form as their columns stood from left to right, those no longer asked for in their places. */
export const orderOf010 = (form: Form, keys: ReadonlyMap<number, string>): string[] =>
  [...keys].sort(([a], [b]) => a - b).flatMap(([, key]) => (key in form.fields || isRetired(key) ? [key] : []));
