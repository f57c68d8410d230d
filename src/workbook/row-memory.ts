import type { Cell, Issue } from '../model';

/**
 * What the add-on remembers of a row, as data in the hidden column beside it. It belongs to the row whose identity it
 * names, wherever sorting has left it.
 */
export interface RowMemory {
  /** Identity of the row; of a whole form ''. */
  readonly identity: string;
  /** Digest of all cells as they were last seen. */
  readonly control: string;
  /** Keys of the numbers that were typed as percentages: «100 %» is stored as 1. */
  readonly percent: readonly string[];
  /** Digest of the explanation that the explained warnings were explained by; '' when there is none. */
  readonly said: string;
  /** Warnings explained, each with the values it was about. */
  readonly explained: readonly string[];
  /** Unseen changes that a remark has asked about. */
  readonly asked: boolean;
  /** Of a whole form: a date or a percentage has stood among its numbers, so cells may still be formatted so. */
  readonly formatted: boolean;
  /** Numbers of the same row in the last period. */
  readonly before: Readonly<Record<string, number>>;
  /** What was found by looking at other tabs; holds while the row's cells stay. */
  readonly outside: readonly OutsideFinding[];
}

export type OutsideFinding = Pick<Issue, 'id' | 'field' | 'severity' | 'details'>;

export const BLANK_MEMORY: RowMemory = {
  identity: '',
  control: '',
  percent: [],
  said: '',
  explained: [],
  asked: false,
  formatted: false,
  before: {},
  outside: [],
};

/** As kept in the cell: what is blank is left out. */
interface Kept {
  readonly i: string;
  readonly c?: string;
  readonly p?: readonly string[];
  readonly x?: string;
  readonly w?: readonly string[];
  readonly q?: 1;
  readonly f?: 1;
  readonly l?: Readonly<Record<string, number>>;
  readonly o?: readonly OutsideFinding[];
}

export function memoryCell(memory: RowMemory): string {
  const { identity, control, percent, said, explained, asked, formatted, before, outside } = memory;
  const kept: Kept = {
    i: identity,
    ...(control === '' ? {} : { c: control }),
    ...(percent.length === 0 ? {} : { p: percent }),
    ...(said === '' ? {} : { x: said }),
    ...(explained.length === 0 ? {} : { w: explained }),
    ...(asked ? { q: 1 as const } : {}),
    ...(formatted ? { f: 1 as const } : {}),
    ...(Object.keys(before).length === 0 ? {} : { l: before }),
    ...(outside.length === 0 ? {} : { o: outside }),
  };
  return JSON.stringify(kept);
}

/** Null for a blank cell and for whatever else stands there. */
export function readMemory(cell: Cell | undefined): RowMemory | null {
  if (typeof cell !== 'string' || !cell.startsWith('{"i":')) return null;
  try {
    const { i, c = '', p = [], x = '', w = [], q, f, l = {}, o = [] } = JSON.parse(cell) as Kept;
    if (typeof i !== 'string' || ![p, w, o].every(Array.isArray)) return null;
    const told = { asked: q === 1, formatted: f === 1, before: l, outside: o };
    return { identity: i, control: c, percent: p, said: x, explained: w, ...told };
  } catch {
    return null;
  }
}

/** The memories of a block by identity; of rows that were copied, whose memory is whose cannot be known. */
export function memoriesByIdentity(cells: readonly (Cell | undefined)[]): Map<string, RowMemory> {
  const found = new Map<string, RowMemory>();
  const twice = new Set<string>();
  for (const cell of cells) {
    const memory = readMemory(cell);
    if (!memory) continue;
    if (found.has(memory.identity)) twice.add(memory.identity);
    found.set(memory.identity, memory);
  }
  for (const identity of twice) found.delete(identity);
  return found;
}
