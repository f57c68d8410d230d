import { type Change, type Figure, formatNumber, formatPercent, formatPoints, NBSP, plural } from '../../model';
import { agreed, ofPupils } from './pupils';

/** Up to here children are counted and no percentage is given; from the third bound on percentages speak for themselves. */
export const COUNTS_BELOW = 5;
export const SMALL_BELOW = 10;
export const COUNTS_FIRST_BELOW = 30;

/** How a share of pupils is told: forms-and-reports.md 5. The verb agrees with the number of children. */
export interface ShareWords {
  /** «на „4“ и „5“ учится», «… учатся». */
  readonly pupils: readonly [one: string, many: string];
  /** «на „4“ и „5“ не учится» */
  readonly nobody: string;
  /** «качество знаний составило» */
  readonly rate: string;
}

type Counts = Pick<Figure, 'numerator' | 'denominator' | 'value'>;

/** What of how many, by size: «1 из 4», «3 из 7 (42,9 %, численность мала)», «6 из 26 (23,1 %)», «34,7 % (331 из 953)». */
export function countsText({ numerator: k, denominator: n, value }: Counts): string {
  const counts = `${formatNumber(k)}${NBSP}из${NBSP}${formatNumber(n)}`;
  if (n < COUNTS_BELOW || value === null) return counts;
  if (n < SMALL_BELOW) return `${counts} (${formatPercent(value)}, численность мала)`;
  return n < COUNTS_FIRST_BELOW ? `${counts} (${formatPercent(value)})` : `${formatPercent(value)} (${counts})`;
}

/** The same with children first at any size, with «обучающихся» and what else belongs into the brackets. */
export function pupilsText({ numerator: k, denominator: n, value }: Counts, more: readonly string[] = []): string {
  // A longer unbroken stretch would tear the line above it apart.
  const counts = `${formatNumber(k)}${NBSP}из ${ofPupils(n)}`;
  const percent =
    n < COUNTS_BELOW || value === null ? [] : [formatPercent(value) + (n < SMALL_BELOW ? ', численность мала' : '')];
  const inside = [...percent, ...more];
  return inside.length === 0 ? counts : `${counts} (${inside.join('; ')})`;
}

/** «Успевают 274 из 301 обучающегося (91,0 %)»; «ни один из 4 обучающихся» where there is nobody. */
export function shareOfPupils(words: ShareWords, figure: Counts, more: readonly string[] = []): string {
  if (figure.numerator === 0) {
    const whom = figure.denominator === 1 ? 'единственный обучающийся' : `ни один из ${ofPupils(figure.denominator)}`;
    const all = `${words.nobody} ${whom}`;
    return more.length === 0 ? all : `${all} (${more.join('; ')})`;
  }
  return `${agreed(figure.numerator, words.pupils)} ${pupilsText(figure, more)}`;
}

/** Of many the rate, of few the children. */
export const shareSentence = (words: ShareWords, figure: Counts): string =>
  figure.denominator < COUNTS_FIRST_BELOW ? shareOfPupils(words, figure) : `${words.rate} ${countsText(figure)}`;

/** What became of a share within a year, as far as its size lets be said; null where nothing can be. */
export interface YearAgo {
  readonly before: Counts;
  /** Only of a target indicator: whether the interval of the difference leaves 0 out. */
  readonly verdict: Change['verdict'];
}

/** «Год назад – 54 из 305 (17,7 %); для вывода о росте этого мало» */
export function yearAgoText(now: Counts, { before, verdict }: YearAgo): string | null {
  const smaller = Math.min(now.denominator, before.denominator);
  if (before.denominator === 0 || before.value === null || now.value === null) return null;
  const was = `год назад – ${plainCounts(before)}`;
  if (smaller < SMALL_BELOW) return was;
  if (smaller < COUNTS_FIRST_BELOW) return `${was}, ${inChildren(now.numerator - before.numerator)}`;
  const points = formatPoints(Math.abs(now.value - before.value)).replace('+', '');
  const by = now.value > before.value ? `на ${points} больше` : `на ${points} меньше`;
  const change = /^0,0/.test(points) ? 'без изменений' : by;
  if (verdict === null) return `${was}, ${change}`;
  if (verdict === 'без устойчивых изменений') return `${was}; с учётом численности показатель существенно не изменился`;
  return `${was}; с учётом численности это ${verdict}`;
}

/** «54 из 305 (17,7 %)» at any size from five on. */
export const plainCounts = ({ numerator, denominator, value }: Counts): string => {
  const counts = `${formatNumber(numerator)}${NBSP}из${NBSP}${formatNumber(denominator)}`;
  return denominator < COUNTS_BELOW || value === null ? counts : `${counts} (${formatPercent(value)})`;
};

/** «на 2 обучающихся больше», «столько же» */
function inChildren(difference: number): string {
  if (difference === 0) return 'столько же';
  const size = Math.abs(difference);
  const children = `${formatNumber(size)}${NBSP}${plural(size, 'обучающегося', 'обучающихся', 'обучающихся')}`;
  return `на ${children} ${difference > 0 ? 'больше' : 'меньше'}`;
}
