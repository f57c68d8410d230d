import { isSparedRow } from '../domain';
import { type Cell, type Form, isBlank, type Patch } from '../model';
import {
  type Block,
  FIRST_FIELD_COLUMN,
  isInSight,
  ROLE_COLUMN,
  rowsFor,
  type SchoolTab,
  schoolTab,
  spareRowsOf,
} from '../workbook';
import { rowsOf } from './tab-rows';
import { isSubmitted } from './tab-words';

type Resized = Extract<Patch, { kind: 'insert-rows' | 'delete-rows' }>;

/**
 * Rows to add so that every form of a tab offers enough free ones, and to take away from the forms in sight that offer
 * more of them than a new tab would; from the bottom up, so that none moves another.
 */
export function spareRows(tab: SchoolTab): Patch[] {
  const patches = [...tab.blocks.values()].flatMap((block): Resized[] => {
    const { form } = block;
    const [name, end] = [schoolTab(tab.school), lastAsked(tab, block)];
    const missing = spareRowsOf(form) - freeAbove(tab, block, end, isUnused);
    if (missing > 0) return [{ kind: 'insert-rows', tab: name, after: end, count: missing }];
    const free = freeAbove(tab, block, end, isEmpty);
    const filled = end - block.firstRow + 1 - free;
    const surplus = tab.facts && isInSight(tab.facts, form) ? filled + free - offered(tab, form, filled) : 0;
    return surplus > 0 ? [{ kind: 'delete-rows', tab: name, row: end - surplus + 1, count: surplus }] : [];
  });
  return patches.sort((a, b) => placeOf(b) - placeOf(a));
}

/** What a new tab would offer; until the school has handed in, room for rows that it may be about to paste. */
const offered = ({ status }: SchoolTab, form: Form, filled: number): number =>
  Math.max(rowsFor(form, filled), isSubmitted(status) ? 0 : rowsFor(form, 0));

const placeOf = (patch: Resized): number => (patch.kind === 'insert-rows' ? patch.after : patch.row);

/** The form's last row but those that wait out of sight for a quarter in which they are asked for. */
function lastAsked(tab: SchoolTab, block: Block): number {
  const { form, firstRow, endRow } = block;
  const spared = tab.facts?.spared?.rows[form.key];
  if (!spared) return endRow - 1;
  const resting = new Set(
    rowsOf(tab, block).flatMap(({ tabRow, raw }) => (isSparedRow(form, spared, raw.cells) ? [tabRow] : [])),
  );
  let row = endRow - 1;
  while (resting.has(row)) row -= 1;
  return row < firstRow ? endRow - 1 : row;
}

/** Nothing is typed there. */
const isUnused = (cells: readonly Cell[]): boolean => cells.slice(FIRST_FIELD_COLUMN - 1).every(isBlank);
/** Nothing is lost with it. */
const isEmpty = (cells: readonly Cell[]): boolean => cells.every((cell, at) => at === ROLE_COLUMN - 1 || isBlank(cell));

function freeAbove(
  { grid }: SchoolTab,
  { firstRow }: Block,
  end: number,
  isFree: (cells: readonly Cell[]) => boolean,
): number {
  let row = end;
  while (row >= firstRow && isFree(grid[row - 1] ?? [])) row -= 1;
  return end - row;
}
