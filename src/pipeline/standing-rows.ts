import { looksAt } from '../domain';
import { type Cell, Digesting, digest, type Form, type Programme, textOf } from '../model';
import {
  BLANK_MEMORY,
  type Block,
  EXPLANATION,
  isSettled,
  lacksReason,
  MEMORY_COLUMN,
  type RowMemory,
  readMemory,
  remembersTyped,
  type SchoolTab,
} from '../workbook';
import type { FormState } from './check-block';
import { cellsReader, controlReader, keysOf } from './remember';
import {
  isCaption,
  isClean,
  isTakenOtherwise,
  madeColumns,
  misplacedIn,
  NO_DATES,
  type RememberedRow,
} from './tab-rows';

/** Rows of a form each of which stands beside its own memory as it was last checked. */
export interface StandingRows {
  readonly rows: number;
  readonly print: string;
  readonly errors: number;
  readonly open: number;
  readonly firstError: number | null;
  readonly firstQuestion: number | null;
  /** The rows themselves, once something is compared with them; null where their memory says more than their cells. */
  readonly placed: () => readonly RememberedRow[] | null;
}

/** All that checks of other forms can see of a form's rows. */
function printOf(control: string, percent: readonly string[], dates: Readonly<Record<string, number>>): string {
  let days = '';
  for (const key in dates) days += `${key}.`;
  return `${control}${percent.join('%')}${days};`;
}

/** The same of rows that were read to be checked. */
export const printOfRows = (placed: readonly RememberedRow[]): string =>
  placed
    .map(
      ({ control, raw, dates }) =>
        printOf(control, raw.percent ?? [], dates) + (raw.misplaced === undefined ? '' : '!'),
    )
    .join('');

/** The same of the rows as they were last checked; null where some row was not, or not under its name. */
export function printAsRemembered(placed: readonly RememberedRow[]): string | null {
  let print = '';
  for (const { memory, identity } of placed) {
    if (memory === null || memory.identity !== identity) return null;
    print += printOf(memory.control, memory.percent, memory.dates);
  }
  return print;
}

/** By other means than digests of the head and of cells: a loop of many short texts and few long ones runs hot sooner. */
export const digestOfPrint = (print: string): string => new Digesting().add(print).end();

/** Null when a row is not as its memory has it. Each cell is looked at once: this is done of all forms at every edit. */
export function standingRows(tab: SchoolTab, block: Block): StandingRows | null {
  const { form, columns } = block;
  const controlOf = controlReader(form, columns);
  const { typedIn } = cellsReader(block);
  const explanationAt = (columns.get(EXPLANATION) ?? 0) - 1;
  const made = madeColumns(block);
  const names = new Set<string>();
  let [errors, open, print] = [0, 0, ''];
  let firstError: number | null = null;
  let firstQuestion: number | null = null;
  const found: Standing[] = [];
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const line = tab.grid[row - 1] ?? [];
    const standing = line[MEMORY_COLUMN - 1];
    const typed = typedIn(line);
    const isAsTyped = remembersTyped(standing, typed);
    const control = isAsTyped ? null : controlOf(line);
    const explanation = textOf(line[explanationAt]);
    if (control === '' && explanation === '') continue;
    const memory = readMemory(standing);
    if (
      !memory ||
      (control !== null && memory.control !== control) ||
      memory.said !== (explanation && digest(explanation))
    ) {
      if (isCaption(form, cellsOf(line, block))) continue;
      return null;
    }
    // A row copied over another one brings its memory along.
    if (misplacedIn(line, made) !== undefined || names.has(memory.identity)) return null;
    names.add(memory.identity);
    found.push({ tabRow: row, line, memory, explanation, typed: isAsTyped ? typed : '' });
    print += printOf(memory.control, memory.percent, memory.dates);
    errors += memory.errors;
    open += memory.open;
    if (memory.errors > 0) firstError ??= row;
    if (memory.open > 0) firstQuestion ??= row;
  }
  const placed = () => placedAsStanding(tab, block, found);
  return { rows: found.length, print, errors, open, firstError, firstQuestion, placed };
}

interface Standing extends Pick<RememberedRow, 'tabRow' | 'typed'> {
  readonly line: readonly Cell[];
  readonly memory: RowMemory;
  readonly explanation: string;
}

/** As `rememberedRows` gives them. */
function placedAsStanding({ period, school }: SchoolTab, block: Block, found: readonly Standing[]) {
  if (found.some(({ memory }) => memory.asked || isTakenOtherwise(memory))) return null;
  return found.map(({ tabRow, line, memory, explanation, typed }, index): RememberedRow => {
    const raw = { period, school, form: block.form.key, row: index + 1, cells: cellsOf(line, block), explanation };
    const { identity, control } = memory;
    const clean = isClean(memory, raw);
    return { tabRow, raw, dates: NO_DATES, identity, control, typed, memory, twin: false, clean };
  });
}

const cellsOf = (line: readonly Cell[], { form, columns }: Block): Record<string, Cell> =>
  Object.fromEntries(Object.keys(form.fields).map((key) => [key, line[(columns.get(key) ?? 0) - 1] ?? '']));

/** Whether all that the last check of a form depended on, beside the cells of its rows, is the same now. */
export const holdsStill = (tab: SchoolTab, { endRow }: Block, dependsOn: string): boolean =>
  readMemory(tab.grid[endRow - 1]?.[MEMORY_COLUMN - 1])?.checked === dependsOn;

/** What is known of a form whose rows all stand as they were last checked; null when that check does not hold any more. */
export function stateOfStanding(
  tab: SchoolTab,
  block: Block,
  standing: StandingRows,
  due: boolean,
  dependsOn: (form: Form, rows: number) => string,
): FormState | null {
  const { form, titleRow } = block;
  if (!holdsStill(tab, block, dependsOn(form, standing.rows))) return null;
  const whole = readMemory(tab.grid[titleRow - 1]?.[MEMORY_COLUMN - 1]) ?? BLANK_MEMORY;
  const firstError = whole.errors > 0 ? titleRow : standing.firstError;
  const firstQuestion = whole.open > 0 ? titleRow : standing.firstQuestion;
  return {
    block,
    due,
    settled: isSettled(tab.lines.get(form.key)?.answer ?? null),
    lacksReason: lacksReason(tab.lines.get(form.key)),
    filledRows: standing.rows,
    errors: standing.errors + whole.errors,
    unexplained: standing.open + whole.open,
    firstOpen: firstError ?? firstQuestion,
  };
}

/**
 * A digest of all that a check of a form depends on beside the cells of its rows: how many they are, as one that was
 * deleted is seen nowhere else, what the head says, and the rows of the forms it is compared with.
 */
export function dependence(
  programme: Programme,
  tab: SchoolTab,
  print: (form: string) => string,
): (form: Form, rows: number) => string {
  const { period, type, facts, lines, school } = tab;
  const spared = facts?.spared ? JSON.stringify(facts.spared) : '';
  const head = `${school}|${period}|${type}|${facts?.group ?? ''}|${facts?.partner ?? ''}|${programme.checks.length}${spared}`;
  const forms = new Map(programme.forms.map((form) => [form.key, form]));
  const known = new Map<string, string>();
  return ({ key }, rows) => {
    const made = known.get(`${key}|${rows}`);
    if (made !== undefined) return made;
    const form = forms.get(key)!;
    const line = lines.get(key);
    const asked = facts?.due.includes(key) ?? '';
    const compared = looksAt(programme, form).map((other) => `${other}:${print(other)}`);
    const depends = digest(
      [head, keysOf(form).join(), rows, asked, line?.answer ?? '', line?.reason ?? '', ...compared].join('|'),
    );
    known.set(`${key}|${rows}`, depends);
    return depends;
  };
}
