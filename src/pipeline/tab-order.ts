import { type Area, type Cell, type Grid, isBlank, type Patch, type Programme } from '../model';
import {
  type Block,
  blockColumns,
  conditionsFor,
  HEAD_WIDTH,
  LABEL_COLUMN,
  LAST_FROZEN_COLUMN,
  linkTo,
  ROLE_COLUMN,
  readSchoolTab,
  type SchoolTab,
  schoolTab,
  tabColumns,
  written,
} from '../workbook';
import { columnMoves } from './column-moves';
import { headLinesOf, isShown, lineStretches } from './head-lines';
import { rowMoves } from './row-moves';
import { fewestCalls, sightPatches } from './sight';

/**
 * Puts a tab's columns and forms into the programme's order, whoever has put them otherwise. Cells move with all they
 * have, so nothing is to be carried over; every move leaves a tab that can be read, and the next run goes on from there.
 * `kept`: the blank columns that are to stay, when moves that died may have left others.
 */
export function orderPatches(programme: Programme, grid: Grid, kept: readonly number[] = blankColumns(grid)): Patch[] {
  const tab = readSchoolTab(programme, grid);
  if (tab.trouble.length > 0) return [];
  const name = schoolTab(tab.school);
  const columns = [...tab.blocks.values()].flatMap((block): CellsMoved[] =>
    columnMoves(columnsOf(programme, tab, block, kept), (from, count) => freePlace(tab, block, from, count)).map(
      ({ from, to, count }) => ({ kind: 'move-cells', tab: name, area: areaOf(block, from, count), column: to }),
    ),
  );
  const rows = rowMoves(segmentsOf(programme, tab), grid.length).map(
    (move): Patch => ({ kind: 'move-rows', tab: name, ...move }),
  );
  const moves = [...columns, ...rows];
  return moves.length === 0 ? [] : [...moves, conditions(programme, tab, name, columns)];
}

/** The conditional looks anew, after moves that died before they came to it. */
export function looksPatches(programme: Programme, grid: Grid): Patch[] {
  const tab = readSchoolTab(programme, grid);
  return tab.trouble.length > 0 ? [] : [conditions(programme, tab, schoolTab(tab.school))];
}

/** The forms' lines in the head, those in sight first, in one write; asked for once the forms themselves stand in order. */
export function headOrderPatches(programme: Programme, grid: Grid): Patch[] {
  const tab = readSchoolTab(programme, grid);
  if (tab.trouble.length > 0) return [];
  const lines = headLinesOf(tab, (form) => isShown(tab, form));
  if (lines.every(({ was, will }) => was === will)) return [];
  const [first, last] = [lines[0]!.row, lines[lines.length - 1]!.row];
  const lineAt = (row: number): Cell[] =>
    Array.from({ length: HEAD_WIDTH }, (_, at) => written(grid[row - 1]?.[at] ?? '', '@'));
  // What stands between them, of forms that are gone, stays where it is.
  const values = Array.from({ length: last - first + 1 }, (_, at) => lineAt(first + at));
  const rowOf = new Map(lines.map(({ row, was }) => [was, row]));
  for (const { row, will } of lines) {
    const line = lineAt(rowOf.get(will)!);
    line[LABEL_COLUMN - 1] = linkTo(tab.blocks.get(will.key)!.titleRow, will.title, tab.facts?.gid ?? '');
    values[row - first] = line;
  }
  const name = schoolTab(tab.school);
  // The words last: as long as they stand as they did, a run that died is done again.
  return [
    ...(tab.facts ? sightPatches(name, fewestCalls(lineStretches(tab, lines, tab.facts))) : []),
    { kind: 'values', tab: name, row: first, column: ROLE_COLUMN, values },
  ];
}

/** Columns that people have put in: nothing stands there in any form. */
export function blankColumns(grid: Grid): number[] {
  const width = Math.max(...grid.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => index + 1);
  return columns.filter((column) => grid.every((cells) => isBlank(cells[column - 1])));
}

const areaOf = ({ keysRow, endRow }: Block, column: number, columns: number): Area => ({
  row: keysRow,
  column,
  rows: endRow - keysRow + 1,
  columns,
});

/** Where each column stands and where it belongs: in its slot, the others one after another. */
function columnsOf(programme: Programme, tab: SchoolTab, block: Block, kept: readonly number[]) {
  const standing = blockColumns(block.form, programme.indicators).flatMap(({ key, column }) => {
    const at = block.columns.get(key);
    return at === undefined ? [] : [{ at, wanted: column }];
  });
  const inSlot = ({ at, wanted }: { at: number; wanted: number }): boolean =>
    wanted <= LAST_FROZEN_COLUMN && (at <= LAST_FROZEN_COLUMN || isFree(tab, block, wanted));
  const others = standing.filter((column) => !inSlot(column));
  const own = new Set(others.map(({ at }) => at));
  const isOpen = (column: number): boolean => own.has(column) || (isFree(tab, block, column) && !kept.includes(column));
  let next = LAST_FROZEN_COLUMN;
  const places = others.map(() => {
    do next += 1;
    while (!isOpen(next));
    return next;
  });
  return [
    ...standing.filter(inSlot).map(({ at, wanted }) => ({ at, to: wanted })),
    ...others.map(({ at }, index) => ({ at, to: places[index]! })),
  ];
}

function isFree(tab: SchoolTab, { keysRow, endRow }: Block, column: number): boolean {
  for (let row = keysRow; row <= endRow; row += 1) if (!isBlank(tab.grid[row - 1]?.[column - 1])) return false;
  return true;
}

/** The first columns from `from` on where nothing of the block stands. */
function freePlace(tab: SchoolTab, block: Block, from: number, count: number): number {
  for (let first = from; ; first += 1) {
    const columns = Array.from({ length: count }, (_, index) => first + index);
    if (columns.every((column) => isFree(tab, block, column))) return first;
  }
}

/** Each form's rows with the blank one above, in the order they are to stand in. */
function segmentsOf(programme: Programme, tab: SchoolTab) {
  return programme.forms.flatMap(({ key }) => {
    const block = tab.blocks.get(key);
    if (!block) return [];
    const { titleRow, endRow } = block;
    const above = (tab.grid[titleRow - 2] ?? []).every(isBlank) ? 1 : 0;
    return [{ first: titleRow - above, last: endRow }];
  });
}

type CellsMoved = Extract<Patch, { kind: 'move-cells' }>;

/** Where a cell of this row will stand. */
const columnAfter = (moves: readonly CellsMoved[], row: number, column: number): number =>
  moves.reduce((at, { area, column: to }) => {
    const isIn = row >= area.row && row < area.row + area.rows && at >= area.column && at < area.column + area.columns;
    return isIn ? at - area.column + to : at;
  }, column);

/** The last column in which something will stand, whatever waits farther right for its place just now. */
const lastColumnAfter = (moves: readonly CellsMoved[], grid: Grid): number =>
  grid.reduce(
    (last, cells, row) =>
      cells.reduce<number>(
        (most, cell, column) => (isBlank(cell) ? most : Math.max(most, columnAfter(moves, row + 1, column + 1))),
        last,
      ),
    0,
  );

/** Google splits a conditional look where its cells are moved. */
function conditions(
  programme: Programme,
  { grid, head }: SchoolTab,
  tab: string,
  moves: readonly CellsMoved[] = [],
): Patch {
  const below = Math.max(...head.values()) + 2;
  const columns = Math.max(tabColumns(programme), lastColumnAfter(moves, grid));
  return {
    kind: 'conditions',
    tab,
    conditions: conditionsFor(programme.forms, below, grid.length - below + 1, columns),
  };
}
