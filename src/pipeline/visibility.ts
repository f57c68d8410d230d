import type { EditPatch, Patch } from '../model';
import { type Block, gapUnder, isInSight, isSettled, type SchoolTab, schoolTab, type TabFacts } from '../workbook';
import { type HeadLine, headLinesOf, isShown, lineStretches } from './head-lines';
import { fewestCalls, type Stretch, sightPatches } from './sight';
import type { Resting } from './turned-rows';

/** What comes into sight and goes out of it. */
export interface Sight {
  readonly patches: readonly Patch[];
  /** Rows of keys that may have come into sight with their forms: thin lines, which can be hidden at a call each. */
  readonly keys: readonly Patch[];
}

interface Turn {
  readonly resting?: ReadonlyMap<string, Resting>;
  readonly lines?: readonly HeadLine[];
  /** Forms of which only the title is to be in sight. */
  readonly folded?: ReadonlySet<string>;
}

const NONE: ReadonlyMap<string, Resting> = new Map();
const NO_FORM: ReadonlySet<string> = new Set();

/**
 * Forms that come to be asked for are shown, those that no longer are are hidden. `resting` rows, the last of their
 * forms, wait out of sight with the line that ends the form. `lines` of the head may change places.
 */
export function visibility(
  tab: SchoolTab,
  turned: SchoolTab,
  facts: TabFacts,
  { resting = NONE, lines = headLinesOf(tab), folded = NO_FORM }: Turn = {},
): Sight {
  const name = schoolTab(tab.school);
  const blocks = [...turned.blocks.values()].sort((a, b) => a.titleRow - b.titleRow);
  const opens = ({ form }: Block): boolean => isInSight(facts, form);
  const stretches = blocks.flatMap((block, index): Stretch[] => {
    const above = blocks[index - 1];
    const from = above ? above.endRow + 1 + gapUnder(turned.grid, above) : block.titleRow;
    // Of a form that has left the programme, or what people have put there.
    const between = { row: from, count: block.titleRow - from, was: true, wanted: true, fixed: true };
    const end = block.endRow + gapUnder(turned.grid, block);
    const own = stretchesOf(tab, { ...block, end }, opens(block), resting.get(block.form.key)).map((stretch) =>
      folded.has(block.form.key) && stretch.row > block.titleRow
        ? { ...stretch, wanted: false, fixed: false }
        : stretch,
    );
    return between.count > 0 ? [between, ...own] : own;
  });
  const spans = fewestCalls([...lineStretches(tab, lines, facts), ...stretches]);
  const reached = ({ keysRow }: Block): boolean =>
    spans.some(({ show, row, count }) => show && row <= keysRow && keysRow < row + count);
  return {
    patches: sightPatches(name, spans),
    keys: blocks
      .filter((block) => opens(block) && reached(block))
      .map(({ keysRow }) => ({ kind: 'hide-rows', tab: name, row: keysRow, count: 1 })),
  };
}

/**
 * The blank row below the last form is beyond what is read while nothing stands below it, and may have been deleted: it is
 * shown or hidden with its form once something has come there, by which it has moved down. None where it stays as it is.
 */
export function lastGap(tab: SchoolTab, facts: TabFacts, moved: number): EditPatch[] {
  const last = [...tab.blocks.values()].sort((a, b) => b.titleRow - a.titleRow)[0];
  if (!last || last.endRow < tab.grid.length) return [];
  const { endRow } = last;
  const { was, wanted } = stretchesOf(tab, { ...last, end: endRow }, isInSight(facts, last.form), undefined).pop()!;
  if (was === wanted) return [];
  return sightPatches(schoolTab(tab.school), [{ row: endRow + 1 + moved, count: 1, show: wanted }]);
}

/** A block with its last row, the blank one below it. */
type WithGap = Block & { readonly end: number };

function stretchesOf(tab: SchoolTab, block: WithGap, opens: boolean, resting: Resting | undefined): Stretch[] {
  const { form, titleRow, endRow, end } = block;
  const wasOpen = isShown(tab, form);
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
    return { row, count: (rows[index + 1] ?? end + 1) - row, was, wanted, fixed: unsaid && was && wanted };
  });
}
