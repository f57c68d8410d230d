import { defineCheck } from '../../model';

/** A formula that a person typed or pasted and that gives no value. */
export const formulaError = defineCheck<{ found: string }>({
  id: 'cell/formula-error',
  needs: 'row',
  severity: 'error',
  words: ({ found }, { column }) => `${column}: формула дала ошибку ${found}; введите число`,
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', letter: 'А', subject: 'Химия', five: '#REF!' }],
      says: ['1: «5»: формула дала ошибку #REF!; введите число'],
    },
    { form: 'marks', rows: [{ grade: '5', letter: 'А', subject: 'Химия', five: 7 }], says: [] },
  ],
});
