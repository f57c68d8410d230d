import type { Entry, Form, Issue, PeriodKey, Programme, RawRow, School, SettingValues } from '../model';
import type { ParsedRow } from './read-row';
import { askedOf, type CheckedForm, rowReader, validateSchool } from './validate';

/**
 * Rows as the consolidation that published them has checked them: which of them count is known from it. What it said of
 * them is found anew when somebody asks, which reports never do.
 */
export function checkedBefore(
  programme: Programme,
  rows: readonly RawRow[],
  { period, schools, settings }: { period: PeriodKey; schools: readonly School[]; settings: SettingValues },
): Map<string, readonly CheckedForm[]> {
  const bySchool = new Map(
    schools.map(({ key }) => [key, new Map<string, RawRow[]>(programme.forms.map((form) => [form.key, []]))]),
  );
  for (const row of rows) bySchool.get(row.school)?.get(row.form)?.push(row);
  return new Map(
    schools.map((school) => {
      const own = bySchool.get(school.key)!;
      let issues: Map<string, readonly Issue[]> | undefined;
      const issuesOf = ({ key }: Form): readonly Issue[] => {
        if (!issues) {
          const asked = askedOf(programme, school, period, settings);
          const found = validateSchool(programme, school, period, [...own.values()].flat(), { asked });
          issues = new Map(found.map((form) => [form.form.key, form.issues]));
        }
        return issues.get(key)!;
      };
      return [school.key, programme.forms.map((form) => new PublishedForm(form, own.get(form.key)!, issuesOf))];
    }),
  );
}

class PublishedForm implements CheckedForm {
  readonly rows: CheckedForm['rows'];

  constructor(
    readonly form: Form,
    rows: readonly RawRow[],
    private readonly issuesOf: (form: Form) => readonly Issue[],
  ) {
    const read = rowReader(form);
    this.rows = rows.map((raw, place) => new PublishedRow(read(raw, place)));
  }

  get issues(): readonly Issue[] {
    return this.issuesOf(this.form);
  }
}

/** Its cells are read when its entry is asked for. */
class PublishedRow {
  constructor(private readonly row: Pick<ParsedRow, 'entry'> & { readonly raw: RawRow }) {}

  get raw(): RawRow {
    return this.row.raw;
  }

  get valid(): boolean {
    return this.row.raw.notCounted === undefined;
  }

  get entry(): Entry {
    return this.row.entry;
  }
}
