import type { Entry, Figure, Form, Indicator, School, Slice } from '../model';
import { gradeTitle } from './class-set';
import { normalText } from './identity';
import { remembering } from './remembering';
import { type Belongs, belongsTo, sumOf, type Terms, termsOf } from './weighted-sums';

/** A row as it enters the computation: a row with an error is counted only as left out. */
export interface CountedRow {
  readonly entry: Entry;
  readonly valid: boolean;
}

/** Sums of one indicator over the rows of one cut. */
export interface Sum {
  numerator: number;
  denominator: number;
  rows: number;
  leftOut: number;
}

export interface Bin {
  readonly scope: Figure['scope'];
  readonly owner: string;
  readonly slice: Slice | undefined;
  /** By the indicator's place in the list. */
  readonly sums: readonly Sum[];
}

/** A bin whose sums are parts of others'. */
interface OwnBin extends Bin {
  above: readonly OwnBin[];
}

/** The bins of one school, one group or the district: its total, and by each of the form's slices. */
export interface Owner {
  readonly scope: Figure['scope'];
  readonly owner: string;
  readonly total: OwnBin;
  readonly cuts: readonly Map<string, OwnBin>[];
  /** Whose sums are made of its own. */
  above: readonly Owner[];
}

const titleOfGrade = remembering(gradeTitle);

/** The word by which a row stands in a slice: classes in one spelling. */
const sliceWord = (key: string, text: string): string => (key === 'grade' ? titleOfGrade(text) : text);

/** Whether a row is among those of a slice. */
export const isInSlice = (slice: Slice, { texts }: Pick<Entry, 'texts'>): boolean =>
  Object.entries(slice).every(([key, word]) => normalText(sliceWord(key, texts[key] ?? '')) === normalText(word));

/** Sums of one form, pooled for every school, group and the district: in total and by each of the form's slices. */
export class Pool {
  /** In the order in which they came. */
  private readonly bins: OwnBin[] = [];
  private readonly owners = new Map<string, Owner>();
  private readonly sums: readonly { top: Terms; bottom: Terms; belongs: Belongs | null }[];
  private readonly slices: readonly string[];

  constructor(form: Form, indicators: readonly Indicator[]) {
    this.slices = form.slices ?? [];
    this.sums = indicators.map((indicator) => ({
      top: termsOf(indicator.numerator),
      bottom: termsOf(indicator.denominator),
      belongs: indicator.where ? belongsTo(indicator) : null,
    }));
  }

  /** Its totals exist from here on, even when no row ever reaches them. */
  owner(scope: Figure['scope'], owner: string): Owner {
    const key = `${scope}|${owner}`;
    let known = this.owners.get(key);
    if (!known) {
      known = {
        scope,
        owner,
        total: this.bin(scope, owner, undefined),
        cuts: this.slices.map(() => new Map()),
        above: [],
      };
      this.owners.set(key, known);
    }
    return known;
  }

  /** What is added to this owner's sums is added to those of these too, which have no sums of others. */
  within(owner: Owner, above: readonly Owner[]): Owner {
    owner.above = above;
    owner.total.above = above.map(({ total }) => total);
    return owner;
  }

  private bin(scope: Figure['scope'], owner: string, slice: Slice | undefined): OwnBin {
    const sums = this.sums.map(() => ({ numerator: 0, denominator: 0, rows: 0, leftOut: 0 }));
    const bin = { scope, owner, slice, sums, above: [] };
    this.bins.push(bin);
    return bin;
  }

  /** An owner's bin for a word, in the order in which words come; whoever has its sums has one for the word, too. */
  private cut({ scope, owner, cuts, above }: Owner, index: number, title: string, spelt: string): OwnBin {
    const known = cuts[index]!.get(spelt);
    if (known) return known;
    const bin = this.bin(scope, owner, { [this.slices[index]!]: title });
    cuts[index]!.set(spelt, bin);
    bin.above = above.map((one) => this.cut(one, index, title, spelt));
    return bin;
  }

  /** The bins that a row's numbers belong to. */
  private binsOf({ texts }: Entry, owner: Owner): Bin[] {
    const bins = [owner.total];
    for (let index = 0; index < this.slices.length; index += 1) {
      const key = this.slices[index]!;
      const text = texts[key];
      if (!text) continue;
      const title = sliceWord(key, text);
      bins.push(this.cut(owner, index, title, normalText(title)));
    }
    return bins;
  }

  add({ entry, valid }: CountedRow, owner: Owner): void {
    const bins = this.binsOf(entry, owner);
    for (let index = 0; index < this.sums.length; index += 1) {
      const { top, bottom, belongs } = this.sums[index]!;
      const belonging = belongs === null || belongs(entry);
      // A row that may belong counts as left out: it has an error or a blank where it would say so.
      if (belonging === false) continue;
      const numerator = valid && belonging ? sumOf(top, entry.numbers) : null;
      const denominator = valid && belonging ? sumOf(bottom, entry.numbers) : null;
      for (let place = 0; place < bins.length; place += 1) addTo(bins[place]!.sums[index]!, numerator, denominator);
    }
  }

  /** All bins, when every row is in; those of groups and of the district are made of their schools'. */
  summed(): readonly Bin[] {
    for (const { sums, above } of this.bins)
      for (const { sums: whole } of above)
        for (let index = 0; index < sums.length; index += 1) addAll(whole[index]!, sums[index]!);
    return this.bins;
  }
}

function addAll(whole: Sum, part: Sum): void {
  whole.numerator += part.numerator;
  whole.denominator += part.denominator;
  whole.rows += part.rows;
  whole.leftOut += part.leftOut;
}

function addTo(sum: Sum, numerator: number | null, denominator: number | null): void {
  if (numerator === null || denominator === null) {
    sum.leftOut += 1;
    return;
  }
  sum.numerator += numerator;
  sum.denominator += denominator;
  sum.rows += 1;
}

/** The sums of each school, which are those of its group and of the district too. */
export function poolsOf(pool: Pool, schools: readonly School[]): Map<string, Owner> {
  const own = new Map(schools.map(({ key }) => [key, pool.owner('school', key)]));
  const groups = new Map(schools.map(({ key, group }) => [key, group ? pool.owner('group', group) : null]));
  const district = pool.owner('district', '');
  for (const [key, school] of own) {
    const group = groups.get(key);
    pool.within(school, group ? [group, district] : [district]);
  }
  return own;
}
