import { wordsOf } from '../domain';
import { issueSentence } from '../messages';
import type { Figure, Identification, Issue, PeriodKey, Programme, School } from '../model';
import type { RegisterRows } from './frozen-registers';
import { identify } from './identify';
import type { StoredPeriod } from './stored-periods';

/** All that is known in plain values, for an archive and for outside checks. Values are unrounded. */
export interface Results {
  readonly periods: readonly { readonly key: PeriodKey; readonly closed: boolean }[];
  readonly schools: readonly Pick<School, 'key' | 'name' | 'type' | 'group'>[];
  readonly results: readonly Figure[];
  readonly issues: readonly (Omit<Issue, 'details'> & { readonly message: string })[];
  /** Rows of each register as they stand. */
  readonly registers: RegisterRows;
  readonly identification: readonly Identification[];
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
    issues: periods.flatMap((period) =>
      period.results.issues.map((issue) => {
        const { details: _, ...place } = issue;
        return { ...place, message: issueSentence(issue, forms.get(issue.form), words(issue)) };
      }),
    ),
    registers,
    identification: periods.flatMap((period) => identify(programme, periods, period)),
  };
}
