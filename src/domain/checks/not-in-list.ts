import { defineCheck } from '../../model';

/** A word that is none of the list. */
/** More words are read in the cell’s own list. */
const LONGEST = 60;

export const notInList = defineCheck<{ found: string }>({
  id: 'cell/not-in-list',
  needs: 'row',
  severity: 'error',
  words({ found }, { form, field, column }) {
    const choices = (form.fields[field ?? '']?.choices ?? []).join(', ');
    const offer = choices.length <= LONGEST ? `выберите из списка: ${choices}` : 'выберите слово из списка в ячейке';
    return `${column}: указано «${found}», ${offer}`;
  },
  cases: [
    {
      form: 'staff',
      rows: [{ category: 'учитель', positions: 2 }],
      says: ['1: «Категория»: указано «учитель», выберите из списка: учителя, прочие педагоги'],
    },
    { form: 'staff', rows: [{ category: 'учителя', positions: 2 }], says: [] },
  ],
});
