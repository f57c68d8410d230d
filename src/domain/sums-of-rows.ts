import { numericKeys, type Seen, type SeenRow } from '../model';
import { normalText } from './identity';
import { totalsNamed } from './totals';

/** So many other rows make a sum, and in so many numbers above 0 it is no chance, one other number being wrong at most. */
const FEWEST = 3;
const MOST_WRONG = 1;
/** A sum of more rows than this is looked for only as that of all, or of all of one name. */
const LONGEST_RUN = 400;

/** Of which rows: those directly above or below, all others, or all others with the same class or word of a field. */
export type SummedRows = 'above' | 'below' | 'all' | 'class' | 'word';

/** A row whose numbers are the sums of other rows. */
export interface SumOfRows {
  readonly at: SeenRow;
  readonly count: number;
  readonly of: SummedRows;
  /** Whose word all the rows have. */
  readonly field?: string;
}

interface Counted {
  readonly row: SeenRow;
  readonly numbers: readonly number[];
  /** Places of the numbers that stand there. */
  readonly filled: readonly number[];
}

/**
 * Rows that are probably totals though nothing names them so. Looked for are runs of rows ending or beginning beside the row,
 * which end as soon as they exceed it, and a few sums that are made once for the form: there are as many steps as rows.
 */
export function sumsOfRows({ form, rows }: Seen): SumOfRows[] {
  const keys = numericKeys(form);
  if (keys.length < FEWEST || rows.length <= FEWEST) return [];
  const counted = rows.flatMap((row): Counted[] => {
    if (totalsNamed(form, row.entry).length > 0) return [];
    // Whole numbers, so that 0.1 and 0.2 make 0.3.
    const numbers = keys.map((key) => Math.round((row.entry.numbers[key] ?? 0) * 10_000));
    if (numbers.every((number) => number === 0)) return [];
    const filled = keys.flatMap((key, index) => (row.entry.numbers[key] === null ? [] : [index]));
    return [{ row, numbers, filled }];
  });
  const beside = new Map<Counted, SumOfRows>();
  counted.forEach((one, index) => {
    const found = runBeside(counted, index, -1) ?? runBeside(counted, index, 1);
    if (found) beside.set(one, found);
  });
  return [...beside.values(), ...sumsOfGroups(form.identity, counted, beside)];
}

function runBeside(all: readonly Counted[], index: number, step: 1 | -1): SumOfRows | null {
  const own = all[index]!;
  if (own.filled.length < FEWEST) return null;
  const sums = own.numbers.map(() => 0);
  for (let count = 1; count <= LONGEST_RUN; count += 1) {
    const next = all[index + step * count];
    if (!next) return null;
    let exceeded = 0;
    for (const place of own.filled) {
      sums[place]! += next.numbers[place]!;
      if (sums[place]! > own.numbers[place]!) exceeded += 1;
    }
    if (exceeded > MOST_WRONG) return null;
    if (count >= FEWEST && isSum(own, sums)) return { at: own.row, count, of: step < 0 ? 'above' : 'below' };
  }
  return null;
}

function isSum({ filled, numbers }: Counted, sums: readonly number[]): boolean {
  let [equal, wrong] = [0, 0];
  for (const place of filled) {
    if (sums[place] !== numbers[place]) wrong += 1;
    else if (numbers[place]! > 0) equal += 1;
  }
  return equal >= FEWEST && wrong <= MOST_WRONG;
}

/** The name by which a row belongs to a group; '' where it has none. */
type NameOf = (row: SeenRow) => string;

function sumsOfGroups(
  identity: readonly string[],
  counted: readonly Counted[],
  beside: ReadonlyMap<Counted, SumOfRows>,
): SumOfRows[] {
  const groups: [Pick<SumOfRows, 'of' | 'field'>, NameOf][] = [[{ of: 'all' }, () => 'all']];
  for (const field of identity) {
    const word: NameOf = ({ entry }) => normalText(entry.texts[field] ?? '');
    const grades: NameOf = ({ classes }) => (classes ? `${classes.from}-${classes.to}` : '');
    if (field === 'letter') groups.push([{ of: 'class' }, ({ classKey }) => classKey]);
    else groups.push([{ of: 'word', field }, field === 'grade' ? grades : word]);
  }
  const found = new Map<Counted, SumOfRows>();
  for (const [of, nameOf] of groups) {
    const named = counted.map((one) => [one, nameOf(one.row)] as const).filter(([, name]) => name !== '');
    const totals = new Map<string, { rows: number; sums: number[] }>();
    // A subtotal would count its rows twice.
    for (const [one, name] of named) if (!beside.has(one)) add(totals, name, one.numbers);
    for (const [one, name] of named) {
      const total = totals.get(name);
      if (!total || beside.has(one) || found.has(one) || total.rows <= FEWEST) continue;
      const others = total.sums.map((sum, place) => sum - one.numbers[place]!);
      if (isSum(one, others)) found.set(one, { at: one.row, count: total.rows - 1, ...of });
    }
  }
  return [...found.values()];
}

function add(totals: Map<string, { rows: number; sums: number[] }>, name: string, numbers: readonly number[]): void {
  const total = totals.get(name);
  if (!total) {
    totals.set(name, { rows: 1, sums: [...numbers] });
    return;
  }
  total.rows += 1;
  for (let place = 0; place < numbers.length; place += 1) total.sums[place]! += numbers[place]!;
}
