import { defineCheck } from '../../model';

/** «100 %» in a count may mean 1 or all of the class: it is not guessed at. */
export const percent = defineCheck<{ found: string }>({
  id: 'cell/percent',
  needs: 'row',
  severity: 'error',
  words: ({ found }, { column }) => `${column}: введено в процентах (${found}), нужно число обучающихся`,
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', letter: 'А', subject: 'Химия', five: 0.5 }],
      more: { percent: ['five'] },
      says: ['1: «5»: введено в процентах (50 %), нужно число обучающихся'],
    },
    { form: 'marks', rows: [{ grade: '5', letter: 'А', subject: 'Химия', five: 1 }], says: [] },
  ],
});
