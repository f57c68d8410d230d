import { defineCheck } from '../../model';

/** Half a pupil. */
export const fraction = defineCheck<{ found: string }>({
  id: 'cell/fraction',
  needs: 'row',
  severity: 'error',
  words: ({ found }, { column }) => `${column}: указано ${found}; введите целое число`,
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', letter: 'А', subject: 'Химия', five: 2.5 }],
      says: ['1: «5»: указано 2,5; введите целое число'],
    },
    { form: 'staff', rows: [{ category: 'учителя', positions: 2.5 }], says: [] },
  ],
});
