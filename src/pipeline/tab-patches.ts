import { type Cell, type EditPatch, type Grid, isBlank, type Patch, textOf } from '../model';
import {
  BLANK_MEMORY,
  type Block,
  BOX_COLUMN,
  besideFrame,
  gapUnder,
  headRole,
  isRetired,
  MEMORY_COLUMN,
  madeCell,
  memoryCell,
  REMARK_COLUMN,
  ROLE_COLUMN,
  readMade,
  readMemory,
  type SchoolTab,
  STATE_COLUMN,
  schoolTab,
  type TabStatus,
  type Titled,
} from '../workbook';
import type { CheckedBlock, LookedTab } from './check-tab';
import { headStates, leftLabel, noteOf } from './tab-words';

export type Values = Extract<Patch, { kind: 'values' }>;

const cellAt = (tab: SchoolTab, row: number, column: number): Cell => tab.grid[row - 1]?.[column - 1] ?? '';

/** Rows that an edit's write may be longer for to remember what its check depended on: below the last rows all are blank. */
const NEAR = 20;

/** What of memory and remarks is written: of these forms alone; with `relied`, also only to rely on this check later. */
export interface BesideWanted {
  readonly only?: ReadonlySet<string>;
  readonly relied?: boolean;
}

/**
 * Memory and remarks in one write, from the first to the last row that is not as it should be; null when all are. Both
 * columns are the add-on's: whatever else stands there is written over, so a write that came to stand a row off, because
 * somebody inserted a row meanwhile, is put right with the next check.
 */
export function besidePatch(
  { tab, blocks }: LookedTab,
  { only, relied = false }: BesideWanted = {},
  status = tab.status,
): Values | null {
  const wanted = new Map<number, readonly [string, string]>();
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const checked of blocks) {
    const { block, beside, dependsOn } = checked;
    if (only && !only.has(block.form.key)) continue;
    let lastOwn = 0;
    const noted = withNotes(checked, status);
    const put = (row: number, cells: readonly [string, string]): void => {
      wanted.set(row, cells);
      if (cellAt(tab, row, MEMORY_COLUMN) === cells[0] && cellAt(tab, row, REMARK_COLUMN) === cells[1]) return;
      first = Math.min(first, row);
      lastOwn = Math.max(lastOwn, row);
    };
    for (const [row, cells] of besideFrames(tab, block)) put(row, cells);
    for (let row = block.firstRow; row < block.endRow; row += 1) {
      const own = beside.get(row);
      if (own === null) continue;
      put(row, own ? [own.memory, noted(row, own.remark)] : NOTHING);
    }
    const whole = beside.get(block.titleRow)!;
    put(block.titleRow, [whole.memory, noted(block.titleRow, whole.remark)]);
    const standing = readMemory(cellAt(tab, block.endRow, MEMORY_COLUMN));
    const gains = dependsOn !== '' && !standing?.checked;
    const [, end] = besideFrame('').end;
    const isNear = only !== undefined && lastOwn > 0 && block.endRow - lastOwn <= NEAR;
    if (!gains || relied || isNear)
      put(block.endRow, [dependsOn && memoryCell({ ...BLANK_MEMORY, checked: dependsOn }), end]);
    else put(block.endRow, ['', end]);
    last = Math.max(last, lastOwn);
  }
  if (last === 0) return null;
  const values: Grid = [];
  for (let row = first; row <= last; row += 1)
    values.push([...(wanted.get(row) ?? [cellAt(tab, row, MEMORY_COLUMN), cellAt(tab, row, REMARK_COLUMN)])]);
  return { kind: 'values', tab: schoolTab(tab.school), row: first, column: MEMORY_COLUMN, values };
}

const NOTHING = ['', ''] as const;

/** Remarks with what the coordinator has said of the form's rows, as long as the tab stands given back. */
function withNotes({ block, placed }: CheckedBlock, status: TabStatus): (row: number, remark: string) => string {
  const { form, titleRow } = block;
  if (status.state !== 'returned' || !status.notes?.some((note) => note.form === form.key))
    return (_, remark) => remark;
  const names = new Map(placed.map(({ tabRow, identity }) => [tabRow, identity]));
  return (row, remark) => {
    const name = row === titleRow ? '' : names.get(row);
    const note = name === undefined ? '' : noteOf(status, form.key, name);
    return [note, remark].filter((words) => words !== '').join(' ');
  };
}

/** Both columns of a block's rows above its data, and of the blank row above it. */
function besideFrames(tab: SchoolTab, { titleRow, keysRow, columns }: Block) {
  const titles = [...columns].filter(([key]) => !isRetired(key));
  const made = cellAt(tab, keysRow + 1, MEMORY_COLUMN);
  const titled = (): Titled => titles.map(([key, at]) => [key, textOf(cellAt(tab, keysRow + 1, at))]);
  // Written over by a remark that came to stand a row off.
  const frame = besideFrame(readMade(made) ? String(made) : madeCell(titled()));
  const rows: [number, readonly [string, string]][] = [
    [titleRow + 1, frame.help],
    [keysRow, frame.keys],
    [keysRow + 1, frame.header],
  ];
  if (isBlank(cellAt(tab, titleRow - 1, ROLE_COLUMN))) rows.push([titleRow - 1, NOTHING]);
  return rows;
}

/** The state column of the head in one write: what is left, when it was checked, the status as data and in words, each form. */
export function headPatch(checked: LookedTab, status: TabStatus): Values | null {
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
  for (const { block } of checked.forms) put(headRole.form(block.form), states.byForm[block.form.key] ?? '');
  const standing = (row: number): Cell => cellAt(tab, row, STATE_COLUMN);
  const second = 2;
  if (standing(second) === leftLabel(checked, status) && [...wanted].every(([row, value]) => standing(row) === value))
    return null;
  wanted.set(second, states.left);
  const values: Grid = [];
  for (let row = second; row <= Math.max(...wanted.keys()); row += 1) values.push([wanted.get(row) ?? standing(row)]);
  return { kind: 'values', tab: schoolTab(tab.school), row: second, column: STATE_COLUMN, values };
}

/** Ticks as they are to stand: «Проверить» is taken away once it is done, «Сдать» where it does not hold. */
export function boxPatches(tab: SchoolTab, { check, submit }: { check: boolean; submit: boolean }): EditPatch[] {
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
export function foldPatches(tab: SchoolTab, { block, settled }: CheckedBlock): EditPatch[] {
  const { titleRow, keysRow, endRow } = block;
  const rows = { tab: schoolTab(tab.school), row: titleRow + 1, count: endRow + gapUnder(tab.grid, block) - titleRow };
  if (settled) return [{ kind: 'hide-rows', ...rows }];
  return [
    { kind: 'show-rows', ...rows },
    { kind: 'hide-rows', tab: rows.tab, row: keysRow, count: 1 },
  ];
}
