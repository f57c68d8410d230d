import { type Cell, type Grid, isBlank, type Patch, textOf } from '../model';
import {
  type Block,
  BOX_COLUMN,
  besideFrame,
  headRole,
  isRetired,
  MEMORY_COLUMN,
  madeCell,
  REMARK_COLUMN,
  ROLE_COLUMN,
  readMade,
  type SchoolTab,
  STATE_COLUMN,
  schoolTab,
  type TabStatus,
  type Titled,
} from '../workbook';
import type { CheckedBlock, CheckedTab } from './check-tab';
import { headStates } from './tab-words';

export type Values = Extract<Patch, { kind: 'values' }>;

const cellAt = (tab: SchoolTab, row: number, column: number): Cell => tab.grid[row - 1]?.[column - 1] ?? '';

/**
 * Memory and remarks in one write, from the first to the last row that is not as it should be; null when all are. Both
 * columns are the add-on's: whatever else stands there is written over, so a write that came to stand a row off, because
 * somebody inserted a row meanwhile, is put right with the next check.
 */
export function besidePatch({ tab, blocks }: CheckedTab, only?: ReadonlySet<string>): Values | null {
  const wanted = new Map<number, readonly [string, string]>();
  for (const { block, beside } of blocks) {
    if (only && !only.has(block.form.key)) continue;
    for (const [row, cells] of besideRows(tab, block)) wanted.set(row, cells);
    for (const [row, { memory, remark }] of beside) wanted.set(row, [memory, remark]);
  }
  const changed = [...wanted].filter(
    ([row, [memory, remark]]) =>
      cellAt(tab, row, MEMORY_COLUMN) !== memory || cellAt(tab, row, REMARK_COLUMN) !== remark,
  );
  if (changed.length === 0) return null;
  const rows = changed.map(([row]) => row);
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  const values: Grid = [];
  for (let row = first; row <= last; row += 1)
    values.push([...(wanted.get(row) ?? [cellAt(tab, row, MEMORY_COLUMN), cellAt(tab, row, REMARK_COLUMN)])]);
  return { kind: 'values', tab: schoolTab(tab.school), row: first, column: MEMORY_COLUMN, values };
}

/** Both columns of a block, and of the blank row above it, where no memory and no remark stands. */
function besideRows(tab: SchoolTab, { titleRow, keysRow, firstRow, endRow, columns }: Block) {
  const titles = [...columns].filter(([key]) => !isRetired(key));
  const made = cellAt(tab, keysRow + 1, MEMORY_COLUMN);
  const titled = (): Titled => titles.map(([key, at]) => [key, textOf(cellAt(tab, keysRow + 1, at))]);
  // Written over by a remark that came to stand a row off.
  const frame = besideFrame(readMade(made) ? String(made) : madeCell(titled()));
  const rows: [number, readonly [string, string]][] = [
    [titleRow, ['', '']],
    [titleRow + 1, frame.help],
    [keysRow, frame.keys],
    [keysRow + 1, frame.header],
    [endRow, frame.end],
  ];
  if (isBlank(cellAt(tab, titleRow - 1, ROLE_COLUMN))) rows.push([titleRow - 1, ['', '']]);
  for (let row = firstRow; row < endRow; row += 1) rows.push([row, ['', '']]);
  return rows;
}

/** The state column of the head in one write: what is left, when it was checked, the status as data and in words, each form. */
export function headPatch(checked: CheckedTab, status: TabStatus): Values | null {
  const { tab } = checked;
  const states = headStates(checked, status);
  const wanted = new Map<number, Cell>();
  const put = (role: string, value: Cell): void => {
    const row = tab.head.get(role);
    if (row !== undefined) wanted.set(row, value);
  };
  put(headRole.check, states.checked);
  put(headRole.submit, states.submitted);
  put(headRole.status, JSON.stringify(status));
  for (const { block } of checked.blocks) put(headRole.form(block.form), states.byForm[block.form.key] ?? '');
  const label = /;"((?:[^"]|"")*)"\)$/.exec(states.left)?.[1]?.replace(/""/g, '"') ?? states.left;
  const standing = (row: number): Cell => cellAt(tab, row, STATE_COLUMN);
  const second = 2;
  if (standing(second) === label && [...wanted].every(([row, value]) => standing(row) === value)) return null;
  wanted.set(second, states.left);
  const values: Grid = [];
  for (let row = second; row <= Math.max(...wanted.keys()); row += 1) values.push([wanted.get(row) ?? standing(row)]);
  return { kind: 'values', tab: schoolTab(tab.school), row: second, column: STATE_COLUMN, values };
}

/** Ticks as they are to stand: «Проверить» is taken away once it is done, «Сдать» where it does not hold. */
export function boxPatches(tab: SchoolTab, { check, submit }: { check: boolean; submit: boolean }): Patch[] {
  const [checkRow, submitRow] = [tab.head.get(headRole.check), tab.head.get(headRole.submit)];
  if (checkRow === undefined || submitRow === undefined) return [];
  const dropCheck = cellAt(tab, checkRow, BOX_COLUMN) === true && !check;
  const turnSubmit = tab.ticked !== submit;
  const patch = { kind: 'values', tab: schoolTab(tab.school), column: BOX_COLUMN } as const;
  if (dropCheck && turnSubmit && submitRow === checkRow + 1)
    return [{ ...patch, row: checkRow, values: [[false], [submit]] }];
  return [
    ...(dropCheck ? [{ ...patch, row: checkRow, values: [[false]] }] : []),
    ...(turnSubmit ? [{ ...patch, row: submitRow, values: [[submit]] }] : []),
  ];
}

/** A settled form is folded to its title, any other that is asked for is open; nothing when the answer did not change. */
export function foldPatches(tab: SchoolTab, { block, settled }: CheckedBlock): Patch[] {
  const { titleRow, keysRow, endRow } = block;
  const rows = { tab: schoolTab(tab.school), row: titleRow + 1, count: endRow - titleRow };
  if (settled) return [{ kind: 'hide-rows', ...rows }];
  return [
    { kind: 'show-rows', ...rows },
    { kind: 'hide-rows', tab: rows.tab, row: keysRow, count: 1 },
  ];
}
