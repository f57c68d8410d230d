import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { TabLayout } from '../messages';
import type { Model } from './model';
import { offsetsOf, windowOf } from './windowing';

/** Which rows of the tab are drawn, and how much room is left for those that are not; keeps the selection in sight. */
export function useWindow(model: Model, layout: TabLayout, scroller: RefObject<HTMLDivElement | null>) {
  const [seen, setSeen] = useState({ top: 0, height: 800, width: 1200 });
  const [fitted, setFitted] = useState(0);
  const { frozenRows } = layout;
  const offsets = useMemo(() => offsetsOf(layout.heights, frozenRows), [layout, fitted]);
  const drawn = windowOf(offsets, seen.top, seen.height);
  const from = beginning(layout, drawn.from + frozenRows);
  const to = drawn.to + frozenRows;

  useEffect(() => {
    const element = scroller.current!;
    const look = () => setSeen({ top: element.scrollTop, height: element.clientHeight, width: element.clientWidth });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  useEffect(() => void model.see(from, to), [from, to, layout]);
  // The server only guesses how high wrapped texts are.
  useLayoutEffect(() => {
    if (fitHeights(scroller.current!, layout)) setFitted(fitted + 1);
  });
  useLayoutEffect(() => {
    scroller.current!.scrollTo(0, 0);
  }, [layout.sheet]);
  useLayoutEffect(() => reveal(model, layout, offsets, scroller.current!), [model.state.reveal, layout.sheet]);

  const end = offsets.at(-1)!;
  const above = offsets[from - frozenRows] ?? 0;
  return { from, to, above, below: end - (offsets[to - frozenRows] ?? end), width: seen.width };
}

/** A merge that reaches into the window is drawn from its first row on. */
const beginning = ({ merges, frozenRows }: TabLayout, from: number): number =>
  merges.reduce((first, { row, rows }) => (row >= frozenRows && row < first && row + rows > from ? row : first), from);

function fitHeights(scroller: HTMLElement, layout: TabLayout): boolean {
  let changed = false;
  for (const row of scroller.querySelectorAll<HTMLElement>('tbody tr[data-row]')) {
    const at = Number(row.dataset.row);
    if (Math.abs(row.offsetHeight - layout.heights[at]!) < 1) continue;
    layout.heights[at] = row.offsetHeight;
    changed = true;
  }
  return changed;
}

function reveal({ state }: Model, layout: TabLayout, offsets: number[], scroller: HTMLElement): void {
  if (state.reveals === 'not') return;
  const { toRow, toColumn } = state.selection;
  const head = scroller.querySelector<HTMLElement>('thead')?.offsetHeight ?? 0;
  if (toRow >= layout.frozenRows) {
    const top = offsets[toRow - layout.frozenRows] ?? 0;
    const bottom = top + layout.heights[toRow]!;
    if (state.reveals === 'top' || top < scroller.scrollTop) scroller.scrollTop = top;
    else if (bottom + head > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = bottom + head - scroller.clientHeight;
  }
  const staying = [...scroller.querySelectorAll<HTMLElement>('thead tr:first-child > .stays, thead .corner')];
  const edge = staying.reduce((sum, each) => sum + each.offsetWidth, 0);
  if (toColumn < layout.frozenColumns) return;
  const left = layout.widths.slice(0, toColumn).reduce((sum, each) => sum + each, 46);
  if (left - edge < scroller.scrollLeft) scroller.scrollLeft = left - edge;
  else if (left + layout.widths[toColumn]! > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = left + layout.widths[toColumn]! - scroller.clientWidth;
}
