import type { Programme } from '../../model';
import { programme as first } from '../../programme';
import { inventedForms } from './invented-forms';

const FORMS = 21;

/** The district's programme filled up with invented forms: what is measured is as large as the order at its fullest. */
const added = inventedForms.slice(0, Math.max(0, FORMS - first.forms.length));

export const programme: Programme = {
  ...first,
  forms: [...first.forms, ...added.map(({ form }) => form)],
  indicators: [...first.indicators, ...added.flatMap(({ indicators }) => indicators)],
};
