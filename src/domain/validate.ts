import type {
  Check,
  Field,
  Form,
  PeriodKey,
  Programme,
  RawRow,
  SeenRow,
  SeenSchool,
  SettingValues,
  Spared,
} from '../model';
import { checksOf } from './checks-of';
import { isDue, isSparedRow, sparedOf } from './due';
import { type CheckedForm, Findings, type SeenForm } from './findings';
import { foundOnce } from './found-once';
import { rowParser } from './parse';
import { type OtherSchool, peersOf, rowsOfForm } from './peers';
import { type ParsedRow, ReadRow } from './read-row';
import { proveZeros } from './sums';

export type { CheckedForm };

/** Typed rows by form, or by school. */
export type RowsBy = ReadonlyMap<string, readonly RawRow[]>;

/** What the rows are compared with, and which forms are checked; all of them when it is not said. */
export interface Compared {
  /** As far as it is known; where it is not said nothing is compared with the past. */
  readonly before?: RowsBy;
  /** The same quarter of the year before. */
  readonly yearAgo?: RowsBy;
  /** Only what is looked for at every edit. */
  readonly atEdit?: boolean;
  readonly others?: readonly OtherSchool[];
  readonly only?: ReadonlySet<string>;
  /** Quiet rows, each with its name as its identity says it; none is when they are not said. */
  readonly quiet?: ReadonlyMap<RawRow, string>;
  /** By the declarations when it is not said. */
  readonly asked?: AskedOf;
}

/** What is asked of a school. */
export interface AskedOf {
  readonly due: (form: Form) => boolean;
  readonly spared: Spared;
}

/** As the declarations and the district's settings say. */
export const askedOf = (
  programme: Pick<Programme, 'forms' | 'settings'>,
  school: SeenSchool,
  period: PeriodKey,
  settings: SettingValues = {},
): AskedOf => ({
  due: (form) => isDue(form, period, school, settings),
  spared: sparedOf(programme, period, school, settings),
});

interface Around {
  readonly programme: Programme;
  readonly school: SeenSchool;
  readonly period: PeriodKey;
  readonly tab: (form: string) => readonly SeenRow[];
  readonly before?: RowsBy;
  readonly yearAgo?: RowsBy;
  readonly others?: readonly OtherSchool[];
  readonly quiet: ReadonlyMap<RawRow, string>;
  readonly asked: AskedOf;
}

/** Gathers what checks may look at. `rows` hold no wholly blank row. */
function see(form: Form, rows: readonly RawRow[], around: Around): SeenForm {
  const { quiet, asked } = around;
  const { indicators: allIndicators } = around.programme;
  const read = rowReader(form);
  const due = asked.due(form);
  const spared = asked.spared.rows[form.key];
  // What waits for a later quarter is no row of this one, until something is typed there.
  const waits = (row: SeenRow): boolean =>
    spared !== undefined && isSparedRow(form, spared, row.raw.cells) && !row.entry.started;
  const all: SeenRow[] = [];
  const begun: SeenRow[] = [];
  const unbegun: SeenRow[] = [];
  for (let place = 0; place < rows.length; place += 1) {
    const name = quiet.get(rows[place]!);
    const row = read(rows[place]!, place, name);
    if (waits(row)) continue;
    all.push(row);
    // Where a form is asked for, something is said of every row that is not begun: a quiet one need not be read.
    if ((due && name !== undefined) || row.entry.started) begun.push(row);
    else unbegun.push(row);
  }
  return {
    form,
    school: around.school,
    period: around.period,
    due,
    isSpared: (field) => asked.spared.fields.includes(`${form.key}.${field}`),
    ...(spared?.grades ? { grades: spared.grades } : {}),
    indicators: foundOnce(allIndicators, form.key, () => allIndicators.filter(({ from }) => from.key === form.key)),
    allIndicators,
    all,
    rows: begun,
    unbegun,
    isQuiet: ({ raw }) => quiet.has(raw),
    tab: around.tab,
    before: lookUp(form, around.before?.get(form.key) ?? []),
    yearAgo: lookUp(form, around.yearAgo?.get(form.key) ?? []),
    district: () => districtOf(form, around.others ?? []),
    peers: () => peersOf(around.school, around.others ?? []).map((peer) => rowsOfForm(peer.rows, form.key)),
  };
}

/** The row of the last period with the same name; none where two have it. Read only when a check asks. */
function lookUp(form: Form, rows: readonly RawRow[]): SeenForm['before'] {
  let byName: Map<string, SeenRow | undefined> | null = null;
  return (asked, name = asked.identity) => {
    if (!byName) {
      byName = new Map();
      for (const row of readAll(form, rows)) byName.set(row.identity, byName.has(row.identity) ? undefined : row);
    }
    return byName.get(name);
  };
}

const districtOf = (form: Form, others: readonly OtherSchool[]): Map<string, SeenRow[]> =>
  new Map(others.map(({ key, rows }) => [key, readAll(form, rowsOfForm(rows, form.key))]));

const NONE_QUIET: ReadonlyMap<RawRow, string> = new Map();

function rowsByForm(programme: Programme, rows: readonly RawRow[]): Map<string, RawRow[]> {
  const byForm = new Map<string, RawRow[]>(programme.forms.map((form) => [form.key, []]));
  for (const row of rows) byForm.get(row.form)?.push(row);
  return byForm;
}

/**
 * Checks all forms of a school, or those of `only`. What a form says of itself is looked at first, so that checks of
 * several forms can rely on their rows. With the rows `before` the last period is compared too, with those of `others` the
 * other schools.
 */
export function validateSchool(
  programme: Programme,
  school: SeenSchool,
  period: PeriodKey,
  rows: readonly RawRow[],
  {
    before,
    yearAgo,
    others,
    only,
    atEdit = false,
    quiet = NONE_QUIET,
    asked = askedOf(programme, school, period),
  }: Compared = {},
): CheckedForm[] {
  const byForm = rowsByForm(programme, rows);
  const checks = checksOf(programme);
  const looked = new Map<string, { findings: Findings; reliable: readonly SeenRow[] }>();
  const look = (form: Form) => {
    const findings = new Findings(see(form, byForm.get(form.key)!, around), checks(form));
    findings.runAlone();
    const made = { findings, reliable: findings.reliable() };
    looked.set(form.key, made);
    return made;
  };
  const tab = (key: string): readonly SeenRow[] => {
    const form = looked.has(key) ? undefined : programme.forms.find((each) => each.key === key);
    return (form ? look(form) : looked.get(key))?.reliable ?? [];
  };
  const around: Around = { programme, school, period, tab, before, yearAgo, others, quiet, asked };
  const wanted = programme.forms.filter(({ key }) => !only || only.has(key)).map((form) => look(form).findings);
  const isAsked = ({ needs }: Check): boolean => {
    if (needs === 'tab') return true;
    if (atEdit) return false;
    if (needs === 'district') return others !== undefined;
    return needs === 'whole' || (needs === 'before' && before !== undefined) || (needs === 'year' && !!yearAgo);
  };
  for (const form of wanted) form.run(isAsked);
  return wanted.map((form) => form.checked());
}

const readAll = (form: Form, rows: readonly RawRow[]): SeenRow[] => {
  const read = rowReader(form);
  return rows.map((raw, place) => read(raw, place));
};

type RowReader = (raw: RawRow, place: number, name?: string) => SeenRow;

const readers = new WeakMap<Form, RowReader>();

/** Reads the typed rows of a form; made ready once for all schools. */
export function rowReader(form: Form): RowReader {
  const reader = readers.get(form) ?? readerOf(form);
  readers.set(form, reader);
  return reader;
}

function readerOf(form: Form): RowReader {
  const cells = rowParser(form);
  const parse = (raw: RawRow): ParsedRow => {
    const { entry, unread } = cells(raw);
    return { entry: proveZeros(form, entry), unread };
  };
  const isAsTyped = (field: Field | undefined): boolean => field?.kind === 'text' && field.choices === undefined;
  const { grade, letter } = form.fields;
  const readsClasses = isAsTyped(grade) && (letter === undefined || isAsTyped(letter));
  const parser = { form, parse, readsClasses };
  // A day may be written in two ways, so only reading it says what it is called.
  const isNamed = form.identity.every((key) => form.fields[key]?.kind !== 'date');
  return (raw, place, name) => new ReadRow(parser, raw, place, isNamed ? name : undefined);
}
