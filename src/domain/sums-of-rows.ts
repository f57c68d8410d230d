import { numericKeys, type Seen, type SeenRow } from '../model';
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
}

/**
 * Rows that are probably totals though nothing names them so. Not every set of rows is tried. Looked for are runs of rows
 * that end or begin beside a row, as long as they do not exceed it, and for the form, for each class and for each word the
 * sum of all others; rows that are too small for one are not tried. So there are about as many steps as rows.
 */
export function sumsOfRows({ form, rows }: Seen): readonly SumOfRows[] {
  const keys = numericKeys(form);
  if (keys.length < FEWEST || rows.length <= FEWEST) return NONE;
  const sized: Sized[] = [];
  for (const row of rows) {
    const { numbers } = row.entry;
    let size = 0;
    for (const key of keys) size += numbers[key] ?? 0;
    if (size > 0 && totalNamed(form, row.entry) === null) sized.push({ row, size });
  }
  const beside = new Map<SeenRow, SumOfRows>();
  for (let index = 0; index < sized.length; index += 1) {
    const found = runBeside(keys, sized, index, -1) ?? runBeside(keys, sized, index, 1);
    if (found) beside.set(found.at, found);
  }
  // A subtotal would count its rows twice.
  const single = beside.size === 0 ? sized : sized.filter(({ row }) => !beside.has(row));
  const ofGroups = sumsOfGroups(keys, form.identity, single);
  return beside.size === 0 ? ofGroups : [...beside.values(), ...ofGroups];
}

const NONE: readonly SumOfRows[] = [];

/** The one wrong number may be the largest, as that of the pupils on the list. */
const mayBeSum = (size: number, others: number): boolean => others <= 2 * size;

function runBeside(keys: readonly string[], all: readonly Sized[], index: number, step: 1 | -1): SumOfRows | null {
  const { row, size } = all[index]!;
  const farthest = all[index + FEWEST * step];
  if (!farthest || !mayBeSum(size, all[index + step]!.size + all[index + 2 * step]!.size + farthest.size)) return null;
  const sums = keys.map(() => 0);
  for (let count = 1; count <= LONGEST_RUN; count += 1) {
    const next = all[index + step * count];
    if (!next || add(keys, sums, next.row, row) > MOST_WRONG) return null;
    if (count >= FEWEST && isSum(keys, row, sums)) return { at: row, count, of: step < 0 ? 'above' : 'below' };
  }
  return null;
}

/** Gives how many of the sums exceed the row's numbers. */
function add(keys: readonly string[], sums: number[], { entry }: SeenRow, total: SeenRow): number {
  let exceeded = 0;
  for (let place = 0; place < keys.length; place += 1) {
    const key = keys[place]!;
    sums[place]! += entry.numbers[key] ?? 0;
    const own = total.entry.numbers[key];
    if (own !== null && sums[place]! > own! + ROUNDING) exceeded += 1;
  }
  return exceeded;
}

/** 0.1 and 0.2 make 0.3. */
const ROUNDING = 1e-6;

function isSum(keys: readonly string[], { entry }: SeenRow, sums: readonly number[]): boolean {
  let [equal, wrong] = [0, 0];
  for (let place = 0; place < keys.length; place += 1) {
    const own = entry.numbers[keys[place]!];
    if (own === null || own === undefined) continue;
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

function sumsOfGroups(keys: readonly string[], identity: readonly string[], all: readonly Sized[]): SumOfRows[] {
  const found = new Map<SeenRow, SumOfRows>();
  for (const { rows, size: whole, of } of groupsOf(identity, all)) {
    if (rows.length <= FEWEST) continue;
    for (const { row, size } of rows) {
      if (!mayBeSum(size, whole - size) || found.has(row)) continue;
      const sums = keys.map(() => 0);
      for (const other of rows) if (other.row !== row) add(keys, sums, other.row, row);
      if (isSum(keys, row, sums)) found.set(row, { at: row, count: rows.length - 1, ...of });
    }
  }
  return [...found.values()];
}

function groupsOf(identity: readonly string[], all: readonly Sized[]): Group[] {
  const groups: Group[] = [];
  const byName = new Map<string, Group>();
  const put = (name: string, one: Sized, of: Group['of']): void => {
    let group = byName.get(name);
    if (!group) {
      group = { rows: [], size: 0, of };
      byName.set(name, group);
      groups.push(group);
    }
    group.rows.push(one);
    group.size += one.size;
  };
  const words = identity.filter((key) => key !== 'grade' && key !== 'letter');
  for (const one of all) {
    const { texts } = one.row.entry;
    put('', one, { of: 'all' });
    // One row a class makes no group.
    if (words.length > 0 && texts.grade) put(`${texts.grade}|${texts.letter ?? ''}`, one, { of: 'class' });
    for (const field of words) if (texts[field]) put(texts[field], one, { of: 'word', field });
  }
  return groups;
}
