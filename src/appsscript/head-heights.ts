import { forget, remember, remembered } from './remembered';

/** Rows of the heads of the tabs that have been read, by sheet: to open a tab again none needs to be read anew. */
export type HeadHeights = Map<string, number>;

const PROPERTY = 'head-heights';

/** Those of the runs before, of a closing that goes on. */
export const keptHeights = (): HeadHeights => {
  const stored = remembered(PROPERTY);
  const kept = stored === null ? [] : Object.entries(JSON.parse(stored) as Record<string, string[]>);
  return new Map(kept.flatMap(([rows, sheets]) => sheets.map((id) => [id, Number(rows)])));
};

/** Nearly all heads are of one height, so sheets are kept by it: 200 tabs are as many as a workbook takes. */
export function keepHeights(heights: HeadHeights): void {
  const sheets: Record<string, string[]> = {};
  for (const [id, rows] of heights) sheets[rows] = [...(sheets[rows] ?? []), id];
  remember(PROPERTY, JSON.stringify(sheets));
}

export function dropHeights(): void {
  if (remembered(PROPERTY) !== null) forget(PROPERTY);
}
