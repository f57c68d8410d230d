import type { Grid, Patch } from '../model';
import { type KeyedTab, type Layout, layoutOf, titleRow } from './keyed-tab';

/** A tab in use brought up to its declaration: what to do first, and where its columns stand then. */
export interface Growth {
  readonly layout: Layout;
  readonly patches: readonly Patch[];
}

/**
 * Columns that the declaration has and the tab has not are added at its right edge, beyond whatever people have put
 * there: nothing typed moves. Null for a tab without its keys.
 */
export function keyedGrowth(tab: KeyedTab, grid: Grid): Growth | null {
  const layout = layoutOf(tab, grid);
  if (!layout) return null;
  const standing = new Set(layout.order);
  const columns = tab.columns.filter(({ key }) => !standing.has(key));
  if (columns.length === 0) return { layout, patches: [] };
  const width = Math.max(...grid.map((cells) => cells.length));
  const free = Array<string>(width - layout.order.length).fill('');
  const heads = [columns.map(({ key }) => key), titleRow(columns.map(({ title }) => title))];
  const { keysRow } = layout;
  return {
    layout: { ...layout, order: [...layout.order, ...free, ...columns.map(({ key }) => key)] },
    patches: [
      { kind: 'add-columns', tab: tab.key, after: width, from: keysRow + 2, columns },
      { kind: 'values', tab: tab.key, row: keysRow, column: width + 1, values: heads },
    ],
  };
}
