import type { Form } from '../model';
import { HEAD, headRole, inHeadOrder, isInSight, isListed, type SchoolTab, type TabFacts } from '../workbook';
import { isAsked } from './check-tab';
import type { Stretch } from './sight';

/** A row of the head that belongs to a form: whose it is and whose it is to be. */
export interface HeadLine {
  readonly row: number;
  readonly was: Form;
  readonly will: Form;
}

/** Whether a form of the tab is in sight as its head stands. */
export const isShown = (tab: SchoolTab, form: Form): boolean =>
  isAsked(tab, form) || !!(tab.facts && isInSight(tab.facts, form));

/** The head's lines from above to below; with `first`, those for which it holds come first and all stand as their forms do. */
export function headLinesOf(tab: SchoolTab, first?: (form: Form) => boolean): HeadLine[] {
  const forms = [...tab.blocks.values()].sort((a, b) => a.titleRow - b.titleRow).map(({ form }) => form);
  const placed = forms.flatMap((form) => {
    const row = tab.head.get(headRole.form(form));
    return row === undefined ? [] : [{ form, row }];
  });
  const wanted = first ? inHeadOrder(placed, ({ form }) => first(form)) : undefined;
  return [...placed]
    .sort((a, b) => a.row - b.row)
    .map(({ form, row }, index) => ({ row, was: form, will: wanted?.[index]?.form ?? form }));
}

/** How the head's lines come into sight and go out of it, the blank row below the head stays. */
export function lineStretches(tab: SchoolTab, lines: readonly HeadLine[], facts: TabFacts): Stretch[] {
  const waits = (row: number, count: number): Stretch => ({ row, count, was: false, wanted: false });
  const stretches: Stretch[] = [];
  const first = (tab.head.get(headRole.forms) ?? HEAD.forms) + 1;
  for (const { row, was, will } of lines) {
    const last = stretches[stretches.length - 1];
    const next = last ? last.row + last.count : row;
    // Lines of forms that have left the programme.
    if (next < row) stretches.push(waits(next, row - next));
    const place = row - first;
    const stood = !tab.facts || isListed(tab.facts, place, was);
    stretches.push({ row, count: 1, was: stood, wanted: isListed(facts, place, will) });
  }
  const end = Math.max(0, ...tab.head.values());
  const last = lines[lines.length - 1]?.row ?? end;
  if (last < end) stretches.push(waits(last + 1, end - last));
  return [...stretches, { row: end + 1, count: 1, was: true, wanted: true }];
}
