import { defineCheck, type Form } from '../../model';
import { sumsBroken } from '../sums';

const ruleTitle = (form: Form, rule: string): string => form.sums.find(({ id }) => id === rule)?.title ?? '';

/** The parts are more than their whole. How grave it is stands with the rule. */
export const sumExceedsWhole = defineCheck<{ sum: number; whole: number; rule: string }>({
  id: 'row/sum-exceeds-whole',
  needs: 'row',
  severity: 'error',
  find: (seen) =>
    sumsBroken(seen)
      .filter(({ sum, whole }) => sum > whole)
      .map(({ at, rule, sum, whole }) => ({
        at,
        field: rule.whole,
        severity: rule.severity,
        details: { sum, whole, rule: rule.id },
      })),
  words: ({ sum, whole, rule }, { form, column }) =>
    `${ruleTitle(form, rule)} дают ${sum}, а в графе ${column} стоит ${whole}: исправьте одно из чисел`,
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', subject: 'Химия', enrolled: 15, five: 5, four: 5, three: 5, two: 1, notAssessed: 0 }],
      says: ['1: Отметки и н/а дают 16, а в графе «По списку, чел.» стоит 15: исправьте одно из чисел'],
    },
    // Too much is seen even while some parts are blank.
    {
      form: 'marks',
      rows: [{ grade: '5', subject: 'Химия', enrolled: 15, five: 16 }],
      says: ['1: Отметки и н/а дают 16, а в графе «По списку, чел.» стоит 15: исправьте одно из чисел'],
    },
    {
      form: 'marks',
      rows: [{ grade: '5', subject: 'Химия', enrolled: 15, five: 5, four: 5, three: 5, two: 0, notAssessed: 0 }],
      says: [],
    },
  ],
});
