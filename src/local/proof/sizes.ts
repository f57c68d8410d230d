import type { CutsOptions } from './cuts';
import type { DamageOptions } from './damage';

/** How much of every part is played. */
export interface Sizes {
  readonly cuts: Pick<CutsOptions, 'sample' | 'sizes'>;
  readonly schedules: number;
  readonly damage: Pick<DamageOptions, 'seeds' | 'pairs' | 'grown' | 'wholeEvery'>;
  /** About how many of each kind; all of them without it. */
  readonly mishaps?: number;
  /** Into how many shares a part is divided; each has to prepare its workbooks. */
  readonly shares: number;
}

/** Point by point: what calls come in which order, what is locked, noted down and stamped does not hang on the forms. */
export const EVERY: Sizes = {
  cuts: {},
  schedules: 4000,
  damage: { seeds: 60, pairs: 1000, grown: 2, wholeEvery: 16 },
  shares: 4,
};

/** Spread over all of it, the same each time. */
export const SAMPLE: Sizes = {
  cuts: { sample: 6, sizes: [1, 7] },
  schedules: 300,
  damage: { seeds: 4, pairs: 100, grown: 1, wholeEvery: 8 },
  mishaps: 15,
  shares: 2,
};
