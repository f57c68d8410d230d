import type { Patch } from '../model';
import { type Block, isSettled, type SchoolTab, schoolTab, type TabFacts } from '../workbook';
import { isAsked } from './check-tab';
import type { Resting } from './turned-rows';

const NONE: ReadonlyMap<string, Resting> = new Map();

/**
 * Forms that come to be asked for are shown, those that no longer are are hidden, neighbours in one call with the forms
 * between them that are out of sight already. `resting` rows, the last of their forms, wait out of sight.
 */
export function visibility(tab: SchoolTab, turned: SchoolTab, facts: TabFacts, resting = NONE): Patch[] {
  const isOpen = (key: string): boolean => facts.due.includes(key) || (facts.opened ?? []).includes(key);
  const wasInSight = ({ form }: Block): boolean => isAsked(tab, form) || (tab.facts?.opened ?? []).includes(form.key);
  // Of a form that the school has answered for, only the title is in sight.
  const isFolded = ({ form }: Block): boolean => isSettled(tab.lines.get(form.key)?.answer ?? null);
  const blocks = [...turned.blocks.values()].sort((a, b) => a.titleRow - b.titleRow);
  const runs: Run[] = [];
  let waiting: Block[] = [];
  let joins = false;
  for (const block of blocks) {
    const show = isOpen(block.form.key);
    const run = runs[runs.length - 1];
    if (show === (wasInSight(block) && !(show && isFolded(block)))) {
      // Hiding once more what is hidden is no harm.
      joins = joins && !show && run?.show === false;
      waiting = joins ? [...waiting, block] : [];
      continue;
    }
    if (joins && run?.show === show) run.blocks.push(...waiting, block);
    else runs.push({ show, blocks: [block] });
    joins = true;
    waiting = [];
  }
  return [...runs.flatMap((run) => runPatches(tab, run)), ...restingPatches(turned, isOpen, resting)];
}

interface Run {
  readonly show: boolean;
  readonly blocks: Block[];
}

function runPatches(tab: SchoolTab, { show, blocks }: Run): Patch[] {
  const name = schoolTab(tab.school);
  const first = blocks[0]!.titleRow;
  const rows = { tab: name, row: first, count: blocks[blocks.length - 1]!.endRow - first + 1 };
  if (!show) return [{ kind: 'hide-rows', ...rows }];
  const keys = blocks.map(({ keysRow }): Patch => ({ kind: 'hide-rows', tab: name, row: keysRow, count: 1 }));
  return [{ kind: 'show-rows', ...rows }, ...keys];
}

/** Rows that have waited come into sight, others go out of it. */
const restingPatches = (turned: SchoolTab, isOpen: (form: string) => boolean, resting: typeof NONE): Patch[] =>
  [...resting].flatMap(([form, { now, before }]): Patch[] => {
    const { firstRow, endRow } = turned.blocks.get(form)!;
    const name = schoolTab(turned.school);
    const shown: Patch = { kind: 'show-rows', tab: name, row: firstRow, count: endRow - firstRow - now };
    const hidden: Patch = { kind: 'hide-rows', tab: name, row: endRow - now, count: now };
    return [...(before && isOpen(form) ? [shown] : []), ...(now > 0 ? [hidden] : [])];
  });
