import { type Cell, type Form, type Grid, type Programme, textOf } from '../model';
import {
  blockColumns,
  CALCULATED,
  END_MARK,
  END_TITLE,
  EXPLANATION,
  EXPLANATION_TITLE,
  isFieldKey,
  isRetired,
  MEMORY,
  plainTitle,
  REMARKS,
  REMARKS_TITLE,
  RETIRED,
  type RetiredColumn,
  ROLE_COLUMN,
  roleOf,
  withNoLonger,
} from '../workbook';
import { CONTROL_010 } from './version-0-1-0';

/** Where a form's keys and its header stand, from 0; −1 for what is gone. */
interface Frame {
  readonly keysRow: number;
  readonly headerRow: number;
}

/** What is left of a form's block on a damaged tab; rows and columns from 0. */
export interface FoundBlock extends Frame {
  readonly form: Form;
  /** The rows between the header and the end. */
  readonly firstRow: number;
  readonly endRow: number;
  /** Key by column; columns that cannot be told for certain are absent. */
  readonly keys: ReadonlyMap<number, string>;
  /** Of its keys those the programme no longer asks for, under `retired:`, with the titles that stand over them. */
  readonly retired: readonly RetiredColumn[];
  /** Columns of the add-on's own: calculated cells, remarks. */
  readonly remade: ReadonlySet<number>;
  /** Where remarks stand; −1 when that column is gone. */
  readonly remarks: number;
  /** Where rows are remembered; −1 when that column is gone. */
  readonly memory: number;
  /** Where version 0.1.0 remembered them; −1 on any newer tab. */
  readonly control: number;
}

const at = (grid: Grid, row: number): Cell[] => grid[row] ?? [];

/** Column of the roles, from 0; −1 when the column is gone. */
export function roleColumn(grid: Grid): number {
  return grid.some((row) => /^(head|[\w-]+)\/\w+/.test(textOf(row[ROLE_COLUMN - 1]))) ? ROLE_COLUMN - 1 : -1;
}

const titlesOf = (form: Form): Map<string, string> => {
  const titles = new Map(Object.entries(form.fields).map(([key, field]) => [plainTitle(field.title), key]));
  return titles.set(plainTitle(EXPLANATION_TITLE), EXPLANATION);
};

const roleAt = (grid: Grid, row: number, roles: number): string => (roles < 0 ? '' : textOf(at(grid, row)[roles]));

/** The row that looks most like the form's header: named so by its role, or holding most of its titles and nobody else's. */
function findHeader(form: Form, grid: Grid, roles: number): number {
  const named = grid.findIndex((_, row) => roleAt(grid, row, roles) === roleOf(form, 'header'));
  if (named >= 0) return named;
  const titles = titlesOf(form);
  let best = -1;
  let most = Math.ceil(titles.size * 0.7) - 1;
  grid.forEach((row, index) => {
    if (roleAt(grid, index, roles).includes('/')) return;
    const found = new Set(row.map((cell) => titles.get(plainTitle(textOf(cell)))).filter((key) => key !== undefined));
    if (found.size > most) {
      most = found.size;
      best = index;
    }
  });
  return best;
}

function findFrame(form: Form, grid: Grid, roles: number): Frame {
  const headerRow = findHeader(form, grid, roles);
  const named = grid.findIndex((_, row) => roleAt(grid, row, roles) === roleOf(form, 'keys'));
  const above =
    headerRow > 0 && at(grid, headerRow - 1).some((cell) => textOf(cell) in form.fields) ? headerRow - 1 : -1;
  if (named >= 0 || above >= 0 || headerRow >= 0) return { keysRow: named >= 0 ? named : above, headerRow };
  const keysRow = findKeys(form, grid, roles);
  return { keysRow, headerRow: keysRow < 0 ? -1 : keysRow + 1 };
}

/** Where titles are worded otherwise and no role is left, the hidden row that holds most of the form's keys and few others. */
function findKeys(form: Form, grid: Grid, roles: number): number {
  const wanted = Object.keys(form.fields);
  return grid.findIndex((cells, row) => {
    if (roleAt(grid, row, roles).includes('/')) return false;
    const keys = cells.map(textOf).filter(isFieldKey);
    const own = wanted.filter((key) => keys.includes(key)).length;
    return own >= wanted.length * 0.7 && (keys.length - own) * 2 < own;
  });
}

/** The first row of a form that is left of its keys and header; −1 when both are gone. */
export const topOf = ({ keysRow, headerRow }: Frame): number =>
  keysRow < 0 || headerRow < 0 ? Math.max(keysRow, headerRow) : Math.min(keysRow, headerRow);

/**
 * Column keys by the hidden keys row and the visible titles: one will do; where the two contradict each other, neither is
 * believed.
 */
function readKeys(
  { indicators }: Programme,
  form: Form,
  grid: Grid,
  { keysRow, headerRow }: Frame,
): Map<string, number> {
  const columns = blockColumns(form, indicators);
  const known = new Set([...columns.map(({ key }) => key), MEMORY, REMARKS, CONTROL_010]);
  const titles = new Map(columns.map(({ key, title }) => [plainTitle(title), key]));
  const isGone = (key: string, title: string): boolean => title !== '' && isFieldKey(key) && !known.has(key);
  titles.set(plainTitle(REMARKS_TITLE), REMARKS);
  const found = new Map<string, number[]>();
  const width = Math.max(at(grid, headerRow).length, at(grid, keysRow).length);
  for (let column = 0; column < width; column += 1) {
    const key = textOf(at(grid, keysRow)[column]).replace(RETIRED, '');
    const byTitle = titles.get(plainTitle(textOf(at(grid, headerRow)[column])));
    const byKey = known.has(key) || key.startsWith(CALCULATED) ? key : undefined;
    const gone = isGone(key, textOf(at(grid, headerRow)[column])) ? RETIRED + key : undefined;
    if (byKey !== undefined && byTitle !== undefined && byKey !== byTitle) continue;
    const certain = byKey ?? byTitle ?? gone;
    if (certain !== undefined) found.set(certain, [...(found.get(certain) ?? []), column]);
  }
  return new Map([...found].flatMap(([key, [column, ...more]]) => (more.length === 0 ? [[key, column!]] : [])));
}

/** Marks that are not in the end row tell that their columns were shifted: which rows moved cannot be known. */
function dropShifted(grid: Grid, endRow: number, keys: Map<number, string>): void {
  for (const column of [...keys.keys()]) {
    const mark = textOf(at(grid, endRow)[column]);
    if (endRow < grid.length && mark !== END_MARK) keys.delete(column);
  }
}

function findBlock(
  programme: Programme,
  form: Form,
  grid: Grid,
  roles: number,
  tops: readonly number[],
): FoundBlock | null {
  const frame = findFrame(form, grid, roles);
  const top = topOf(frame);
  if (top < 0) return null;
  const next = Math.min(grid.length, ...tops.filter((row) => row > top));
  const firstRow = Math.max(frame.keysRow, frame.headerRow) + 1;
  let endRow = firstRow;
  const ends = (row: number) =>
    roleAt(grid, row, roles) === roleOf(form, 'end') || at(grid, row).some((cell) => textOf(cell) === END_TITLE);
  while (endRow < next && !ends(endRow)) endRow += 1;
  const found = readKeys(programme, form, grid, frame);
  const isOwn = (key: string): boolean => key.startsWith(CALCULATED) || key === REMARKS || key === MEMORY;
  const keys = new Map([...found].filter(([key]) => !isOwn(key)).map(([key, column]) => [column, key]));
  if (endRow < next) dropShifted(grid, endRow, keys);
  const remade = new Set([...found].filter(([key]) => isOwn(key)).map(([, column]) => column));
  const columnOf = (key: string): number => found.get(key) ?? -1;
  const own = { memory: columnOf(MEMORY), remarks: columnOf(REMARKS), control: columnOf(CONTROL_010) };
  const retired = [...keys].flatMap(([column, key]) =>
    isRetired(key) ? [{ key, title: withNoLonger(textOf(at(grid, frame.headerRow)[column])) }] : [],
  );
  return { ...frame, form, firstRow, endRow, keys, retired, remade, ...own };
}

/** What is left of each form's block; those of which nothing certain is left are absent. `others` are rows where other blocks begin. */
export function findBlocks(
  programme: Programme,
  grid: Grid,
  roles: number,
  others: readonly number[] = [],
): FoundBlock[] {
  const own = programme.forms.map((form) => topOf(findFrame(form, grid, roles))).filter((row) => row >= 0);
  const tops = [...own, ...others];
  return programme.forms.map((form) => findBlock(programme, form, grid, roles, tops)).filter((block) => block !== null);
}
