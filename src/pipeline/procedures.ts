import type { ProcedureYears } from '../domain';
import { type IdentificationRules, type PeriodKey, type Procedure, shiftPeriod, yearAndQuarter } from '../model';
import type { StoredPeriod } from './stored-periods';

/** The year itself and the two before it. */
const YEARS_BACK = [0, 1, 2] as const;
const QUARTERS = 4;

/**
 * By school: its procedures of the latest calendar year that it has any of within the last four quarters, of the year
 * before, and of three years. A procedure belongs to a calendar year: works moved to autumn and those of the next spring
 * are two years, though both lie within four quarters.
 */
export function proceduresBy(
  rules: IdentificationRules,
  periods: readonly StoredPeriod[],
  until: PeriodKey,
): (school: string) => ProcedureYears {
  const yearOf = (period: PeriodKey): number => yearAndQuarter(period).year;
  const all = periods
    .filter(({ key }) => key <= until && yearOf(key) >= yearOf(until) - YEARS_BACK.length)
    .flatMap((period) => proceduresIn(rules, period));
  return (school) => {
    const own = all.flatMap((item) => (item.school === school ? [item.procedure] : []));
    const recent = own.filter(({ period }) => period > shiftPeriod(until, -QUARTERS));
    const year = Math.max(...recent.map(({ period }) => yearOf(period)));
    const [last, before, first] = YEARS_BACK.map((years) =>
      own.filter(({ period }) => yearOf(period) === year - years),
    );
    return { last: last!, before: before!, three: [...last!, ...before!, ...first!] };
  };
}

interface OwnProcedure {
  readonly school: string;
  readonly procedure: Procedure;
}

/** Rows of the procedures' forms that count. */
function proceduresIn({ procedures }: IdentificationRules, { key, results }: StoredPeriod): OwnProcedure[] {
  return [...results.checked].flatMap(([school, forms]) =>
    procedures.flatMap((rule) => {
      const rows = forms.find(({ form }) => form.key === rule.form)?.rows ?? [];
      return rows.flatMap(({ entry, valid }): OwnProcedure[] => {
        const participants = entry.numbers[rule.participants];
        const low = entry.numbers[rule.low];
        if (!valid || participants == null || low == null || participants === 0) return [];
        const grade = rule.grade === undefined ? {} : { grade: entry.texts[rule.grade] ?? '' };
        const subject = entry.texts[rule.subject] ?? '';
        return [{ school, procedure: { form: rule.form, subject, ...grade, period: key, participants, low } }];
      });
    }),
  );
}
