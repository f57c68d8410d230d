import type { Programme } from '../src/model';
import { programme as first } from '../src/programme';

const KEYS = ['classes', 'marks', 'pupils', 'context'];
const isOfThem = (form: string): boolean => KEYS.includes(form);

/**
 * Four forms of the programme, in their order: what tests of a whole tab are played on. They say what is left to fill on
 * it, so that a form which the district adds would change them all; nor are its forms set against each other.
 */
export const programme: Programme = {
  ...first,
  forms: first.forms.filter(({ key }) => isOfThem(key)),
  indicators: first.indicators.filter(({ from }) => isOfThem(from.key)),
  checks: first.checks.filter(({ form, needs }) => needs !== 'tab' && (!form || isOfThem(form))),
};
