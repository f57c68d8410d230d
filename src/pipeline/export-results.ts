import { wordsOf } from '../domain';
import { issueSentence } from '../messages';
import type { Completeness, Figure, Identification, Issue, PeriodKey, Programme, School, Submission } from '../model';
import { carriedFigures } from './carried-figures';
import type { RegisterRows } from './frozen-registers';
import { identify } from './identify';
import { type ExportedTarget, exportedTargets } from './scores';
import type { StoredPeriod } from './stored-periods';
import { lateDaysOf } from './submission';

/** All that is known in plain values, for an archive and for outside checks. Values are unrounded. */
export interface Results {
  readonly periods: readonly { readonly key: PeriodKey; readonly closed: boolean }[];
  readonly schools: readonly Pick<School, 'key' | 'name' | 'type' | 'group'>[];
  readonly results: readonly Figure[];
  /** Figures that hold in a period in which nobody asks for them, each with the period it is `from`. */
  readonly carried: readonly Figure[];
  readonly issues: readonly (Omit<Issue, 'details'> & { readonly message: string })[];
  readonly statuses: readonly SchoolStatus[];
  readonly targets: readonly ExportedTarget[];
  /** Rows of each register as they stand. */
  readonly registers: RegisterRows;
  readonly identification: readonly Identification[];
}

/** A school's tab in one period; null where the version that closed the period has not kept it. */
export interface SchoolStatus {
  readonly period: PeriodKey;
  readonly school: string;
  readonly state: string | null;
  readonly at: string;
  readonly lateDays: number | null;
  readonly errors: number | null;
  readonly unexplained: number | null;
  readonly forms: Readonly<Record<string, Completeness>>;
}

export function exportResults(
  programme: Programme,
  schools: readonly School[],
  periods: readonly StoredPeriod[],
  registers: RegisterRows,
): Results {
  const words = wordsOf(programme);
  const forms = new Map(programme.forms.map((form) => [form.key, form]));
  return {
    periods: periods.map(({ key, closed }) => ({ key, closed })),
    schools: schools.map(({ key, name, type, group }) => ({ key, name, type, group })),
    results: periods.flatMap((period) => period.results.figures),
    carried: periods.flatMap((period) => carriedFigures(programme, periods, period)),
    issues: periods.flatMap((period) =>
      period.results.issues.map((issue) => {
        const { details: _, ...place } = issue;
        return { ...place, message: issueSentence(issue, forms.get(issue.form), words(issue)) };
      }),
    ),
    statuses: periods.flatMap((period) => period.schools.map((school) => statusOf(period, school))),
    targets: exportedTargets(programme, periods, registers),
    registers,
    identification: periods.flatMap((period) => identify(programme, periods, period)),
  };
}

const NOTHING_KNOWN: Submission = { state: '', at: '', by: 'school' };

function statusOf({ key, statuses, settings }: StoredPeriod, school: School): SchoolStatus {
  const kept = statuses[school.key];
  const known = typeof kept === 'object' ? kept : NOTHING_KNOWN;
  const { state, at, errors = null, unexplained = null, forms = {} } = known;
  const lateDays = lateDaysOf(known, key, settings, school);
  return { period: key, school: school.key, state: state || null, at, lateDays, errors, unexplained, forms };
}
