import type { Patch } from '../model';
import { type Block, isSettled, type SchoolTab, schoolTab, type TabFacts } from '../workbook';
import { isAsked } from './check-tab';

/** Forms that come to be asked for are shown, those that no longer are are hidden; neighbours in one call. */
export function visibility(tab: SchoolTab, turned: SchoolTab, facts: TabFacts): Patch[] {
  const name = schoolTab(tab.school);
  const wasOpen = ({ form }: Block): boolean =>
    isAsked(tab, form) && !isSettled(tab.lines.get(form.key)?.answer ?? null);
  const blocks = [...turned.blocks.values()].sort((a, b) => a.titleRow - b.titleRow);
  const runs: { readonly show: boolean; readonly blocks: Block[] }[] = [];
  let joins = false;
  for (const block of blocks) {
    const show = facts.due.includes(block.form.key);
    const run = runs[runs.length - 1];
    const changes = show !== wasOpen(block);
    if (changes && joins && run?.show === show) run.blocks.push(block);
    else if (changes) runs.push({ show, blocks: [block] });
    joins = changes;
  }
  return runs.flatMap(({ show, blocks: own }): Patch[] => {
    const first = own[0]!.titleRow;
    const rows = { tab: name, row: first, count: own[own.length - 1]!.endRow - first + 1 };
    if (!show) return [{ kind: 'hide-rows', ...rows }];
    const keys = own.map(({ keysRow }): Patch => ({ kind: 'hide-rows', tab: name, row: keysRow, count: 1 }));
    return [{ kind: 'show-rows', ...rows }, ...keys];
  });
}
