import { defineCheck } from '../../model';

/** «100 %» in a count may mean 1 or all of the class: it is not guessed at. */
export const percent = defineCheck<{ found: string }>({
  id: 'cell/percent',
  needs: 'row',
  severity: 'error',
  words: ({ found }, { column }) => `${column}: введено в процентах (${found}); введите число, а не долю`,
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', letter: 'А', subject: 'Химия', five: 0.5 }],
      more: { percent: ['five'] },
      says: ['1: «5»: введено в процентах (50 %); введите число, а не долю'],
    },
    { form: 'marks', rows: [{ grade: '5', letter: 'А', subject: 'Химия', five: 1 }], says: [] },
  ],
});
