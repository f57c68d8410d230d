import { type Cell, type Form, isBlank, type RawRow } from '../model';
import {
  BLANK_MEMORY,
  type Block,
  CALCULATED,
  EXPLANATION,
  isRetired,
  ROLE_COLUMN,
  type RowMemory,
  roleOf,
  type SchoolTab,
  type StartingRow,
  spareRowsOf,
  storedCell,
  type TabFacts,
  withCaptions,
} from '../workbook';
import { prefilled } from './prefill';
import { controlOf, numbersOf } from './remember';
import { type RememberedRow, rememberedRows } from './tab-rows';

/** A block's rows in the next period. */
export interface TurnedBlock {
  readonly block: Block;
  readonly rows: readonly (TurnedRow | null)[];
}

export interface TurnedRow extends StartingRow {
  /** What was typed since the freezing stays as it is. */
  readonly kept?: boolean;
  /** Where it stood, from 1; what stands there in columns of no field goes with it. */
  readonly from?: number;
}

/** `topUp`: where not a row is left free, some come; else only what must stand there gets room. */
export function turnBlock(
  tab: SchoolTab,
  block: Block,
  frozen: readonly RawRow[],
  facts: TabFacts,
  topUp: boolean,
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
  const all = filled.length > 0 ? filled : prefilled(tab, form, facts.due.includes(form.key));
  const captioned = withCaptions(form, all);
  const standing = block.endRow - block.firstRow;
  // Inserting costs a call: only where no row is left free. Set-up tops the others up.
  const fits = captioned.length < standing || (captioned.length === standing && !topUp);
  const room = fits ? standing : captioned.length + spareRowsOf(form);
  const spare = Array.from({ length: room - captioned.length }, (): TurnedRow => ({ cells: {} }));
  return { block, rows: [...captioned, ...spare] };
}

/** Words in calculated cells and what stands in columns no longer asked for; of captions both are titles. */
function holdsMore({ grid }: SchoolTab, { form, columns }: Block, row: number): boolean {
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
    before: numbersOf(form, raw),
  };
  return { cells, memory: turned };
}

/** True when the tab still holds what was frozen of the row. */
function isFrozen(form: Form, raw: RawRow, frozen: RawRow | undefined): boolean {
  if (!frozen || raw.explanation !== frozen.explanation) return false;
  return Object.entries(raw.cells).every(([key, cell]) => {
    const stored = storedCell(form.fields[key], cell);
    const found = frozen.cells[key] ?? '';
    return (isBlank(stored) && isBlank(found)) || String(stored) === String(found);
  });
}

const isBegun = (form: Form, raw: RawRow): boolean =>
  raw.explanation !== '' ||
  Object.entries(raw.cells).some(([key, cell]) => !form.fields[key]?.carried && !isBlank(cell));
