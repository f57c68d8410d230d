import { type Figure, type FigureKey, figureId } from '../model';

/**
 * How to find figures by their ids, the last of those that share one. Of the tens of thousands of a large district few
 * indicators are asked for: the others' figures are never given the texts that they would be found by.
 */
export function figureIndex(
  figures: readonly Figure[],
  idOf: (key: FigureKey) => string = figureId,
): (indicator: string, id: string) => Figure | undefined {
  const byIndicator = new Map<string, Figure[]>();
  for (const figure of figures) {
    const own = byIndicator.get(figure.indicator);
    if (own) own.push(figure);
    else byIndicator.set(figure.indicator, [figure]);
  }
  const known = new Map<string, ReadonlyMap<string, Figure>>();
  return (indicator, id) => {
    const own =
      known.get(indicator) ?? new Map((byIndicator.get(indicator) ?? []).map((figure) => [idOf(figure), figure]));
    known.set(indicator, own);
    return own.get(id);
  };
}
