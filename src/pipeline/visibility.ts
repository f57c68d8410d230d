import type { Patch } from '../model';
import { type Block, isSettled, type SchoolTab, schoolTab, type TabFacts } from '../workbook';
import { isAsked } from './check-tab';
import { fewestCalls, type Stretch } from './sight';
import type { Resting } from './turned-rows';

/** What comes into sight and goes out of it. */
export interface Sight {
  readonly patches: readonly Patch[];
  /** Rows of keys that may have come into sight with their forms: thin lines, which can be hidden at a call each. */
  readonly keys: readonly Patch[];
}

const NONE: ReadonlyMap<string, Resting> = new Map();
/** Between the end of a form and the title of the next one stands a blank row. */
const GAP = 1;

/**
 * Forms that come to be asked for are shown, those that no longer are are hidden. `resting` rows, the last of their
 * forms, wait out of sight with the line that ends the form.
 */
export function visibility(tab: SchoolTab, turned: SchoolTab, facts: TabFacts, resting = NONE): Sight {
  const name = schoolTab(tab.school);
  const blocks = [...turned.blocks.values()].sort((a, b) => a.titleRow - b.titleRow);
  const opens = ({ form }: Block): boolean => facts.due.includes(form.key) || !!facts.opened?.includes(form.key);
  const stretches = blocks.flatMap((block, index): Stretch[] => {
    const above = blocks[index - 1];
    const from = above ? above.endRow + 1 + GAP : block.titleRow;
    // Of a form that has left the programme, or what people have put there.
    const between = { row: from, count: block.titleRow - from, was: true, wanted: true, fixed: true };
    const own = stretchesOf(tab, block, opens(block), resting.get(block.form.key));
    return between.count > 0 ? [between, ...own] : own;
  });
  const spans = fewestCalls(stretches);
  const reached = ({ keysRow }: Block): boolean =>
    spans.some(({ show, row, count }) => show && row <= keysRow && keysRow < row + count);
  return {
    patches: spans.map(({ show, row, count }) => ({ kind: show ? 'show-rows' : 'hide-rows', tab: name, row, count })),
    keys: blocks
      .filter((block) => opens(block) && reached(block))
      .map(({ keysRow }) => ({ kind: 'hide-rows', tab: name, row: keysRow, count: 1 })),
  };
}

function stretchesOf(tab: SchoolTab, block: Block, opens: boolean, resting: Resting | undefined): Stretch[] {
  const { form, titleRow, endRow } = block;
  const wasOpen = isAsked(tab, form) || !!tab.facts?.opened?.includes(form.key);
  // Of a form that the school has answered for, only the title is in sight.
  const folded = isSettled(tab.lines.get(form.key)?.answer ?? null);
  const hides = (first: number | undefined, row: number): boolean => first !== undefined && row >= first;
  const rested = resting?.before && resting.before + titleRow - tab.blocks.get(form.key)!.titleRow;
  const rests = resting?.now ? endRow - resting.now : undefined;
  const starts = [titleRow, titleRow + 1, rested, rests].filter((row) => row !== undefined);
  const rows = [...new Set(starts)].sort((a, b) => a - b);
  // Of some of its rows it is not said here which of them wait.
  const unsaid = !resting && !!tab.facts?.spared?.rows[form.key];
  return rows.map((row, index) => {
    const was = wasOpen && !(folded && row > titleRow) && !hides(rested, row);
    const wanted = opens && !hides(rests, row);
    return { row, count: (rows[index + 1] ?? endRow + 1) - row, was, wanted, fixed: unsaid && was && wanted };
  });
}
