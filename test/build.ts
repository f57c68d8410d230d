import {
  type Cell,
  type Field,
  type FieldKind,
  type Form,
  type Grid,
  type Patch,
  type Programme,
  type RawRow,
  type School,
  SHEET_NUMBER,
  type TabDesign,
} from '../src/model';
import { LEADING } from '../src/programme/groups';
import {
  BOX_COLUMN,
  cellsOf,
  EXPLANATION,
  FIRST_FIELD_COLUMN,
  HEAD,
  type KeyedRow,
  type KeyedTab,
  keyedDesign,
  layoutOf,
  type PublishRequest,
  planPublication,
  readSchoolTab,
  type SchoolTab,
  schoolTabDesign,
  type TabFacts,
} from '../src/workbook';
import { programme } from './four-forms';

/** A period in which every form of the programme is asked for. */
export const PERIOD = '2023-Q2';

export const SCHOOL: School = { key: 'ushumun', name: 'МОБУ Ушумунская СОШ', type: 'СОШ', group: LEADING, partner: '' };

/** Inputs of the core are read, never changed: a write to a frozen one throws. */
export function frozen<T>(value: T): T {
  if (value === null || typeof value !== 'object' || value instanceof Map || Object.isFrozen(value)) return value;
  for (const item of Object.values(value)) frozen(item);
  return Object.freeze(value);
}

export function formOf(key: string, from: Programme = programme): Form {
  const form = from.forms.find((item) => item.key === key);
  if (!form) throw new Error(`no form ${key}`);
  return form;
}

/** The nth row of a form as typed by a school. */
export const rawRow = (
  form: string,
  row: number,
  cells: Readonly<Record<string, Cell>>,
  more: Partial<Pick<RawRow, 'period' | 'school' | 'explanation'>> = {},
): RawRow => frozen({ period: PERIOD, school: SCHOOL.key, form, row, cells, explanation: '', ...more });

/** Rows of a form in the order of the tab, numbered from 1. */
export const rawRows = (form: string, ...rows: readonly Readonly<Record<string, Cell>>[]): RawRow[] =>
  rows.map((cells, index) => rawRow(form, index + 1, cells));

/** A row of marks that adds up: 15 pupils of 5А, algebra of the examples in domain.md 1.1. */
export const MARKS_A = {
  grade: '5',
  letter: 'А',
  subject: 'Математика',
  enrolled: 15,
  exempt: 0,
  five: 2,
  four: 5,
  three: 7,
  two: 1,
  notAssessed: 0,
} as const;

export const PUPILS_A = {
  grade: '5',
  letter: 'А',
  enrolled: 15,
  assessed: 15,
  excellent: 1,
  good: 5,
  oneThree: 2,
  failing: 1,
  notAssessed: 0,
  notMastered: 0,
} as const;

export const CLASS_A = { grade: '5', letter: 'А', enrolled: 15 } as const;

/** Every column of the class-wise counts of the social passport, filled with 0. */
export const contextRow = (grade: string, enrolled: number, more: Readonly<Record<string, Cell>> = {}) => {
  const counts = Object.entries(formOf('context').fields).filter(([, field]) => field.kind === 'count');
  return { ...Object.fromEntries(counts.map(([key]) => [key, 0])), grade, letter: '', enrolled, ...more };
};

/** A made-up field; only what a test speaks of matters. */
export const field = <K extends FieldKind>(kind: K, more: Partial<Field> = {}): Field<K> => ({
  title: 'Графа',
  help: '',
  ...more,
  kind,
});

/** The number of a test's sheet. */
export const GID = '77';

/** The tab as `getDataRange().getValues()` gives it: a rectangle up to the last filled row. */
export function gridOf(design: TabDesign): Grid {
  const { section, columns, rows, lastRow } = design;
  const asStored = (value: Cell = ''): Cell =>
    stored(typeof value === 'string' ? value.split(SHEET_NUMBER).join(GID) : value);
  const grid = section.values.map((cells) => Array.from({ length: columns }, (_, index) => asStored(cells[index])));
  if (lastRow !== undefined) {
    while (grid.length < rows) grid.push(Array<Cell>(columns).fill(''));
    grid[rows - 1]![0] = lastRow;
  }
  const last = grid.reduce((found, cells, index) => (cells.some((cell) => cell !== '') ? index + 1 : found), 0);
  return grid.slice(0, last);
}

/** What a tab knows from elsewhere: by default every form is asked for. */
export const factsFor = (of: Programme = programme, more: Partial<TabFacts> = {}): TabFacts => ({
  group: SCHOOL.group,
  partner: '',
  due: of.forms.map(({ key }) => key),
  deadline: '2023-07-07',
  settings: {},
  ...more,
});

export const emptyTab = (
  of: Programme = programme,
  school: School = SCHOOL,
  period = PERIOD,
  facts = factsFor(of),
): Grid => gridOf(schoolTabDesign(of, { school, period, facts }));

export const copyOf = (grid: Grid): Grid => grid.map((cells) => [...cells]);

/** A row typed into a block: by field key; `explanation` is the row's word of explanation. */
export type TypedRow = Readonly<Record<string, Cell>>;

/** Types rows into the block of a form, from its first row on. */
export function typeInto(grid: Grid, key: string, rows: readonly TypedRow[], of: Programme = programme): Grid {
  const typed = copyOf(grid);
  const block = readSchoolTab(of, grid).blocks.get(key)!;
  rows.forEach((row, index) => {
    for (const [name, value] of Object.entries(row)) {
      typed[block.firstRow - 1 + index]![block.columns.get(name)! - 1] = value;
    }
  });
  return typed;
}

/** A whole school tab with the given rows by form key. */
export function filledTab(rows: Readonly<Record<string, readonly TypedRow[]>>, of: Programme = programme): Grid {
  return Object.entries(rows).reduce((grid, [form, typed]) => typeInto(grid, form, typed, of), emptyTab(of));
}

/** A school whose tab has nothing to remark on. */
export const CLEAN = { classes: [CLASS_A], marks: [MARKS_A], pupils: [PUPILS_A], context: [] as TypedRow[] };
export const cleanTab = (): Grid => filledTab({ ...CLEAN, context: [{ ...contextRow('5', 15), letter: 'А' }] });

export const readTab = (grid: Grid, of: Programme = programme): SchoolTab => readSchoolTab(of, frozen(copyOf(grid)));

const LINK = /^=HYPERLINK\(.*;"((?:[^"]|"")*)"\)$/;

/** What Sheets gives back of what it is given: a leading apostrophe makes text and is dropped, a link shows its label. */
export function stored(value: Cell): Cell {
  if (typeof value !== 'string') return value;
  if (value.startsWith("'")) return value.slice(1);
  return LINK.exec(value)?.[1]?.replace(/""/g, '"') ?? value;
}

/** The grid after patches of values, sections and inserted rows, as the shell applies them. */
export function applied(grid: Grid, patches: readonly Patch[]): Grid {
  const result = copyOf(grid);
  const width = (): number => Math.max(0, ...result.map((cells) => cells.length));
  const put = (row: number, column: number, values: Grid): void => {
    const columns = Math.max(width(), column - 1 + Math.max(...values.map((cells) => cells.length)));
    while (result.length < row - 1 + values.length) result.push([]);
    for (const cells of result) while (cells.length < columns) cells.push('');
    values.forEach((cells, down) => {
      cells.forEach((value, right) => {
        result[row - 1 + down]![column - 1 + right] = stored(value);
      });
    });
  };
  for (const patch of patches) {
    if (patch.kind === 'insert-rows') {
      const blank = Array.from({ length: patch.count }, () => Array<Cell>(width()).fill(''));
      result.splice(patch.after, 0, ...blank);
    } else if (patch.kind === 'delete-rows') {
      result.splice(patch.row - 1, patch.count);
    } else if (patch.kind === 'move-rows') {
      const moved = result.splice(patch.row - 1, patch.count);
      result.splice(patch.before - 1 - (patch.before > patch.row ? patch.count : 0), 0, ...moved);
    } else if (patch.kind === 'move-cells') {
      const { row, column, rows, columns } = patch.area;
      const moved = result
        .slice(row - 1, row - 1 + rows)
        .map((cells) => cells.splice(column - 1, columns, ...Array<Cell>(columns).fill('')));
      put(row, patch.column, moved);
    } else if (patch.kind === 'values') put(patch.row, patch.column, patch.values);
    else if (patch.kind === 'section') put(patch.row, patch.column, patch.section.values);
  }
  return result;
}

/** A published tab after a publication, as the shell carries it out; it looks at all of the tab unless `seen` is given. */
export function publishedTab(grid: Grid, request: PublishRequest, seen = grid.length): Grid {
  const plan = planPublication(frozen(request), frozen(copyOf(grid.slice(0, seen))), grid.length);
  if (plan.kind === 'look') return publishedTab(grid, request, plan.rows);
  if (plan.kind !== 'write') return grid;
  const result = copyOf(grid);
  const width = plan.expected[0]!.length;
  if (plan.insert) {
    const { row, count, like } = plan.insert;
    const blank = Array.from({ length: count }, () => Array<Cell>(width).fill(''));
    result.splice(like === 'above' ? row : row - 1, 0, ...blank);
  }
  const after = applied(result, [plan.write]);
  if (plan.remove) after.splice(plan.remove.row - 1, plan.remove.count);
  return after;
}

/** Columns of a block that a school types in, and the row's explanation. */
export function inputColumns(tab: SchoolTab, form: string): number[] {
  const { columns, form: asked } = tab.blocks.get(form)!;
  return [...Object.keys(asked.fields), EXPLANATION].map((key) => columns.get(key)!);
}

/** All cells that belong to the school: fields and explanations of every form, by «row:column». */
export function inputCells(grid: Grid, of: Programme = programme): Map<string, Cell> {
  const tab = readTab(grid, of);
  const cells = new Map<string, Cell>();
  for (const block of tab.blocks.values()) {
    for (let row = block.firstRow; row < block.endRow; row += 1) {
      for (const column of inputColumns(tab, block.form.key)) {
        cells.set(`${row}:${column}`, grid[row - 1]?.[column - 1] ?? '');
      }
    }
  }
  return cells;
}

/** Where the person clicked or typed. */
export const CHECK_BOX = { row: HEAD.check, column: BOX_COLUMN, rows: 1, columns: 1 };
export const SUBMIT_BOX = { row: HEAD.submit, column: BOX_COLUMN, rows: 1, columns: 1 };

export function ticked(grid: Grid, row: number, on = true): Grid {
  const result = copyOf(grid);
  result[row - 1]![BOX_COLUMN - 1] = on;
  return result;
}

/** The edit of one cell of a form's row, by the row's number in the block from 1. */
export function cellEdit(grid: Grid, form: string, row: number, key: string) {
  const block = readTab(grid).blocks.get(form)!;
  return {
    row: block.firstRow - 1 + row,
    column: block.columns.get(key) ?? FIRST_FIELD_COLUMN,
    rows: 1,
    columns: 1,
  };
}

/** A tab with rows written below its headers. */
export const withRows = (tab: KeyedTab, rows: readonly KeyedRow[], grid = gridOf(keyedDesign(tab))): Grid => [
  ...grid,
  ...rows.map((row) => cellsOf(tab, layoutOf(tab, grid)!, row).map(stored)),
];
