import { levelFigures, withheldIn } from '../domain';
import { type Figure, type PeriodKey, type Programme, type Shown, shiftPeriod } from '../model';
import type { ReportData } from '../report';
import { totalsOf } from './frozen-totals';
import type { StoredPeriod } from './stored-periods';

type Periods = readonly Pick<StoredPeriod, 'key' | 'totals' | 'schools' | 'uncorrected'>[];
type Held = ReturnType<typeof withheldIn>;

/**
 * What no public edition of a period shows: of each figure, also of one carried from an earlier period or compared with,
 * what the documents of its own period withhold. A change gives one of its sides by the other, so it needs both, and it
 * is none over other schools than theirs.
 */
export function withheldFrom(
  programme: Programme,
  periods: Periods,
  own: { readonly key: PeriodKey; readonly figures: () => readonly Figure[] },
  changeOf: ReportData['changeOf'],
): ReportData['withheld'] {
  const known = new Map<PeriodKey, Held | null>();
  const heldOf = (key: PeriodKey): Held | null => {
    if (!known.has(key)) {
      const period = periods.find((item) => item.key === key);
      const figures = key === own.key ? own.figures() : (period?.totals ?? []);
      known.set(key, period ? withheldIn(programme.indicators, period.schools, figures, earlierOf(period)) : null);
    }
    return known.get(key)!;
  };
  /** Cut as the period's own figures are. */
  const earlierOf = ({ key, uncorrected }: Periods[number]): Figure[][] =>
    uncorrected().map(({ figures }) =>
      key === own.key ? [...figures, ...levelFigures(programme.indicators, figures)] : totalsOf(figures),
    );
  const isHeld = (figure: Figure, shows: Exclude<Shown, 'change'>): boolean =>
    heldOf(figure.from ?? figure.period)?.has(figure, shows) ?? true;
  return (figure, shows = 'value') => {
    if (shows !== 'change') return isHeld(figure, shows);
    const before = { ...figure, period: shiftPeriod(figure.period, -4) };
    return (
      figure.slice !== undefined ||
      isHeld(figure, 'value') ||
      isHeld(before, 'value') ||
      changeOf(figure)?.over !== undefined
    );
  };
}

/** In an edition for the office everything is shown. */
export const nothingWithheld: ReportData['withheld'] = () => false;
