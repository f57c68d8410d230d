import { defineCheck } from '../../model';

/** A word that is none of the list. */
export const notInList = defineCheck<{ found: string }>({
  id: 'cell/not-in-list',
  needs: 'row',
  severity: 'error',
  words: ({ found }, { form, field, column }) =>
    `${column}: указано «${found}», выберите из списка: ${(form.fields[field ?? '']?.choices ?? []).join(', ')}`,
  cases: [
    {
      form: 'staff',
      rows: [{ category: 'учитель', positions: 2 }],
      says: ['1: «Категория»: указано «учитель», выберите из списка: учителя, прочие педагоги'],
    },
    { form: 'staff', rows: [{ category: 'учителя', positions: 2 }], says: [] },
  ],
});
