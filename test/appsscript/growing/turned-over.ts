import { inventedForms } from '../../../src/local/bench/invented-forms';
import type { Programme } from '../../../src/model';
import { programme as first } from '../../four-forms';

const FORMS = 21;
const added = inventedForms.slice(0, FORMS - first.forms.length);

/** The programme that is measured, its last form first. */
export const programme: Programme = {
  ...first,
  forms: [...first.forms, ...added.map(({ form }) => form)].reverse(),
  indicators: [...first.indicators, ...added.flatMap(({ indicators }) => indicators)],
};
