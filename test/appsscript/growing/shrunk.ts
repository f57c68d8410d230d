import type { Programme } from '../../../src/model';
import { programme as first } from '../../../src/programme';

const shrunk = first.forms.map((form) => {
  const { fields, sums } = form;
  if (form.key !== 'pupils') return form;
  const { notMastered: _, ...left } = fields;
  return { ...form, fields: left, sums };
});

/** The district's programme without a field that schools have already filled, and without its last form. */
export const programme: Programme = {
  ...first,
  forms: shrunk.filter(({ key }) => key !== 'context'),
  indicators: first.indicators.filter(({ key, from }) => key !== 'not-mastered-rate' && from.key !== 'context'),
};
