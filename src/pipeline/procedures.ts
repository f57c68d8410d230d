import type { ProcedureYears } from '../domain';
import type { IdentificationRules, PeriodKey, Procedure } from '../model';
import type { StoredPeriod } from './stored-periods';
import { byYears } from './years-of-works';

/** By school: its procedures of the latest year, of the year before, and of three years. */
export function proceduresBy(
  rules: IdentificationRules,
  periods: readonly StoredPeriod[],
  until: PeriodKey,
): (school: string) => ProcedureYears {
  const { inYear } = byYears(periods, until, 2, (period) => proceduresIn(rules, period));
  return (school) => {
    const [last, before, first] = [0, 1, 2].map((back) => inYear(school, back).map(({ procedure }) => procedure));
    return { last: last!, before: before!, three: [...last!, ...before!, ...first!] };
  };
}

interface OwnProcedure {
  readonly school: string;
  readonly period: PeriodKey;
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
        return [
          { school, period: key, procedure: { form: rule.form, subject, ...grade, period: key, participants, low } },
        ];
      });
    }),
  );
}
