import {
  type AskedOf,
  answeredByForm,
  askedOf,
  type CheckedForm,
  isDue,
  keptChecks,
  looksAt,
  type OtherSchool,
  validateSchool,
  wordsOf,
} from '../domain';
import { type Form, type Issue, NOTHING_SPARED, type Programme, type RawRow, textOf } from '../model';
import { type Block, LABEL_COLUMN, type SchoolTab } from '../workbook';
import { type CheckedBlock, checkedBlock, type FormState, type Seen, UNSEEN } from './check-block';
import { isSettledWithReason, quietRows, type RememberedRows } from './quiet-rows';
import { rowsBefore, rowsYearAgo, withMemory } from './remembered-findings';
import {
  dependence,
  digestOfPrint,
  printOfRows,
  type StandingRows,
  standingRows,
  stateOfStanding,
} from './standing-rows';
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
export const comparesSchools = (programme: Programme): boolean =>
  [...keptChecks(programme).values()].includes('district');

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

/** What the other schools show is remembered beside the rows. */
export function checkTab(
  programme: Programme,
  tab: SchoolTab,
  seen: Seen = NOTHING_SEEN,
  others?: readonly OtherSchool[],
): CheckedTab {
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
  readonly others?: readonly OtherSchool[];
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
  const standing = once((key): StandingRows | null => {
    const block = tab.blocks.get(key);
    return block && touched && !touched.has(key) ? standingRows(tab, block) : null;
  });
  const remembered = once((key): readonly RememberedRow[] => {
    const block = tab.blocks.get(key);
    return block ? (standing(key)?.placed() ?? rememberedRows(tab, block, seen.takenFor, seen.changed)) : [];
  });
  const print = once((key) => digestOfPrint(standing(key)?.print ?? printOfRows(remembered(key))));
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
  const { group = '', partner = '' } = tab.facts ?? {};
  const name = textOf(tab.grid[0]?.[LABEL_COLUMN - 1]);
  const school = { key: tab.school, name, type: tab.type, group, partner };
  const kept = keptChecks(programme);
  // What is not looked for this time is as it was found last.
  const stays = (id: string): boolean => kept.has(id) && (!!touched || (!others && kept.get(id) === 'district'));
  const beside = around.map((key) => ({ block: tab.blocks.get(key)!, placed: rows.remembered(key) }));
  const quiet = touched && quietRows(programme, tab, [...found, ...beside], { seen, rows, dependsOn });
  const asked = askedOn(programme, tab);
  const past = touched ? { atEdit: true } : { before: rowsBefore(found), yearAgo: rowsYearAgo(tab, found) };
  const compared = { ...past, others, only, asked, ...(quiet ? { quiet } : {}) };
  const checked = new Map(
    validateSchool(programme, school, tab.period, raws, compared).map((form) => [form.form.key, form] as const),
  );
  const words = wordsOf(programme);
  const answered = answeredByForm(programme);
  return found.map(({ block, placed }) => {
    const { form } = block;
    const own = withMemory({ tab, block, placed }, checked.get(form.key)!, seen, stays);
    return checkedBlock(
      { block, placed, checked: own },
      {
        form,
        words,
        tab,
        seen,
        ...(quiet ? { quiet } : {}),
        due: isAsked(tab, form),
        isOutside: ({ id }) => kept.has(id),
        isAnswered: ({ id }) => isSettledWithReason(tab, form) && answered.has(id),
        dependsOn: holds(own, placed, asked.due(form)) ? dependsOn(form, placed.length) : '',
      },
    );
  });
}

/** Whether a check of the rows as they will be remembered must find the same. */
const holds = ({ rows, issues }: CheckedForm, placed: readonly RememberedRow[], due: boolean): boolean =>
  (due || rows.length === 0) &&
  placed.every(({ twin, raw }) => !twin && raw.misplaced === undefined) &&
  issues.every(({ id }) => id !== UNSEEN);
