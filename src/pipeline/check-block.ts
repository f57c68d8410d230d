import type { CheckedForm } from '../domain';
import { remarkOf, type WordsOf } from '../messages';
import type { Form, Issue, RawRow } from '../model';
import {
  BLANK_MEMORY,
  type Block,
  isSettled,
  lacksReason,
  MEMORY_COLUMN,
  memoryCell,
  REMARK_COLUMN,
  type RowMemory,
  readMemory,
  renamed,
  type SchoolTab,
} from '../workbook';
import { explainedBy, memoryOf, outsideOf, unexplained, warningKey } from './remember';
import { ownMemory, type RememberedRow, type TakenForAt } from './tab-rows';

/** What the head says of a form. */
export interface FormState {
  readonly block: Block;
  readonly due: boolean;
  /** The school's answer leaves nothing to type. */
  readonly settled: boolean;
  /** …but for the reason, without which it is none. */
  readonly lacksReason: boolean;
  /** Rows with data. */
  readonly filledRows: number;
  readonly errors: number;
  readonly unexplained: number;
  /** Row of the tab with the first error, else with the first open question; null when there is none. */
  readonly firstOpen: number | null;
}

/** A form of a tab after checking. */
export interface CheckedBlock extends FormState {
  readonly placed: readonly RememberedRow[];
  readonly checked: CheckedForm;
  /** What is to stand beside a row, by row of the tab: the memory's cell and the remark; null where all stays as it is. */
  readonly beside: ReadonlyMap<number, Beside | null>;
  /** The fields that are not asked for, as «form.field». */
  readonly spared: readonly string[];
  /** What this check depended on beside the cells of its rows; '' when it does not hold once its rows are remembered. */
  readonly dependsOn: string;
}

export interface Beside {
  readonly memory: string;
  readonly remark: string;
}

/** What is known of the moment of checking beside the tab itself. */
export interface Seen {
  /** Rows of the tab whose explanation a person has just typed. */
  readonly explained: ReadonlySet<number>;
  /** Forms whose reason in the head a person has just typed. */
  readonly reasoned: ReadonlySet<string>;
  /** True for rows whose cells a person has just typed. */
  readonly changed: (row: number) => boolean;
  /** A person asks for a check of the whole tab: what a remark has asked about is thereby confirmed. */
  readonly confirmed: boolean;
  readonly takenFor: TakenForAt;
  /** Rows whose words were put beside them by the add-on: they explain nothing. */
  readonly aside?: ReadonlySet<number>;
}

export const UNSEEN = 'row/changed-unseen';
const PERSONAL = 'cell/personal-data';

/** The words of an explanation or a reason are what is wrong: they do not explain that. */
const isOfTheWords = ({ id, field }: Issue): boolean => id === PERSONAL && field === undefined;

/** A form of a tab at the moment of checking, with the words for its issues. */
export interface Looking {
  readonly form: Form;
  readonly words: WordsOf;
  readonly tab: SchoolTab;
  readonly seen: Seen;
  readonly due: boolean;
  /** Found by looking at more than an edit looks at. */
  readonly isOutside: (issue: Issue) => boolean;
  readonly dependsOn: string;
  /** What the school's answer about the whole form answers. */
  readonly isAnswered: (issue: Issue) => boolean;
  /** Rows of which nothing was to be said the last time, unless other rows bring it up now. */
  readonly quiet?: ReadonlyMap<RawRow, string>;
}

type FoundBlock = Pick<CheckedBlock, 'block' | 'placed' | 'checked'>;

export function checkedBlock({ block, placed, checked }: FoundBlock, looking: Looking): CheckedBlock {
  const { form, tab, due, dependsOn } = looking;
  const byRow = issuesByRow(checked.issues);
  const beside = new Map<number, Beside | null>();
  let [errors, unexplained] = [0, 0];
  let firstError: number | null = null;
  let firstQuestion: number | null = null;
  const put = (row: number, own: OpenBeside | null): void => {
    beside.set(row, own);
    if (!own) return;
    errors += own.errors;
    unexplained += own.open;
    if (own.errors > 0) firstError ??= row;
    if (own.open > 0) firstQuestion ??= row;
  };
  const hasFormats = checked.issues.some(({ id }) => id === 'cell/date' || id === 'cell/percent');
  put(block.titleRow, wholeForm(block.titleRow, byRow.get(0) ?? NONE, hasFormats, looking));
  for (const row of placed) put(row.tabRow, rowBeside(row, byRow.get(row.raw.row) ?? NONE, looking));
  const settled = isSettled(tab.lines.get(form.key)?.answer ?? null);
  return {
    block,
    placed,
    checked,
    beside,
    due,
    settled,
    lacksReason: lacksReason(tab.lines.get(form.key)),
    filledRows: checked.rows.length,
    errors,
    unexplained,
    firstOpen: firstError ?? firstQuestion,
    spared: tab.facts?.spared?.fields ?? [],
    dependsOn,
  };
}

const NONE: readonly Issue[] = [];

interface OpenBeside extends Beside {
  readonly errors: number;
  /** Warnings without explanation. */
  readonly open: number;
}

/** The warnings that want an explanation of their own. */
const asking = (issues: readonly Issue[], { isAnswered }: Looking): Issue[] =>
  issues.filter((issue) => issue.severity === 'warning' && !isAnswered(issue));

function rowBeside(row: RememberedRow, issues: readonly Issue[], looking: Looking): OpenBeside | null {
  if (issues.length === 0 && looking.quiet?.has(row.raw)) {
    const line = looking.tab.grid[row.tabRow - 1]!;
    if (line[REMARK_COLUMN - 1] === '') return null;
    return { memory: String(line[MEMORY_COLUMN - 1]), remark: '', errors: 0, open: 0 };
  }
  const warnings = issues.length === 0 ? NONE : asking(issues, looking);
  const { explained: typed, aside } = looking.seen;
  const explained = aside?.has(row.tabRow)
    ? unexplained(row.raw.explanation)
    : explainedBy(row.raw.explanation, warnings, row.memory, typed.has(row.tabRow));
  if (issues.length === 0 && row.raw.misplaced === undefined && !row.twin)
    return { memory: memoryCell(memoryOf(row, explained, NONE), row.typed), remark: '', errors: 0, open: 0 };
  return troubledRow(row, issues, explained, looking);
}

function foundIn(
  issues: readonly Issue[],
  isExplained: (issue: Issue) => boolean,
): Pick<OpenBeside, 'errors' | 'open'> {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  return { errors, open: issues.filter((issue) => issue.severity === 'warning' && !isExplained(issue)).length };
}

function troubledRow(
  row: RememberedRow,
  issues: readonly Issue[],
  explained: ReturnType<typeof explainedBy>,
  looking: Looking,
): OpenBeside {
  const { form, words, tab, isOutside, isAnswered } = looking;
  const keys = new Set(explained.keys);
  // Only a look at the cells answers whether they stand where they belong.
  const isExplained = (issue: Issue): boolean =>
    isAnswered(issue) || (issue.id !== UNSEEN && !isOfTheWords(issue) && keys.has(warningKey(issue)));
  const remark = remarkOf(issues, { form, words, isExplained, stale: explained.stale });
  const found = foundIn(issues, isExplained);
  const standing = readMemory(tab.grid[row.tabRow - 1]?.[MEMORY_COLUMN - 1]);
  const memory = ((): RowMemory | null => {
    // Cells that were moved sideways are not to be remembered as the row's.
    if (row.raw.misplaced !== undefined) return standing;
    if (row.twin) return ownMemory(tab, row);
    if (!issues.some(({ id }) => id === UNSEEN))
      return { ...memoryOf(row, explained, issues.filter(isOutside)), ...found };
    return { ...renamed(row.memory ?? standing ?? BLANK_MEMORY, row.identity), asked: true };
  })();
  const typed = memory?.control === row.control ? row.typed : '';
  return { memory: memory ? memoryCell(memory, typed) : '', remark, ...found };
}

/** A warning about a whole form is explained by the reason in the form's line of the head. */
function wholeForm(titleRow: number, issues: readonly Issue[], hasFormats: boolean, looking: Looking): OpenBeside {
  const { form, words, tab, seen, isAnswered } = looking;
  const warnings = asking(issues, looking);
  const memory = readMemory(tab.grid[titleRow - 1]?.[MEMORY_COLUMN - 1]);
  const reason = tab.lines.get(form.key)?.reason ?? '';
  const { said, keys, stale } = explainedBy(reason, warnings, memory, seen.reasoned.has(form.key));
  const known = new Set(keys);
  const isExplained = (issue: Issue): boolean =>
    isAnswered(issue) || (!isOfTheWords(issue) && known.has(warningKey(issue)));
  const remark = remarkOf(issues, { form, words, isExplained, stale });
  const formatted = memory?.formatted || hasFormats;
  const found = foundIn(issues, isExplained);
  const past = memory?.past ?? BLANK_MEMORY.past;
  const isBlank = said === '' && !formatted && issues.length === 0 && Object.keys(past).length === 0;
  const outside = outsideOf(issues.filter(looking.isOutside));
  const remembered = { ...BLANK_MEMORY, said, explained: keys, formatted, past, outside, ...found };
  return { memory: isBlank ? '' : memoryCell(remembered), remark, ...found };
}

export function issuesByRow(issues: readonly Issue[]): Map<number, Issue[]> {
  const byRow = new Map<number, Issue[]>();
  for (const issue of issues) {
    const own = byRow.get(issue.row);
    if (own) own.push(issue);
    else byRow.set(issue.row, [issue]);
  }
  return byRow;
}
