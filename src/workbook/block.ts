import {
  type AnyIndicator,
  type Cell,
  type Decoration,
  type Field,
  type Form,
  type InputRule,
  isDerived,
  isNumeric,
  isRemark,
  type Section,
} from '../model';
import { LOOK } from './look';

/** Columns of a school's tab: roles (hidden), remarks, then the form's own. */
export const ROLE_COLUMN = 1;
export const REMARK_COLUMN = 2;
export const FIRST_FIELD_COLUMN = 3;

export const REMARKS = 'remarks';
export const EXPLANATION = 'explanation';
export const REMARKS_TITLE = 'Замечания';
export const EXPLANATION_TITLE = 'Пояснение';
export const END_TITLE = 'Новые строки вставляйте выше этой черты';
/** Stands under every column in the end row: where it is missing, cells of that column were shifted up or down. */
export const END_MARK = '·';
export const SPARE_ROWS = 10;
const STARTING_ROWS = 15;
const MARK_FORMAT = '0.00';
const RATE_FORMAT = '0.0';

/** Not `=quality-rate`: a cell that begins with `=` would become a formula. */
export const CALCULATED = 'calc:';
export const calculatedKey = (indicator: AnyIndicator): string => CALCULATED + indicator.key;

/** A number made of all cells of a row: its memory of what stood there when it was last seen. */
export const CONTROL = 'calc:control';
export const CONTROL_TITLE = 'Контроль';

export type Role = 'title' | 'help' | 'keys' | 'header' | 'row' | 'end';
export const roleOf = (form: Form, role: Role): string => `${form.key}/${role}`;

/** A column of a form's block. */
export type BlockColumn =
  | { readonly kind: 'field'; readonly key: string; readonly title: string; readonly field: Field }
  | { readonly kind: 'calculated'; readonly key: string; readonly title: string; readonly indicator: AnyIndicator }
  | { readonly kind: 'control'; readonly key: string; readonly title: string }
  | { readonly kind: 'explanation'; readonly key: string; readonly title: string };

/** Fields, calculated columns, explanation: all that follows the remarks. */
export function blockColumns(form: Form, indicators: readonly AnyIndicator[]): BlockColumn[] {
  const calculated = indicators.filter(
    (indicator) => !isDerived(indicator) && indicator.column && indicator.from.key === form.key,
  );
  return [
    ...Object.entries(form.fields).map(([key, field]) => ({ kind: 'field', key, title: field.title, field }) as const),
    ...calculated.map(
      (indicator) =>
        ({ kind: 'calculated', key: calculatedKey(indicator), title: unitTitle(indicator), indicator }) as const,
    ),
    { kind: 'control', key: CONTROL, title: CONTROL_TITLE },
    { kind: 'explanation', key: EXPLANATION, title: EXPLANATION_TITLE },
  ];
}

const unitTitle = (indicator: AnyIndicator): string => indicator.title + (indicator.unit === 'percent' ? ', %' : '');

function ruleOf(field: Field): InputRule | undefined {
  if (field.kind === 'count') return { kind: 'whole-number', help: `Целое число, 0 или больше. ${field.help}` };
  if (field.kind === 'decimal') return { kind: 'number', help: `Число, 0 или больше, через запятую. ${field.help}` };
  return field.choices ? { kind: 'list', choices: field.choices, help: field.help } : undefined;
}

function columnDecorations(column: BlockColumn, at: number, firstRow: number, rows: number): Decoration[] {
  const area = { row: firstRow, column: at, rows, columns: 1 };
  switch (column.kind) {
    case 'field': {
      const rule = ruleOf(column.field);
      const look = isNumeric(column.field) ? ({ align: 'center' } as const) : { wrap: true };
      const format = isNumeric(column.field) ? undefined : '@';
      return [{ ...area, ...look, ...(format ? { format } : {}), ...(rule ? { rule } : {}) }];
    }
    case 'control':
      return [{ ...area, ...LOOK.calculated, format: '0' }];
    case 'calculated':
      return [{ ...area, ...LOOK.calculated, format: column.indicator.unit === 'mark' ? MARK_FORMAT : RATE_FORMAT }];
    case 'explanation':
      return [{ ...area, wrap: true, format: '@' }];
  }
}

const noteOf = (column: BlockColumn): string => {
  switch (column.kind) {
    case 'field':
      return column.field.help;
    case 'calculated':
      return `Считается само: ${column.indicator.source}.`;
    case 'control':
      return 'Считается само: по этому числу видно, что строку изменили без проверки, например отсортировали один столбец.';
    case 'explanation':
      return 'Ваше слово о необычном числе: почему так. Без фамилий.';
  }
};

export const TITLE_ROWS = 4;

/** What stands in column B of a block's rows but the data rows, where remarks stand. */
export const BESIDE: Readonly<Record<Exclude<Role, 'row'>, string>> = {
  title: '',
  help: '',
  keys: REMARKS,
  header: REMARKS_TITLE,
  end: END_TITLE,
};

/** True for what the add-on writes in column B, wherever it stands; all else there was typed by a person. */
export const isOwnWord = (text: string): boolean => isRemark(text) || Object.values(BESIDE).includes(text);

/** How many rows a form's block has for data when it holds `filled` rows. */
export const rowsFor = (form: Form, filled: number): number =>
  Math.max(form.startingRows ?? STARTING_ROWS, filled + SPARE_ROWS);

/** The block of one form: title, help, hidden keys, header, rows for data, end line. `data` are the fields' cells. */
export function blockSection(
  form: Form,
  indicators: readonly AnyIndicator[],
  due: boolean,
  data: readonly (readonly Cell[])[] = [],
): Section {
  const columns = blockColumns(form, indicators);
  const width = FIRST_FIELD_COLUMN - 1 + columns.length;
  const rows = rowsFor(form, data.length);
  const line = (...cells: Cell[]): Cell[] => [...cells, ...Array<Cell>(width - cells.length).fill('')];
  const values = [
    line(roleOf(form, 'title'), BESIDE.title, form.title),
    line(roleOf(form, 'help'), BESIDE.help, form.help),
    line(roleOf(form, 'keys'), BESIDE.keys, ...columns.map((column) => column.key)),
    line(roleOf(form, 'header'), BESIDE.header, ...columns.map((column) => column.title)),
    ...Array.from({ length: rows }, (_, index) => line(roleOf(form, 'row'), '', ...(data[index] ?? []))),
    line(roleOf(form, 'end'), BESIDE.end, ...columns.map(() => END_MARK)),
  ];
  return { values, decorations: blockDecorations(form, columns, rows, width, due) };
}

function blockDecorations(
  form: Form,
  columns: readonly BlockColumn[],
  rows: number,
  width: number,
  due: boolean,
): Decoration[] {
  const first = TITLE_ROWS + 1;
  const wide = { column: REMARK_COLUMN, columns: width - 1, rows: 1 };
  const computedColumn = ({ kind }: BlockColumn): boolean => kind === 'calculated' || kind === 'control';
  const calculated = columns.findIndex(computedColumn);
  const count = columns.filter(computedColumn).length;
  const computed = {
    row: first,
    column: FIRST_FIELD_COLUMN + calculated,
    rows,
    columns: count,
    protect: { description: `${form.title}: расчётные столбцы`, warningOnly: true },
  };
  return [
    { row: 1, ...wide, ...LOOK.title, background: LOOK.head.background },
    { row: 2, ...wide, ...LOOK.help },
    { row: 3, ...wide, hideRows: true },
    { row: 4, ...wide, ...LOOK.header },
    ...columns.map((column, index) => ({
      row: 4,
      column: FIRST_FIELD_COLUMN + index,
      rows: 1,
      columns: 1,
      note: noteOf(column),
    })),
    { row: first, ...wide, rows, border: true },
    { row: first, column: REMARK_COLUMN, rows, columns: 1, ...LOOK.remark },
    ...columns.flatMap((column, index) => columnDecorations(column, FIRST_FIELD_COLUMN + index, first, rows)),
    { row: first + rows, ...wide, ...LOOK.end },
    ...(count > 0 ? [computed] : []),
    ...(due ? [] : [{ row: 1, column: 1, rows: TITLE_ROWS + rows + 1, columns: 1, hideRows: true }]),
  ];
}
