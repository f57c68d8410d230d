import {
  type AnyIndicator,
  type Change,
  type Figure,
  formatNumber,
  formatPercent,
  formatPoints,
  roundHalfUp,
  type Shown,
  type TableCell,
} from '../model';
import { hasValue } from './report-data';
import { COUNTS_BELOW, SMALL_BELOW } from './words/shares';

export const NO_DATA = 'н/д';
export const NONE = '–';
/** What stands for a number that a public edition does not show. */
export const WITHHELD = '*';
export const SMALL_MARK = '*';
export const SMALL_NOTE = `${SMALL_MARK} Малая численность (от ${COUNTS_BELOW} до ${SMALL_BELOW - 1} чел.): процент приводится справочно; при меньшей – число человек.`;

/** A figure as a reader sees it; `withUnit` adds «%» in running text. */
export function figureText(indicator: AnyIndicator, figure: Figure | undefined, withUnit = false): string {
  if (!figure || figure.value === null) return NO_DATA;
  if (indicator.kind === 'share') {
    if (figure.denominator < COUNTS_BELOW)
      return `${formatNumber(figure.numerator)} из ${formatNumber(figure.denominator)}`;
    const mark = figure.denominator < SMALL_BELOW ? SMALL_MARK : '';
    return (withUnit ? formatPercent(figure.value) : formatNumber(figure.value, 1)) + mark;
  }
  if (indicator.kind !== 'derived' && figure.denominator < COUNTS_BELOW) return NONE;
  return formatNumber(figure.value, indicator.unit === 'mark' ? 2 : 1);
}

/** So few that a share is told as «1 из 4». */
export const isFew = (indicator: AnyIndicator, { denominator }: Figure): boolean =>
  indicator.kind !== 'derived' && denominator < COUNTS_BELOW;

/** People are whole; positions may be halves and quarters. */
export function wholeText({ denominator }: Pick<Figure, 'denominator'>): string {
  const digits = [0, 1].find((count) => roundHalfUp(denominator, count) === denominator) ?? 2;
  return formatNumber(denominator, digits);
}

/** A share of so few that a mark or «1 из 4» stands for it. */
export const isSmallShare = (indicator: AnyIndicator, figure: Figure | undefined): boolean =>
  indicator.kind === 'share' && hasValue(figure) && figure.denominator < SMALL_BELOW;

/** A cell keeps the figure it tells of, whatever it shows of it. */
export const figureCell = (text: string, figure: Figure | undefined, shows: Shown = 'value'): TableCell => ({
  content: [{ text, ...(figure ? { figure } : {}), ...(figure && shows !== 'value' ? { shows } : {}) }],
});

/** Both sides must be large enough to be told as numbers. */
const comparable = (indicator: AnyIndicator, change: Change, figure: Figure): change is Compared =>
  change.difference !== null &&
  (indicator.kind === 'derived' || Math.min(figure.denominator, change.earlierCount) >= COUNTS_BELOW);

type Compared = Change & { readonly difference: number };

/** A change in a table: «+3,1»; a dash where either side is missing or too small to be a percentage. */
export function changeText(indicator: AnyIndicator, change: Change | null, figure: Figure | undefined): string {
  if (!change || !figure || !comparable(indicator, change, figure)) return NONE;
  const points = formatPoints(change.difference).replace(/\u00a0п\.\u00a0п\.$/, '');
  return indicator.unit === 'mark' ? formatNumber(change.difference, 2) : points;
}
