import type { Entry, Figure, Form, Indicator, Slice } from '../model';
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

/** The bins of one school, one group or the district: its total, and by each of the form's slices. */
export interface Owner {
  readonly scope: Figure['scope'];
  readonly owner: string;
  readonly total: Bin;
  readonly cuts: readonly Map<string, Bin>[];
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
  readonly bins: Bin[] = [];
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
      known = { scope, owner, total: this.bin(scope, owner, undefined), cuts: this.slices.map(() => new Map()) };
      this.owners.set(key, known);
    }
    return known;
  }

  private bin(scope: Figure['scope'], owner: string, slice: Slice | undefined): Bin {
    const sums = this.sums.map(() => ({ numerator: 0, denominator: 0, rows: 0, leftOut: 0 }));
    const bin = { scope, owner, slice, sums };
    this.bins.push(bin);
    return bin;
  }

  /** The bins that a row's numbers belong to. */
  private binsOf({ texts }: Entry, owners: readonly Owner[]): Bin[] {
    const bins = owners.map(({ total }) => total);
    for (let index = 0; index < this.slices.length; index += 1) {
      const key = this.slices[index]!;
      const text = texts[key];
      if (!text) continue;
      const title = sliceWord(key, text);
      const spelt = normalText(title);
      for (const { scope, owner, cuts } of owners) {
        const cut = cuts[index]!;
        let bin = cut.get(spelt);
        if (!bin) {
          bin = this.bin(scope, owner, { [key]: title });
          cut.set(spelt, bin);
        }
        bins.push(bin);
      }
    }
    return bins;
  }

  add({ entry, valid }: CountedRow, owners: readonly Owner[]): void {
    const bins = this.binsOf(entry, owners);
    for (let index = 0; index < this.sums.length; index += 1) {
      const { top, bottom, belongs } = this.sums[index]!;
      const belonging = belongs === null || belongs(entry);
      // A row that may belong counts as left out: it has an error or a blank where it would say so.
      if (belonging === false) continue;
      const numerator = valid && belonging ? sumOf(top, entry.numbers) : null;
      const denominator = valid && belonging ? sumOf(bottom, entry.numbers) : null;
      for (const bin of bins) addTo(bin.sums[index]!, numerator, denominator);
    }
  }
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
