import { type Cell, type Indicator, isDerived, type RawRow, type Seen } from '../model';
import { FEWEST_PEERS } from './peers';
import { median } from './statistics';
import { sumOf, type Terms, termsOf } from './weighted-sums';

/** A school's share that is far from that of the schools like it. */
export interface UnusualShare {
  readonly indicator: Indicator;
  readonly part: number;
  readonly whole: number;
  readonly isMore: boolean;
}

interface Share {
  readonly part: number;
  readonly whole: number;
}

/** Below so many, chance decides. */
const SMALLEST = 20;
/** Nothing is said of fewer than so many, nor of a smaller part of all; else from so many spreads on. */
const BEYOND = { by: 10, share: 0.15, spreads: 3.5 };
/** The median absolute deviation of a normal distribution, as a standard deviation. */
const MAD = 1.4826;

const numberOf = (cell: Cell | undefined): number | null =>
  typeof cell === 'number' ? cell : cell === undefined || cell === '' ? 0 : null;

/** Sums over rows as they were typed: what is no number there tells of no other row. */
function shareOf(rows: readonly RawRow[], top: Terms, bottom: Terms): Share | null {
  let [part, whole] = [0, 0];
  for (const { cells } of rows) {
    const numbers: Record<string, number | null> = {};
    for (const key of [...top.keys, ...bottom.keys]) numbers[key] = numberOf(cells[key]);
    const [own, all] = [sumOf(top, numbers), sumOf(bottom, numbers)];
    if (own === null || all === null || own < 0 || own > all) continue;
    part += own;
    whole += all;
  }
  return whole >= SMALLEST ? { part, whole } : null;
}

/** By the rows of a school's form: what they are is worked out once for all that are compared with them. */
const known = new WeakMap<readonly RawRow[], Map<string, Share | null>>();

function knownShare(rows: readonly RawRow[], { key, numerator, denominator }: Indicator): Share | null {
  const own = known.get(rows) ?? new Map<string, Share | null>();
  known.set(rows, own);
  if (!own.has(key)) own.set(key, shareOf(rows, termsOf(numerator), termsOf(denominator)));
  return own.get(key)!;
}

const isCompared = (indicator: Seen['indicators'][number]): indicator is Indicator =>
  !isDerived(indicator) && indicator.kind === 'share' && indicator.pooled !== false && !indicator.where;

/** The share of a form that is furthest from what schools like this one have; null where none is far. */
export function unusualShare({ rows, peers, indicators }: Seen): UnusualShare | null {
  const wanted = indicators.filter(isCompared);
  if (rows.length === 0 || wanted.length === 0) return null;
  const others = peers();
  if (others.length < FEWEST_PEERS) return null;
  const typed = rows.map(({ raw, entry }) => ({
    ...raw,
    cells: { ...raw.cells, ...entry.numbers } as RawRow['cells'],
  }));
  let found: (UnusualShare & { readonly spreads: number }) | null = null;
  for (const indicator of wanted) {
    const own = shareOf(typed, termsOf(indicator.numerator), termsOf(indicator.denominator));
    const shares = others.flatMap((each) => {
      const share = knownShare(each, indicator);
      return share ? [share.part / share.whole] : [];
    });
    const far = own && shares.length >= FEWEST_PEERS ? distance(own, shares) : null;
    if (own && far && (found === null || far.spreads > found.spreads)) found = { indicator, ...own, ...far };
  }
  return found;
}

function distance({ part, whole }: Share, shares: readonly number[]): { spreads: number; isMore: boolean } | null {
  const middle = median(shares)!;
  const expected = whole * middle;
  const by = Math.abs(part - expected);
  if (by < BEYOND.by || by < BEYOND.share * whole) return null;
  const scatter = MAD * median(shares.map((share) => Math.abs(share - middle)))! * whole;
  const spread = Math.max(scatter, Math.sqrt(expected * (1 - middle)), 1);
  return by > BEYOND.spreads * spread ? { spreads: by / spread, isMore: part > expected } : null;
}
