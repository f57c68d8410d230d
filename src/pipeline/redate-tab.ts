import type { Cell, Grid, Patch, PeriodKey, Programme } from '../model';
import {
  DRAFT,
  factsCell,
  HEAD,
  headRole,
  MEMORY_COLUMN,
  periodLine,
  ROLE_COLUMN,
  readSchoolTab,
  STATE_COLUMN,
  schoolTab,
  type TabFacts,
} from '../workbook';
import { checkTab } from './check-tab';
import { boxPatches, headPatch } from './tab-patches';
import { visibility } from './visibility';

/**
 * Gives a tab another period, as if it had been made in it: all that was typed stays, what was handed in is to be handed
 * in once more. The period's role is written last: a tab that was not finished is done again.
 */
export function redateTab(programme: Programme, grid: Grid, period: PeriodKey, facts: TabFacts): Patch[] {
  const before = readSchoolTab(programme, grid);
  const gid = before.facts?.gid;
  const name = schoolTab(before.school);
  const cell = (row: number, column: number, value: Cell): Patch => ({
    kind: 'values',
    tab: name,
    row,
    column,
    values: [[value]],
  });
  const title = [
    cell(HEAD.title, MEMORY_COLUMN, factsCell(facts, gid)),
    cell(HEAD.title, STATE_COLUMN, periodLine(period, facts.deadline)),
  ];
  const role = cell(HEAD.period, ROLE_COLUMN, headRole.period(period));
  const redated = readSchoolTab(programme, withCells(grid, [...title, role]));
  const head = headPatch(checkTab(programme, redated), DRAFT);
  const sight = visibility(before, redated, facts);
  return [
    ...sight.patches,
    ...sight.keys,
    ...title,
    ...(head ? [head] : []),
    ...boxPatches(redated, { check: false, submit: false }),
    role,
  ];
}

function withCells(grid: Grid, patches: readonly Patch[]): Grid {
  const values = grid.map((cells) => [...cells]);
  for (const patch of patches)
    if (patch.kind === 'values') values[patch.row - 1]![patch.column - 1] = patch.values[0]![0]!;
  return values;
}
