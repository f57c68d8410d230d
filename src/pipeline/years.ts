import { dispersionOf, earlierResults, gapOf, improvementOf, levelFigures, valueOfSums } from '../domain';
import {
  type Amount,
  type Figure,
  type FigureKey,
  figureId,
  groupWith,
  isDerived,
  type PeriodKey,
  type Programme,
  type School,
  type SchoolImprovement,
  shiftPeriod,
  type YearGap,
  type YearResult,
  yearAndQuarter,
} from '../model';
import type { ReportData } from '../report';
import { once } from './period-figures';
import { byId, type FiguresById } from './sides';
import type { StoredPeriod } from './stored-periods';

/** Three years, in quarters. */
const POOLED = 12;
/** A school of fewer pupils is no point of a spread. */
const FEWEST = 5;
type Whose = Omit<FigureKey, 'period'>;

/** The school year ends in it. */
const LAST_OF_YEAR = 2;

/** Figures of the same owner year by year, up to a period: rows of earlier periods are read only for a slice. */
export class Years {
  private readonly periods: readonly StoredPeriod[];
  private readonly known = new Map<string, FiguresById>();

  constructor(
    private readonly programme: Programme,
    periods: readonly StoredPeriod[],
    private readonly at: StoredPeriod,
    private readonly registers: ReportData['registers'],
  ) {
    this.periods = periods.filter(({ key }) => key <= at.key);
  }

  /** Results of the period's own kind, the earliest first. */
  sameKind = (of: Whose): readonly Figure[] => this.inQuarter(of, yearAndQuarter(this.at.key).quarter);

  /**
   * One for each year: of the year's end where there are such results, else of the quarter that has most. Of a form that is
   * only confirmed at the year's end, as the staff's, it is the quarter in which it is counted.
   */
  eachYear = (of: Whose): readonly Figure[] => {
    const ends = this.inQuarter(of, LAST_OF_YEAR);
    const others = [1, 3, 4].map((quarter) => this.inQuarter(of, quarter));
    const most = others.reduce((found, own) => (own.length > found.length ? own : found));
    if (ends.length === 0) return most;
    return this.isCountedAtTheEnd(of) || most.length === 0 ? ends : most;
  };

  private isCountedAtTheEnd({ indicator }: Whose): boolean {
    const due = this.programme.indicators.find(({ key }) => key === indicator)?.from.due ?? [];
    return !due.some(({ quarters, confirmed }) => confirmed && quarters.includes(LAST_OF_YEAR));
  }

  levels = (school: string, indicator: string): readonly Figure[] => {
    const isOwn = (figure: Figure): boolean => figure.school === school && figure.indicator === indicator;
    const { quarter } = yearAndQuarter(this.at.key);
    return this.periods
      .filter(({ key }) => yearAndQuarter(key).quarter === quarter)
      .flatMap(({ results }) => levelFigures(this.programme.indicators, results.figures, isOwn));
  };

  threeYears = (of: Whose): Amount & { readonly years: number } => {
    const last = this.sameKind(of).filter(({ period }) => period > shiftPeriod(this.at.key, -POOLED));
    const sum = (key: 'numerator' | 'denominator') => last.reduce((total, figure) => total + figure[key], 0);
    const [numerator, denominator] = [sum('numerator'), sum('denominator')];
    const known = this.programme.indicators.find(({ key }) => key === of.indicator);
    const value =
      known && !isDerived(known) && denominator > 0 ? valueOfSums(known, numerator, denominator).value : null;
    return { years: last.length, numerator, denominator, value };
  };

  gaps = (indicator: string): readonly YearGap[] => {
    const { groups, indicators } = this.programme;
    const [leading, helped] = [groupWith(groups, 'leading'), groupWith(groups, 'participants')];
    const known = indicators.find(({ key }) => key === indicator);
    if (!leading || !helped || !known) return [];
    const below = this.eachYear({ scope: 'group', group: helped.key, indicator });
    return this.eachYear({ scope: 'group', group: leading.key, indicator }).flatMap((above): YearGap[] => {
      const own = below.find(({ period }) => period === above.period);
      const gap = own && gapOf(known, above, own);
      return gap
        ? [{ period: above.period, above, below: own, ...gap, spread: this.spread(above.period, indicator) }]
        : [];
    });
  };

  improvements = once((): readonly SchoolImprovement[] => {
    const { identification: rules, indicators } = this.programme;
    const learning = indicators.find(({ key }) => key === rules?.results[0]);
    if (!rules || !learning) return [];
    return this.at.schools.map((school): SchoolImprovement => {
      const own = this.sameKind({ scope: 'school', school: school.key, indicator: learning.key }).map(resultOf);
      const isYear = yearAndQuarter(this.at.key).quarter === LAST_OF_YEAR;
      const outside = isYear ? earlierResults(this.registers.references ?? [], learning, school) : [];
      const found = improvementOf([...outside, ...own]);
      const subjects = found.verdict === 'met' && rules.bySubject ? this.subjects(school, rules.bySubject) : [];
      return { school: school.key, ...found, subjects };
    });
  });

  private subjects({ key: school }: School, indicator: string): string[] {
    const subjects = new Set<string>();
    for (const { key } of this.programme.indicators)
      for (const { slice } of this.at.results.figuresOf(key, 'district'))
        if (slice?.subject !== undefined) subjects.add(slice.subject);
    return [...subjects].filter((subject) => {
      const own = this.sameKind({ scope: 'school', school, slice: { subject }, indicator });
      return improvementOf(own.map(resultOf)).verdict === 'met';
    });
  }

  private spread(period: PeriodKey, indicator: string): YearGap['spread'] {
    const schools = this.periods
      .find(({ key }) => key === period)!
      .totalsOf(indicator)
      .filter(({ scope, denominator }) => scope === 'school' && denominator >= FEWEST);
    return dispersionOf(schools);
  }

  private inQuarter(of: Whose, quarter: number): Figure[] {
    return this.periods
      .filter(({ key }) => yearAndQuarter(key).quarter === quarter)
      .flatMap(({ key }) => {
        const figure = this.figuresOf(key, of.slice !== undefined).get(figureId({ ...of, period: key }));
        return figure?.value == null ? [] : [figure];
      });
  }

  private figuresOf(key: PeriodKey, sliced: boolean): FiguresById {
    const id = `${key}|${sliced}`;
    const period = this.periods.find((item) => item.key === key)!;
    const found =
      this.known.get(id) ?? byId(sliced ? (indicator) => period.results.figuresOf(indicator) : period.totalsOf);
    this.known.set(id, found);
    return found;
  }
}

const resultOf = ({ period, numerator, denominator }: Figure): YearResult => ({ period, numerator, denominator });
