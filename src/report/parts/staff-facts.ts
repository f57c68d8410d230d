import { formatPercent } from '../../model';
import { asTyped, listed, type Missing, missingIn, totalOf } from '../missing';
import { DISTRICT, figureOf, hasValue, type ReportData } from '../report-data';
import { coursesNeeded, trained } from '../words/sentences';
import { COUNTS_BELOW, plainCounts } from '../words/shares';

/** A district's many schools are in the tables, not in a sentence. */
const NAMED = 8;
export const named = (items: readonly Missing[]): string => (items.length > NAMED ? '' : `: ${listed(items)}`);

/** Posts that are filled, and how many are not. */
export function posts(data: ReportData): string[] {
  const figure = figureOf(data, DISTRICT, 'staffing-rate');
  if (!hasValue(figure)) return [];
  const vacant = missingIn(data, 'staffing-rate');
  const free =
    vacant.length === 0 ? 'свободных ставок нет' : `не занято ${asTyped(totalOf(vacant))} (таблица {staffing})`;
  const percent = figure.denominator < COUNTS_BELOW ? '' : ` (${formatPercent(figure.value)})`;
  const share = `${asTyped(figure.numerator)} из ${asTyped(figure.denominator)}${percent}`;
  return [`В школах района занято ставок ${share}; ${free}.`];
}

/** Who has been taught within three years, and how many are still to be. */
export function taught(data: ReportData): string[] {
  const figure = figureOf(data, DISTRICT, 'trained-rate');
  if (!hasValue(figure)) return [];
  const need = missingIn(data, 'trained-rate');
  const rest = need.length === 0 ? '' : ` ${coursesNeeded(totalOf(need))}${named(need)}.`;
  return [`За три года ${trained(figure.numerator, plainCounts(figure))}.${rest}`];
}
