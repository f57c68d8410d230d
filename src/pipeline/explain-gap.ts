import { gapOf } from '../domain';
import {
  type AnyIndicator,
  type ExplainedPart,
  type Explanation,
  type FigureKey,
  formatNumber,
  formatPoints,
  groupWith,
  NBSP,
  type PeriodKey,
  type SchoolGroup,
} from '../model';
import { countedNote } from './explain-counted';
import { type Explaining, NOTHING_MORE } from './explain-figure';
import { figureIn } from './explain-history';
import { aboutFigure, NO_VALUE, periodWords, valueWords } from './explain-words';
import { yearsBefore } from './figure-rows';
import type { StoredPeriod } from './stored-periods';

/** How far the group that helps is above the group that is helped, and of which two figures that is. */
export function explainGap({ programme, periods }: Explaining, period: PeriodKey, key: string): Explanation | null {
  const indicator = programme.indicators.find((candidate) => candidate.key === key);
  const at = periods.find((candidate) => candidate.key === period);
  const groups = [groupWith(programme.groups, 'leading'), groupWith(programme.groups, 'participants')] as const;
  const [helping, helped] = groups;
  if (!indicator || !at || !helping || !helped) return null;
  const gap = gapIn(indicator, at, helping, helped);
  const keys = [period, ...yearsBefore(period)];
  return {
    ...NOTHING_MORE,
    of: { kind: 'gap', period, indicator: key },
    title: `Разрыв: ${indicator.title}`,
    about: `${helping.title} минус ${helped.title.toLowerCase()}. ${periodWords(period)}`,
    value: gap ? differenceWords(indicator, gap.difference) : NO_VALUE,
    interval:
      gap?.low === undefined || gap.high === undefined
        ? ''
        : `С учётом численности: от${NBSP}${formatNumber(gap.low, 1)} до${NBSP}${formatPoints(gap.high).replace('+', '')} (интервал Ньюкомба, 95${NBSP}%)`,
    formula: `${helping.short} − ${helped.short.toLowerCase()}`,
    numerator: null,
    denominator: null,
    notes: [countedNote(at, at.schools)],
    parts: [helping, helped].map((group): ExplainedPart => {
      const of = sideOf(indicator, at, group);
      const figure = figureIn(at, of);
      return { title: group.title, value: figure ? valueWords(indicator, figure) : NO_VALUE, of: aboutFigure(of) };
    }),
    history: periods
      .filter((candidate) => keys.includes(candidate.key))
      .flatMap((candidate): ExplainedPart[] => {
        const then = gapIn(indicator, candidate, helping, helped);
        const of = { kind: 'gap', period: candidate.key, indicator: key } as const;
        return then
          ? [{ title: periodWords(candidate.key), value: differenceWords(indicator, then.difference), of }]
          : [];
      }),
  };
}

const sideOf = ({ key: indicator }: AnyIndicator, { key: period }: StoredPeriod, { key: group }: SchoolGroup) =>
  ({ period, scope: 'group', group, indicator }) satisfies FigureKey;

const gapIn = (indicator: AnyIndicator, period: StoredPeriod, helping: SchoolGroup, helped: SchoolGroup) =>
  gapOf(
    indicator,
    figureIn(period, sideOf(indicator, period, helping)),
    figureIn(period, sideOf(indicator, period, helped)),
  );

const differenceWords = ({ unit }: AnyIndicator, difference: number): string =>
  unit === 'percent' ? formatPoints(difference) : formatNumber(difference, unit === 'mark' ? 2 : 1);
