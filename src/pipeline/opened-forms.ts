import type { SchoolTab, TabFacts } from '../workbook';
import { rowsOf } from './tab-rows';
import { isBegun } from './turned-rows';

/** What was typed or brought into a form that nobody asks for opens it; what was only carried over does not. */
export function withOpened(tab: SchoolTab, facts: TabFacts): TabFacts {
  const opened = [...tab.blocks.values()].filter(
    (block) => !facts.due.includes(block.form.key) && rowsOf(tab, block).some(({ raw }) => isBegun(block.form, raw)),
  );
  return opened.length === 0 ? facts : { ...facts, opened: opened.map(({ form }) => form.key) };
}
