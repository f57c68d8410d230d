import { count, type Programme } from '../../../src/model';
import { programme as first } from '../../../src/programme';
import { failsDoubled } from './fails-doubled';
import { libraryTheme } from './library';
import { moreTwosThanFailing } from './more-twos-than-failing';
import { visits } from './visits';

/** The pupils' form with a field more. */
const grownPupils = first.forms
  .filter(({ key }) => key === 'pupils')
  .map((form) => ({
    ...form,
    fields: { ...form.fields, oneFour: count('С одной «4»', 'Одна «4», остальные «5».', { optional: true }) },
  }));

/** The district's programme, grown in the middle of a quarter. */
export const programme: Programme = {
  ...first,
  forms: [...first.forms.map((form) => grownPupils.find(({ key }) => key === form.key) ?? form), libraryTheme.form],
  indicators: [...first.indicators, ...libraryTheme.indicators],
  checks: [...first.checks, moreTwosThanFailing, failsDoubled],
  registers: [...first.registers, visits],
};
