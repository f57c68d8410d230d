import { figureIndex, type PeriodResults, type Side } from '../domain';
import { type Figure, figureId, indicatorIn, type PeriodKey, type School } from '../model';
import { once } from './period-figures';

/** What a period's figures are compared by. */
export interface YearFigures {
  readonly key: PeriodKey;
  readonly schools: readonly School[];
  readonly totals: readonly Figure[];
  /** Only for slices. */
  readonly results: Pick<PeriodResults, 'figures'>;
}

/** Figures, one of an id, as they are looked up by it. */
export type FiguresById = Pick<ReadonlyMap<string, Figure>, 'get' | 'values'>;

export function byId(figures: readonly Figure[]): FiguresById {
  const find = figureIndex(figures);
  return { get: (id) => find(indicatorIn(id), id), values: () => figures.values() };
}

/** How to find, for a figure of any period, the one of the same owner in this period and those of the owner's schools. */
export function sidesOf(period: YearFigures): (figure: Figure) => Side {
  const groups = new Map(period.schools.map(({ key, group }) => [key, group]));
  const indexOf = (figures: () => readonly Figure[]) => once(() => indexed(figures()));
  const [totals, sliced] = [indexOf(() => period.totals), indexOf(() => period.results.figures)];
  return (figure) => {
    const { wholes, schools } = figure.slice ? sliced() : totals();
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

function indexed(figures: readonly Figure[]): { wholes: FiguresById; schools: Map<string, Figure[]> } {
  const schools = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.scope !== 'school' || figure.value === null) continue;
    const cut = cutOf(figure);
    const own = schools.get(cut);
    if (own) own.push(figure);
    else schools.set(cut, [figure]);
  }
  return { wholes: byId(figures), schools };
}
