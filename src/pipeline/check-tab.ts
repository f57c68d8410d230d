import { type CheckedForm, isDue, type RowsBy, validateSchool, wordsOf } from '../domain';
import { remarkOf, type WordsOf } from '../messages';
import { type Form, type Issue, isNumeric, type Programme, type RawRow } from '../model';
import {
  BLANK_MEMORY,
  type Block,
  isSettled,
  MEMORY_COLUMN,
  memoryCell,
  type RowMemory,
  readMemory,
  type SchoolTab,
} from '../workbook';
import {
  explainedBy,
  memoryOf,
  orphanAt,
  ownMemory,
  type PercentAt,
  type RememberedRow,
  rememberedRows,
  warningKey,
} from './remember';

/** A form of a tab after checking. */
export interface CheckedBlock {
  readonly block: Block;
  readonly placed: readonly RememberedRow[];
  readonly checked: CheckedForm;
  /** What stands beside a row, by row of the tab: the memory's cell and the remark. */
  readonly beside: ReadonlyMap<number, Beside>;
  readonly due: boolean;
  /** The school's answer leaves nothing to type. */
  readonly settled: boolean;
  readonly filled: number;
  readonly expected: number;
  readonly errors: number;
  readonly unexplained: number;
  /** Row of the tab with the first error, else with the first open question; null when there is none. */
  readonly firstOpen: number | null;
}

export interface Beside {
  readonly memory: string;
  readonly remark: string;
}

export interface CheckedTab {
  readonly tab: SchoolTab;
  readonly blocks: readonly CheckedBlock[];
  readonly rows: readonly RawRow[];
  readonly issues: readonly Issue[];
  readonly errors: number;
  readonly unexplained: number;
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
  readonly percent: PercentAt;
}

export const NOTHING_SEEN: Seen = {
  explained: new Set(),
  reasoned: new Set(),
  changed: () => false,
  confirmed: false,
  percent: () => undefined,
};

/** Whether a form is asked for on this tab: as the coordinator's runs have written in its head. */
export const isAsked = (tab: SchoolTab, form: Form): boolean =>
  tab.facts ? tab.facts.due.includes(form.key) : isDue(form, tab.period, { type: tab.type });

/** True while some check needs the rows of other schools. */
export const comparesSchools = ({ checks }: Programme): boolean => checks.some(({ needs }) => needs === 'district');

/** All rows of a tab as they stand. */
export const rowsOnTab = (tab: SchoolTab): RawRow[] =>
  [...tab.blocks.values()].flatMap((block) => rememberedRows(tab, block, NOTHING_SEEN.percent).map(({ raw }) => raw));

/** The programme as far as the tab has got it: a field that has no column yet is asked of nobody. */
function asFarAsGot(programme: Programme, tab: SchoolTab): Programme {
  const lacks = ({ form, columns }: Block): boolean => Object.keys(form.fields).some((key) => !columns.has(key));
  if (![...tab.blocks.values()].some(lacks)) return programme;
  const forms = programme.forms.map((form) => {
    const block = tab.blocks.get(form.key);
    const fields = Object.entries(form.fields).filter(([key]) => !block || block.columns.has(key));
    const left = Object.fromEntries(fields);
    return { ...form, fields: left, identity: form.identity.filter((key) => key in left) };
  });
  return { ...programme, forms };
}

/** `others` are the rows of the other schools, by school: what they show is remembered beside the rows. */
export function checkTab(programme: Programme, tab: SchoolTab, seen: Seen = NOTHING_SEEN, others?: RowsBy): CheckedTab {
  const found = [...tab.blocks.values()].map((block) => ({ block, placed: rememberedRows(tab, block, seen.percent) }));
  const rows = found.flatMap(({ placed }) => placed.map(({ raw }) => raw));
  const school = { key: tab.school, type: tab.type, group: tab.facts?.group ?? '', partner: tab.facts?.partner ?? '' };
  const words = wordsOf(programme);
  const outside = new Set<string>(programme.checks.flatMap(({ id, needs }) => (needs === 'district' ? [id] : [])));
  const isOutside = ({ id }: Issue): boolean => outside.has(id);
  const checked = new Map(
    validateSchool(asFarAsGot(programme, tab), school, tab.period, rows, rowsBefore(found), others).map(
      (form) => [form.form.key, form] as const,
    ),
  );
  const blocks = found.map(({ block, placed }) => {
    const own = checked.get(block.form.key)!;
    const known = new Set(placed.map(({ identity }) => identity));
    const more = placed.flatMap((row) => [
      ...(others ? [] : outsideFindings(row)),
      ...unseenChange(tab, row, known, seen),
    ]);
    const looking = { form: block.form, words, tab, seen, isOutside };
    return checkedBlock({ block, placed, checked: { ...own, issues: [...own.issues, ...more] } }, looking);
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

/** The rows of the last period as the rows of this one remember them. */
function rowsBefore(found: readonly { block: Block; placed: readonly RememberedRow[] }[]): RowsBy | undefined {
  const rows = new Map<string, RawRow[]>();
  for (const { block, placed } of found) {
    const own = placed.flatMap(({ raw, memory }): RawRow[] => {
      if (!memory || Object.keys(memory.before).length === 0) return [];
      const names = block.form.identity.map((key) => [key, raw.cells[key] ?? '']);
      return [{ ...placeOf(raw), cells: { ...Object.fromEntries(names), ...memory.before }, explanation: '' }];
    });
    if (own.length > 0) rows.set(block.form.key, own);
  }
  return rows.size > 0 ? rows : undefined;
}

const placeOf = ({ period, school, form, row }: RawRow) => ({ period, school, form, row });

/** What a run that saw other tabs has found of a row stays for as long as the row does. */
const outsideFindings = ({ raw, memory, control }: RememberedRow): Issue[] =>
  memory === null || memory.control !== control
    ? []
    : memory.outside.map((finding) => ({ ...placeOf(raw), ...finding }));

const UNSEEN = 'row/changed-unseen';

/**
 * A row that is not what is remembered of it although nobody was seen to type there: one column sorted alone, an undo, a
 * lost edit. The memory stays until a person has looked.
 */
function unseenChange(tab: SchoolTab, row: RememberedRow, known: ReadonlySet<string>, seen: Seen): Issue[] {
  const memory = row.memory ?? orphanAt(tab, row.tabRow, known);
  if (!memory || memory.control === '' || memory.control === row.control || seen.changed(row.tabRow)) return [];
  if (seen.confirmed && memory.asked) return [];
  return [{ ...placeOf(row.raw), id: UNSEEN, severity: 'warning', details: {} }];
}

type FoundBlock = Pick<CheckedBlock, 'block' | 'placed' | 'checked'>;

/** A form of a tab at the moment of checking, with the words for its issues. */
interface Looking {
  readonly form: Form;
  readonly words: WordsOf;
  readonly tab: SchoolTab;
  readonly seen: Seen;
  /** Found by looking at other tabs. */
  readonly isOutside: (issue: Issue) => boolean;
}

function checkedBlock({ block, placed, checked }: FoundBlock, looking: Looking): CheckedBlock {
  const { form, tab } = looking;
  const byRow = issuesByRow(checked.issues);
  const beside = new Map<number, Beside>();
  let unexplained = 0;
  let firstError: number | null = null;
  let firstQuestion: number | null = null;
  const look = (row: number, issues: readonly Issue[], open: number): void => {
    unexplained += open;
    if (issues.some(({ severity }) => severity === 'error')) firstError ??= row;
    if (open > 0) firstQuestion ??= row;
  };
  const hasFormats = checked.issues.some(({ id }) => id === 'cell/date' || id === 'cell/percent');
  const whole = wholeForm(block.titleRow, byRow.get(0) ?? [], hasFormats, looking);
  beside.set(block.titleRow, whole);
  look(block.titleRow, byRow.get(0) ?? [], whole.open);
  for (const row of placed) {
    const issues = byRow.get(row.raw.row) ?? [];
    const own = rowBeside(row, issues, looking);
    beside.set(row.tabRow, own);
    look(row.tabRow, issues, own.open);
  }
  const settled = isSettled(tab.lines.get(form.key)?.answer ?? null);
  return {
    block,
    placed,
    checked,
    beside,
    due: isAsked(tab, form),
    settled,
    ...completeness(form, checked, settled, isAsked(tab, form)),
    errors: checked.issues.filter((issue) => issue.severity === 'error').length,
    unexplained,
    firstOpen: firstError ?? firstQuestion,
  };
}

function completeness(form: Form, checked: CheckedForm, settled: boolean, due: boolean) {
  const asked = Object.keys(form.fields).filter((key) => isNumeric(form.fields[key]!) && !form.fields[key]!.optional);
  let filled = 0;
  for (const { entry } of checked.rows) for (const key of asked) if (entry.numbers[key] != null) filled += 1;
  const expected = !settled && (due || checked.rows.length > 0) ? checked.rows.length * asked.length : filled;
  return { filled, expected };
}

interface OpenBeside extends Beside {
  /** Warnings without explanation. */
  readonly open: number;
}

const warningsOf = (issues: readonly Issue[]): Issue[] => issues.filter(({ severity }) => severity === 'warning');

function rowBeside(
  row: RememberedRow,
  issues: readonly Issue[],
  { form, words, tab, seen, isOutside }: Looking,
): OpenBeside {
  const warnings = warningsOf(issues);
  const explained = explainedBy(row.raw.explanation, warnings, row.memory, seen.explained.has(row.tabRow));
  const keys = new Set(explained.keys);
  // Only a look at the cells answers whether they stand where they belong.
  const isExplained = (issue: Issue): boolean => issue.id !== UNSEEN && keys.has(warningKey(issue));
  const remark = remarkOf(issues, { form, words, isExplained, stale: explained.stale });
  const standing = readMemory(tab.grid[row.tabRow - 1]?.[MEMORY_COLUMN - 1]);
  const memory = ((): RowMemory | null => {
    // Cells that were moved sideways are not to be remembered as the row's.
    if (row.raw.misplaced !== undefined) return standing;
    if (row.twin) return ownMemory(tab, row);
    if (!issues.some(({ id }) => id === UNSEEN)) return memoryOf(row, explained, issues.filter(isOutside));
    return { ...(row.memory ?? standing ?? BLANK_MEMORY), identity: row.identity, asked: true };
  })();
  const open = warnings.filter((issue) => !isExplained(issue)).length;
  return { memory: memory ? memoryCell(memory) : '', remark, open };
}

/** A warning about a whole form is explained by the reason in the form's line of the head. */
function wholeForm(
  titleRow: number,
  issues: readonly Issue[],
  hasFormats: boolean,
  { form, words, tab, seen }: Looking,
): OpenBeside {
  const warnings = warningsOf(issues);
  const memory = readMemory(tab.grid[titleRow - 1]?.[MEMORY_COLUMN - 1]);
  const reason = tab.lines.get(form.key)?.reason ?? '';
  const { said, keys, stale } = explainedBy(reason, warnings, memory, seen.reasoned.has(form.key));
  const known = new Set(keys);
  const isExplained = (issue: Issue): boolean => known.has(warningKey(issue));
  const remark = remarkOf(issues, { form, words, isExplained, stale });
  const formatted = memory?.formatted || hasFormats;
  const isBlank = said === '' && !formatted;
  const remembered = isBlank ? '' : memoryCell({ ...BLANK_MEMORY, said, explained: keys, formatted });
  return { memory: remembered, remark, open: warnings.filter((issue) => !isExplained(issue)).length };
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
