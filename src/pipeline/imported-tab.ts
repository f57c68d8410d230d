import type { Patch, Programme } from '../model';
import type { SchoolTab, TabStatus } from '../workbook';
import { calculatedPatch } from './calculated-columns';
import { checkTab, NOTHING_SEEN } from './check-tab';
import { besidePatch, boxPatches, headPatch } from './tab-patches';
import { printsOf } from './tab-prints';
import { droppedBy } from './tab-status';
import { isSubmitted } from './tab-words';

/** Whether a tab still is what was handed in, before anything is written to it. */
export const isAsHandedIn = (programme: Programme, tab: SchoolTab, at: string): boolean =>
  isSubmitted(tab.status) && droppedBy(checkTab(programme, tab), at) === null;

/**
 * The tab with what was written, checked. What the district writes takes nothing back that a school has handed in: where it
 * was as handed in before (`kept`), it is so with the new rows. `written` are rows of the tab.
 */
export function afterImport(
  programme: Programme,
  tab: SchoolTab,
  written: ReadonlySet<number>,
  kept: boolean,
  at: string,
): Patch[] {
  const checked = checkTab(programme, tab, { ...NOTHING_SEEN, changed: (row) => written.has(row) });
  const status: TabStatus = kept
    ? { ...tab.status, prints: printsOf(checked) }
    : (droppedBy(checked, at) ?? tab.status);
  const patches: (Patch | null)[] = [
    besidePatch(checked),
    ...checked.blocks.map((block) => calculatedPatch(programme, checked, block)),
    headPatch(checked, status),
    ...boxPatches(tab, { check: false, submit: isSubmitted(status) }),
  ];
  return patches.filter((patch): patch is Patch => patch !== null);
}
