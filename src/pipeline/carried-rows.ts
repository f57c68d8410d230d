import type { PeriodKey, Programme, RawRow, School } from '../model';
import {
  EXPLANATION,
  readSchoolTab,
  type Settings,
  type StartingRow,
  type StartingRows,
  schoolTabDesign,
} from '../workbook';
import { asWritten } from './heal-tab';
import { factsOf } from './tab-facts';
import { turnBlock } from './turned-rows';

/**
 * What a tab that is made in mid-programme starts with: the same as if it had stood there and turned from the `last` period,
 * of which these rows were frozen.
 */
export function carriedRows(
  programme: Programme,
  settings: Settings,
  school: School,
  { period: last, rows }: { readonly period: PeriodKey; readonly rows: readonly RawRow[] },
): StartingRows {
  if (rows.length === 0) return {};
  const standing = Object.fromEntries(
    programme.forms.map(({ key }): [string, StartingRow[]] => [
      key,
      rows
        .filter(({ form }) => form === key)
        .map(({ cells, explanation }) => ({ cells: { ...cells, [EXPLANATION]: explanation } })),
    ]),
  );
  const before = { school, period: last, facts: factsOf(programme, settings, school, last), start: standing };
  const tab = readSchoolTab(programme, schoolTabDesign(programme, before).section.values);
  const turning = { facts: factsOf(programme, settings, school), next: settings.period, topUp: true };
  // The rows of that tab are counted from 1 in their order, those that were frozen as they stood on another one.
  const frozen = programme.forms.flatMap(({ key }) =>
    rows.filter(({ form }) => form === key).map((row, index) => ({ ...row, row: index + 1 })),
  );
  const carried = Object.fromEntries(
    [...tab.blocks.values()].map((block): [string, StartingRow[]] => [
      block.form.key,
      turnBlock(tab, block, frozen, turning).rows.flatMap((row) =>
        row && Object.keys(row.cells).length > 0
          ? [{ cells: row.cells, ...(row.memory ? { memory: row.memory } : {}) }]
          : [],
      ),
    ]),
  );
  return asWritten(programme, carried, { columns: {}, blocks: [] });
}
