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
  /** Numbers by key that Sheets made of dates when their cells got their format back: «12.5» is then stored as 45058. */
  readonly dates: Readonly<Record<string, number>>;
  /** Digest of the explanation that the explained warnings were explained by; '' when there is none. */
  readonly said: string;
  /** Warnings explained, each with the values it was about. */
  readonly explained: readonly string[];
  /** Unseen changes that a remark has asked about. */
  readonly asked: boolean;
  /** Of a whole form: a date or a percentage has stood among its numbers, so cells may still be formatted so. */
  readonly formatted: boolean;
  /** Numbers of the last period. */
  readonly before: Readonly<Record<string, number>>;
  /** Identity of the row that they are of, of a row that got another name: they say nothing until it is named so again. */
  readonly beforeOf?: string;
  /** What the district has put into the row from a file, by field; of a row that the school types itself there is none. */
  readonly district?: Readonly<Record<string, Cell>>;
  /** Of a whole form: its rows in the quarters of the year before, by quarter, each with its name and its numbers. */
  readonly past: Readonly<Record<string, readonly PastRow[]>>;
  /** What was found by looking at more than an edit looks at; holds while the row's cells stay. */
  readonly outside: readonly OutsideFinding[];
  /** How many errors and open questions its last check has found. */
  readonly errors: number;
  readonly open: number;
  /** Below a form's rows: digest of all that its last check depended on beside their cells; '' when it does not hold. */
  readonly checked: string;
}

export type OutsideFinding = Pick<Issue, 'id' | 'field' | 'severity' | 'details'>;

export type PastRow = Readonly<Record<string, string | number>>;

export const BLANK_MEMORY: RowMemory = {
  identity: '',
  control: '',
  percent: [],
  dates: {},
  said: '',
  explained: [],
  asked: false,
  formatted: false,
  before: {},
  past: {},
  outside: [],
  errors: 0,
  open: 0,
  checked: '',
};

/** As kept in the cell: what is blank is left out. */
interface Kept {
  readonly i: string;
  readonly c?: string;
  readonly p?: readonly string[];
  readonly d?: Readonly<Record<string, number>>;
  readonly x?: string;
  readonly w?: readonly string[];
  readonly q?: 1;
  readonly f?: 1;
  readonly l?: Readonly<Record<string, number>>;
  readonly b?: string;
  readonly r?: Readonly<Record<string, Cell>>;
  readonly y?: Readonly<Record<string, readonly PastRow[]>>;
  readonly o?: readonly OutsideFinding[];
  readonly e?: number;
  readonly u?: number;
  readonly k?: string;
  /** Stands last. */
  readonly t?: string;
}

/**
 * Written in the order of the keys' names above; a plain object grown key by key costs least at an edit. `typed` are the
 * cells of which `control` is the digest, in one text: they are known by it again without being read one by one.
 */
export function memoryCell(memory: RowMemory, typed = ''): string {
  const kept: { -readonly [K in keyof Kept]: Kept[K] } = { i: memory.identity };
  if (memory.control !== '') kept.c = memory.control;
  if (memory.percent.length > 0) kept.p = memory.percent;
  for (const _ in memory.dates) {
    kept.d = memory.dates;
    break;
  }
  if (memory.said !== '') kept.x = memory.said;
  if (memory.explained.length > 0) kept.w = memory.explained;
  if (memory.asked) kept.q = 1;
  if (memory.formatted) kept.f = 1;
  for (const _ in memory.before) {
    kept.l = memory.before;
    if (memory.beforeOf !== undefined) kept.b = memory.beforeOf;
    break;
  }
  if (memory.district !== undefined) kept.r = memory.district;
  for (const _ in memory.past) {
    kept.y = memory.past;
    break;
  }
  if (memory.outside.length > 0) kept.o = memory.outside;
  if (memory.errors > 0) kept.e = memory.errors;
  if (memory.open > 0) kept.u = memory.open;
  if (memory.checked !== '') kept.k = memory.checked;
  if (typed !== '') kept.t = typed;
  return JSON.stringify(kept);
}

/** What of a row's cells is kept in one text: it stands in the memory letter by letter, and is short. */
export const isKeptTyped = (typed: string): boolean =>
  typed.length <= LONGEST_TYPED && JSON.stringify(typed) === `"${typed}"`;
const LONGEST_TYPED = 100;

/** True of a row whose cells are still those of which its memory has the digest; false says nothing. */
export const remembersTyped = (cell: Cell | undefined, typed: string): boolean =>
  typed !== '' && typeof cell === 'string' && cell.endsWith(`"t":"${typed}"}`);

const NONE: readonly never[] = [];
const NO_NUMBERS = {};
const NO_PAST = {};

/** Null for a blank cell and for whatever else stands there. */
export function readMemory(cell: Cell | undefined): RowMemory | null {
  if (typeof cell !== 'string' || !cell.startsWith('{"i":')) return null;
  try {
    const kept = JSON.parse(cell) as Kept;
    const { i, p = NONE, w = NONE, o = NONE } = kept;
    if (typeof i !== 'string' || !Array.isArray(p) || !Array.isArray(w) || !Array.isArray(o)) return null;
    const memory: RowMemory = {
      identity: i,
      control: kept.c ?? '',
      percent: p,
      dates: kept.d ?? NO_NUMBERS,
      said: kept.x ?? '',
      explained: w,
      asked: kept.q === 1,
      formatted: kept.f === 1,
      before: kept.l ?? NO_NUMBERS,
      past: kept.y ?? NO_PAST,
      outside: o,
      errors: kept.e ?? 0,
      open: kept.u ?? 0,
      checked: kept.k ?? '',
    };
    const named = kept.b === undefined ? memory : { ...memory, beforeOf: kept.b };
    return kept.r === undefined ? named : { ...named, district: kept.r };
  } catch {
    return null;
  }
}

/** Whose numbers of the last period a memory holds. */
export const ownerOfBefore = ({ beforeOf, identity }: RowMemory): string => beforeOf ?? identity;

/** The memory of a row that is named so now. */
export function renamed(memory: RowMemory, identity: string): RowMemory {
  const owner = ownerOfBefore(memory);
  const { beforeOf: _, ...rest } = memory;
  if (owner === identity || Object.keys(memory.before).length === 0) return { ...rest, identity };
  return { ...rest, identity, beforeOf: owner };
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
