import {
  type AskedOf,
  answeredByForm,
  askedOf,
  type CheckedForm,
  isDue,
  looksAt,
  type RowsBy,
  validateSchool,
  wordsOf,
} from '../domain';
import { digest, type Form, type Issue, isBlank, NOTHING_SPARED, type Programme, type RawRow, textOf } from '../model';
import { type Block, ownerOfBefore, type RowMemory, type SchoolTab } from '../workbook';
import { type CheckedBlock, checkedBlock, type FormState, type Seen, UNSEEN } from './check-block';
import { isSettledWithReason, quietRows, type RememberedRows } from './quiet-rows';
import { dependence, printOfRows, type StandingRows, standingRows, stateOfStanding } from './standing-rows';
import { type RememberedRow, rememberedRows } from './tab-rows';

export { type CheckedBlock, type FormState, issuesByRow, type Seen } from './check-block';

/** A tab of which the forms that a person has just touched were checked, and what is known of the others. */
export interface LookedTab {
  readonly tab: SchoolTab;
  readonly forms: readonly FormState[];
  /** The forms that were checked. */
  readonly blocks: readonly CheckedBlock[];
  readonly errors: number;
  readonly unexplained: number;
}

/** A tab of which every form was checked. */
export interface CheckedTab extends LookedTab {
  readonly rows: readonly RawRow[];
  readonly issues: readonly Issue[];
}

export const NOTHING_SEEN: Seen = {
  explained: new Set(),
  reasoned: new Set(),
  changed: () => false,
  confirmed: false,
  takenFor: () => undefined,
};

/** Whether a form is asked for on this tab: as the coordinator's runs have written in its head. */
export const isAsked = (tab: SchoolTab, form: Form): boolean =>
  tab.facts ? tab.facts.due.includes(form.key) : isDue(form, tab.period, { type: tab.type });

/** The same of all forms, with what of them is not asked for. */
const askedOn = (programme: Programme, tab: SchoolTab): AskedOf =>
  tab.facts
    ? { due: (form) => isAsked(tab, form), spared: tab.facts.spared ?? NOTHING_SPARED }
    : askedOf(programme, { key: tab.school, type: tab.type }, tab.period);

/** True while some check needs the rows of other schools. */
export const comparesSchools = ({ checks }: Programme): boolean => checks.some(({ needs }) => needs === 'district');

/** All rows of a tab as they stand. */
export const rowsOnTab = (tab: SchoolTab): RawRow[] =>
  [...tab.blocks.values()].flatMap((block) => rememberedRows(tab, block, NOTHING_SEEN.takenFor).map(({ raw }) => raw));

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
  const looked = lookAt(programme, tab, seen, { others });
  return {
    ...looked,
    rows: looked.blocks.flatMap(({ placed }) => placed.map(({ raw }) => raw)),
    issues: looked.blocks.flatMap(({ checked }) => checked.issues),
  };
}

/**
 * Checks the forms `touched` alone. Of the others their last check still holds while their rows and all else it depended on
 * are the same; where they are not, those forms are checked too.
 */
export const checkTouched = (
  programme: Programme,
  tab: SchoolTab,
  seen: Seen,
  touched: ReadonlySet<string>,
): LookedTab => lookAt(programme, tab, seen, { touched });

interface Wanted {
  readonly others?: RowsBy;
  readonly touched?: ReadonlySet<string>;
}

function lookAt(programme: Programme, tab: SchoolTab, seen: Seen, { others, touched }: Wanted): LookedTab {
  const got = asFarAsGot(programme, tab);
  const rows = rowsOfTab(tab, seen, touched);
  const dependsOn = dependence(got, tab, rows.print);
  const states = new Map<string, FormState>();
  const only = new Set<string>();
  for (const [key, block] of tab.blocks) {
    const standing = rows.standing(key);
    const state = standing && stateOfStanding(tab, block, standing, isAsked(tab, block.form), dependsOn);
    if (state) states.set(key, state);
    else only.add(key);
  }
  for (const block of checkedForms(got, tab, seen, { rows, only, others, touched, dependsOn }))
    states.set(block.block.form.key, block);
  const forms = [...tab.blocks.keys()].map((key) => states.get(key)!);
  const sum = (of: (form: FormState) => number) => forms.reduce((total, form) => total + of(form), 0);
  return {
    tab,
    forms,
    blocks: forms.filter((form): form is CheckedBlock => 'checked' in form),
    errors: sum(({ errors }) => errors),
    unexplained: sum(({ unexplained }) => unexplained),
  };
}

/** Each form is read once and only when it is asked for. */
interface RowsOfTab extends RememberedRows {
  /** Null for a form that is to be checked. */
  readonly standing: (form: string) => StandingRows | null;
}

function rowsOfTab(tab: SchoolTab, seen: Seen, touched: ReadonlySet<string> | undefined): RowsOfTab {
  const remembered = once((key): readonly RememberedRow[] => {
    const block = tab.blocks.get(key);
    return block ? rememberedRows(tab, block, seen.takenFor, seen.changed) : [];
  });
  const standing = once((key): StandingRows | null => {
    const block = tab.blocks.get(key);
    return block && touched && !touched.has(key) ? standingRows(tab, block) : null;
  });
  const print = once((key) => digest(standing(key)?.print ?? printOfRows(remembered(key))));
  return { remembered, standing, print };
}

function once<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key)!;
  };
}

interface Checking extends Wanted {
  readonly rows: RowsOfTab;
  readonly only: ReadonlySet<string>;
  readonly dependsOn: (form: Form, rows: number) => string;
}

function checkedForms(
  programme: Programme,
  tab: SchoolTab,
  seen: Seen,
  { rows, only, others, touched, dependsOn }: Checking,
): CheckedBlock[] {
  const found = [...only].map((key) => ({ block: tab.blocks.get(key)!, placed: rows.remembered(key) }));
  const lookedAt = found.flatMap(({ block }) => looksAt(programme, block.form));
  const around = [...new Set(lookedAt)].filter((key) => !only.has(key) && tab.blocks.has(key));
  const raws = [...only, ...around].flatMap((key) => rows.remembered(key).map(({ raw }) => raw));
  const school = { key: tab.school, type: tab.type, group: tab.facts?.group ?? '', partner: tab.facts?.partner ?? '' };
  const outside = new Set<string>(programme.checks.flatMap(({ id, needs }) => (needs === 'district' ? [id] : [])));
  const beside = around.map((key) => ({ block: tab.blocks.get(key)!, placed: rows.remembered(key) }));
  const quiet = touched && quietRows(programme, tab, [...found, ...beside], { seen, rows, dependsOn });
  const asked = askedOn(programme, tab);
  const compared = { before: rowsBefore(found), others, only, asked, ...(quiet ? { quiet } : {}) };
  const checked = new Map(
    validateSchool(programme, school, tab.period, raws, compared).map((form) => [form.form.key, form] as const),
  );
  const words = wordsOf(programme);
  const answered = answeredByForm(programme);
  return found.map(({ block, placed }) => {
    const { form } = block;
    const own = withMemory(placed, checked.get(form.key)!, seen, others !== undefined);
    return checkedBlock(
      { block, placed, checked: own },
      {
        form,
        words,
        tab,
        seen,
        ...(quiet ? { quiet } : {}),
        due: isAsked(tab, form),
        isOutside: ({ id }) => outside.has(id),
        isAnswered: ({ id }) => isSettledWithReason(tab, form) && answered.has(id),
        dependsOn: holds(own, placed, asked.due(form)) ? dependsOn(form, placed.length) : '',
      },
    );
  });
}

/** What was found of a form with what its rows remember. */
function withMemory(
  placed: readonly RememberedRow[],
  checked: CheckedForm,
  seen: Seen,
  seesOthers: boolean,
): CheckedForm {
  const more: Issue[] = [];
  for (const row of placed) {
    if (!seesOthers) more.push(...outsideFindings(row));
    if (row.memory?.district !== undefined) more.push(...districtFindings(row, row.memory.district, checked.form));
    if (isUnseenChange(row, seen)) more.push({ ...placeOf(row.raw), id: UNSEEN, severity: 'warning', details: {} });
  }
  return more.length === 0 ? checked : { ...checked, issues: [...checked.issues, ...more] };
}

/** Whether a check of the rows as they will be remembered must find the same. */
const holds = ({ rows, issues }: CheckedForm, placed: readonly RememberedRow[], due: boolean): boolean =>
  (due || rows.length === 0) &&
  placed.every(({ twin, raw }) => !twin && raw.misplaced === undefined) &&
  issues.every(({ id }) => id !== UNSEEN);

/** The rows of the last period as the rows of this one remember them. */
function rowsBefore(found: readonly { block: Block; placed: readonly RememberedRow[] }[]): RowsBy | undefined {
  const rows = new Map<string, RawRow[]>();
  for (const { block, placed } of found) {
    const own = placed.flatMap(({ raw, memory, identity }): RawRow[] => {
      if (!memory || ownerOfBefore(memory) !== identity || Object.keys(memory.before).length === 0) return [];
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

/** Numbers that are no longer those that the district has put there from a file. */
const districtFindings = ({ raw }: RememberedRow, district: RowMemory['district'], { fields }: Form): Issue[] =>
  Object.entries(district ?? {}).flatMap(([field, given]): Issue[] => {
    const own = raw.cells[field];
    if (!fields[field] || isBlank(own) || textOf(own) === textOf(given)) return [];
    const details = { own: textOf(own), district: textOf(given) };
    return [{ ...placeOf(raw), field, id: 'row/differs-from-district', severity: 'warning', details }];
  });

/**
 * A row that is not what is remembered of it although nobody was seen to type there: one column sorted alone, an undo, a
 * lost edit. The memory stays until a person has looked.
 */
function isUnseenChange({ memory, control, tabRow }: RememberedRow, seen: Seen): boolean {
  if (!memory || memory.control === '' || memory.control === control || seen.changed(tabRow)) return false;
  return !(seen.confirmed && memory.asked);
}
