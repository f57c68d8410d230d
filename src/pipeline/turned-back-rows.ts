import { isOfClasses, isSparedRow } from '../domain';
import { type Cell, DATE_MARK, type Form, type PeriodKey, type RawRow, yearAndQuarter } from '../model';
import {
  BLANK_MEMORY,
  type Block,
  EXPLANATION,
  MEMORY_COLUMN,
  type RowMemory,
  readMemory,
  type SchoolTab,
  type TabFacts,
} from '../workbook';
import { type KeptTab, keptMemory } from './kept-tab';
import { controlOf, identityOfRaw, numbersOf, pastRowOf } from './remember';
import { rememberedRows } from './tab-rows';
import { arranged, holdsMore, isAllGiven, isBegun, type TurnedBlock, type TurnedRow } from './turned-rows';

/** What was kept of a school's tab when its period was closed. */
export interface ClosedTab {
  readonly rows: readonly RawRow[];
  /** The same rows before they were corrected. */
  readonly uncorrected: readonly RawRow[];
  readonly kept?: KeptTab;
  /** Rows of the periods closed before, the latest first. */
  readonly earlier: readonly { readonly period: PeriodKey; readonly rows: readonly RawRow[] }[];
}

interface PlacedRow {
  readonly row: TurnedRow;
  /** Among the rows as they were frozen. */
  readonly place: number;
}

/** A block's rows as they were frozen, and those that waited then for a later quarter; what has come since goes. */
export function turnedBackBlock(
  tab: SchoolTab,
  block: Block,
  closed: ClosedTab,
  { facts, period }: { readonly facts: TabFacts; readonly period: PeriodKey },
): TurnedBlock {
  const { form } = block;
  const frozen = closed.rows.filter((raw) => raw.form === form.key);
  const left = new Map<string, RawRow[]>();
  for (const raw of frozen) left.set(identityOfRaw(form, raw), [...(left.get(identityOfRaw(form, raw)) ?? []), raw]);
  const placed = new Map(rememberedRows(tab, block, () => undefined).map((row) => [row.tabRow, row]));
  const rowOf = frozenRow(form, closed);
  const stays = stayingIn(form, facts, closed);
  const all: PlacedRow[] = [];
  let last = 0;
  for (let at = block.firstRow; at < block.endRow; at += 1) {
    const standing = placed.get(at);
    const own = standing && left.get(identityOfRaw(form, standing.raw))?.shift();
    if (own) {
      last = own.row;
      all.push({ row: { ...rowOf(own), from: at }, place: own.row });
    } else if (standing && stays(standing.raw)) all.push({ row: { ...rowOf(standing.raw), from: at }, place: last });
    else if (holdsMore(tab, block, at)) all.push({ row: { cells: {}, from: at }, place: last });
  }
  for (const raw of [...left.values()].flat()) all.push({ row: rowOf(raw), place: raw.row });
  const rows = [...all].sort((a, b) => a.place - b.place).map(({ row }) => row);
  const waited = tab.facts ? waitingIn(form, tab.facts) : () => false;
  const before = all.find(({ row }) => row.from !== undefined && waited(row))?.row.from;
  const past = pastBefore(tab, block, closed, period);
  return { block, ...arranged(block, rows, { facts, topUp: false, before }), past };
}

/** Whether a row waits for a quarter in which it is asked for. */
export function waitingIn(form: Form, { spared }: TabFacts): (row: { readonly cells: RawRow['cells'] }) => boolean {
  const rows = spared?.rows[form.key];
  return ({ cells }) => rows !== undefined && isSparedRow(form, rows, cells);
}

/** Rows of a form that was not asked for were not frozen: those that had been there before stay. */
function stayingIn(form: Form, facts: TabFacts, { earlier }: ClosedTab): (raw: RawRow) => boolean {
  const waits = waitingIn(form, facts);
  if (facts.due.includes(form.key)) return waits;
  const own = earlier.flatMap(({ rows }) => rows.filter((raw) => raw.form === form.key));
  const known = new Set(own.map((raw) => identityOfRaw(form, raw)));
  return (raw) => waits(raw) || known.has(identityOfRaw(form, raw));
}

/** As it stood on the tab, with what was remembered of it. */
function frozenRow(form: Form, { kept, earlier }: ClosedTab): (raw: RawRow) => TurnedRow {
  const before = numbersBefore(form, earlier);
  return (raw) => {
    const identity = identityOfRaw(form, raw);
    const cells = typedCells(form, raw);
    const memory: RowMemory = {
      ...BLANK_MEMORY,
      identity,
      control: controlOf(form, cells),
      percent: raw.percent ?? [],
      before: before.get(identity) ?? {},
      ...keptMemory(kept, form, identity),
    };
    return { cells: { ...cells, [EXPLANATION]: raw.explanation }, memory, kept: isBegun(form, raw) };
  };
}

/** A day is a day again; beside numbers it stays as it was found, to be found once more. */
function typedCells({ fields }: Form, { cells }: RawRow): Record<string, Cell> {
  const typed = Object.entries(cells).map(([key, cell]): [string, Cell] => {
    if (fields[key]?.kind !== 'date' || typeof cell !== 'string' || !cell.startsWith(DATE_MARK)) return [key, cell];
    const [day, month, year] = cell.slice(DATE_MARK.length).split('.').map(Number);
    return [key, new Date(year!, month! - 1, day)];
  });
  return Object.fromEntries(typed);
}

/** What the next period's rows are compared with: of a row that was not begun in between, what was there before that. */
function numbersBefore(form: Form, earlier: ClosedTab['earlier']): Map<string, RowMemory['before']> {
  const numbers = new Map<string, RowMemory['before']>();
  if (!Object.values(form.fields).some(({ carried }) => carried)) return numbers;
  for (const { rows } of [...earlier].reverse())
    for (const raw of rows)
      if (raw.form === form.key && (isBegun(form, raw) || isAllGiven(form)))
        numbers.set(identityOfRaw(form, raw), numbersOf(form, raw));
  return numbers;
}

/** Without what the closing has put there: what the same quarter has given a year before. */
function pastBefore(
  tab: SchoolTab,
  { form, titleRow }: Block,
  { earlier }: ClosedTab,
  period: PeriodKey,
): RowMemory['past'] {
  const { quarter } = yearAndQuarter(period);
  const { [quarter]: _, ...others } = readMemory(tab.grid[titleRow - 1]?.[MEMORY_COLUMN - 1])?.past ?? {};
  if (isOfClasses({ form })) return others;
  const same = earlier.filter((each) => yearAndQuarter(each.period).quarter === quarter);
  const begun = same
    .map(({ rows }) => rows.filter((raw) => raw.form === form.key && isBegun(form, raw)))
    .find((rows) => rows.length > 0);
  return begun ? { ...others, [quarter]: begun.map((raw) => pastRowOf(form, raw)) } : others;
}
