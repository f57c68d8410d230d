import { type AnyIndicator, type Change, type Figure, isDerived, type Overlap } from '../model';
import { valueOfSums } from './figure-of-sums';
import { changeInWords } from './statistics';

/** An owner's figure in one of two periods, and those of its schools that have a value; a school has none beside its own. */
export interface Side {
  readonly whole: Figure | undefined;
  readonly schools: ReadonlyMap<string, Figure>;
}

/**
 * Like is compared with like: where not the same schools stand behind both figures, those that stand behind both. Null when
 * either side has no value, and of a derived indicator whose schools differ: it has no sums to be pooled anew.
 */
export function changeOf(indicator: AnyIndicator, later: Side, earlier: Side): Change | null {
  if (!hasValue(later.whole) || !hasValue(earlier.whole)) return null;
  const over = overlapOf(later, earlier);
  if (!over) return difference(indicator, later.whole, earlier.whole);
  if (isDerived(indicator) || over.both === 0) return { ...NOT_COMPARED, over };
  const [now, before] = [later, earlier].map(({ schools }, index) =>
    pooled([...schools].flatMap(([key, figure]) => ([earlier, later][index]!.schools.has(key) ? [figure] : []))),
  );
  const [is, was] = [now!, before!].map((sums) => ({
    ...sums,
    ...valueOfSums(indicator, sums.numerator, sums.denominator),
  }));
  return { ...difference(indicator, is!, was!), over };
}

type Sums = Pick<Figure, 'numerator' | 'denominator' | 'value'>;

const NOT_COMPARED: Change = { difference: null, earlierCount: 0, verdict: null };

const hasValue = (figure: Figure | undefined): figure is Figure & { value: number } => figure?.value != null;

/** Undefined when the same schools are in both. */
function overlapOf(later: Side, earlier: Side): Overlap | undefined {
  const without = (from: Side, other: Side): string[] =>
    [...from.schools.keys()].filter((key) => !other.schools.has(key));
  const [absentBefore, absentNow] = [without(later, earlier), without(earlier, later)];
  if (absentBefore.length + absentNow.length === 0) return undefined;
  return { both: later.schools.size - absentBefore.length, absentBefore, absentNow };
}

const pooled = (figures: readonly Figure[]): Pick<Figure, 'numerator' | 'denominator'> => ({
  numerator: figures.reduce((sum, { numerator }) => sum + numerator, 0),
  denominator: figures.reduce((sum, { denominator }) => sum + denominator, 0),
});

function difference(indicator: AnyIndicator, later: Sums, earlier: Sums): Change {
  const judged = !isDerived(indicator) && indicator.kind === 'share' && indicator.targets.length > 0;
  return {
    difference: (later.value ?? 0) - (earlier.value ?? 0),
    earlierCount: earlier.denominator,
    verdict: judged ? changeInWords(countsOf(later), countsOf(earlier)) : null,
  };
}

const countsOf = ({ numerator, denominator }: Sums) => ({ k: numerator, n: denominator });
