import { type Cell, type Form, type Grid, isBlank, type PeriodKey, type Programme, textOf } from '../model';
import {
  CALCULATED,
  END_MARK,
  EXPLANATION,
  EXPLANATION_TITLE,
  FIRST_FIELD_COLUMN,
  MEMORY_COLUMN,
  REMARK_COLUMN,
  ROLE_COLUMN,
} from './block';
import {
  ANSWER_COLUMN,
  ANSWERS,
  type Answer,
  BOX_COLUMN,
  HEAD,
  headRole,
  periodOfRole,
  REASON_COLUMN,
  readFacts,
  STATE_COLUMN,
  type StandingFacts,
  type TabStatus,
} from './head';
import { asMade, type MadeColumns, readMade } from './made-columns';
import { isOwnResults } from './own-results';
import { isSameTitle } from './plain-title';
import { readStatus } from './read-status';
import { holdsLeftover, isUnrecognised } from './unrecognised';

/** A form's block as found on a tab; rows and columns count from 1. */
export interface Block {
  readonly form: Form;
  readonly titleRow: number;
  readonly keysRow: number;
  readonly firstRow: number;
  readonly endRow: number;
  /** Column of each key: fields, `calc:indicator`, explanation; of a retired one under `retired:` and its key. */
  readonly columns: ReadonlyMap<string, number>;
  /** What it was made with; null where that was written over. */
  readonly made: MadeColumns | null;
}

/** Why a tab cannot be read. The whole school stops, is named, and nothing of it is counted. */
export interface LayoutTrouble {
  readonly id: string;
  /** Row of the tab, from 1; 0 for the whole tab. */
  readonly row: number;
  readonly form?: string;
  readonly found?: string;
}

/** A form's line in the head. */
export interface FormLine {
  readonly row: number;
  readonly answer: Answer | null;
  readonly reason: string;
}

export interface SchoolTab {
  readonly school: string;
  readonly type: string;
  readonly period: PeriodKey;
  /** Null on a tab that no run of this version has made or written. */
  readonly facts: StandingFacts | null;
  readonly status: TabStatus;
  /** The tick «Сдать» as it stands. */
  readonly ticked: boolean;
  /** Row of each of the head's lines by role. */
  readonly head: ReadonlyMap<string, number>;
  readonly lines: ReadonlyMap<string, FormLine>;
  readonly blocks: ReadonlyMap<string, Block>;
  readonly grid: Grid;
  readonly trouble: readonly LayoutTrouble[];
}

const cellsIn = (grid: Grid, row: number): Grid[number] => grid[row - 1] ?? [];
const cell = (grid: Grid, row: number, column: number): Cell => cellsIn(grid, row)[column - 1] ?? '';
const roleAt = (grid: Grid, row: number): string => {
  const role = grid[row - 1]?.[ROLE_COLUMN - 1];
  return typeof role === 'string' ? role.trim() : textOf(role);
};

/** False when the last form has no end: somebody inserted a row between measuring the tab and reading it. */
export function isWhole(grid: Grid): boolean {
  let last = grid.length;
  while (last > 0 && roleAt(grid, last) === '') last -= 1;
  const role = roleAt(grid, last);
  return last === 0 || role.endsWith('/end') || isUnrecognised(role) || isOwnResults(grid[last - 1]);
}

/** Finds the blocks of a tab by the roles in column A and the keys; says what is out of order. */
export function readSchoolTab(programme: Programme, grid: Grid): SchoolTab {
  const trouble: LayoutTrouble[] = [];
  const head = readHead(grid);
  const older = head.has(OLDER_ROLE);
  const [, school = '', type = ''] = /^head\/school\/([^/]+)\/(.*)/.exec(roleAt(grid, HEAD.title)) ?? [];
  const period = periodOfRole(roleAt(grid, HEAD.period));
  if (!school || !period || !HEAD_ROLES.every((role) => head.has(role))) trouble.push({ id: 'tab/no-head', row: 1 });
  const blocks = older
    ? new Map<string, Block>()
    : readBlocks(programme, grid, Math.max(HEAD.forms, ...head.values()) + 1, trouble);
  for (const form of programme.forms) {
    // A form without a line in the head is new to the tab.
    if (!blocks.has(form.key) && head.has(headRole.form(form)))
      trouble.push({ id: 'tab/no-form', row: 0, form: form.key });
  }
  return {
    school,
    type,
    period,
    facts: readFacts(cell(grid, HEAD.title, MEMORY_COLUMN)),
    status: readStatus(cell(grid, head.get(headRole.status) ?? 0, STATE_COLUMN)),
    ticked: cell(grid, head.get(headRole.submit) ?? 0, BOX_COLUMN) === true,
    head,
    lines: readLines(programme, grid, head),
    blocks,
    grid,
    trouble: older ? [{ id: 'tab/older-version', row: 0 }] : trouble,
  };
}

/** Only the head of a tab made by version 0.1.0 has this line. */
export const OLDER_ROLE = 'head/completeness';

const HEAD_ROLES = [headRole.check, headRole.submit, headRole.answer, headRole.status, headRole.forms];

function readHead(grid: Grid): Map<string, number> {
  const head = new Map<string, number>();
  for (let row = 1; row <= grid.length; row += 1) {
    const role = roleAt(grid, row);
    if (!role.startsWith('head/')) break;
    if (!head.has(role) || role === headRole.spare) head.set(role === headRole.spare ? `${role}/${row}` : role, row);
  }
  return head;
}

function readLines(programme: Programme, grid: Grid, head: ReadonlyMap<string, number>): Map<string, FormLine> {
  const lines = new Map<string, FormLine>();
  for (const form of programme.forms) {
    const row = head.get(headRole.form(form));
    if (row === undefined) continue;
    const said = textOf(cell(grid, row, ANSWER_COLUMN));
    const answer = ANSWERS.find((each) => each === said) ?? null;
    lines.set(form.key, { row, answer, reason: textOf(cell(grid, row, REASON_COLUMN)) });
  }
  return lines;
}

const TITLE = '/title';
/** The key of a form in its title's role, of one that the programme no longer has, too; '' in other roles. */
const titledIn = (role: string): string => (role.endsWith(TITLE) ? role.slice(0, -TITLE.length) : '');

function readBlocks(programme: Programme, grid: Grid, from: number, trouble: LayoutTrouble[]): Map<string, Block> {
  const forms = new Map(programme.forms.map((form) => [form.key, form]));
  const blocks = new Map<string, Block>();
  let row = from;
  while (row <= grid.length) {
    const role = roleAt(grid, row);
    const key = titledIn(role);
    const form = forms.get(key);
    if (form && !blocks.has(form.key)) {
      const block = readBlock(form, grid, row, trouble);
      blocks.set(form.key, block);
      row = block.endRow + 1;
    } else if (isOwnResults(grid[row - 1])) {
      row += 1;
    } else if (isUnrecognised(role)) {
      if (holdsLeftover(grid[row - 1]!)) trouble.push({ id: 'tab/unrecognised', row });
      row += 1;
    } else if (!forms.has(key) && /^[\w-]+$/.test(key)) {
      row = endOfRetired(grid, row, key) + 1;
    } else {
      // The add-on's own columns are never read.
      const stray = firstForeign(grid, row, MEMORY_COLUMN, REMARK_COLUMN);
      if (stray !== undefined) trouble.push({ id: 'tab/stray-row', row, found: textOf(stray).slice(0, 40) });
      row += 1;
    }
  }
  return blocks;
}

const firstForeign = (grid: Grid, row: number, ...own: readonly number[]): Cell | undefined =>
  cellsIn(grid, row).find((value, index) => !isBlank(value) && !own.includes(index + 1));

/** The last row of a block whose form has left the programme; its contents stay as they are. */
function endOfRetired(grid: Grid, titleRow: number, key: string): number {
  let row = titleRow + 1;
  while (row < grid.length && roleAt(grid, row) !== `${key}/end`) {
    const role = roleAt(grid, row);
    if (role !== '' && !role.startsWith(`${key}/`)) return row - 1;
    row += 1;
  }
  return row;
}

function readBlock(form: Form, grid: Grid, titleRow: number, trouble: LayoutTrouble[]): Block {
  const at = (role: string, row: number): boolean => roleAt(grid, row) === `${form.key}/${role}`;
  const [isRow, isCaption] = [`${form.key}/row`, `${form.key}/caption`];
  const keysRow = titleRow + 2;
  const firstRow = titleRow + 4;
  if (!at('help', titleRow + 1) || !at('keys', keysRow) || !at('header', titleRow + 3)) {
    trouble.push({ id: 'block/out-of-order', row: titleRow, form: form.key });
  }
  let endRow = firstRow;
  while (endRow <= grid.length) {
    const role = roleAt(grid, endRow);
    if (role !== isRow && role !== '' && role !== isCaption) break;
    endRow += 1;
  }
  if (!at('end', endRow)) {
    trouble.push({ id: 'block/no-end', row: endRow, form: form.key, found: roleAt(grid, endRow) });
    // The row that broke the block is looked at again as what it may be: another block's title.
    endRow -= 1;
  }
  const made = readMade(cell(grid, keysRow + 1, MEMORY_COLUMN));
  const columns = readColumns(form, grid, keysRow, made, trouble);
  const block = { form, titleRow, keysRow, firstRow, endRow, columns, made };
  checkFrame(block, grid, trouble);
  checkOutside(block, grid, trouble);
  return block;
}

/**
 * Where each key stands. A field that the block was not made with, and a title that the programme has changed since, are
 * no trouble: the next run of the coordinator brings them.
 */
function readColumns(
  form: Form,
  grid: Grid,
  keysRow: number,
  made: MadeColumns | null,
  trouble: LayoutTrouble[],
): Map<string, number> {
  const columns = new Map<string, number>();
  cellsIn(grid, keysRow).forEach((value, index) => {
    const key = value === '' || index + 1 < FIRST_FIELD_COLUMN ? '' : textOf(value);
    if (key === '') return;
    if (columns.has(key)) trouble.push({ id: 'block/key-twice', row: keysRow, form: form.key, found: key });
    columns.set(key, index + 1);
  });
  const titleOf = (key: string): string => textOf(cell(grid, keysRow + 1, columns.get(key) ?? 0));
  const isNew = (key: string): boolean => made !== null && !made.keys.includes(key);
  const isUntouched = (): boolean => made !== null && asMade(made, titleOf);
  for (const [key, { title }] of [
    ...Object.entries(form.fields),
    [EXPLANATION, { title: EXPLANATION_TITLE }] as const,
  ]) {
    if (!columns.has(key)) {
      if (!isNew(key)) trouble.push({ id: 'block/no-key', row: keysRow, form: form.key, found: title });
    } else if (key !== EXPLANATION && !isSameTitle(titleOf(key), title) && !isUntouched()) {
      trouble.push({ id: 'block/header-differs', row: keysRow + 1, form: form.key, found: titleOf(key) || title });
    }
  }
  return columns;
}

/** Title, help and end rows hold their words and marks and nothing else: a column shifted up or down shows here. */
function checkFrame({ form, titleRow, endRow, columns }: Block, grid: Grid, trouble: LayoutTrouble[]): void {
  for (const row of [titleRow, titleRow + 1]) {
    const words = cellsIn(grid, row)
      .slice(REMARK_COLUMN)
      .filter((value) => !isBlank(value));
    if (words.length > 1 || (words.length === 0 && row === titleRow)) {
      const found = textOf(words[0]).slice(0, 40);
      trouble.push({ id: 'block/shifted', row, form: form.key, found });
    }
  }
  const marks = cellsIn(grid, endRow);
  const isMark = (value: Cell | undefined): boolean => textOf(value) === END_MARK;
  const keyed = new Set<number>();
  let shifted = false;
  columns.forEach((column, key) => {
    keyed.add(column);
    // Calculated cells are renewed, wherever they were shifted to.
    if (!isMark(marks[column - 1]) && !key.startsWith(CALCULATED)) shifted = true;
  });
  for (let column = FIRST_FIELD_COLUMN; column <= marks.length; column += 1) {
    const value = marks[column - 1];
    // A mark without a key is a column in the making.
    if (!keyed.has(column) && textOf(value) !== '' && !isMark(value)) shifted = true;
  }
  if (shifted) trouble.push({ id: 'block/shifted', row: endRow, form: form.key });
}

function checkOutside({ form, firstRow, endRow, columns }: Block, grid: Grid, trouble: LayoutTrouble[]): void {
  const known = new Set([ROLE_COLUMN, MEMORY_COLUMN, REMARK_COLUMN, ...columns.values()]);
  const outside = cellsIn(grid, firstRow).flatMap((_, index) => (known.has(index + 1) ? [] : [index]));
  for (let row = firstRow; row < endRow; row += 1) {
    const cells = grid[row - 1]!;
    let stray: Cell | undefined;
    for (let at = 0; at < outside.length && stray === undefined; at += 1) {
      const value = cells[outside[at]!];
      if (value !== '' && !isBlank(value)) stray = value;
    }
    if (stray !== undefined)
      trouble.push({ id: 'block/outside-fields', row, form: form.key, found: textOf(stray).slice(0, 40) });
  }
}
