import type { Check, Entry, Form, Found, Issue, RawRow, Seen, SeenRow } from '../model';
import type { CountedRow } from './pool';

/** A school's rows of one form after all checks. A row with an error is kept but not counted. */
export interface CheckedForm {
  readonly form: Form;
  readonly rows: readonly (CountedRow & Pick<SeenRow, 'raw'>)[];
  readonly issues: readonly Issue[];
}

/** Every row of a form, beside what checks look at. */
export type SeenForm = Seen & { readonly all: readonly SeenRow[] };

interface Finding extends Found {
  readonly check: Check;
  /** In which order what is wrong with a row is said: reading its cells first, then check by check. */
  readonly rank: number;
}

/** What is found of one form, check by check. */
export class Findings {
  private readonly found: Finding[] = [];
  private readonly alone: Finding[] = [];
  private readonly wrong = new Set<SeenRow>();
  /** The form without its quiet rows. */
  private readonly open: Seen;

  constructor(
    readonly seen: SeenForm,
    private readonly checks: readonly Check[],
  ) {
    const isOpen = (row: SeenRow): boolean => !seen.isQuiet(row);
    const [rows, unbegun] = [seen.rows.filter(isOpen), seen.unbegun.filter(isOpen)];
    const isAll = rows.length === seen.rows.length && unbegun.length === seen.unbegun.length;
    this.open = isAll ? seen : { ...seen, rows, unbegun };
    for (const at of seen.due ? [...this.open.rows, ...this.open.unbegun] : this.open.rows) {
      for (const { id, field, found } of at.unread)
        this.keep({ check: checks.find((check) => check.id === id)!, rank: -1, at, field, details: { found } });
    }
  }

  /** Rows that are data: those only carried over into a period in which the form is not asked for are none. */
  get data(): readonly SeenRow[] {
    return this.seen.due ? this.seen.all : this.seen.rows;
  }

  /** What the form says of itself. */
  runAlone(): void {
    this.run(({ needs }) => needs === 'row' || needs === 'form');
  }

  run(wanted: (check: Check) => boolean): void {
    const { seen, open } = this;
    // Of most forms most schools have nothing in a quarter.
    const isBlank = open.rows.length === 0 && open.unbegun.length === 0;
    this.checks.forEach((check, rank) => {
      if (!check.find || !wanted(check)) return;
      const byRow = check.needs === 'row' || check.byRow?.(seen.form) === true;
      if (byRow && isBlank) return;
      for (const found of check.find(byRow ? open : seen)) this.keep({ ...found, check, rank });
    });
  }

  private keep(finding: Finding): void {
    if (finding.at && !this.seen.due && !finding.at.entry.started) return;
    if (finding.check.unlessErrors) {
      this.alone.push(finding);
      return;
    }
    this.found.push(finding);
    if (finding.at && severityOf(finding) === 'error') this.wrong.add(finding.at);
  }

  /** What is said only of a row with which nothing else is wrong. */
  private get lonely(): Finding[] {
    return this.alone.filter(({ at }) => !(at && this.wrong.has(at)));
  }

  /** Rows without an error so far. */
  reliable(): SeenRow[] {
    const refused = new Set(this.lonely.filter((one) => severityOf(one) === 'error').map(({ at }) => at));
    return this.data.filter((row) => !this.wrong.has(row) && !refused.has(row));
  }

  checked(): CheckedForm {
    const valid = new Set(this.reliable());
    return {
      form: this.seen.form,
      rows: this.data.map((row) => new CheckedRow(row, valid.has(row))),
      issues: this.issues(),
    };
  }

  /** Everything found, row by row; what is about the whole form comes last. */
  private issues(): Issue[] {
    const placeOf = ({ at }: Finding): number => at?.place ?? this.seen.all.length;
    const all = [...this.found, ...this.lonely];
    all.sort((a, b) => placeOf(a) - placeOf(b) || a.rank - b.rank);
    return all.map((finding) => issueOf(this.seen, finding));
  }
}

/** Its cells are read when its entry is asked for. */
class CheckedRow implements CountedRow {
  constructor(
    private readonly row: SeenRow,
    readonly valid: boolean,
  ) {}

  get raw(): RawRow {
    return this.row.raw;
  }

  get entry(): Entry {
    return this.row.entry;
  }
}

const severityOf = ({ check, severity }: Finding): Issue['severity'] => severity ?? check.severity;

function issueOf(seen: Seen, finding: Finding): Issue {
  const { check, at, field, details } = finding;
  return {
    period: at?.entry.period ?? seen.period,
    school: at?.entry.school ?? seen.school.key,
    form: seen.form.key,
    row: at?.entry.row ?? 0,
    ...(field === undefined ? {} : { field }),
    id: check.id,
    severity: severityOf(finding),
    details,
  };
}
