import type { Cell, Patch, Programme } from '../model';
import { BLANK_MEMORY, MEMORY_COLUMN, memoryCell, readMemory, type SchoolTab, type TabStatus } from '../workbook';
import { calculatedPatch } from './calculated-columns';
import { checkTab, NOTHING_SEEN } from './check-tab';
import { besidePatch, boxPatches, headPatch } from './tab-patches';
import { printsOf } from './tab-prints';
import { rememberedRows } from './tab-rows';
import { droppedBy } from './tab-status';
import { isSubmitted } from './tab-words';

/** Whether a tab still is what was handed in, before anything is written to it. */
export const isAsHandedIn = (programme: Programme, tab: SchoolTab, at: string): boolean =>
  isSubmitted(tab.status) && droppedBy(checkTab(programme, tab), at) === null;

/**
 * The tab with what was written, checked. What the district writes takes nothing back that a school has handed in: where it
 * was as handed in before (`kept`), it is so with the new rows. `written` are rows of the tab with what the district says.
 */
export function afterImport(
  programme: Programme,
  read: SchoolTab,
  written: ReadonlyMap<number, Given>,
  kept: boolean,
  at: string,
): Patch[] {
  const tab = marked(read, written);
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

type Given = Readonly<Record<string, Cell>>;

/** The same tab, whose rows remember what the district has given; what stands there otherwise is written with the check. */
function marked(tab: SchoolTab, written: ReadonlyMap<number, Given>): SchoolTab {
  const grid = tab.grid.map((line) => [...line]);
  for (const block of tab.blocks.values()) {
    for (const { tabRow, identity, memory, raw } of rememberedRows(tab, block, NOTHING_SEEN.takenFor)) {
      const given = written.get(tabRow);
      if (!given) continue;
      const district = Object.fromEntries(
        Object.entries(given).filter(([key]) => !block.form.identity.includes(key) && raw.cells[key] !== undefined),
      );
      const own = memory ?? readMemory(grid[tabRow - 1]![MEMORY_COLUMN - 1]) ?? BLANK_MEMORY;
      grid[tabRow - 1]![MEMORY_COLUMN - 1] = memoryCell({ ...own, identity, control: '', district });
    }
  }
  return { ...tab, grid };
}
