import { type FiguresOf, figureIndex, type PeriodResults, type Side } from '../domain';
import { type Figure, figureId, indicatorIn, isTotalId, type PeriodKey, type School } from '../model';

/** What a period's figures are compared by. */
export interface YearFigures {
  readonly key: PeriodKey;
  readonly schools: readonly School[];
  readonly totalsOf: FiguresOf;
  /** Only for slices. */
  readonly results: Pick<PeriodResults, 'figuresOf'>;
}

/** Figures, one of an id, as they are looked up by it. */
export type FiguresById = Pick<ReadonlyMap<string, Figure>, 'get'>;

export function byId(figuresOf: FiguresOf, totalsOf: FiguresOf = figuresOf): FiguresById {
  const [figures, totals] = [figureIndex(figuresOf), figureIndex(totalsOf)];
  return { get: (id) => (isTotalId(id) ? totals : figures)(indicatorIn(id), id) };
}

/** How to find, for a figure of any period, the one of the same owner in this period and those of the owner's schools. */
export function sidesOf(period: YearFigures): (figure: Figure) => Side {
  const groups = new Map(period.schools.map(({ key, group }) => [key, group]));
  const totals = indexOf(period.totalsOf);
  const sliced = indexOf((indicator) => period.results.figuresOf(indicator));
  return (figure) => {
    const { wholes, schools } = (figure.slice ? sliced : totals)(figure.indicator);
    const own = figure.scope === 'school' ? [] : (schools.get(cutOf(figure)) ?? []);
    const behind = own.filter(({ school }) => figure.scope === 'district' || groups.get(school!) === figure.group);
    return {
      whole: wholes.get(figureId({ ...figure, period: period.key })),
      schools: new Map(behind.map((item) => [item.school!, item])),
    };
  };
}

const cutOf = ({ indicator, slice }: Figure): string =>
  figureId({ period: '', scope: 'district', indicator, ...(slice ? { slice } : {}) });

interface Indexed {
  readonly wholes: FiguresById;
  readonly schools: ReadonlyMap<string, readonly Figure[]>;
}

/** The figures of an indicator, in order when it is first asked for. */
function indexOf(figuresOf: FiguresOf): (indicator: string) => Indexed {
  const wholes = byId(figuresOf);
  const known = new Map<string, Indexed>();
  return (indicator) => {
    const found = known.get(indicator) ?? { wholes, schools: behind(figuresOf(indicator)) };
    known.set(indicator, found);
    return found;
  };
}

/** The schools' figures with a value, by what they are of. */
function behind(figures: readonly Figure[]): Map<string, Figure[]> {
  const schools = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.scope !== 'school' || figure.value === null) continue;
    const cut = cutOf(figure);
    const own = schools.get(cut);
    if (own) own.push(figure);
    else schools.set(cut, [figure]);
  }
  return schools;
}
