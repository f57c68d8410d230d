import type { Check, ClassSet, Entry, Form, PeriodKey, Programme, RawRow, SeenRow, SeenSchool, Unread } from '../model';
import { checksOf } from './checks-of';
import { readClassSet } from './class-set';
import { isDue } from './due';
import { type CheckedForm, Findings, type SeenForm } from './findings';
import { identityOf } from './identity';
import { rowParser } from './parse';
import { proveZeros } from './sums';

export type { CheckedForm };

/** Typed rows by form, or by school. */
export type RowsBy = ReadonlyMap<string, readonly RawRow[]>;

/** What the rows are compared with, and which forms are checked; all of them when it is not said. */
export interface Compared {
  readonly before?: RowsBy;
  readonly others?: RowsBy;
  readonly only?: ReadonlySet<string>;
  /** Rows of which it is known that nothing is to be said of each of them alone. */
  readonly clean?: ReadonlySet<RawRow>;
}

interface Around {
  readonly programme: Programme;
  readonly school: SeenSchool;
  readonly period: PeriodKey;
  readonly tab: (form: string) => readonly SeenRow[];
  readonly before?: RowsBy;
  readonly others?: RowsBy;
}

/** Gathers what checks may look at. `rows` hold no wholly blank row. */
function see(form: Form, rows: readonly RawRow[], around: Around): SeenForm {
  const all = rows.map(rowReader(form));
  return {
    form,
    school: around.school,
    period: around.period,
    due: isDue(form, around.period, around.school),
    indicators: around.programme.indicators.filter((indicator) => indicator.from.key === form.key),
    all,
    rows: all.filter(({ entry }) => entry.started),
    unbegun: all.filter(({ entry }) => !entry.started),
    tab: around.tab,
    before: lookUp(form, around.before?.get(form.key) ?? []),
    district: () => districtOf(form, around.others ?? new Map()),
  };
}

/** The row of the last period with the same name; none where two have it. Read only when a check asks. */
function lookUp(form: Form, rows: readonly RawRow[]): SeenForm['before'] {
  let byName: Map<string, SeenRow | undefined> | null = null;
  return ({ identity }) => {
    if (!byName) {
      byName = new Map();
      for (const row of rows.map(rowReader(form))) byName.set(row.identity, byName.has(row.identity) ? undefined : row);
    }
    return byName.get(identity);
  };
}

function districtOf(form: Form, others: RowsBy): Map<string, SeenRow[]> {
  const rows = new Map<string, SeenRow[]>();
  for (const [school, all] of others) rows.set(school, all.filter((row) => row.form === form.key).map(rowReader(form)));
  return rows;
}

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
  { before, others, only, clean }: Compared = {},
): CheckedForm[] {
  const byForm = rowsByForm(programme, rows);
  const checks = checksOf(programme);
  const looked = new Map<string, { findings: Findings; reliable: readonly SeenRow[] }>();
  const look = (form: Form) => {
    const findings = new Findings(see(form, byForm.get(form.key)!, around), checks(form), clean);
    findings.runAlone();
    const made = { findings, reliable: findings.reliable() };
    looked.set(form.key, made);
    return made;
  };
  const tab = (key: string): readonly SeenRow[] => {
    const form = looked.has(key) ? undefined : programme.forms.find((each) => each.key === key);
    return (form ? look(form) : looked.get(key))?.reliable ?? [];
  };
  const around: Around = { programme, school, period, tab, before, others };
  const wanted = programme.forms.filter(({ key }) => !only || only.has(key)).map((form) => look(form).findings);
  const isAsked = ({ needs }: Check): boolean =>
    needs === 'tab' || (needs === 'before' && before !== undefined) || (needs === 'district' && others !== undefined);
  for (const form of wanted) form.run(isAsked);
  return wanted.map((form) => form.checked());
}

/** A row with what checks ask of it, each worked out once. */
class ReadRow implements SeenRow {
  private spelt: string | undefined;

  constructor(
    private readonly form: Form,
    readonly place: number,
    readonly entry: Entry,
    readonly raw: RawRow,
    readonly unread: readonly Unread[],
    readonly classes: ClassSet | null,
  ) {}

  get classKey(): string {
    return this.classes === null ? '' : `${this.classes.from}-${this.classes.to}|${this.classes.letters.join()}`;
  }

  get identity(): string {
    this.spelt ??= identityOf(this.form, this.entry, this.classes);
    return this.spelt;
  }
}

type RowReader = (raw: RawRow, place: number) => SeenRow;

const readers = new WeakMap<Form, RowReader>();

/** Reads the typed rows of a form; made ready once for all schools. */
function rowReader(form: Form): RowReader {
  const reader = readers.get(form) ?? readerOf(form);
  readers.set(form, reader);
  return reader;
}

function readerOf(form: Form): RowReader {
  const parse = rowParser(form);
  return (raw, place) => {
    const { entry, unread } = parse(raw);
    const { grade = '', letter = '' } = entry.texts;
    return new ReadRow(form, place, proveZeros(form, entry), raw, unread, readClassSet(grade, letter));
  };
}
