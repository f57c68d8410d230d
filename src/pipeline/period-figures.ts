import { byIndicator, type FiguresOf, type PeriodResults } from '../domain';
import type { Figure, Programme } from '../model';
import type { Snapshot } from '../workbook';
import { thawedTotals, totalsOf } from './frozen-totals';

/** A period's figures; each is worked out when it is first asked for, since few periods are ever printed. */
export interface PeriodFigures {
  /** Without slices. */
  readonly totals: readonly Figure[];
  /** Those of one indicator, for which of an open period no others are worked out. */
  readonly totalsOf: FiguresOf;
  /** Everything, from the rows. */
  readonly results: PeriodResults;
}

export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** `frozen` gives totals that need no rows. */
export function withFigures<T extends object>(
  period: T,
  compute: () => PeriodResults,
  frozen?: (results: () => PeriodResults) => readonly Figure[],
): T & PeriodFigures {
  const results = once(compute);
  const totals = once(() => (frozen ? frozen(results) : totalsOf(results().figures)));
  const frozenOnes = once(() => byIndicator(totals()));
  return {
    ...period,
    get results() {
      return results();
    },
    get totals() {
      return totals();
    },
    totalsOf: (indicator) => (frozen ? frozenOnes() : results().totalsOf)(indicator),
  };
}

/**
 * A closed period's totals as they were frozen: what a changed programme would make of the rows today is not asked. From
 * the rows come only those of indicators added since over the same forms, all of a period that was corrected, and all of
 * one closed by version 0.1.0.
 */
export const closedTotals =
  (programme: Programme, { period, totals }: Snapshot, rows: { corrected: boolean; has: (form: string) => boolean }) =>
  (results: () => PeriodResults): readonly Figure[] => {
    if (!totals || rows.corrected) return totalsOf(results().figures);
    const frozen = thawedTotals(totals, period);
    const added = programme.indicators.filter(({ key, from }) => !(key in totals.indicators) && rows.has(from.key));
    if (added.length === 0) return frozen;
    const keys = new Set(added.map(({ key }) => key));
    return [...frozen, ...totalsOf(results().figures).filter(({ indicator }) => keys.has(indicator))];
  };
