import { type Cell, type Form, type Grid, isBlank, isDate, isRemark, type Programme, textOf } from '../model';
import {
  blockColumns,
  CALCULATED,
  END_MARK,
  END_TITLE,
  EXPLANATION,
  EXPLANATION_TITLE,
  isOwnWord,
  isUnrecognised,
  type Leftover,
  plainTitle,
  REMARKS,
  REMARKS_TITLE,
  ROLE_COLUMN,
  roleOf,
} from '../workbook';

/** What could be saved of a damaged tab: rows of forms for certain, and the rest word for word. */
export interface Recognised {
  /** By form key: the cells of the block's columns, fields first. */
  readonly rows: Readonly<Record<string, Cell[][]>>;
  readonly leftovers: readonly Leftover[];
}

/** Where a form's keys and its header stand, from 0; −1 for what is gone. */
interface Frame {
  readonly keysRow: number;
  readonly headerRow: number;
}

interface FoundBlock extends Frame {
  readonly form: Form;
  /** The rows between the header and the end. */
  readonly firstRow: number;
  readonly endRow: number;
  /** Key by column index; columns that cannot be told for certain are absent. */
  readonly keys: ReadonlyMap<number, string>;
  /** Keys of calculated cells by column index; their numbers go with the row, as its memory. */
  readonly remade: ReadonlyMap<number, string>;
}

const at = (grid: Grid, row: number): Cell[] => grid[row] ?? [];

/** Column index of the roles; −1 when the column is gone. */
function roleColumn(grid: Grid): number {
  return grid.some((row) => /^(head|\w+)\/\w+/.test(textOf(row[ROLE_COLUMN - 1]))) ? ROLE_COLUMN - 1 : -1;
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
  return { keysRow: named >= 0 ? named : above, headerRow };
}

/** The first row of a form that is left of its keys and header; −1 when both are gone. */
const topOf = ({ keysRow, headerRow }: Frame): number =>
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
): { keys: Map<number, string>; remade: Map<number, string> } {
  const columns = blockColumns(form, indicators);
  const known = new Set(columns.map(({ key }) => key));
  const titles = new Map(columns.map(({ key, title }) => [plainTitle(title), key]));
  const found = new Map<string, number[]>();
  const width = Math.max(at(grid, headerRow).length, at(grid, keysRow).length);
  for (let column = 0; column < width; column += 1) {
    const key = textOf(at(grid, keysRow)[column]);
    const byTitle = titles.get(plainTitle(textOf(at(grid, headerRow)[column])));
    const byKey = known.has(key) ? key : undefined;
    if (byKey !== undefined && byTitle !== undefined && byKey !== byTitle) continue;
    const certain = byKey ?? byTitle;
    if (certain !== undefined) found.set(certain, [...(found.get(certain) ?? []), column]);
  }
  const single = [...found].flatMap(([key, [column, ...more]]) => (more.length === 0 ? [[column!, key] as const] : []));
  return {
    keys: new Map(single.filter(([, key]) => !key.startsWith(CALCULATED))),
    remade: new Map(single.filter(([, key]) => key.startsWith(CALCULATED))),
  };
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
  const { keys, remade } = readKeys(programme, form, grid, frame);
  if (endRow < next) dropShifted(grid, endRow, keys);
  return { ...frame, form, firstRow, endRow, keys, remade };
}

const words = (cell: Cell): string =>
  isDate(cell) ? `${cell.getDate()}.${cell.getMonth() + 1}.${cell.getFullYear()}` : textOf(cell);

/** Sorts every cell of a damaged tab: into a row of a form when both its row and its column are certain, else aside. */
export function recognise(programme: Programme, grid: Grid): Recognised {
  const roles = roleColumn(grid);
  const tops = programme.forms.map((form) => topOf(findFrame(form, grid, roles))).filter((row) => row >= 0);
  const blocks = programme.forms
    .map((form) => findBlock(programme, form, grid, roles, tops))
    .filter((block) => block !== null);
  const rows: Record<string, Cell[][]> = {};
  const leftovers: Leftover[] = [];
  const frame = new Set(
    blocks.flatMap((block) => [topOf(block) - 2, topOf(block) - 1, block.keysRow, block.headerRow, block.endRow]),
  );
  const ours = frameWords(programme);
  grid.forEach((cells, row) => {
    if (frame.has(row) || isHead(cells, roles)) {
      const isOurs = (cell: Cell) => isRemark(textOf(cell)) || ours.has(plainTitle(textOf(cell)));
      const foreign = cells.filter((cell, column) => column !== roles && !isBlank(cell) && !isOurs(cell));
      const own = isHead(cells, roles) ? foreign.slice(HEAD_WORDS) : foreign;
      if (own.length > 0) leftovers.push({ place: placeOf(row, undefined, {}), cells: own.map(words) });
      return;
    }
    const block = ownerOf(blocks, textOf(cells[roles]), row);
    const rest: Cell[] = [];
    const kept: Record<string, Cell> = {};
    cells.forEach((cell, column) => {
      if (isBlank(cell) || column === roles || textOf(cell) === END_MARK) return;
      const key = block?.keys.get(column);
      const made = block?.remade.get(column);
      if (made !== undefined && typeof cell === 'number') kept[made] = cell;
      else if (key !== undefined && (key !== EXPLANATION || typeof cell === 'string')) kept[key] = cell;
      else if (!isOwnWord(textOf(cell))) rest.push(cell);
    });
    if (block && Object.keys(kept).some((key) => !key.startsWith(CALCULATED))) {
      const order = blockColumns(block.form, programme.indicators);
      rows[block.form.key] = [...(rows[block.form.key] ?? []), order.map(({ key }) => kept[key] ?? '')];
    }
    if (rest.length > 0) leftovers.push({ place: placeOf(row, block, kept), cells: rest.map(words) });
  });
  return { rows, leftovers };
}

const isHead = (cells: readonly Cell[], roles: number): boolean => textOf(cells[roles]).startsWith('head/');

/** A line of the head is a label and its value. */
const HEAD_WORDS = 2;

/** Every word that the tab's frame itself says: titles, helps, keys, headers, marks. */
function frameWords({ forms, indicators }: Programme): Set<string> {
  const own = [END_MARK, END_TITLE, REMARKS, REMARKS_TITLE];
  for (const form of forms) {
    own.push(form.title, form.help);
    for (const { key, title } of blockColumns(form, indicators)) own.push(key, title);
  }
  return new Set(own.map(plainTitle));
}

/** The form a row belongs to: by its own role, else by the block it stands in. */
function ownerOf(blocks: readonly FoundBlock[], role: string, row: number): FoundBlock | undefined {
  if (isUnrecognised(role)) return undefined;
  const named = blocks.find(({ form }) => role === `${form.key}/row`);
  return named ?? blocks.find(({ firstRow, endRow }) => firstRow <= row && row < endRow);
}

function placeOf(row: number, block: FoundBlock | undefined, kept: Readonly<Record<string, Cell>>): string {
  const name = block ? `, форма «${block.form.title}»` : '';
  const who = block ? block.form.identity.map((key) => textOf(kept[key])).filter((text) => text !== '') : [];
  return `строка ${row + 1}${name}${who.length > 0 ? `: ${who.join(' ')}` : ''}`;
}
