import { type Figure, type FigureKey, figureId } from '../model';

export type FiguresOf = (indicator: string) => readonly Figure[];

/** Figures by their indicators. */
export function byIndicator(figures: Iterable<Figure>): FiguresOf {
  const known = new Map<string, Figure[]>();
  for (const figure of figures) {
    const own = known.get(figure.indicator);
    if (own) own.push(figure);
    else known.set(figure.indicator, [figure]);
  }
  return (indicator) => known.get(indicator) ?? [];
}

/**
 * How to find figures by their ids, the last of those that share one. Of the tens of thousands of a large district few
 * indicators are asked for: the others' figures are never given the texts that they would be found by.
 */
export function figureIndex(
  figuresOf: FiguresOf,
  idOf: (key: FigureKey) => string = figureId,
): (indicator: string, id: string) => Figure | undefined {
  const known = new Map<string, ReadonlyMap<string, Figure>>();
  return (indicator, id) => {
    const own = known.get(indicator) ?? new Map(figuresOf(indicator).map((figure) => [idOf(figure), figure]));
    known.set(indicator, own);
    return own.get(id);
  };
}
