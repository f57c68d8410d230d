import type { Grid, Patch, PeriodKey, Programme } from '../model';
import { DRAFT, isInSight, isSettled, NO_STATES, readSchoolTab, schoolTab, type TabFacts } from '../workbook';
import { calculatedPatch } from './calculated-columns';
import { checkTab } from './check-tab';
import { headLinesOf } from './head-lines';
import { withOpened } from './opened-forms';
import { besidePatch, type Values } from './tab-patches';
import { printsOf } from './tab-prints';
import { headStates, isSubmitted } from './tab-words';
import { type ClosedTab, turnedBackBlock } from './turned-back-rows';
import { asWritten, insertsOf, putHead, turnedGrid } from './turned-tab';
import { visibility } from './visibility';

/**
 * A turned tab as it stood when its period was closed: the inverse of `rollTab`, and like it one write of the whole tab, the
 * last one. What was handed in is so again.
 */
export function turnBack(
  programme: Programme,
  grid: Grid,
  closed: ClosedTab,
  period: PeriodKey,
  due: TabFacts,
): Patch[] {
  const tab = readSchoolTab(programme, grid);
  const name = schoolTab(tab.school);
  const blocks = [...tab.blocks.values()].sort((a, b) => a.titleRow - b.titleRow);
  const turned = blocks.map((block) => turnedBackBlock(tab, block, closed, { facts: due, period }));
  const values = turnedGrid(programme, tab, turned);
  const standing = readSchoolTab(programme, values);
  const facts = withOpened(standing, due, true);
  const lines = headLinesOf(tab, (form) => isInSight(facts, form));
  const place = { standing, tab, lines };
  const { status: kept = DRAFT, said = {} } = closed.kept ?? {};
  putHead(programme, values, place, { period, facts, said, status: kept, states: NO_STATES });
  const checked = checkTab(programme, { ...readSchoolTab(programme, values), trouble: [] });
  const status = isSubmitted(kept) ? { ...kept, prints: printsOf(checked) } : kept;
  putHead(programme, values, place, { period, facts, said, status, states: headStates(checked, status) });
  for (const block of checked.blocks) put(values, calculatedPatch(programme, checked, block));
  put(values, besidePatch(checked, {}, status));
  const resting = new Map(turned.map((block) => [block.block.form.key, block.resting]));
  const folded = new Set(
    blocks.flatMap(({ form }) => (isSettled(checked.tab.lines.get(form.key)?.answer ?? null) ? form.key : [])),
  );
  return [
    ...insertsOf(name, turned),
    ...visibility(tab, standing, facts, { resting, lines, folded }).patches,
    { kind: 'values', tab: name, row: 1, column: 1, values: asWritten(programme, standing, values) },
  ];
}

function put(values: Grid, patch: Pick<Values, 'row' | 'column' | 'values'> | null): void {
  patch?.values.forEach((cells, index) => {
    values[patch.row - 1 + index]!.splice(patch.column - 1, cells.length, ...cells);
  });
}
