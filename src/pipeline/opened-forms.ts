import type { Block, SchoolTab, TabFacts } from '../workbook';
import { rowsOf } from './tab-rows';
import { isBegun } from './turned-rows';

/**
 * What was typed or brought into a form that nobody asks for opens it; what was only carried over does not. Without
 * `opens` those stay open that are: to bring a form into sight costs calls, which a consolidation does not have.
 */
export function withOpened(tab: SchoolTab, facts: TabFacts, opens: boolean): TabFacts {
  const isOpened = (block: Block): boolean =>
    opens
      ? rowsOf(tab, block).some(({ raw }) => isBegun(block.form, raw))
      : (tab.facts?.opened ?? []).includes(block.form.key);
  const opened = [...tab.blocks.values()].filter((block) => !facts.due.includes(block.form.key) && isOpened(block));
  return opened.length === 0 ? facts : { ...facts, opened: opened.map(({ form }) => form.key) };
}
