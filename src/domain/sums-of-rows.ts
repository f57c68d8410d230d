import { type Cell, type Form, numericKeys, type Seen, type SeenRow } from '../model';
import { totalNamed } from './totals';

/** So many other rows make a sum, and in so many numbers above 0 it is no chance, one other number being wrong at most. */
const FEWEST = 3;
const MOST_WRONG = 1;
/** A sum of more rows than this is looked for only as that of all, or of all of one name. */
const LONGEST_RUN = 400;

/** Of which rows: those directly above or below, all others, or all others of the same class or with the same word. */
export type SummedRows = 'above' | 'below' | 'all' | 'class' | 'word';

/** A row whose numbers are the sums of other rows. */
export interface SumOfRows {
  readonly at: SeenRow;
  readonly count: number;
  readonly of: SummedRows;
  /** Whose word all the rows have. */
  readonly field?: string;
}

/** A row with the sum of all its numbers: what is no larger than its neighbours is no total of theirs. */
interface Sized {
  readonly row: SeenRow;
  readonly size: number;
  /** Its numbers by key, whatever else stands there. */
  readonly numbers: Readonly<Record<string, Cell | null>>;
}

/**
 * Rows that are probably totals though nothing names them so. Not every set of rows is tried. Looked for are runs of rows
 * that end or begin beside a row, as long as they do not exceed it, and for the form, for each class and for each word the
 * sum of all others; rows that are too small for one are not tried. So there are about as many steps as rows.
 */
export function sumsOfRows({ form, rows, isQuiet }: Seen): readonly SumOfRows[] {
  const keys = numericKeys(form);
  if (keys.length < FEWEST || rows.length <= FEWEST) return NONE;
  const sized: Sized[] = [];
  for (const row of rows) {
    const one = (isQuiet(row) ? quietSized(keys, row) : null) ?? readSized(keys, row);
    // Nothing is to be said of a quiet row, so it is not named a total.
    if (one.size > 0 && (isQuiet(row) || totalNamed(form, row.entry) === null)) sized.push(one);
  }
  const beside = new Map<SeenRow, SumOfRows>();
  for (let index = 0; index < sized.length; index += 1) {
    const found = runBeside(keys, sized, index, -1) ?? runBeside(keys, sized, index, 1);
    if (found) beside.set(found.at, found);
  }
  // A subtotal would count its rows twice.
  const single = beside.size === 0 ? sized : sized.filter(({ row }) => !beside.has(row));
  const ofGroups = areAlike(single) ? NONE : sumsOfGroups(keys, groupsOf(form, single, isQuiet));
  return beside.size === 0 ? ofGroups : [...beside.values(), ...ofGroups];
}

const NONE: readonly SumOfRows[] = [];

function readSized(keys: readonly string[], row: SeenRow): Sized {
  const { numbers } = row.entry;
  let size = 0;
  for (const key of keys) size += numbers[key] ?? 0;
  return { row, size, numbers };
}

/** A row in which nothing is wrong is not read where all its numbers stand in the cells as numbers; null where some do not. */
function quietSized(keys: readonly string[], row: SeenRow): Sized | null {
  const { cells, percent } = row.raw;
  if (percent !== undefined) return null;
  let size = 0;
  for (let place = 0; place < keys.length; place += 1) {
    const cell = cells[keys[place]!];
    if (typeof cell !== 'number') return null;
    size += cell;
  }
  return { row, size, numbers: cells };
}

/** The one wrong number may be the largest, as that of the pupils on the list. */
const mayBeSum = (size: number, others: number): boolean => others <= 2 * size;

/** Not even the largest row may be a sum of the three smallest. */
function areAlike(all: readonly Sized[]): boolean {
  const sizes = all.map(({ size }) => size).sort((a, b) => a - b);
  return sizes.length <= FEWEST || !mayBeSum(sizes[sizes.length - 1]!, sizes[0]! + sizes[1]! + sizes[2]!);
}

function runBeside(keys: readonly string[], all: readonly Sized[], index: number, step: 1 | -1): SumOfRows | null {
  const { row, size } = all[index]!;
  const farthest = all[index + FEWEST * step];
  if (!farthest || !mayBeSum(size, all[index + step]!.size + all[index + 2 * step]!.size + farthest.size)) return null;
  const sums = keys.map(() => 0);
  for (let count = 1; count <= LONGEST_RUN; count += 1) {
    const next = all[index + step * count];
    if (!next || add(keys, sums, next, all[index]!) > MOST_WRONG) return null;
    if (count >= FEWEST && isSum(keys, all[index]!, sums)) return { at: row, count, of: step < 0 ? 'above' : 'below' };
  }
  return null;
}

/** Gives how many of the sums exceed the row's numbers. */
function add(keys: readonly string[], sums: number[], { numbers }: Sized, total: Sized): number {
  let exceeded = 0;
  for (let place = 0; place < keys.length; place += 1) {
    const key = keys[place]!;
    sums[place]! += Number(numbers[key] ?? 0);
    const own = total.numbers[key];
    if (typeof own === 'number' && sums[place]! > own + ROUNDING) exceeded += 1;
  }
  return exceeded;
}

/** 0.1 and 0.2 make 0.3. */
const ROUNDING = 1e-6;

function isSum(keys: readonly string[], { numbers }: Sized, sums: readonly number[]): boolean {
  let [equal, wrong] = [0, 0];
  for (let place = 0; place < keys.length; place += 1) {
    const own = numbers[keys[place]!];
    if (typeof own !== 'number') continue;
    if (Math.abs(sums[place]! - own) > ROUNDING) wrong += 1;
    else if (own > 0) equal += 1;
  }
  return equal >= FEWEST && wrong <= MOST_WRONG;
}

interface Group {
  readonly rows: Sized[];
  size: number;
  readonly of: Pick<SumOfRows, 'of' | 'field'>;
}

function sumsOfGroups(keys: readonly string[], groups: readonly Group[]): SumOfRows[] {
  const found = new Map<SeenRow, SumOfRows>();
  for (const { rows, size: whole, of } of groups) {
    if (rows.length <= FEWEST) continue;
    for (const one of rows) {
      const { row, size } = one;
      if (!mayBeSum(size, whole - size) || found.has(row)) continue;
      const sums = keys.map(() => 0);
      for (const other of rows) if (other !== one) add(keys, sums, other, one);
      if (isSum(keys, one, sums)) found.set(row, { at: row, count: rows.length - 1, ...of });
    }
  }
  return [...found.values()];
}

/**
 * All rows, and those of one class and of one word; the class and the words are those of a row's name. A group of quiet rows
 * alone is none.
 */
function groupsOf(form: Form, all: readonly Sized[], isQuiet: Seen['isQuiet']): Group[] {
  const groups = new Map<string, Group>();
  const put = (name: string, of: Group['of']): void => void groups.set(name, { rows: [], size: 0, of });
  const namesOf = namesIn(form);
  put(ALL, { of: 'all' });
  const names = all.map(({ row }) => (isQuiet(row) ? null : namesOf(row)));
  for (const own of names) {
    own?.forEach((name, place) => {
      if (name !== '' && !groups.has(name)) put(name, place === 0 ? { of: 'class' } : wordIn(form, place));
    });
  }
  const add = (name: string, one: Sized): void => {
    const group = groups.get(name);
    if (!group) return;
    group.rows.push(one);
    group.size += one.size;
  };
  all.forEach((one, index) => {
    add(ALL, one);
    if (groups.size > 1) for (const name of names[index] ?? namesOf(one.row)) add(name, one);
  });
  return [...groups.values()];
}

const ALL = '|';
const isOfClass = (key: string): boolean => key === 'grade' || key === 'letter';
const wordsOf = ({ identity }: Form): string[] => identity.filter((key) => !isOfClass(key));
const wordIn = (form: Form, place: number): Group['of'] => ({ of: 'word', field: wordsOf(form)[place - 1] });

/** What the groups of a row are called: its class first, then word by word; '' where it belongs to none. */
function namesIn(form: Form): (row: SeenRow) => string[] {
  const { identity } = form;
  const words = wordsOf(form);
  return ({ identity: name }) => {
    const parts = name.split('|');
    if (parts.length !== identity.length) return [];
    const names = [''];
    for (let place = 0; place < identity.length; place += 1) {
      const key = identity[place]!;
      // One row a class makes no group.
      if (isOfClass(key)) names[0] += words.length > 0 ? `${parts[place]}|` : '';
      else names.push(parts[place] ? `${key}:${parts[place]}` : '');
    }
    if (names[0]!.startsWith('|')) names[0] = '';
    return names;
  };
}
