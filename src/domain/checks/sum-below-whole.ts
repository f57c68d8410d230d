import { defineCheck, type Form, type SumRule } from '../../model';
import { sumsBroken } from '../sums';

const ruleOf = (form: Form, rule: string) => form.sums.find(({ id }) => id === rule);

/** A shortage may have its reason; where the rule leaves none, one of the numbers is wrong. */
const advice = (rule: SumRule | undefined): string =>
  rule?.severity === 'error' ? 'исправьте одно из чисел' : 'проверьте или напишите пояснение';

/** The parts are less than their whole. How grave it is stands with the rule. */
export const sumBelowWhole = defineCheck<{ sum: number; whole: number; rule: string }>({
  id: 'row/sum-below-whole',
  needs: 'row',
  severity: 'error',
  find: (seen) =>
    sumsBroken(seen)
      .filter(({ sum, whole }) => sum < whole)
      .map(({ at, rule, sum, whole }) => ({
        at,
        field: rule.whole,
        severity: rule.severity,
        details: { sum, whole, rule: rule.id },
      })),
  words: ({ sum, whole, rule }, { form, column }) =>
    `${ruleOf(form, rule)?.title ?? ''} дают ${sum}, в графе ${column} стоит ${whole}: ${advice(ruleOf(form, rule))}`,
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', subject: 'Химия', enrolled: 15, five: 5, four: 5, three: 4, two: 0, notAssessed: 0 }],
      says: ['1: Отметки и н/а дают 14, в графе «По списку, чел.» стоит 15: проверьте или напишите пояснение'],
    },
    // Too little is not looked for while some parts are blank.
    { form: 'marks', rows: [{ grade: '5', subject: 'Химия', enrolled: 15, five: 5, four: 5, three: 4 }], says: [] },
    {
      form: 'marks',
      rows: [{ grade: '5', subject: 'Химия', enrolled: 15, five: 5, four: 5, three: 5, two: 0, notAssessed: 0 }],
      says: [],
    },
  ],
});
