import { type Due, EVERY_QUARTER, type Programme, WITH_RESULTS } from '../../../model';
import { programme as first } from '../../../programme';

/** Who owes them when is their own affair, too: the same of every school. */
const DUE: Readonly<Record<string, readonly Due[]>> = {
  classes: EVERY_QUARTER,
  marks: WITH_RESULTS,
  pupils: WITH_RESULTS,
  context: EVERY_QUARTER,
};
const isOfThem = (form: string): boolean => form in DUE;
const placeOf = (form: string): number => Object.keys(DUE).indexOf(form);

/**
 * Four forms of the programme, in an order of their own: what tests of a whole tab are played on. They say what is left to fill on
 * it, so that a form which the district adds would change them all; nor are its forms set against each other.
 */
export const programme: Programme = {
  ...first,
  forms: first.forms
    .filter(({ key }) => isOfThem(key))
    .map((form) => ({ ...form, due: DUE[form.key]! }))
    .sort((a, b) => placeOf(a.key) - placeOf(b.key)),
  indicators: first.indicators
    .filter(({ from }) => isOfThem(from.key))
    .sort((a, b) => placeOf(a.from.key) - placeOf(b.from.key)),
  checks: first.checks.filter(({ form, needs }) => needs !== 'tab' && needs !== 'whole' && (!form || isOfThem(form))),
};
