import { isOfClasses, isSparedRow } from '../domain';
import { type Cell, type Form, isBlank, isGiven, type PeriodKey, type RawRow, textOf, yearAndQuarter } from '../model';
import {
  BLANK_MEMORY,
  type Block,
  CALCULATED,
  EXPLANATION,
  isRetired,
  MEMORY_COLUMN,
  ROLE_COLUMN,
  type RowMemory,
  readMemory,
  roleOf,
  rowsFor,
  type SchoolTab,
  type StartingRow,
  spareRowsOf,
  storedCell,
  type TabFacts,
  withCaptions,
} from '../workbook';
import { prefilled } from './prefill';
import { controlOf, numbersOf, pastRowOf } from './remember';
import { type RememberedRow, rememberedRows } from './tab-rows';

/** A block's rows in the next period. */
export interface TurnedBlock {
  readonly block: Block;
  readonly rows: readonly (TurnedRow | null)[];
  readonly resting: Resting;
  /** Blank rows beyond those that a new tab would offer; `at`: how many rows of the form stand above them. */
  readonly surplus: { readonly at: number; readonly count: number };
  /** What the form remembers of the quarters of a year. */
  readonly past: RowMemory['past'];
}

export interface Resting {
  /** How many rows, the last ones of a form, wait out of sight for a quarter in which they are asked for. */
  readonly now: number;
  /** Where those that have waited until now stood, from 1: from there to the form's end all was out of sight. */
  readonly before: number | undefined;
}

export interface TurnedRow extends StartingRow {
  /** What was typed since the freezing stays as it is. */
  readonly kept?: boolean;
  /** Where it stood, from 1; what stands there in columns of no field goes with it. */
  readonly from?: number;
}

export interface Turning {
  readonly facts: TabFacts;
  readonly next: PeriodKey;
  readonly topUp: boolean;
}

/** `topUp`: where not a row is left free, some come, and captions; else only what must stand there gets room. */
export function turnBlock(
  tab: SchoolTab,
  block: Block,
  frozen: readonly RawRow[],
  { facts, next, topUp }: Turning,
): TurnedBlock {
  const { form } = block;
  const own = new Map(frozen.filter((row) => row.form === form.key).map((row) => [row.row, row]));
  const placed = new Map(rememberedRows(tab, block, () => undefined).map((row) => [row.tabRow, row]));
  const filled: TurnedRow[] = [];
  for (let at = block.firstRow; at < block.endRow; at += 1) {
    const row = placed.get(at);
    const turned = { ...(row ? turnRow(form, row, own.get(row.raw.row)) : { cells: {} }), from: at };
    if (Object.values(turned.cells).some((cell) => !isBlank(cell)) || holdsMore(tab, block, at)) filled.push(turned);
  }
  const fresh = prefilled(tab, form, facts, next);
  const sparedBefore = tab.facts?.spared?.rows[form.key];
  const before = sparedBefore && filled.find(({ cells }) => isSparedRow(form, sparedBefore, cells))?.from;
  const carried = before === undefined ? filled : inOrder(form, filled);
  const all = carried.length > 0 ? withFresh(form, carried, fresh) : fresh;
  return {
    block,
    ...arranged(block, all, { facts, topUp, before }),
    past: pastOf(tab, block, [...placed.values()]),
  };
}

interface Arranging {
  readonly facts: TabFacts;
  readonly topUp: boolean;
  /** Of `Resting`. */
  readonly before: number | undefined;
}

/** Captions, spare rows and, last of all, those that wait out of sight. */
export function arranged(
  block: Block,
  all: readonly TurnedRow[],
  { facts, topUp, before }: Arranging,
): Pick<TurnedBlock, 'rows' | 'surplus' | 'resting'> {
  const { form } = block;
  const spared = facts.spared?.rows[form.key];
  const rests = ({ cells, kept }: TurnedRow): boolean => !!spared && !kept && isSparedRow(form, spared, cells);
  const resting = all.filter(rests);
  const standing = block.endRow - block.firstRow;
  const asked = all.filter((row) => !rests(row));
  // Inserting costs a call, which is not spent on captions where calls are scarce.
  const isTight = !topUp && withCaptions(form, asked).length + resting.length > standing;
  const captioned = isTight ? asked : withCaptions(form, asked);
  const needed = captioned.length + resting.length;
  // Only where no row is left free. Set-up tops the others up.
  const fits = needed < standing || (needed === standing && !topUp);
  const room = fits ? standing : needed + spareRowsOf(form);
  const spare = Array.from({ length: room - needed }, (): TurnedRow => ({ cells: {} }));
  const offered = Math.min(captioned.length + spare.length, rowsFor(form, captioned.length));
  return {
    rows: [...captioned, ...spare, ...resting],
    surplus: { at: offered, count: captioned.length + spare.length - offered },
    resting: { now: resting.length, before },
  };
}

/** With what this quarter has given; rows of classes are other children a year later, and are not kept. */
function pastOf(tab: SchoolTab, { form, titleRow }: Block, placed: readonly RememberedRow[]): RowMemory['past'] {
  const standing = readMemory(tab.grid[titleRow - 1]?.[MEMORY_COLUMN - 1])?.past ?? {};
  const { [yearAndQuarter(tab.period).quarter]: _, ...others } = standing;
  const begun = isOfClasses({ form }) ? [] : placed.filter(({ raw }) => isBegun(form, raw));
  const rows = begun.map(({ raw }) => pastRowOf(form, raw));
  return rows.length === 0 ? others : { ...others, [yearAndQuarter(tab.period).quarter]: rows };
}

/** What stands in carried rows from the start, by their names. */
function withFresh(form: Form, rows: readonly TurnedRow[], fresh: readonly StartingRow[]): TurnedRow[] {
  const known = new Map(fresh.map(({ cells, memory }) => [memory?.identity, cells]));
  return rows.map((row) => {
    const own = row.kept ? undefined : known.get(row.memory?.identity);
    if (!own || !row.memory) return row;
    const given = Object.entries(own).filter(([, cell]) => !isBlank(cell));
    const cells = { ...row.cells, ...Object.fromEntries(given) };
    return { ...row, cells, memory: { ...row.memory, control: controlOf(form, cells) } };
  });
}

/** Rows that have waited come back among the others: class by class, words in the order of their list. */
function inOrder(form: Form, rows: readonly TurnedRow[]): TurnedRow[] {
  const groups = form.captionsBy ?? [];
  const groupOf = ({ cells }: TurnedRow): string => groups.map((key) => textOf(cells[key])).join('|');
  const order = new Map<string, number>();
  for (const row of rows) if (!order.has(groupOf(row))) order.set(groupOf(row), order.size);
  const listed = form.identity.filter((key) => !groups.includes(key) && form.fields[key]!.choices);
  const placeIn = (key: string, { cells }: TurnedRow): number => {
    const place = form.fields[key]!.choices!.indexOf(textOf(cells[key]));
    return place < 0 ? Number.MAX_SAFE_INTEGER : place;
  };
  return [...rows].sort(
    (a, b) =>
      order.get(groupOf(a))! - order.get(groupOf(b))! ||
      listed.reduce((found, key) => found || placeIn(key, a) - placeIn(key, b), 0),
  );
}

/** Words in calculated cells and what stands in columns no longer asked for; of captions both are titles. */
export function holdsMore({ grid }: SchoolTab, { form, columns }: Block, row: number): boolean {
  const cells = grid[row - 1] ?? [];
  if (cells[ROLE_COLUMN - 1] === roleOf(form, 'caption')) return false;
  return [...columns].some(([key, at]) => {
    const cell = cells[at - 1];
    return isRetired(key) ? !isBlank(cell) : key.startsWith(CALCULATED) && isWord(cell);
  });
}

export const isWord = (cell: Cell | undefined): boolean => typeof cell === 'string' && !isBlank(cell);

function turnRow(form: Form, row: RememberedRow, frozen: RawRow | undefined): TurnedRow {
  const { raw, identity, memory } = row;
  if (isBegun(form, raw) && !isFrozen(form, raw, frozen)) {
    const remembered = memory ?? { ...BLANK_MEMORY, identity, control: row.control };
    return { cells: { ...raw.cells, [EXPLANATION]: raw.explanation }, memory: remembered, kept: true };
  }
  const carried = Object.entries(raw.cells).filter(([key]) => form.fields[key]?.carried);
  const cells = Object.fromEntries(carried);
  const turned: RowMemory = {
    ...BLANK_MEMORY,
    identity,
    control: controlOf(form, cells),
    // Of a form that was not asked for in between, what was there before that.
    before: isBegun(form, raw) || isAllGiven(form) ? numbersOf(form, raw) : (memory?.before ?? {}),
  };
  return { cells, memory: turned };
}

/** All of a class list is carried over and put right where it has changed. */
export const isAllGiven = ({ fields }: Form): boolean => Object.values(fields).every(isGiven);

/** True when the tab still holds what was frozen of the row. */
function isFrozen(form: Form, raw: RawRow, frozen: RawRow | undefined): boolean {
  if (!frozen || raw.explanation !== frozen.explanation) return false;
  return Object.entries(raw.cells).every(([key, cell]) => {
    const stored = storedCell(form.fields[key], cell);
    const found = frozen.cells[key] ?? '';
    return (isBlank(stored) && isBlank(found)) || String(stored) === String(found);
  });
}

export const isBegun = (form: Form, raw: RawRow): boolean =>
  raw.explanation !== '' ||
  Object.entries(raw.cells).some(([key, cell]) => !isGiven(form.fields[key]) && !isBlank(cell));
