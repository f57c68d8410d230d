import { EVERY_QUARTER, type Programme, WITH_RESULTS } from '../../model';
import { programme as first } from '../../programme';
import { inventedForms } from './invented-forms';

const FORMS = 21;
/** The forms with most rows; what the others hold is invented, so that figures can be compared from version to version. */
const LARGEST = ['classes', 'marks', 'pupils', 'context'];

/** Asked of every school alike, so that what is measured stays the same when the order asks otherwise. */
const own = first.forms
  .filter(({ key }) => LARGEST.includes(key))
  .map((form) => ({ ...form, due: ['marks', 'pupils'].includes(form.key) ? WITH_RESULTS : EVERY_QUARTER }));
const added = inventedForms.slice(0, FORMS - own.length);

/** As large as the order at its fullest. */
export const programme: Programme = {
  ...first,
  forms: [...own, ...added.map(({ form }) => form)],
  indicators: [
    ...first.indicators.filter(({ from }) => LARGEST.includes(from.key)),
    ...added.flatMap(({ indicators }) => indicators),
  ],
  checks: first.checks.filter(({ form }) => form === undefined || LARGEST.includes(form)),
};
