import type { Cell, Patch, Programme } from '../model';
import {
  BLANK_MEMORY,
  factsCell,
  HEAD,
  MEMORY_COLUMN,
  memoryCell,
  readMemory,
  type SchoolTab,
  schoolTab,
  type TabStatus,
} from '../workbook';
import { calculatedPatch } from './calculated-columns';
import { checkTab, NOTHING_SEEN } from './check-tab';
import { withOpened } from './opened-forms';
import { besidePatch, boxPatches, headPatch } from './tab-patches';
import { printsOf } from './tab-prints';
import { rememberedRows } from './tab-rows';
import { droppedBy } from './tab-status';
import { isSubmitted } from './tab-words';
import { visibility } from './visibility';

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
    besidePatch(checked, {}, status),
    ...checked.blocks.map((block) => calculatedPatch(programme, checked, block)),
    headPatch(checked, status),
    ...boxPatches(tab, { check: false, submit: isSubmitted(status) }),
    ...openedPatches(read),
  ];
  return patches.filter((patch): patch is Patch => patch !== null);
}

/** A form that nobody asks for comes into sight with what was written in it. */
function openedPatches(tab: SchoolTab): Patch[] {
  if (!tab.facts) return [];
  const facts = withOpened(tab, tab.facts, true);
  const cell = factsCell(facts, tab.facts.gid);
  if (cell === tab.grid[HEAD.title - 1]?.[MEMORY_COLUMN - 1]) return [];
  const known: Patch = {
    kind: 'values',
    tab: schoolTab(tab.school),
    row: HEAD.title,
    column: MEMORY_COLUMN,
    values: [[cell]],
  };
  const { patches, keys } = visibility(tab, tab, facts);
  return [...patches, ...keys, known];
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
