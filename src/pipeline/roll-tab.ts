import { type Grid, isBlank, type Patch, type PeriodKey, type Programme, type RawRow } from '../model';
import { DRAFT, isInSight, readSchoolTab, type SchoolTab, schoolTab, type TabFacts } from '../workbook';
import { checkTab } from './check-tab';
import { headLinesOf } from './head-lines';
import { headStates } from './tab-words';
import { type TurnedBlock, turnBlock } from './turned-rows';
import { asWritten, insertsOf, plainFormats, putHead, turnedGrid } from './turned-tab';
import { visibility } from './visibility';

/** What turns a school's tab to the next period, and what stayed because it was not what was frozen. */
export interface TabRoll {
  readonly patches: readonly Patch[];
  /** Rows of the turned tab whose numbers stayed. */
  readonly kept: readonly number[];
}

/**
 * The tab's change to the next period: classes and subjects stay, the numbers that were frozen are emptied, anything
 * else stays and is reported. Rows are added first, forms shown and hidden; the whole tab is one write, the period in its
 * head included, so a tab is turned or it is not. After it only blank rows go.
 */
export function rollTab(
  programme: Programme,
  grid: Grid,
  frozen: readonly RawRow[],
  next: PeriodKey,
  facts: TabFacts,
): TabRoll {
  const tab = readSchoolTab(programme, grid);
  const rolled = (topUp: boolean): TabRoll => {
    const blocks = [...tab.blocks.values()].sort((a, b) => a.titleRow - b.titleRow);
    const turned = blocks.map((block) => turnBlock(tab, block, frozen, { facts, next, topUp }));
    return rollOf(programme, tab, turned, next, facts);
  };
  const roll = rolled(true);
  return roll.patches.length > MOST_CALLS ? rolled(false) : roll;
}

/** Closing may turn to Google eight times a school: it reads twice, locks, takes people off the lock once, unlocks. Free rows can come later. */
const MOST_CALLS = 3;
/** People are taken off the lock of a head once and for all: at most closings there is one call more, for rows that may go. */
const MOST_WITH_TRIMMING = 4;

function rollOf(
  programme: Programme,
  tab: SchoolTab,
  turned: readonly TurnedBlock[],
  next: PeriodKey,
  facts: TabFacts,
): TabRoll {
  const name = schoolTab(tab.school);
  const resting = new Map(turned.map((block) => [block.block.form.key, block.resting]));
  const plain = turnedGrid(programme, tab, turned);
  const standing = readSchoolTab(programme, plain);
  const lines = headLinesOf(tab, (form) => isInSight(facts, form));
  const before: Patch[] = [
    ...insertsOf(name, turned),
    ...plainFormats(tab, standing, turned),
    ...visibility(tab, standing, facts, { resting, lines }).patches,
  ];
  const gone = trimmed(standing, turned, MOST_WITH_TRIMMING - before.length - 1, facts);
  const willBe = (row: number): number => gone.reduce((at, each) => (each.row < row ? at - each.count : at), row);
  // What is carried over is already part of the new quarter's forms.
  const gid = tab.facts?.gid ?? '';
  const known = { ...standing, period: next, facts: { ...facts, gid }, status: DRAFT, lines: new Map() };
  const states = headStates(checkTab(programme, known), DRAFT, willBe);
  putHead(programme, plain, { standing, tab, lines }, { period: next, facts, status: DRAFT, states });
  const values = asWritten(programme, standing, plain);
  // Told apart from the rows that stay: a turning that dies before they have gone is gone on with.
  for (const { row, count } of gone) for (const cells of values.slice(row - 1, row - 1 + count)) cells.fill('');
  return {
    patches: [...before, { kind: 'values', tab: name, row: 1, column: 1, values }, ...gone],
    kept: keptRows(standing, turned).map(willBe),
  };
}

/** Rows that a turning has left behind which died before they had gone: within a form, without a sign of being one. */
export function leftToGo(programme: Programme, grid: Grid): Patch[] {
  const tab = readSchoolTab(programme, grid);
  const isLeft = (row: number): boolean => grid[row - 1]!.every(isBlank);
  const runs = [...tab.blocks.values()].flatMap(({ firstRow, endRow }) => {
    const rows = Array.from({ length: endRow - firstRow }, (_, at) => firstRow + at).filter(isLeft);
    return rows.length === 0 ? [] : [{ row: rows[0]!, count: rows.length, last: rows[rows.length - 1]! }];
  });
  return runs
    .filter(({ row, count, last }) => last - row === count - 1)
    .sort((a, b) => b.row - a.row)
    .map(({ row, count }) => ({ kind: 'delete-rows', tab: schoolTab(tab.school), row, count }));
}

/**
 * Blank rows that a new tab would not have, of as many forms as there are calls: those in sight first, the longest first.
 * They go when the tab is turned, so that nothing is lost with them; the head's links move along.
 */
function trimmed(standing: SchoolTab, turned: readonly TurnedBlock[], calls: number, facts: TabFacts) {
  const long = turned.filter(({ surplus }) => surplus.count > 0);
  const seen = ({ block }: TurnedBlock): number => (isInSight(facts, block.form) ? 1 : 0);
  const order = long.sort((a, b) => seen(b) - seen(a) || b.surplus.count - a.surplus.count);
  return order
    .slice(0, Math.max(0, calls))
    .map(({ block, surplus: { at, count } }) => {
      const row = standing.blocks.get(block.form.key)!.firstRow + at;
      return { kind: 'delete-rows', tab: schoolTab(standing.school), row, count } as const;
    })
    .sort((a, b) => b.row - a.row);
}

const keptRows = (standing: SchoolTab, turned: readonly TurnedBlock[]): number[] =>
  turned.flatMap(({ block, rows }) =>
    rows.flatMap((row, index) => (row?.kept ? [standing.blocks.get(block.form.key)!.firstRow + index] : [])),
  );
