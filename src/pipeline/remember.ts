import { identityOf } from '../domain';
import { type Cell, digest, type Form, type Issue, isNumeric, numericKeys, type RawRow, textOf } from '../model';
import {
  BLANK_MEMORY,
  type Block,
  MEMORY_COLUMN,
  memoriesByIdentity,
  type OutsideFinding,
  type PlacedRow,
  type RowMemory,
  readMemory,
  renamed,
  rowsOf,
  type SchoolTab,
} from '../workbook';

/** A row of a tab with what is remembered of it. */
export interface RememberedRow extends PlacedRow {
  readonly identity: string;
  /** Digest of all its cells as they stand. */
  readonly control: string;
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

/** Of a cell that was just edited, whether it was typed as a percentage; rows and columns of the tab. */
export type PercentAt = (row: number, column: number) => boolean | undefined;

/** The row's business key as the words stand in its cells. */
export function identityOfRaw(form: Form, { cells }: Pick<RawRow, 'cells'>): string {
  const texts: Record<string, string> = {};
  for (const key of form.identity) texts[key] = textOf(cells[key]);
  return identityOf(form, { texts });
}

/** Fields by key: in what order a programme names them does not matter. */
const sortedKeys = new WeakMap<Form['fields'], readonly string[]>();
export function keysOf({ fields }: Form): readonly string[] {
  const known = sortedKeys.get(fields) ?? Object.keys(fields).sort();
  sortedKeys.set(fields, known);
  return known;
}

/** Equal cells give equal digests, whatever columns they stand in; a field that came later says nothing while it is blank. */
export const controlOf = (form: Form, cells: RawRow['cells']): string => controlOfKeys(keysOf(form), cells);

/** `keys` are sorted. */
export function controlOfKeys(keys: readonly string[], cells: RawRow['cells']): string {
  let words = '';
  for (const key of keys) {
    const word = wordOf(cells[key]);
    if (word !== '') words += `${key}=${word}|`;
  }
  return digest(words);
}

export const wordOf = (cell: Cell | undefined): string =>
  typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : textOf(cell);

/** The rows of a block, each with its memory, which may have been left at another row by a sort. */
export function rememberedRows(
  tab: SchoolTab,
  block: Block,
  percentAt: PercentAt,
  isEdited: (row: number) => boolean = () => true,
): RememberedRow[] {
  const keys = keysOf(block.form);
  const found: {
    readonly placed: PlacedRow;
    identity: string;
    control: string;
    own: RowMemory | null;
    same: boolean;
  }[] = [];
  const times = new Map<string, number>();
  for (const placed of rowsOf(tab, block)) {
    const control = controlOfKeys(keys, placed.raw.cells);
    const standing = readMemory(tab.grid[placed.tabRow - 1]?.[MEMORY_COLUMN - 1]);
    // Of a row that is asked about the control is older than the name.
    const same = standing !== null && standing.control === control && !standing.asked;
    const identity = same ? standing.identity : identityOfRaw(block.form, placed.raw);
    const own = standing?.identity === identity ? standing : null;
    found.push({ placed, identity, control, own, same });
    times.set(identity, (times.get(identity) ?? 0) + 1);
  }
  // Whoever stands beside its own memory finds no other one.
  const memories = found.every(({ own }) => own !== null) ? null : memoriesByIdentity(memoryCells(tab, block));
  const percentIn = percentReader(block, percentAt);
  const rows: RememberedRow[] = [];
  for (const { placed, identity, control, own, same } of found) {
    const { tabRow } = placed;
    const twin = times.get(identity)! > 1;
    const memory = twin ? null : (own ?? memories?.get(identity) ?? orphanAt(tab, tabRow, times));
    const asTyped = memory?.percent.length || isEdited(tabRow);
    const raw = asTyped ? percentIn(placed, memory) : placed.raw;
    rows.push({ tabRow, raw, identity, control, memory, twin, clean: same && memory !== null && isClean(memory, raw) });
  }
  return rows;
}

function memoryCells(tab: SchoolTab, { firstRow, endRow }: Block): (Cell | undefined)[] {
  const cells: (Cell | undefined)[] = [];
  for (let row = firstRow; row < endRow; row += 1) cells.push(tab.grid[row - 1]?.[MEMORY_COLUMN - 1]);
  return cells;
}

const isClean = ({ errors, open, explained, said }: RowMemory, { explanation, misplaced }: RawRow): boolean =>
  errors + open + explained.length === 0 &&
  misplaced === undefined &&
  said === (explanation === '' ? '' : digest(explanation));

/** «100 %» is stored as 1: only the edit itself shows it, and the row's memory keeps it for as long as a number stands there. */
function percentReader(
  { form, columns }: Block,
  at: PercentAt,
): (placed: PlacedRow, memory: RowMemory | null) => RawRow {
  const numeric = numericKeys(form).map((key) => [key, columns.get(key) ?? 0] as const);
  return ({ raw, tabRow }, memory) => {
    let percent: string[] | null = null;
    for (const [key, column] of numeric) {
      if (typeof raw.cells[key] !== 'number') continue;
      if (!(at(tabRow, column) ?? memory?.percent.includes(key))) continue;
      percent ??= [];
      percent.push(key);
    }
    return percent ? { ...raw, percent } : raw;
  };
}

/** The memory beside a row that was seen under another name; null when that name still stands in the form, as after a sort. */
function orphanAt(tab: SchoolTab, row: number, known: ReadonlyMap<string, number>): RowMemory | null {
  const memory = readMemory(tab.grid[row - 1]?.[MEMORY_COLUMN - 1]);
  return memory && memory.control !== '' && !known.has(memory.identity) ? memory : null;
}

/** One warning with the values it is about: explained once, it stays explained while they stay. */
export const warningKey = ({ id, field, details }: Issue): string =>
  digest(`${id}|${field ?? ''}|${JSON.stringify(details)}`);

/** What is explained by what stands in a row's «Пояснение», or by a form's reason. */
export interface Explained {
  readonly said: string;
  readonly keys: readonly string[];
  /** An explanation stands there, and it was given before some of the warnings came. */
  readonly stale: boolean;
}

/** An explanation answers the warnings that stand there when it is first seen, and those only. */
export function explainedBy(
  text: string,
  warnings: readonly Issue[],
  memory: RowMemory | null,
  justSaid: boolean,
): Explained {
  if (text === '') return { said: '', keys: [], stale: false };
  const said = digest(text);
  if (justSaid || memory?.said !== said) return { said, keys: warnings.map(warningKey), stale: false };
  const known = new Set(memory.explained);
  return { said, keys: memory.explained, stale: warnings.some((issue) => !known.has(warningKey(issue))) };
}

export const memoryOf = (
  row: Pick<RememberedRow, 'identity' | 'control' | 'memory' | 'raw'>,
  { said, keys }: Explained,
  outside: readonly OutsideFinding[],
): RowMemory => ({
  ...(row.memory ? renamed(row.memory, row.identity) : { ...BLANK_MEMORY, identity: row.identity }),
  control: row.control,
  percent: row.raw.percent ?? [],
  said,
  explained: keys,
  asked: false,
  errors: 0,
  open: 0,
  outside: outside.map(({ id, field, severity, details }) => ({ id, ...(field ? { field } : {}), severity, details })),
});

/** What the row's numbers were, for comparing with in the next period. */
export function numbersOf(form: Form, raw: RawRow): Record<string, number> {
  const numbers = Object.entries(raw.cells).filter(
    ([key, cell]) => typeof cell === 'number' && isNumeric(form.fields[key]!) && !raw.percent?.includes(key),
  );
  return Object.fromEntries(numbers) as Record<string, number>;
}
