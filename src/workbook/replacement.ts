import { type Cell, type Grid, isBlank, type Patch, type PeriodKey, textOf } from '../model';
import { filledWidth, type KeyedRow, layoutOf, type TabColumn, written } from './keyed-tab';
import { inStandingOrder, withColumnsBeside, writtenBeside } from './row-order';
import { sameRows } from './same-rows';
import { columnsOf, OF_PERSON } from './standing-table';
import { cellUnder, END, PERIOD, type Table } from './table';

/**
 * Puts other rows in the place of a closed period's rows; `grid` is the whole tab. Room is made first, and all rows are
 * written at once. Null when they do not stand together, so that others would be written over.
 */
export function planReplacement(
  table: Table,
  grid: Grid,
  period: PeriodKey,
  rows: readonly KeyedRow[],
): Patch[] | null {
  const layout = layoutOf(table, grid);
  if (!layout?.order.includes(PERIOD)) return null;
  const known = columnsOf(table, layout, grid);
  const periods = layout.order.indexOf(PERIOD);
  const standing = grid.flatMap((cells, index) => (textOf(cells[periods]) === period ? [index + 1] : []));
  // A period without rows gets them above the tab's last row.
  const first = standing[0] ?? grid.length;
  const last = standing[standing.length - 1] ?? grid.length - 1;
  if (standing.length > 0 && standing.length !== last - first + 1) return null;
  const missing = rows.length - (last - first + 1);
  // Blank rows below are what a run that died after making room for them has left.
  const made = blankBelow(grid, last);
  const stood = grid.slice(first - 1, last);
  const ordered = inStandingOrder(table, known, rows, stood);
  const columns = withColumnsBeside(table, known, ordered, stood);
  const beside = writtenBeside(table, columns, ordered, stood);
  const body = ordered.map((row, place) => {
    const own = beside(place);
    return columns.map(
      ({ key, format }, index): Cell =>
        key === '' ? (own[index] ?? '') : written(cellUnder(key, row, period), format),
    );
  });
  for (let left = missing; left < 0; left += 1) body.push(columns.map(() => ''));
  return [
    ...(missing > made ? [{ kind: 'insert-rows', tab: table.key, after: last, count: missing - made } as const] : []),
    { kind: 'values', tab: table.key, row: first, column: 1, values: body },
  ];
}

function blankBelow(grid: Grid, row: number): number {
  return Math.max(
    0,
    grid.slice(row).findIndex((cells) => !cells.every(isBlank)),
  );
}

/**
 * Puts what was frozen in the place of what stands of these closed periods, wherever it stands: the tab's rows are written
 * anew as a whole, the open ones on top, formats included. Null for a tab without keys.
 */
export function planPutBack(
  table: Table,
  grid: Grid,
  open: PeriodKey,
  frozen: ReadonlyMap<PeriodKey, readonly KeyedRow[]>,
): Patch[] | null {
  const layout = layoutOf(table, grid);
  if (!layout?.order.includes(PERIOD)) return null;
  const known = columnsOf(table, layout, grid);
  const periods = layout.order.indexOf(PERIOD);
  const first = layout.keysRow + 2;
  const periodOf = (cells: readonly Cell[]): string => textOf(cells[periods]);
  const rows = withPeriods(known, grid.slice(first - 1), { at: periods, open, frozen });
  const ends = rows.filter((cells) => periodOf(cells) === END);
  const { columns, body } = withWordsBeside(known, rows, placedRows(known, rows, { periodOf, open, frozen }));
  const missing = Math.max(0, body.length - (rows.length - ends.length));
  while (body.length < rows.length - ends.length) body.push(columns.map(() => ''));
  const formats = [...new Set(columns.flatMap(({ key, format }) => (key === '' ? [] : [format])))];
  // The last row may have been sorted among them.
  const last = ends.map((cells) => columns.map((_, index): Cell => cells[index] ?? ''));
  const values = [...body, ...last].map((cells) => cells.map((cell, index) => written(cell, columns[index]!.format)));
  return [
    ...(missing > 0 ? [{ kind: 'insert-rows', tab: table.key, after: first, count: missing } as const] : []),
    ...formats.map(
      (format): Patch => ({
        kind: 'format',
        tab: table.key,
        format,
        areas: columns.flatMap((column, index) =>
          column.key !== '' && column.format === format
            ? [{ row: first, column: index + 1, rows: body.length, columns: 1 }]
            : [],
        ),
      }),
    ),
    { kind: 'values', tab: table.key, row: first, column: 1, values },
  ];
}

/**
 * Rows whose period somebody has cleared, or deleted with its column, get back the one whose frozen row they are, the oldest
 * at the bottom; where no row has any, those above them are the open one's. A word that somebody has typed is no row.
 */
function withPeriods(
  columns: readonly TabColumn[],
  rows: Grid,
  { at, open, frozen }: Pick<PuttingBack, 'open' | 'frozen'> & { at: number },
): Grid {
  if (rows.every((cells) => !isBlank(cells[at]))) return rows;
  const places = columns.flatMap(({ key }, index) => (['', PERIOD].includes(key) ? [] : [index]));
  const wordsOf = (cellAt: (index: number) => Cell | undefined): string[] =>
    places.map((index) => textOf(cellAt(index)));
  const waiting = new Map<string, PeriodKey[]>();
  let filled = 0;
  for (const [period, of] of [...frozen].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const row of of) {
      const words = wordsOf((index) => cellUnder(columns[index]!.key, row, period));
      filled = Math.max(filled, countOf(words));
      const id = JSON.stringify(words);
      waiting.set(id, [...(waiting.get(id) ?? []), period]);
    }
  const standing = rows.map((cells) => wordsOf((index) => cells[index]));
  const found = standing
    .reduceRight<(PeriodKey | undefined)[]>((below, words, index) => {
      below.push(isBlank(rows[index]![at]) ? waiting.get(JSON.stringify(words))?.shift() : undefined);
      return below;
    }, [])
    .reverse();
  const hasNone = rows.every((cells) => ['', END].includes(textOf(cells[at])));
  const closedFrom = hasNone ? found.findIndex((period) => period !== undefined) : 0;
  return rows.map((cells, index) => {
    const isOpen = index < closedFrom && countOf(standing[index]!) * 2 > filled;
    const period = isOpen ? open : found[index];
    return period === undefined ? cells : Object.assign([...cells], { [at]: period });
  });
}

const countOf = (words: readonly string[]): number => words.filter((word) => word !== '').length;

interface PlacedRow {
  readonly cells: Grid[number];
  /** Which of the rows it was, from 0. */
  readonly from: number | null;
}

interface PuttingBack {
  periodOf(cells: readonly Cell[]): string;
  readonly open: PeriodKey;
  readonly frozen: ReadonlyMap<PeriodKey, readonly KeyedRow[]>;
}

/** The rows as they are to stand, the newest on top; what people have typed there below all. */
function placedRows(columns: readonly TabColumn[], rows: Grid, { periodOf, open, frozen }: PuttingBack): PlacedRow[] {
  const all = rows.map((cells, from) => ({ cells, from }));
  const kept = all.filter(
    ({ cells }) => !frozen.has(periodOf(cells)) && periodOf(cells) !== END && cells.some((cell) => !isBlank(cell)),
  );
  const keyed = columns.flatMap(({ key }, index) => (key === '' ? [] : [index]));
  const made = [...frozen].flatMap(([period, of]): PlacedRow[] => {
    const wanted = of.map((row) => columns.map(({ key }): Cell => cellUnder(key, row, period)));
    const standing = all.filter(({ cells }) => periodOf(cells) === period);
    const same = sameRows(
      keyed,
      standing.map(({ cells }) => cells),
      wanted,
    );
    return wanted.map((cells, at) => ({ cells, from: same[at] === null ? null : standing[same[at]!]!.from }));
  });
  const place = ({ cells }: PlacedRow): string => (periodOf(cells) === open ? '~' : periodOf(cells));
  return [...kept, ...made].sort((a, b) => (place(a) === place(b) ? 0 : place(a) < place(b) ? 1 : -1));
}

/** What people have written in columns of their own goes with its row; of a row that goes it stays, below all. */
function withWordsBeside(
  known: readonly TabColumn[],
  rows: Grid,
  placed: readonly PlacedRow[],
): { columns: readonly TabColumn[]; body: Cell[][] } {
  const isSettled = placed.every(({ from }, at) => from === null || from === at);
  const width = Math.max(known.length, ...rows.map(filledWidth));
  const columns = isSettled ? known : [...known, ...Array<TabColumn>(width - known.length).fill(OF_PERSON)];
  const wordsOf = (cells: readonly Cell[] = []): Cell[] =>
    columns.map(({ key }, index) => (key === '' ? (cells[index] ?? '') : ''));
  const body = placed.map(({ cells, from }) => {
    const beside = from === null ? [] : rows[from]!;
    return columns.map(({ key }, index) => (key === '' ? (beside[index] ?? '') : (cells[index] ?? '')));
  });
  const stays = new Set(placed.map(({ from }) => from));
  const said = new Set(body.map((cells) => JSON.stringify(wordsOf(cells))));
  const lost = rows.filter((_, at) => !stays.has(at)).map(wordsOf);
  // Copied rows have copied what stands beside them.
  return {
    columns,
    body: [
      ...body,
      ...lost.filter((cells) => cells.some((cell) => !isBlank(cell)) && !said.has(JSON.stringify(cells))),
    ],
  };
}
