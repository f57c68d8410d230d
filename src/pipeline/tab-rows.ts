import { type Cell, DATE_MARK, digest, type Form, isBlank, numericKeys, type RawRow, textOf } from '../model';
import {
  type Block,
  CALCULATED,
  EXPLANATION,
  MEMORY_COLUMN,
  memoriesByIdentity,
  type RowMemory,
  readMemory,
  remembersTyped,
  type SchoolTab,
} from '../workbook';
import { dayOfSerial } from './day-serial';
import { cellsReader, controlReader, identityOfRaw } from './remember';

/** A column in which words and numbers show whether a row was shifted. */
interface MadeColumn {
  readonly isExplanation: boolean;
  readonly place: number;
}

/** Words in a calculated cell or a number for an explanation: the row's cells were shifted sideways. */
export function misplacedIn(cells: readonly Cell[], columns: readonly MadeColumn[]): string | undefined {
  for (let index = 0; index < columns.length; index += 1) {
    const { isExplanation, place } = columns[index]!;
    const value = cells[place];
    if (value === undefined || value === '') continue;
    const wrong = isExplanation ? typeof value !== 'string' : typeof value !== 'number';
    if (wrong && !isBlank(value)) return textOf(value).slice(0, 40);
  }
  return undefined;
}

export const madeColumns = ({ columns }: Block): MadeColumn[] =>
  [...columns]
    .filter(([key]) => key === EXPLANATION || key.startsWith(CALCULATED))
    .map(([key, column]) => ({ isExplanation: key === EXPLANATION, place: column - 1 }));

/** A row with data and where it stands. */
export interface PlacedRow {
  readonly raw: RawRow;
  /** Row of the tab, from 1. */
  readonly tabRow: number;
}

/** The rows of a block that hold anything; a wholly blank row is no row, nor are captions repeated among the rows. */
export function rowsOf(tab: SchoolTab, block: Block): PlacedRow[] {
  const { form, columns } = block;
  const keys = Object.keys(form.fields);
  const places = keys.map((key) => (columns.get(key) ?? 0) - 1);
  const blank: Record<string, Cell> = {};
  for (const key of keys) blank[key] = '';
  const made = madeColumns(block);
  const explanationAt = (columns.get(EXPLANATION) ?? 0) - 1;
  const rows: PlacedRow[] = [];
  for (let tabRow = block.firstRow; tabRow < block.endRow; tabRow += 1) {
    const line = tab.grid[tabRow - 1] ?? [];
    const explanation = textOf(line[explanationAt]);
    const cells = { ...blank };
    let isFilled = explanation !== '';
    // Here, not in a function of its own: V8 would take the time to optimise one that is small and called for every row.
    for (let index = 0; index < keys.length; index += 1) {
      const cell = line[places[index]!];
      if (cell === undefined || cell === '') continue;
      cells[keys[index]!] = cell;
      isFilled ||= !isBlank(cell);
    }
    if (!isFilled) continue;
    if (isCaption(form, cells)) continue;
    const misplaced = misplacedIn(line, made);
    const raw = { period: tab.period, school: tab.school, form: form.key, row: rows.length + 1, cells, explanation };
    rows.push({ raw: misplaced === undefined ? raw : { ...raw, misplaced }, tabRow });
  }
  return rows;
}

/** Known by its words, not by its role: a sort may have left the role at another row. */
export function isCaption(form: Form, cells: Readonly<Record<string, Cell>>): boolean {
  const first = form.captionsBy?.[0];
  if (first === undefined || cells[first] !== form.fields[first]?.title) return false;
  const filled = Object.entries(form.fields).filter(([key]) => !isBlank(cells[key]));
  return filled.length > 1 && filled.every(([key, field]) => cells[key] === field.title);
}

/** A row of a tab with what is remembered of it. */
export interface RememberedRow extends PlacedRow {
  /** Its numbers that were dates. */
  readonly dates: RowMemory['dates'];
  readonly identity: string;
  /** Digest of all its cells as they stand. */
  readonly control: string;
  /** The same cells in one text; '' where its memory cannot keep them so. */
  readonly typed: string;
  /** Null for a row not seen before, and for one whose name stands there twice. A row that got another name keeps it. */
  readonly memory: RowMemory | null;
  /** Another row has the same name: whose memory is whose is known again once one of them is renamed or gone. */
  readonly twin: boolean;
  /** It stands beside its memory as it was last checked, and nothing was to be said of it. */
  readonly clean: boolean;
}

/** What stands beside a row under its own name. */
export function ownMemory(tab: SchoolTab, { tabRow, identity }: Pick<RememberedRow, 'tabRow' | 'identity'>) {
  const memory = readMemory(tab.grid[tabRow - 1]?.[MEMORY_COLUMN - 1]);
  return memory?.identity === identity ? memory : null;
}

/** What Sheets took the number of a cell for that was just edited; undefined for any other cell. Rows and columns of the tab. */
export type TakenForAt = (row: number, column: number) => 'percent' | 'date' | 'number' | undefined;

/** The rows of a block, each with its memory, which may have been left at another row by a sort. */
export function rememberedRows(
  tab: SchoolTab,
  block: Block,
  takenForAt: TakenForAt,
  isEdited: (row: number) => boolean = () => true,
): RememberedRow[] {
  const controlOf = controlReader(block.form, block.columns);
  const { typedIn, isKept } = cellsReader(block);
  const rows: Remembered[] = [];
  const times = new Map<string, number>();
  let lost = false;
  for (const { raw, tabRow } of rowsOf(tab, block)) {
    const line = tab.grid[tabRow - 1]!;
    const typed = typedIn(line);
    const standing = readMemory(line[MEMORY_COLUMN - 1]);
    const isAsTyped = standing !== null && remembersTyped(line[MEMORY_COLUMN - 1], typed);
    const control = isAsTyped ? standing.control : controlOf(line) || BLANK;
    const isKeptAs = isAsTyped || (control !== BLANK && isKept(typed));
    // Of a row that is asked about the control is older than the name.
    const same = standing !== null && standing.control === control && !standing.asked;
    const identity = same ? standing.identity : identityOfRaw(block.form, raw);
    const memory = standing?.identity === identity ? standing : null;
    if (memory === null) lost = true;
    const clean = same && isClean(standing, raw);
    rows.push({
      tabRow,
      raw,
      dates: NO_DATES,
      identity,
      control,
      typed: isKeptAs ? typed : '',
      memory,
      twin: false,
      clean,
    });
    times.set(identity, (times.get(identity) ?? 0) + 1);
  }
  // Whoever stands beside its own memory finds no other one.
  const memories = lost ? memoriesByIdentity(memoryCells(tab, block)) : null;
  const asTyped = typedReader(block, takenForAt);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    if (times.size < rows.length && times.get(row.identity)! > 1) {
      row.twin = true;
      row.memory = null;
      row.clean = false;
    } else if (row.memory === null) {
      row.memory = memories?.get(row.identity) ?? orphanAt(tab, row.tabRow, times);
    }
    if (!isTakenOtherwise(row.memory) && !isEdited(row.tabRow)) continue;
    const { raw, dates } = asTyped(row, row.memory);
    row.raw = raw;
    row.dates = dates;
  }
  return rows;
}

type Remembered = { -readonly [K in keyof RememberedRow]: RememberedRow[K] };
const BLANK = digest('');

function memoryCells(tab: SchoolTab, { firstRow, endRow }: Block): (Cell | undefined)[] {
  const cells: (Cell | undefined)[] = [];
  for (let row = firstRow; row < endRow; row += 1) cells.push(tab.grid[row - 1]?.[MEMORY_COLUMN - 1]);
  return cells;
}

export const isClean = ({ errors, open, explained, said }: RowMemory, { explanation, misplaced }: RawRow): boolean =>
  errors + open + explained.length === 0 &&
  misplaced === undefined &&
  said === (explanation === '' ? '' : digest(explanation));

export const NO_DATES: RowMemory['dates'] = {};

export function isTakenOtherwise(memory: RowMemory | null): boolean {
  if (memory === null) return false;
  for (const _ in memory.dates) return true;
  return memory.percent.length > 0;
}

type Typed = Pick<RememberedRow, 'raw' | 'dates'>;

/**
 * «100 %» is stored as 1, «12.5» as a day's number once its cell has its format back: only the edit itself shows it, and
 * the row's memory keeps it for as long as that number stands there.
 */
function typedReader({ form, columns }: Block, at: TakenForAt): (placed: PlacedRow, memory: RowMemory | null) => Typed {
  const numeric = numericKeys(form).map((key) => ({ key, column: columns.get(key) ?? 0 }));
  return (placed, memory) => {
    const { raw, tabRow } = placed;
    const percent: string[] = [];
    const dates: Record<string, number> = {};
    for (const { key, column } of numeric) {
      const value = raw.cells[key];
      if (typeof value !== 'number') continue;
      const taken = at(tabRow, column);
      if (taken === undefined ? memory?.percent.includes(key) : taken === 'percent') percent.push(key);
      if (taken === undefined ? memory?.dates[key] === value : taken === 'date') dates[key] = value;
    }
    const days = Object.entries(dates).map(([key, serial]) => [key, DATE_MARK + dayOfSerial(serial)] as const);
    if (percent.length + days.length === 0) return { raw, dates: NO_DATES };
    const cells = days.length > 0 ? { ...raw.cells, ...Object.fromEntries(days) } : raw.cells;
    return { raw: { ...raw, cells, ...(percent.length > 0 ? { percent } : {}) }, dates };
  };
}

/** The memory beside a row that was seen under another name; null when that name still stands in the form, as after a sort. */
function orphanAt(tab: SchoolTab, row: number, known: ReadonlyMap<string, number>): RowMemory | null {
  const memory = readMemory(tab.grid[row - 1]?.[MEMORY_COLUMN - 1]);
  return memory && memory.control !== '' && !known.has(memory.identity) ? memory : null;
}
