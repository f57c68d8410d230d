import { type Cell, type Form, type Grid, isBlank, isDate, type Programme, textOf } from '../model';
import {
  ANSWER_COLUMN,
  ANSWERS,
  BOX_COLUMN,
  END_MARK,
  EXPLANATION,
  type FormSaid,
  foreignInResults,
  headRole,
  isOwnResults,
  isUnrecognised,
  LABEL_COLUMN,
  type Leftover,
  NO_LONGER,
  REASON_COLUMN,
  RETIRED,
  type RetiredParts,
  type RowMemory,
  readMemory,
  readStatus,
  STATE_COLUMN,
  type StartingRow,
  type TabStatus,
} from '../workbook';
import { type FoundBlock, findBlocks, roleColumn } from './recognise-blocks';
import { foreignInFrame } from './recognise-frame';
import { findRetired } from './recognise-retired';
import { controlOfKeys, identityOfRaw } from './remember';
import { withHeadRoles } from './restored-head';
import { isVersion010, memoryOf010, orderOf010, statusOf010 } from './version-0-1-0';

/** What could be saved of a damaged or older tab: rows of forms for certain, and the rest word for word. */
export interface Recognised {
  /** By form key. */
  readonly rows: Readonly<Record<string, StartingRow[]>>;
  readonly leftovers: readonly Leftover[];
  readonly status: TabStatus;
  /** Answers and reasons from the head, by form key. */
  readonly said: Readonly<Record<string, FormSaid>>;
  /** What the programme no longer asks for. */
  readonly retired: RetiredParts;
  /** It was made by version 0.1.0. */
  readonly old: boolean;
  /** Nothing on it says whether it was handed in. */
  readonly unstated: boolean;
}

const words = (cell: Cell): string =>
  isDate(cell) ? `${cell.getDate()}.${cell.getMonth() + 1}.${cell.getFullYear()}` : textOf(cell);

/** Sorts every cell of a tab: into a row of a form when both its row and its column are certain, else aside. */
export function recognise(programme: Programme, standing: Grid): Recognised {
  const grid = withHeadRoles(programme, standing);
  const roles = roleColumn(grid);
  const gone = findRetired(programme, grid, roles);
  const starts = gone.map(({ firstRow }) => firstRow);
  const blocks = findBlocks(programme, grid, roles, starts);
  const rows: Record<string, StartingRow[]> = {};
  const leftovers: Leftover[] = [];
  const rowsIn = ({ key }: Form): StartingRow[] => {
    rows[key] ??= [];
    return rows[key];
  };
  const head = readHead(grid, roles);
  const foreign = foreignInFrame(programme, grid, roles, blocks);
  const put = (place: string, cells: readonly Cell[]): void => {
    if (cells.length > 0) leftovers.push({ place, cells: cells.map(words) });
  };
  grid.forEach((cells, row) => {
    if (head.has(row)) {
      put(placeOf(row, undefined, {}), head.get(row)!);
      return;
    }
    if (gone.some(({ firstRow, lastRow }) => firstRow <= row && row <= lastRow)) return;
    const beside = foreign(row);
    if (beside) {
      put(placeOf(row, undefined, {}), beside);
      return;
    }
    if (isOwnResults(cells)) {
      // It is written anew; what people have put beside it is theirs.
      put(
        placeOf(row, undefined, {}),
        foreignInResults(cells).map((at) => cells[at]!),
      );
      return;
    }
    const role = textOf(cells[roles]);
    if (isUnrecognised(role)) {
      // Its first word says where the others stood.
      if (role.endsWith('/row'))
        put(
          placeOf(row, undefined, {}),
          cells.slice(LABEL_COLUMN).filter((cell) => !isBlank(cell)),
        );
      return;
    }
    const block = ownerOf(blocks, role, row);
    const { kept, rest } = sorted(cells, block, roles);
    if (block && !isRepeatedHeader(block, grid[block.headerRow], kept) && Object.keys(kept).length > 0)
      rowsIn(block.form).push({ cells: kept, ...memoryFor(block, cells, kept, grid[block.keysRow]) });
    put(placeOf(row, block, kept), rest);
  });
  const retired = { columns: Object.fromEntries(blocks.map((block) => [block.form.key, block.retired])), blocks: gone };
  return {
    rows,
    leftovers,
    status: statusIn(grid, roles),
    said: saidIn(programme, grid, roles),
    retired,
    old: isVersion010(grid),
    unstated: !isVersion010(grid) && textOf(rowOf(grid, roles, headRole.status)?.[STATE_COLUMN - 1]) === '',
  };
}

/** The cells of a row that belong to fields, and those that belong nowhere. */
function sorted(cells: readonly Cell[], block: FoundBlock | undefined, roles: number) {
  const rest: Cell[] = [];
  const kept: Record<string, Cell> = {};
  cells.forEach((cell, column) => {
    if (isBlank(cell) || column === roles || textOf(cell) === END_MARK || readMemory(cell)) return;
    const key = block?.keys.get(column);
    if (key !== undefined && (key !== EXPLANATION || typeof cell === 'string')) kept[key] = cell;
    // Words in a calculated cell came there with a row that was moved sideways.
    else if (!block?.remade.has(column) || (typeof cell === 'string' && column !== block.remarks)) rest.push(cell);
  });
  return { kept, rest };
}

/** Captions say what the programme says today, or what stands over their columns. */
function isRepeatedHeader(
  { form, keys }: FoundBlock,
  header: readonly Cell[] = [],
  kept: Readonly<Record<string, Cell>>,
): boolean {
  if (form.captionsBy === undefined || Object.keys(kept).length < 2) return false;
  const standing = new Map([...keys].map(([column, key]) => [key, textOf(header[column])]));
  return Object.entries(kept).every(([key, cell]) => {
    const caption = textOf(cell);
    return [caption, caption + NO_LONGER].includes(standing.get(key) ?? '') || form.fields[key]?.title === caption;
  });
}

/** Memories name the row they belong to and are known by their form: a row's own comes with it, whatever column that is. */
function memoryFor(
  block: FoundBlock,
  cells: readonly Cell[],
  kept: Readonly<Record<string, Cell>>,
  keysRow: readonly Cell[] = [],
): { memory?: RowMemory } {
  const remembered = cells.map(readMemory).find((memory) => memory !== null);
  if (remembered) return { memory: withoutGone(block, remembered, kept, keysRow) };
  const identity = identityOfRaw(block.form, { cells: kept });
  const memory = memoryOf010(cells[block.control], identity, orderOf010(block.form, block.keys));
  return memory ? { memory } : {};
}

/** A row that is as it was last seen is remembered so without the fields that have left the programme since. */
function withoutGone(
  { form, keys }: FoundBlock,
  memory: RowMemory,
  kept: Readonly<Record<string, Cell>>,
  keysRow: readonly Cell[],
): RowMemory {
  const gone = [...keys].flatMap(([column, key]) => (key === RETIRED + textOf(keysRow[column]) ? [key] : []));
  if (gone.length === 0) return memory;
  const fields = Object.keys(form.fields);
  const before = [...fields, ...gone.map((key) => key.slice(RETIRED.length))].sort();
  const cells = { ...kept, ...Object.fromEntries(gone.map((key) => [key.slice(RETIRED.length), kept[key] ?? ''])) };
  if (controlOfKeys(before, cells) !== memory.control) return memory;
  return { ...memory, control: controlOfKeys(fields.sort(), cells) };
}

/** The head's rows with what a person typed there beside answers and reasons. */
function readHead(grid: Grid, roles: number): Map<number, Cell[]> {
  const found = new Map<number, Cell[]>();
  const old = isVersion010(grid);
  grid.forEach((cells, row) => {
    if (!textOf(cells[roles]).startsWith('head/')) return;
    const filled = cells
      .map((cell, column) => ({ cell, column }))
      .filter(({ cell, column }) => column !== roles && !isBlank(cell));
    // A line of that version's head is a label and its value.
    if (old)
      found.set(
        row,
        filled.slice(2).map(({ cell }) => cell),
      );
    else
      found.set(
        row,
        filled
          .filter(({ cell, column }) => isForeignInHead(textOf(cells[roles]), cell, column + 1))
          .map(({ cell }) => cell),
      );
  });
  return found;
}

function isForeignInHead(role: string, cell: Cell, column: number): boolean {
  // Above the answers stands their caption.
  if (column === ANSWER_COLUMN && role === headRole.forms) return false;
  // Nobody knows any more which form it is about.
  if (role === headRole.spare && (column === ANSWER_COLUMN || column === REASON_COLUMN)) return true;
  if (column <= LABEL_COLUMN || column === STATE_COLUMN || column === REASON_COLUMN) return false;
  if (column === BOX_COLUMN && typeof cell === 'boolean') return false;
  return column !== ANSWER_COLUMN || !ANSWERS.some((answer) => answer === cell);
}

const rowOf = (grid: Grid, roles: number, role: string): Cell[] | undefined =>
  roles < 0 ? undefined : grid.find((cells) => textOf(cells[roles]) === role);

const statusIn = (grid: Grid, roles: number): TabStatus =>
  isVersion010(grid) ? statusOf010(grid) : readStatus(rowOf(grid, roles, headRole.status)?.[STATE_COLUMN - 1] ?? '');

function saidIn(programme: Programme, grid: Grid, roles: number): Record<string, FormSaid> {
  if (isVersion010(grid)) return {};
  return Object.fromEntries(
    programme.forms.flatMap((form) => {
      const row = rowOf(grid, roles, headRole.form(form));
      const said = row && { answer: row[ANSWER_COLUMN - 1] ?? '', reason: row[REASON_COLUMN - 1] ?? '' };
      return said ? [[form.key, said]] : [];
    }),
  );
}

/** The form a row belongs to: by its own role, else by the block it stands in. */
function ownerOf(blocks: readonly FoundBlock[], role: string, row: number): FoundBlock | undefined {
  const named = blocks.find(({ form }) => role === `${form.key}/row` || role === `${form.key}/caption`);
  return named ?? blocks.find(({ firstRow, endRow }) => firstRow <= row && row < endRow);
}

function placeOf(row: number, block: FoundBlock | undefined, kept: Readonly<Record<string, Cell>>): string {
  const name = block ? `, форма «${block.form.title}»` : '';
  const who = block ? block.form.identity.map((key) => textOf(kept[key])).filter((text) => text !== '') : [];
  return `строка ${row + 1}${name}${who.length > 0 ? `: ${who.join(' ')}` : ''}`;
}
