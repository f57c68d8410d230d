import {
  type AnyIndicator,
  type Cell,
  type Decoration,
  type Field,
  type Form,
  type Grid,
  type InputRule,
  isBlank,
  isDerived,
  isNumeric,
  type Section,
  titleWithUnit,
} from '../model';
import { LOOK } from './look';
import { madeCell } from './made-columns';
import { memoryCell, type RowMemory } from './row-memory';

/** Columns of a school's tab: roles and memory (hidden), remarks, then the form's own. */
export const ROLE_COLUMN = 1;
export const MEMORY_COLUMN = 2;
export const REMARK_COLUMN = 3;
export const FIRST_FIELD_COLUMN = 4;
/** The row's name stands in three frozen columns; other fields follow from the fourth on. */
const SLOTS = { first: FIRST_FIELD_COLUMN, second: FIRST_FIELD_COLUMN + 1, third: FIRST_FIELD_COLUMN + 2 } as const;
export const LAST_FROZEN_COLUMN = SLOTS.third;

export const MEMORY = 'memory';
export const REMARKS = 'remarks';
export const EXPLANATION = 'explanation';
export const REMARKS_TITLE = 'Замечания';
export const EXPLANATION_TITLE = 'Пояснение';
export const END_TITLE = 'Новые строки – выше черты';
/** Stands under every column in the end row: where it is missing, cells of that column were shifted up or down. */
export const END_MARK = '·';
/** Stands before the key of a column that the programme no longer asks for. */
export const RETIRED = 'retired:';
export const isRetired = (key: string): boolean => key.startsWith(RETIRED);
const SPARE_ROWS = 5;
const STARTING_ROWS = 15;
const MARK_FORMAT = '0.00';
const RATE_FORMAT = '0.0';

/** Not `=quality-rate`: a cell that begins with `=` would become a formula. */
export const CALCULATED = 'calc:';
export const calculatedKey = (indicator: AnyIndicator): string => CALCULATED + indicator.key;

export type Role = 'title' | 'help' | 'keys' | 'header' | 'caption' | 'row' | 'end';
export const roleOf = (form: Pick<Form, 'key'>, role: Role): string => `${form.key}/${role}`;

/** A column of a form's block and where it stands on a tab made anew, from 1. */
export type BlockColumn = { readonly key: string; readonly title: string; readonly column: number } & (
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'calculated'; readonly indicator: AnyIndicator }
  | { readonly kind: 'explanation' }
  | { readonly kind: 'retired' }
);

/** A column whose field the programme no longer asks for; its key begins with `retired:`. */
export type RetiredColumn = Pick<BlockColumn, 'key' | 'title'>;

/** Fields (the row's name in its slots), calculated columns, explanation, what is no longer asked for. */
export function blockColumns(
  form: Form,
  indicators: readonly AnyIndicator[],
  retired: readonly RetiredColumn[] = [],
): BlockColumn[] {
  let next = LAST_FROZEN_COLUMN + 1;
  const taken = new Set<number>();
  const placeOf = ({ slot }: Field): number => {
    const wanted = slot && SLOTS[slot];
    if (wanted === undefined || taken.has(wanted)) return next++;
    taken.add(wanted);
    return wanted;
  };
  const fields = Object.entries(form.fields).map(
    ([key, field]): BlockColumn => ({ kind: 'field', key, title: field.title, column: placeOf(field), field }),
  );
  const calculated = indicators
    .filter((indicator) => !isDerived(indicator) && indicator.column && indicator.from.key === form.key)
    .map(
      (indicator): BlockColumn => ({
        kind: 'calculated',
        key: calculatedKey(indicator),
        title: titleWithUnit(indicator),
        column: next++,
        indicator,
      }),
    );
  const explanation = { kind: 'explanation', key: EXPLANATION, title: EXPLANATION_TITLE, column: next++ } as const;
  const gone = retired.map((column): BlockColumn => ({ kind: 'retired', ...column, column: next++ }));
  return [...fields, ...calculated, explanation, ...gone];
}

export const blockWidth = (columns: readonly BlockColumn[]): number => Math.max(...columns.map(({ column }) => column));

function ruleOf(field: Field): InputRule | undefined {
  if (field.kind === 'count') return { kind: 'whole-number', help: `Целое число, 0 или больше. ${field.help}` };
  if (field.kind === 'decimal') return { kind: 'number', help: `Число, 0 или больше, через запятую. ${field.help}` };
  return field.choices ? { kind: 'list', choices: field.choices, help: field.help } : undefined;
}

export const columnFormat = (column: BlockColumn): string => {
  switch (column.kind) {
    case 'field':
      return column.field.kind === 'date' ? 'dd.MM.yyyy' : isNumeric(column.field) ? 'General' : '@';
    case 'calculated':
      return column.indicator.unit === 'mark' ? MARK_FORMAT : RATE_FORMAT;
    case 'explanation':
      return '@';
    case 'retired':
      return 'General';
  }
};

/** How a column's cells of `rows` rows look and what they accept. */
export function columnDecorations(column: BlockColumn, at: number, firstRow: number, rows: number): Decoration[] {
  const area = { row: firstRow, column: at, rows, columns: 1, format: columnFormat(column) };
  if (column.kind === 'calculated') return [{ ...area, ...LOOK.calculated }];
  if (column.kind === 'explanation' || column.kind === 'retired') return [area];
  const rule = ruleOf(column.field);
  const look = isNumeric(column.field) ? ({ align: 'center' } as const) : { wrap: true };
  return [{ ...area, ...look, ...(rule ? { rule } : {}) }];
}

export const noteOf = (column: BlockColumn): string => {
  switch (column.kind) {
    case 'field':
      return column.field.help;
    case 'calculated':
      return `Считается само: ${column.indicator.source}.`;
    case 'explanation':
      return 'Ваше слово о необычном числе: почему так. Без фамилий.';
    case 'retired':
      return 'Больше не заполняется; что здесь стоит, остаётся.';
  }
};

export const TITLE_ROWS = 4;

/** A row as it stands in a block from the start: cells by key, and what is remembered of it. */
export interface StartingRow {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly memory?: RowMemory;
}

/** Free rows that the coordinator's runs keep in a block. */
export const spareRowsOf = (form: Form): number => form.spareRows ?? SPARE_ROWS;

/** How many rows a form's block has for data when it holds `filled` rows. */
export const rowsFor = (form: Form, filled: number): number =>
  filled === 0 ? (form.startingRows ?? STARTING_ROWS) : filled + spareRowsOf(form);

/** What stands in the memory's and the remarks' column of a block's frame. */
export const besideFrame = (
  made: string,
): Readonly<Record<'help' | 'keys' | 'header' | 'end', readonly [string, string]>> => ({
  help: ['', ''],
  keys: [MEMORY, REMARKS],
  header: [made, REMARKS_TITLE],
  end: ['', END_TITLE],
});

/** The rows of a block one under another; where a new class begins, the captions stand once more. */
export function withCaptions<T extends StartingRow>(form: Form, rows: readonly T[]): (T | null)[] {
  const { captionsBy } = form;
  if (!captionsBy) return [...rows];
  const groupOf = ({ cells }: StartingRow): string => captionsBy.map((key) => String(cells[key] ?? '')).join('|');
  return rows.flatMap((row, index) => (index > 0 && groupOf(row) !== groupOf(rows[index - 1]!) ? [null, row] : [row]));
}

/** A row of the block as cells of the tab; `null` is a row of captions. */
export function rowCells(form: Form, columns: readonly BlockColumn[], width: number, row: StartingRow | null): Cell[] {
  const cells = Array<Cell>(width).fill('');
  cells[ROLE_COLUMN - 1] = roleOf(form, row === null ? 'caption' : 'row');
  if (row?.memory) cells[MEMORY_COLUMN - 1] = memoryCell(row.memory);
  for (const { kind, key, title, column } of columns) {
    if (row === null) cells[column - 1] = kind === 'field' ? title : '';
    else cells[column - 1] = row.cells[key] ?? '';
  }
  return cells;
}

/** The block of one form: title, help, hidden keys, header, rows for data, end line. */
export function blockSection(
  form: Form,
  indicators: readonly AnyIndicator[],
  due: boolean,
  data: readonly StartingRow[] = [],
  retired: readonly RetiredColumn[] = [],
): Section {
  const columns = blockColumns(form, indicators, retired);
  const width = blockWidth(columns);
  const filled = withCaptions(form, data);
  const spare = Array.from({ length: rowsFor(form, data.length) - data.length }, (): StartingRow => ({ cells: {} }));
  const rows = [...filled, ...spare];
  const made = columns.flatMap(({ kind, key, title }) => (kind === 'retired' ? [] : [[key, title] as const]));
  const beside = besideFrame(madeCell(made));
  const line = (role: keyof typeof beside | 'title', of: (column: BlockColumn) => Cell): Cell[] => {
    const cells = Array<Cell>(width).fill('');
    cells.splice(0, REMARK_COLUMN, roleOf(form, role), ...(role === 'title' ? ['', ''] : beside[role]));
    for (const column of columns) cells[column.column - 1] = of(column);
    return cells;
  };
  const words = (role: 'title' | 'help', column: number, text: string): Cell[] => {
    const cells = line(role, () => '');
    cells[column - 1] = text;
    return cells;
  };
  const values = [
    words('title', FIRST_FIELD_COLUMN, form.title),
    // A long text is cut at the line between what stays in sight and what scrolls.
    words('help', LAST_FROZEN_COLUMN + 1, form.help),
    line('keys', ({ key }) => key),
    line('header', ({ title }) => title),
    ...rows.map((row) => rowCells(form, columns, width, row)),
    line('end', () => END_MARK),
  ];
  return { values, decorations: blockDecorations(columns, filled, rows.length, width, due) };
}

/** The blank row below a form, out of sight together with it. */
export const gapBelow = (due: boolean): Section => ({
  values: [['']],
  decorations: due ? [] : [{ row: 1, column: 1, rows: 1, columns: 1, hideRows: true }],
});

/** How many blank rows stand below a form on a tab: one, unless people have deleted it. */
export const gapUnder = (grid: Grid, { endRow }: { readonly endRow: number }): 0 | 1 =>
  grid[endRow]?.every((cell, at) => isBlank(cell) || at + 1 === REMARK_COLUMN || at + 1 === MEMORY_COLUMN) ? 1 : 0;

/** Neighbouring columns that hold something; an unused slot between them stays blank. */
function usedStretches(columns: readonly BlockColumn[]): { column: number; columns: number }[] {
  const used = [REMARK_COLUMN, ...columns.map(({ column }) => column)].sort((a, b) => a - b);
  const starts = used.filter((column) => !used.includes(column - 1));
  return starts.map((column) => {
    let width = 1;
    while (used.includes(column + width)) width += 1;
    return { column, columns: width };
  });
}

function blockDecorations(
  columns: readonly BlockColumn[],
  filled: readonly (StartingRow | null)[],
  rows: number,
  width: number,
  due: boolean,
): Decoration[] {
  const first = TITLE_ROWS + 1;
  const wide = { column: REMARK_COLUMN, columns: width - REMARK_COLUMN + 1, rows: 1 };
  const used = usedStretches(columns);
  return [
    { row: 1, ...wide, ...LOOK.title, background: LOOK.head.background },
    { row: 2, ...wide, ...LOOK.help },
    { row: 3, ...wide, ...LOOK.keys, hideRows: true },
    ...used.map((stretch) => ({ row: 4, rows: 1, ...stretch, ...LOOK.formHeader })),
    ...columns.map((column) => ({
      row: 4,
      column: column.column,
      rows: 1,
      columns: 1,
      note: noteOf(column),
      ...(column.kind === 'retired' ? LOOK.retired : {}),
    })),
    ...used.map((stretch) => ({ row: first, rows, ...stretch, border: true })),
    { row: first, column: MEMORY_COLUMN, rows, columns: 1, format: '@' },
    { row: 1, column: REMARK_COLUMN, rows: first + rows, columns: 1, format: '@' },
    { row: first, column: REMARK_COLUMN, rows, columns: 1, ...LOOK.remark },
    ...columns.flatMap((column) => columnDecorations(column, column.column, first, rows)),
    ...filled.flatMap((row, index) => (row === null ? [captionLook(first + index, width)] : [])),
    { row: first + rows, ...wide, ...LOOK.end },
    ...(due ? [] : [{ row: 1, column: 1, rows: TITLE_ROWS + rows + 1, columns: 1, hideRows: true }]),
  ];
}

/** Words in every column, numbers' columns too, without a mark that they are no numbers. */
const captionLook = (row: number, width: number): Decoration => ({
  row,
  column: FIRST_FIELD_COLUMN,
  rows: 1,
  columns: width - FIRST_FIELD_COLUMN + 1,
  wrap: true,
  rule: null,
});
