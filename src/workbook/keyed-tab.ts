import { type Cell, type ColumnDesign, type Decoration, type Grid, isBlank, type TabDesign, textOf } from '../model';
import { inStretches } from './column-widths';
import { LOOK } from './look';

/** A service tab: its words in row 1, hidden keys of its columns in row 2, their titles in row 3, then its rows. */
export interface KeyedTab {
  /** Permanent; the visible name is free to change. */
  readonly key: string;
  readonly name: string;
  /** Under which a workbook knows it that has no keys of tabs yet. */
  readonly formerName?: string;
  /** What row 1 says; the name when it says nothing of its own. */
  readonly title?: string;
  readonly help: string;
  readonly columns: readonly TabColumn[];
  readonly hidden?: boolean;
  /** Free rows below those that the tab begins with. */
  readonly spare: number;
  /** As many columns stay in sight; none where it says nothing. */
  readonly frozenColumns?: number;
  /** What the last row of the grid says, so that the tab's data end where its grid ends. */
  readonly lastRow?: string;
}

export interface TabColumn extends ColumnDesign {
  readonly key: string;
  readonly title: string;
}

export const wordsColumn = (key: string, title: string, width: number, hidden = false): TabColumn => ({
  ...{ key, title, width, format: '@' },
  ...(hidden ? { hidden } : {}),
});

export type KeyedRow = Readonly<Record<string, Cell>>;

export const KEYS_ROW = 2;
export const HEADER_ROW = 3;
export const FIRST_ROW = 4;

/** Between a tab's key, the key of its column and what else the tab says of itself, in the first cell of the keys row. */
const BAR = '|';

/** The keys row of a tab whose columns stand in this order; `data` is what the tab is to remember of itself. */
export function keysCells(tab: Pick<KeyedTab, 'key'>, order: readonly string[], data = ''): Cell[] {
  const first = order.findIndex((key) => key !== '');
  return order.map((key, index) => (index === first ? [tab.key, key, ...(data === '' ? [] : [data])].join(BAR) : key));
}

/** Each stretch of one width costs a call when the tab is made. */
const STRETCHES = 10;
const OUT_OF_SIGHT = 6;

/** A new tab with its first rows. */
export function keyedDesign(tab: KeyedTab, rows: readonly KeyedRow[] = []): TabDesign {
  const { columns, key, name } = tab;
  const width = columns.length;
  const total = FIRST_ROW - 1 + rows.length + tab.spare + (tab.lastRow === undefined ? 0 : 1);
  const keys = columns.map((column) => column.key);
  return {
    key,
    name,
    section: {
      values: [
        titleCells(tab, keys),
        keysCells(tab, keys),
        titleRow(columns.map((column) => column.title)),
        ...rows.map((row) => columns.map((column) => written(row[column.key] ?? '', column.format))),
      ],
      decorations: [
        ...headDecorations(tab),
        ...columns.flatMap((_, index) => columnDecorations(tab, index, rows)),
        ...centred(tab, rows.length),
      ],
    },
    ...(total > FIRST_ROW - 1 + rows.length ? { formats: columns.map((column) => column.format) } : {}),
    ...(tab.lastRow === undefined ? {} : { lastRow: tab.lastRow }),
    rows: total,
    columns: width,
    frozenRows: HEADER_ROW,
    frozenColumns: tab.frozenColumns ?? 0,
    hiddenColumns: columns.flatMap((column, index) => (column.hidden ? [index + 1] : [])),
    widths: inStretches(
      columns.map((column) => column.width),
      tab.hidden ? OUT_OF_SIGHT : STRETCHES,
    ),
    hidden: tab.hidden ?? false,
    protect: { description: `Служебная вкладка: ${name}`, warningOnly: false },
  };
}

/** The first row: the tab's words over the first of its columns that is in sight. */
export function titleCells({ columns, title, name }: KeyedTab, order: readonly string[]): Cell[] {
  const hidden = new Set(columns.flatMap((column) => (column.hidden ? [column.key] : [])));
  const place = Math.max(
    0,
    order.findIndex((key) => !hidden.has(key)),
  );
  return order.map((_, index) => (index === place ? (title ?? name) : ''));
}

/** How the first three rows look. */
const headDecorations = ({ columns, columns: { length: width }, help }: KeyedTab): Decoration[] => [
  { row: 1, column: 1, rows: 1, columns: width, ...LOOK.title, background: LOOK.head.background },
  {
    row: 1,
    column:
      1 +
      Math.max(
        0,
        columns.findIndex(({ hidden }) => !hidden),
      ),
    rows: 1,
    columns: 1,
    note: help,
  },
  { row: KEYS_ROW, column: 1, rows: 1, columns: width, hideRows: true, format: '@' },
  { row: HEADER_ROW, column: 1, rows: 1, columns: width, ...LOOK.header, ...(isUntitled(columns) ? HIDDEN : {}) },
];

const HIDDEN = { hideRows: true } as const;
/** Its headings stand among its rows. */
const isUntitled = (columns: readonly TabColumn[]): boolean =>
  columns.every(({ title, hidden }) => hidden || title === '');

function columnDecorations({ columns, spare }: KeyedTab, index: number, rows: readonly KeyedRow[]): Decoration[] {
  const { format, help, rule, hidden } = columns[index]!;
  const place = { column: index + 1, columns: 1 };
  const body = { ...place, row: FIRST_ROW, rows: rows.length };
  return [
    ...(help ? [{ ...place, row: HEADER_ROW, rows: 1, note: help }] : []),
    ...(rows.length > 0
      ? [{ ...body, format, border: true, ...(format === '@' && !hidden ? { wrap: true } : {}) }]
      : []),
    ...(rule ? [{ ...body, rows: rows.length + spare, rule }] : []),
  ];
}

/** Numbers and dates stand under their titles, apart from the words beside them; neighbouring columns are one area. */
function centred({ columns, spare }: KeyedTab, filled: number): Decoration[] {
  const isNumber = (index: number): boolean => {
    const column = columns[index];
    return column !== undefined && column.format !== '@' && !column.hidden;
  };
  const firsts = columns.flatMap((_, index) => (isNumber(index) && !isNumber(index - 1) ? [index] : []));
  return filled + spare === 0
    ? []
    : firsts.map((first) => {
        let last = first;
        while (isNumber(last + 1)) last += 1;
        const area = { row: FIRST_ROW, rows: filled + spare, column: first + 1, columns: last - first + 1 };
        return { ...area, align: 'center' };
      });
}

/** A text as it must be written so that Sheets stores the same words and does not read a number, date or formula in them. */
export const written = (value: Cell, format: string): Cell =>
  typeof value === 'string' && value !== '' && (format !== '@' || /^[=+\-@']/.test(value)) ? `'${value}` : value;

/** Titles as they are to be put in: a column may be a school's, whose name may begin like a formula. */
export const titleRow = (titles: readonly Cell[]): Cell[] => titles.map((title) => written(title, '@'));

/** Where a tab's keys stand now, whatever people have moved, inserted and added. */
export interface Layout {
  /** From 1. */
  readonly keysRow: number;
  /** Key of each column; '' over columns that people have added. */
  readonly order: readonly string[];
  /** What the tab remembers of itself; '' when nothing. */
  readonly data: string;
}

/** Rows may have been inserted above the keys. */
const SEARCHED = 10;

/** Null for a tab that is another one, or was made by 0.1.0 without keys. */
export function layoutOf(tab: Pick<KeyedTab, 'key' | 'columns'>, grid: Grid): Layout | null {
  const mark = tab.key + BAR;
  const isMark = (cell: Cell): boolean => typeof cell === 'string' && cell.startsWith(mark);
  const found = grid.slice(0, SEARCHED).findIndex((cells) => cells.some(isMark));
  if (found < 0) return bareLayout(tab, grid);
  let data = '';
  const order = grid[found]!.map((cell) => {
    if (!isMark(cell)) return textOf(cell);
    const [, key = '', ...rest] = String(cell).split(BAR);
    data = rest.join(BAR);
    return key;
  });
  return { keysRow: found + 1, order: trimmed(order), data };
}

/** Published tabs of 0.1.0 have keys, but do not say whose. */
function bareLayout({ columns }: Pick<KeyedTab, 'columns'>, grid: Grid): Layout | null {
  const order = trimmed((grid[KEYS_ROW - 1] ?? []).map(textOf));
  const known = columns.filter(({ key }) => order.includes(key));
  if (known.length < 2 || known[0] !== columns[0]) return null;
  return { keysRow: KEYS_ROW, order, data: '' };
}

function trimmed(order: string[]): string[] {
  while (order[order.length - 1] === '') order.pop();
  return order;
}

/** The last column in which anything stands. */
export function filledWidth(cells: readonly Cell[]): number {
  let width = cells.length;
  while (width > 0 && isBlank(cells[width - 1])) width -= 1;
  return width;
}

/** The tab that the first cells of a sheet say it is; '' when they say nothing. */
export function tabKeyOf(top: Grid): string {
  for (const cells of top) {
    const mark = cells.find((cell) => typeof cell === 'string' && /^[a-z][\w/-]*\|[\w:-]+(\||$)/.test(cell));
    if (mark !== undefined) return String(mark).split(BAR)[0]!;
  }
  return '';
}

export interface KeyedRows {
  readonly rows: readonly KeyedRow[];
  /** Where each stands in the tab, from 1. */
  readonly rowNumbers: readonly number[];
}

/** All rows below the headers in which anything stands under a key; a tab without keys has none. */
export function readKeyed(tab: Pick<KeyedTab, 'key' | 'columns'>, grid: Grid): KeyedRows {
  const rows: KeyedRow[] = [];
  const rowNumbers: number[] = [];
  const layout = layoutOf(tab, grid);
  if (!layout) return { rows, rowNumbers };
  const places = layout.order.flatMap((key, index) => (key === '' ? [] : [[key, index] as const]));
  const none: Readonly<Record<string, Cell>> = Object.fromEntries(places.map(([key]) => [key, '']));
  // One row of titles stands between the keys and the rows.
  for (let index = layout.keysRow + 1; index < grid.length; index += 1) {
    const cells = grid[index]!;
    // Plain loops over a copy: a consolidated tab has tens of thousands of rows.
    let blank = true;
    const row = { ...none };
    for (let place = 0; place < places.length; place += 1) {
      const [key, column] = places[place]!;
      const cell = cells[column] ?? '';
      row[key] = cell;
      blank = blank && isBlank(cell);
    }
    if (blank) continue;
    rows.push(row);
    rowNumbers.push(index + 1);
  }
  return { rows, rowNumbers };
}

/** The cells under one key by their rows' places in the grid, blank above the first row: whole rows cost many times as much. */
export function readColumn(tab: Pick<KeyedTab, 'key' | 'columns'>, grid: Grid, key: string): Cell[] {
  const layout = layoutOf(tab, grid);
  if (!layout?.order.includes(key)) return [];
  const place = layout.order.indexOf(key);
  return grid.map((cells, index) => (index > layout.keysRow ? (cells[place] ?? '') : ''));
}

/** A row as it is written into the tab: in the order of its columns, those that people have added blank. */
export function cellsOf(
  { columns }: Pick<KeyedTab, 'columns'>,
  { order }: Pick<Layout, 'order'>,
  row: KeyedRow,
): Cell[] {
  const formats = new Map(columns.map(({ key, format }) => [key, format]));
  return order.map((key) => written(row[key] ?? '', formats.get(key) ?? '@'));
}
