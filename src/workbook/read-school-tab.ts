import {
  type Cell,
  type Form,
  type Grid,
  isBlank,
  type PeriodKey,
  type Programme,
  type RawRow,
  textOf,
} from '../model';
import {
  CALCULATED,
  CONTROL,
  CONTROL_TITLE,
  END_MARK,
  EXPLANATION,
  EXPLANATION_TITLE,
  FIRST_FIELD_COLUMN,
  isOwnWord,
  REMARK_COLUMN,
  ROLE_COLUMN,
  TITLE_ROWS,
} from './block';
import { HEAD, headRole, SUBMITTED, VALUE_COLUMN } from './school-tab';
import { holdsLeftover, isUnrecognised } from './unrecognised';

/** A form's block as found on a tab; rows and columns count from 1. */
export interface Block {
  readonly form: Form;
  readonly titleRow: number;
  readonly firstRow: number;
  readonly endRow: number;
  /** Column of each key: fields, `calc:indicator`, explanation. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Why a tab cannot be read. The whole school stops, is named, and nothing of it is counted. */
export interface LayoutTrouble {
  readonly id: string;
  /** Row of the tab, from 1; 0 for the whole tab. */
  readonly row: number;
  readonly form?: string;
  readonly found?: string;
}

export interface SchoolTab {
  readonly school: string;
  readonly type: string;
  readonly period: PeriodKey;
  readonly submitted: boolean;
  readonly status: string;
  readonly blocks: ReadonlyMap<string, Block>;
  readonly grid: Grid;
  readonly trouble: readonly LayoutTrouble[];
}

const cell = (grid: Grid, row: number, column: number): Cell => grid[row - 1]?.[column - 1] ?? '';
const roleAt = (grid: Grid, row: number): string => textOf(cell(grid, row, ROLE_COLUMN));
/** A title as compared: case, ё/е and spaces do not matter. */
export const plainTitle = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[\s\u00ad]+/g, '');

/** The school a tab belongs to, by the hidden role in its first cell; '' when it is no school's. */
export const schoolOf = (first: Cell): string => /^head\/school\/([^/]+)\//.exec(textOf(first))?.[1] ?? '';

/** False when the last form has no end: somebody inserted a row between measuring the tab and reading it. */
export function isWhole(grid: Grid): boolean {
  let last = grid.length;
  while (last > 0 && roleAt(grid, last) === '') last -= 1;
  const role = roleAt(grid, last);
  return last === 0 || role.endsWith('/end') || isUnrecognised(role);
}

/** Finds the blocks of a tab by the roles in column A and the keys; says what is out of order. */
export function readSchoolTab(programme: Programme, grid: Grid): SchoolTab {
  const trouble: LayoutTrouble[] = [];
  const [, school = '', type = ''] = /^head\/school\/([^/]+)\/(.*)$/.exec(roleAt(grid, HEAD.title)) ?? [];
  const period = /^head\/period\/(.+)$/.exec(roleAt(grid, HEAD.period))?.[1] ?? '';
  if (!school || !period || !headInOrder(programme, grid)) trouble.push({ id: 'tab/no-head', row: 1 });
  const blocks = new Map<string, Block>();
  let row = HEAD.firstForm + programme.forms.length;
  while (row <= grid.length) {
    const role = roleAt(grid, row);
    const form = programme.forms.find((item) => role === `${item.key}/title`);
    if (form && !blocks.has(form.key)) {
      const block = readBlock(form, grid, row, trouble);
      blocks.set(form.key, block);
      row = block.endRow + 1;
    } else if (isUnrecognised(role)) {
      if (holdsLeftover(grid[row - 1]!)) trouble.push({ id: 'tab/unrecognised', row });
      row += 1;
    } else {
      if (!(grid[row - 1] ?? []).every((value, index) => isBlank(value) || isOwnRemark(value, index + 1)))
        trouble.push({ id: 'tab/stray-row', row, found: firstWord(grid, row) });
      row += 1;
    }
  }
  for (const form of programme.forms) {
    if (!blocks.has(form.key)) trouble.push({ id: 'tab/no-form', row: 0, form: form.key });
  }
  const status = textOf(cell(grid, HEAD.status, VALUE_COLUMN));
  return { school, type, period, status, submitted: status.startsWith(SUBMITTED), blocks, grid, trouble };
}

/** Where a row is inserted while remarks are written, they come to stand a row off; they are no data anywhere. */
const isOwnRemark = (value: Cell, column: number): boolean => column === REMARK_COLUMN && isOwnWord(textOf(value));

const headInOrder = ({ forms }: Programme, grid: Grid): boolean =>
  roleAt(grid, HEAD.check) === headRole.check &&
  roleAt(grid, HEAD.submit) === headRole.submit &&
  roleAt(grid, HEAD.status) === headRole.status &&
  roleAt(grid, HEAD.completeness) === headRole.completeness &&
  forms.every((form, index) => roleAt(grid, HEAD.firstForm + index) === headRole.form(form));

const firstWord = (grid: Grid, row: number): string =>
  textOf((grid[row - 1] ?? []).find((value) => !isBlank(value))).slice(0, 40);

function readBlock(form: Form, grid: Grid, titleRow: number, trouble: LayoutTrouble[]): Block {
  const at = (role: string, row: number): boolean => roleAt(grid, row) === `${form.key}/${role}`;
  const keysRow = titleRow + 2;
  const firstRow = titleRow + 4;
  if (!at('help', titleRow + 1) || !at('keys', keysRow) || !at('header', titleRow + 3)) {
    trouble.push({ id: 'block/out-of-order', row: titleRow, form: form.key });
  }
  let endRow = firstRow;
  while (endRow <= grid.length && (at('row', endRow) || roleAt(grid, endRow) === '')) endRow += 1;
  if (!at('end', endRow)) {
    trouble.push({ id: 'block/no-end', row: endRow, form: form.key, found: roleAt(grid, endRow) });
    // The row that broke the block is looked at again as what it may be: another block's title.
    endRow -= 1;
  }
  const columns = readColumns(form, grid, keysRow, trouble);
  checkFrame(form, grid, { titleRow, endRow }, columns, trouble);
  checkOutside(form, grid, { firstRow, endRow }, columns, trouble);
  return { form, titleRow, firstRow, endRow, columns };
}

function readColumns(form: Form, grid: Grid, keysRow: number, trouble: LayoutTrouble[]): Map<string, number> {
  const columns = new Map<string, number>();
  (grid[keysRow - 1] ?? []).forEach((value, index) => {
    const key = textOf(value);
    if (index + 1 < FIRST_FIELD_COLUMN || key === '') return;
    if (columns.has(key)) trouble.push({ id: 'block/key-twice', row: keysRow, form: form.key, found: key });
    columns.set(key, index + 1);
  });
  for (const [key, field] of Object.entries(form.fields)) {
    const column = columns.get(key);
    const title = column === undefined ? '' : textOf(cell(grid, keysRow + 1, column));
    if (column === undefined) trouble.push({ id: 'block/no-key', row: keysRow, form: form.key, found: field.title });
    else if (plainTitle(title) !== plainTitle(field.title)) {
      trouble.push({ id: 'block/header-differs', row: keysRow + 1, form: form.key, found: title || field.title });
    }
  }
  for (const [key, title] of [
    [EXPLANATION, EXPLANATION_TITLE],
    // Without it a column sorted alone would not be noticed.
    [CONTROL, CONTROL_TITLE],
  ] as const) {
    if (!columns.has(key)) trouble.push({ id: 'block/no-key', row: keysRow, form: form.key, found: title });
  }
  return columns;
}

/** Title, help and end rows hold their words and marks and nothing else: a column shifted up or down shows here. */
function checkFrame(
  form: Form,
  grid: Grid,
  rows: { titleRow: number; endRow: number },
  columns: ReadonlyMap<string, number>,
  trouble: LayoutTrouble[],
): void {
  for (const row of [rows.titleRow, rows.titleRow + 1]) {
    const words = (grid[row - 1] ?? []).slice(REMARK_COLUMN).filter((value) => !isBlank(value));
    if (words.length > 1 || (words.length === 0 && row === rows.titleRow))
      trouble.push({ id: 'block/shifted', row, form: form.key, found: firstWord(grid, row) });
  }
  const keys = new Map([...columns].map(([key, column]) => [column, key]));
  const shifted = (grid[rows.endRow - 1] ?? []).some((value, index) => {
    const key = keys.get(index + 1);
    // Calculated cells are renewed, wherever they were shifted to.
    if (index + 1 < FIRST_FIELD_COLUMN || key?.startsWith(CALCULATED)) return false;
    return textOf(value) !== (key === undefined ? '' : END_MARK);
  });
  if (shifted) trouble.push({ id: 'block/shifted', row: rows.endRow, form: form.key });
}

function checkOutside(
  form: Form,
  grid: Grid,
  rows: { firstRow: number; endRow: number },
  columns: ReadonlyMap<string, number>,
  trouble: LayoutTrouble[],
): void {
  const known = new Set([ROLE_COLUMN, ...columns.values()]);
  // What a person typed among the remarks is not to be written over.
  const foreign = (value: Cell, column: number): boolean =>
    !isBlank(value) && !isOwnRemark(value, column) && (column === REMARK_COLUMN || !known.has(column));
  for (let row = rows.firstRow; row < rows.endRow; row += 1) {
    const stray = (grid[row - 1] ?? []).find((value, index) => foreign(value, index + 1));
    if (stray !== undefined) {
      trouble.push({ id: 'block/outside-fields', row, form: form.key, found: textOf(stray).slice(0, 40) });
    }
  }
  const beside = cell(grid, rows.firstRow - TITLE_ROWS, REMARK_COLUMN);
  if (foreign(beside, REMARK_COLUMN)) {
    trouble.push({
      id: 'block/outside-fields',
      row: rows.firstRow - TITLE_ROWS,
      form: form.key,
      found: textOf(beside).slice(0, 40),
    });
  }
}

/** Words in a calculated cell or a number for an explanation: the row's cells were shifted sideways. */
function misplacedIn(grid: Grid, row: number, { columns }: Block): string | undefined {
  for (const [key, column] of columns) {
    const value = cell(grid, row, column);
    const wrong =
      key === EXPLANATION ? typeof value !== 'string' : key.startsWith(CALCULATED) && typeof value !== 'number';
    if (!isBlank(value) && wrong) return textOf(value).slice(0, 40);
  }
  return undefined;
}

/** A row with data and where it stands. */
export interface PlacedRow {
  readonly raw: RawRow;
  /** Row of the tab, from 1. */
  readonly tabRow: number;
  readonly remark: string;
}

/** The rows of a block that hold anything; a wholly blank row is no row. */
export function rowsOf(tab: SchoolTab, block: Block): PlacedRow[] {
  const fields = Object.keys(block.form.fields).map((key) => [key, block.columns.get(key)] as const);
  const explanationColumn = block.columns.get(EXPLANATION);
  const rows: PlacedRow[] = [];
  for (let tabRow = block.firstRow; tabRow < block.endRow; tabRow += 1) {
    const cells: Record<string, Cell> = {};
    for (const [key, column] of fields) cells[key] = column === undefined ? '' : cell(tab.grid, tabRow, column);
    const explanation = explanationColumn === undefined ? '' : textOf(cell(tab.grid, tabRow, explanationColumn));
    if (Object.values(cells).every(isBlank) && explanation === '') continue;
    const place = { period: tab.period, school: tab.school, form: block.form.key, row: rows.length + 1 };
    const misplaced = misplacedIn(tab.grid, tabRow, block);
    const raw = { ...place, cells, explanation, ...(misplaced === undefined ? {} : { misplaced }) };
    rows.push({ raw, tabRow, remark: textOf(cell(tab.grid, tabRow, REMARK_COLUMN)) });
  }
  return rows;
}
