import { defineCheck } from '../../model';

/** A word for «none» or for «no data», which are not the same. */
export const nothingWord = defineCheck<{ found: string }>({
  id: 'cell/nothing-word',
  needs: 'row',
  severity: 'error',
  words: ({ found }, { column }) =>
    `${column}: указано «${found}»; если таких нет, поставьте 0, если данных нет – сотрите и поясните`,
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', letter: 'А', subject: 'Химия', two: 'нет' }],
      says: ['1: «2»: указано «нет»; если таких нет, поставьте 0, если данных нет – сотрите и поясните'],
    },
    { form: 'marks', rows: [{ grade: '5', letter: 'А', subject: 'Химия', two: '' }], says: [] },
  ],
});
