import { type Improvement, type ImprovementVerdict, type PeriodKey, shiftPeriod, type YearResult } from '../model';
import { newcombe } from './statistics';

/** So many results of one kind a decision needs, and as many pupils in each of them, or in the last three together. */
const FEWEST_RESULTS = 3;
const FEWEST_PUPILS = 30;
/** Growth in each of the last three years takes four results, where there are as many. */
const MOST_RESULTS = 4;

/**
 * Whether a result has grown stably and by more than chance: of the last three results of one kind each is above the one
 * of the year before, where there is one, and the interval of the whole change leaves 0 out. Results from outside stand in
 * for years before the programme; with fewer than three own ones what they say is preliminary.
 */
export function improvementOf(given: readonly YearResult[]): Improvement {
  const results = lastInRow(given.filter(({ denominator }) => denominator > 0));
  const [first, last] = [results[0], results[results.length - 1]];
  if (results.length < 2) return { results, change: null, grows: false, verdict: 'too few results' };
  const { difference, low, high } = newcombe(countsOf(last!), countsOf(first!));
  const grows = results.every((result, index) => index === 0 || shareOf(result) > shareOf(results[index - 1]!));
  const change = { difference: 100 * difference, low: 100 * low, high: 100 * high };
  return { results, change, grows, verdict: verdictOf(results, grows && low > 0) };
}

function verdictOf(results: readonly YearResult[], improved: boolean): ImprovementVerdict {
  if (!isEnough(results)) return 'too few pupils';
  const own = results.filter(({ fromOutside }) => !fromOutside).length;
  if (own < FEWEST_RESULTS) return improved ? 'preliminary' : 'too few results';
  return improved ? 'met' : 'not met';
}

const isEnough = (results: readonly YearResult[]): boolean =>
  results.every(({ denominator }) => denominator >= FEWEST_PUPILS) ||
  results.slice(-FEWEST_RESULTS).reduce((sum, { denominator }) => sum + denominator, 0) >= FEWEST_PUPILS;

/** The latest results without a year missing between them. */
function lastInRow(results: readonly YearResult[]): YearResult[] {
  const byPeriod = new Map<PeriodKey, YearResult>();
  // An own result is more than one from outside.
  for (const result of results)
    if (!result.fromOutside || !byPeriod.has(result.period)) byPeriod.set(result.period, result);
  const keys = [...byPeriod.keys()].sort().reverse();
  const row: YearResult[] = [];
  for (let at = keys[0]; at && byPeriod.has(at) && row.length < MOST_RESULTS; at = shiftPeriod(at, -4))
    row.unshift(byPeriod.get(at)!);
  return row;
}

const shareOf = ({ numerator, denominator }: YearResult): number => numerator / denominator;
const countsOf = ({ numerator, denominator }: YearResult) => ({ k: numerator, n: denominator });
