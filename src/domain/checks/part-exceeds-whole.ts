import { defineCheck, type Form, type Found, type Indicator, type SeenRow } from '../../model';
import { brokenSums } from '../sums';
import { sumOf, termsOf } from '../weighted-sums';

const isBroken = (form: Form, { entry }: SeenRow): boolean =>
  brokenSums(form, entry).some(({ rule }) => rule.severity === 'error');

/** A share whose part is larger than its whole, or below zero, cannot be; a broken sum of the row has said so already. */
export const partExceedsWhole = defineCheck<{ part: number; whole: number; indicator: string }>({
  id: 'row/part-exceeds-whole',
  needs: 'row',
  severity: 'error',
  find({ form, indicators, rows }) {
    const found: Found<{ part: number; whole: number; indicator: string }>[] = [];
    const shares = indicators.filter((indicator): indicator is Indicator => indicator.kind === 'share');
    for (const { key, numerator, denominator } of shares) {
      const field = Object.keys(numerator)[0];
      const [top, bottom] = [termsOf(numerator), termsOf(denominator)];
      for (const at of rows) {
        const part = sumOf(top, at.entry.numbers);
        const whole = part === null ? null : sumOf(bottom, at.entry.numbers);
        if (part === null || whole === null || (part <= whole && part >= 0)) continue;
        if (!isBroken(form, at)) found.push({ at, field, details: { part, whole, indicator: key } });
      }
    }
    return found;
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
