import { defineCheck, type Indicator } from '../../model';
import { brokenSums } from '../sums';
import { sumOf, termsOf } from '../weighted-sums';

/** A share whose part is larger than its whole, or below zero, cannot be; a broken sum of the row has said so already. */
export const partExceedsWhole = defineCheck<{ part: number; whole: number; indicator: string }>({
  id: 'row/part-exceeds-whole',
  needs: 'row',
  severity: 'error',
  find({ form, indicators, rows }) {
    const shares = indicators.filter((indicator): indicator is Indicator => indicator.kind === 'share');
    const sums = shares.map(({ key, numerator, denominator }) => ({
      key,
      field: Object.keys(numerator)[0],
      top: termsOf(numerator),
      bottom: termsOf(denominator),
    }));
    return rows.flatMap((at) => {
      const { numbers } = at.entry;
      const broken = sums.flatMap(({ key, field, top, bottom }) => {
        const part = sumOf(top, numbers);
        const whole = sumOf(bottom, numbers);
        if (part === null || whole === null || (part <= whole && part >= 0)) return [];
        return [{ at, field, details: { part, whole, indicator: key } }];
      });
      const known = broken.length > 0 && brokenSums(form, at.entry).some(({ rule }) => rule.severity === 'error');
      return known ? [] : broken;
    });
  },
  words: ({ part, whole }, { column }) => `${column}: часть (${part}) больше целого (${whole}) или меньше 0; исправьте`,
  cases: [
    {
      form: 'passport',
      rows: [{ grade: '5', enrolled: 15, incomplete: 0, lowIncome: 16 }],
      says: ['1: «Малообеспеченные семьи»: часть (16) больше целого (15) или меньше 0; исправьте'],
    },
    { form: 'passport', rows: [{ grade: '5', enrolled: 15, incomplete: 0, lowIncome: 15 }], says: [] },
  ],
});
