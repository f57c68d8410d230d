import {
  type AnyIndicator,
  counted,
  type Figure,
  figureId,
  formatNumber,
  formatPercent,
  type Headline,
  isDerived,
  NBSP,
  type PeriodKey,
  type Programme,
  resultsOf,
  shiftPeriod,
} from '../model';
import type { ResultsLine } from '../workbook';
import type { Consolidation } from './consolidate';
import type { OwnResults } from './own-results';
import { isSubmitted } from './tab-words';

/** Below so many a percentage says nothing, is marked, or comes after the children: forms-and-reports.md 5. */
const NO_PERCENT = 5;
const FEW = 10;
const CHILDREN_FIRST = 30;

type Known = Figure & { readonly value: number };
const isKnown = (figure: Figure | undefined): figure is Known => figure?.value != null;

const outOf = ({ numerator, denominator }: Figure): string =>
  `${formatNumber(numerator)}${NBSP}из${NBSP}${formatNumber(denominator)}`;

/** «26 из 32 обучающихся (81,3 %)», «81,3 % обучающихся (331 из 407)» */
function shareInWords(figure: Known, whom = ''): string {
  const of = whom && ` ${whom}`;
  const percent = formatPercent(figure.value);
  if (figure.denominator < NO_PERCENT) return outOf(figure) + of;
  if (figure.denominator < FEW) return `${outOf(figure)}${of} (${percent}, численность мала)`;
  if (figure.denominator < CHILDREN_FIRST) return `${outOf(figure)}${of} (${percent})`;
  return `${percent}${of} (${outOf(figure)})`;
}

/** «3,53 (участников – 12)» */
const meanInWords = (figure: Known, digits: number, whom = ''): string =>
  `${formatNumber(figure.value, digits)}${whom && ` (${whom} – ${formatNumber(figure.denominator)})`}`;

type Told = AnyIndicator & { readonly headline: Headline };
const isTold = (indicator: AnyIndicator): indicator is Told =>
  !isDerived(indicator) && indicator.headline !== undefined;

function figureInWords({ kind, unit }: Told, figure: Known, whom?: string): string {
  if (kind === 'share') return shareInWords(figure, whom);
  return meanInWords(figure, unit === 'mark' ? 2 : 1, whom);
}

/** «Успевают 26 из 32 обучающихся (81,3 %); год назад – 25 из 31 (80,6 %); по району – 91,0 % (1 234 из 1 356).» */
function sentence(indicator: Told, [own, before, district]: readonly (Figure | undefined)[]): ResultsLine[] {
  if (!isKnown(own)) return [];
  const { words, whom } = indicator.headline;
  const parts = [
    `${words} ${figureInWords(indicator, own, whom)}`,
    ...(isKnown(before) ? [`год назад – ${figureInWords(indicator, before)}`] : []),
    ...(isKnown(district) ? [`по району – ${figureInWords(indicator, district)}`] : []),
  ];
  return [{ words: `${parts.join('; ')}.`, indicator: indicator.key }];
}

const WRITTEN_BY = { words: 'Этот блок пишет надстройка; его можно выделить и напечатать для педсовета.' };

/**
 * What each school gets back of a consolidation, once it has handed in: the figures that the programme calls main ones,
 * with the same kind of result a year before (`yearAgo`) and the district's.
 */
export function ownResultsOf(
  programme: Programme,
  { results, statuses }: Pick<Consolidation, 'results' | 'statuses'>,
  yearAgo: readonly Figure[],
): (school: string) => OwnResults {
  const { period, schools, figures } = results;
  const known = new Map([...yearAgo, ...figures].map((figure) => [figureId(figure), figure]));
  const told = programme.indicators.filter(isTold);
  const handedIn = schools.filter(({ key }) => statuses[key] && isSubmitted(statuses[key])).length;
  const all = counted(schools.length, 'школы', 'школ', 'школ');
  const preliminary =
    handedIn < schools.length ? [{ words: `Сдали ${handedIn} из ${all}: числа района ещё изменятся.` }] : [];
  return (school) => {
    const status = statuses[school];
    if (!status || !isSubmitted(status)) return { period, lines: null };
    const find = (when: PeriodKey, scope: 'school' | 'district', indicator: string) =>
      known.get(figureId({ period: when, scope, indicator, ...(scope === 'school' ? { school } : {}) }));
    const lines = told.flatMap((indicator) =>
      sentence(indicator, [
        find(period, 'school', indicator.key),
        find(shiftPeriod(period, -4), 'school', indicator.key),
        find(period, 'district', indicator.key),
      ]),
    );
    if (lines.length === 0) return { period, lines: null };
    const title = { words: `Ваши итоги: ${resultsOf(period)}` };
    return { period, lines: [title, ...lines, ...preliminary, WRITTEN_BY] };
  };
}
