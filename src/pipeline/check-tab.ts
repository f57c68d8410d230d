import { type CheckedForm, isDue, validateSchool, wordsOf } from '../domain';
import { remarkOf, type Told } from '../messages';
import {
  type Cell,
  type Grid,
  type Issue,
  isBlank,
  numericKeys,
  type Patch,
  type Programme,
  type RawRow,
  textOf,
} from '../model';
import {
  BESIDE,
  type Block,
  isOwnWord,
  type PlacedRow,
  REMARK_COLUMN,
  ROLE_COLUMN,
  rowsOf,
  type SchoolTab,
  schoolTab,
} from '../workbook';

import { rememberedPercents, unseenChanges } from './calculated-columns';
import { withPercents } from './percents';

/** A form of a tab after checking. */
export interface CheckedBlock {
  readonly block: Block;
  readonly placed: readonly PlacedRow[];
  readonly checked: CheckedForm;
  /** Remark by row of the tab. */
  readonly remarks: ReadonlyMap<number, string>;
  readonly filled: number;
  readonly expected: number;
  readonly errors: number;
  /** Warnings without a word of explanation. */
  readonly unexplained: number;
}

export interface CheckedTab {
  readonly tab: SchoolTab;
  readonly blocks: readonly CheckedBlock[];
  readonly rows: readonly RawRow[];
  readonly issues: readonly Issue[];
  readonly errors: number;
  readonly unexplained: number;
}

/** What a person has just done on the tab. */
export interface Seen {
  /** Rows whose explanation has just been typed, so that it is about the present numbers. */
  readonly explained: ReadonlySet<number>;
  /** True for rows whose numbers a person has just typed, or confirmed when asked. */
  readonly changed: (row: number) => boolean;
  /** Of a cell that was just edited, whether it was typed as a percentage; rows and columns of the tab. */
  readonly percent: (row: number, column: number) => boolean | undefined;
}

const NOTHING_SEEN: Seen = { explained: new Set(), changed: () => false, percent: () => undefined };

export function checkTab(programme: Programme, tab: SchoolTab, seen: Seen = NOTHING_SEEN): CheckedTab {
  const found = [...tab.blocks.values()].map((block) => {
    const rows = rowsOf(tab, block);
    const remembered = rememberedPercents(block, rows, tab.grid);
    const placed = rows.map((row) => {
      const typed = (key: string) => seen.percent(row.tabRow, block.columns.get(key) ?? 0);
      return { ...row, raw: withPercents(block.form, row.raw, row.remark, remembered(row.tabRow), typed) };
    });
    return { block, placed };
  });
  const rows = found.flatMap(({ placed }) => placed.map(({ raw }) => raw));
  const checked = validateSchool(programme, { key: tab.school, type: tab.type }, tab.period, rows);
  const words = wordsOf(programme);
  const blocks = found.map(({ block, placed }) => {
    const own = checked.find((item) => item.form.key === block.form.key)!;
    const unseen = unseenChanges({ block, placed, checked: own }, tab, seen);
    return checkedBlock({ block, placed, checked: { ...own, issues: [...own.issues, ...unseen] } }, tab, seen, words);
  });
  const sum = (of: (block: CheckedBlock) => number) => blocks.reduce((total, block) => total + of(block), 0);
  return {
    tab,
    blocks,
    rows,
    issues: blocks.flatMap((block) => block.checked.issues),
    errors: sum((block) => block.errors),
    unexplained: sum((block) => block.unexplained),
  };
}

export type FoundBlock = Pick<CheckedBlock, 'block' | 'placed' | 'checked'>;

function checkedBlock(
  { block, placed, checked }: FoundBlock,
  tab: SchoolTab,
  seen: Seen,
  words: Told['words'],
): CheckedBlock {
  const { form } = block;
  const remarks = new Map<number, string>();
  const byRow = groupByRow(checked.issues);
  const whole = byRow.get(0) ?? [];
  remarks.set(block.titleRow, remarkOf(whole, { form, words }));
  let unexplained = whole.length;
  for (const { raw, tabRow, remark } of placed) {
    const issues = byRow.get(raw.row) ?? [];
    const state = explanationState(raw, remark, warningWords(issues, { form, words }), seen.explained.has(tabRow));
    remarks.set(
      tabRow,
      remarkOf(issues, { form, words, isExplained: () => state === 'given', stale: state === 'stale' }),
    );
    if (state !== 'given') unexplained += issues.filter((issue) => issue.severity === 'warning').length;
  }
  const asked = numericKeys(form).filter((key) => !form.fields[key]!.optional);
  const numbers = checked.rows.flatMap(({ entry }) => asked.map((key) => entry.numbers[key]));
  return {
    block,
    placed,
    checked,
    remarks,
    filled: numbers.filter((number) => number !== null && number !== undefined).length,
    expected: isDue(form, tab.period) || checked.rows.length > 0 ? numbers.length : 0,
    errors: checked.issues.filter((issue) => issue.severity === 'error').length,
    unexplained,
  };
}

function groupByRow(issues: readonly Issue[]): Map<number, Issue[]> {
  const byRow = new Map<number, Issue[]>();
  for (const issue of issues) byRow.set(issue.row, [...(byRow.get(issue.row) ?? []), issue]);
  return byRow;
}

/** How the school's word of explanation stands to the warnings of its row. */
type Explanation = 'none' | 'given' | 'stale';

const EXPLAINED = 'ℹ Пояснено';
const STALE = 'пояснение дано к прежнему числу, дополните его';

/** The warnings of a row as one phrase; '' when there are none. */
function warningWords(issues: readonly Issue[], told: Told): string {
  const remark = remarkOf(
    issues.filter(({ severity }) => severity === 'warning'),
    told,
  );
  return remark.slice('⚠ Проверьте: '.length, -1);
}

/** An explanation holds for the numbers it was given to; the old remark remembers them. */
function explanationState(raw: RawRow, oldRemark: string, words: string, justTyped: boolean): Explanation {
  if (raw.explanation === '' || words === '') return 'none';
  if (justTyped) return 'given';
  if (oldRemark.includes(EXPLAINED)) return oldRemark.includes(words) ? 'given' : 'stale';
  return oldRemark.includes(STALE) ? 'stale' : 'given';
}

/** What a form's line in the head says. */
export function completenessWords(
  { block, checked, filled, expected, errors, unexplained }: CheckedBlock,
  tab: SchoolTab,
): string {
  if (checked.rows.length === 0) return isDue(block.form, tab.period) ? 'не начато' : 'в этом квартале не нужна';
  const parts = [`${filled} из ${expected}`];
  if (errors > 0) parts.push(`✖ ошибок: ${errors}`);
  if (unexplained > 0) parts.push(`⚠ без пояснения: ${unexplained}`);
  if (parts.length === 1 && filled === expected) parts.push('✔');
  return parts.join(', ');
}

/** The tab's completeness in one line. */
export function tabCompleteness({ blocks, errors, unexplained, tab }: CheckedTab): string {
  const due = blocks.filter(({ block, checked }) => isDue(block.form, tab.period) || checked.rows.length > 0);
  const begun = due.filter(({ checked }) => checked.rows.length > 0).length;
  const filled = due.reduce((sum, block) => sum + block.filled, 0);
  const expected = due.reduce((sum, block) => sum + block.expected, 0);
  const percent = expected === 0 ? 0 : Math.floor((100 * filled) / expected);
  const trouble = errors + unexplained === 0 ? 'замечаний нет' : `ошибок: ${errors}, без пояснения: ${unexplained}`;
  return `форм начато ${begun} из ${due.length}; граф ${percent} %; ${trouble}`;
}

/** One write of column B from the first to the last cell that is not as it should be; null when all are. */
export function remarksPatch(
  { tab, blocks }: CheckedTab,
  only?: ReadonlySet<string>,
): Extract<Patch, { kind: 'values' }> | null {
  const wanted = new Map<number, string>();
  for (const { block, remarks } of blocks) {
    if (only && !only.has(block.form.key)) continue;
    for (const [row, words] of wordsBeside(block, tab.grid)) {
      // What a person typed beside a title stays.
      const standing = textOf(remarkAt(tab.grid, row));
      wanted.set(row, isOwnWord(standing) ? words : standing);
    }
    for (const [row, remark] of remarks) wanted.set(row, remark);
  }
  const changed = [...wanted.keys()].filter((row) => wanted.get(row) !== String(remarkAt(tab.grid, row)));
  if (changed.length === 0) return null;
  const first = Math.min(...changed);
  const last = Math.max(...changed);
  const values: Grid = [];
  for (let row = first; row <= last; row += 1) values.push([wanted.get(row) ?? remarkAt(tab.grid, row)]);
  return { kind: 'values', tab: schoolTab(tab.school), row: first, column: REMARK_COLUMN, values };
}

/**
 * Column B of a block without remarks, and of the blank row above it. A remark can come to stand over these words:
 * when somebody inserts a row between our reading and our writing, all is written a row too high.
 */
function wordsBeside({ titleRow, firstRow, endRow }: Block, grid: Grid): [row: number, words: string][] {
  const above = titleRow - 1;
  const rows: [number, string][] = [
    ...(isBlank(grid[above - 1]?.[ROLE_COLUMN - 1]) ? [[above, ''] as [number, string]] : []),
    [titleRow, BESIDE.title],
    [titleRow + 1, BESIDE.help],
    [titleRow + 2, BESIDE.keys],
    [titleRow + 3, BESIDE.header],
    [endRow, BESIDE.end],
  ];
  for (let row = firstRow; row < endRow; row += 1) rows.push([row, '']);
  return rows;
}

const remarkAt = (grid: Grid, row: number): Cell => grid[row - 1]?.[REMARK_COLUMN - 1] ?? '';
