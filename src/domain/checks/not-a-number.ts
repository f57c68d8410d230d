import { defineCheck } from '../../model';

/** Words, signs or two numbers where one number belongs. */
export const notANumber = defineCheck<{ found: string }>({
  id: 'cell/not-a-number',
  needs: 'row',
  severity: 'error',
  words: ({ found }, { column }) => `${column}: указано «${found}»; введите число без слов и знаков`,
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', letter: 'А', subject: 'Химия', five: 'пять' }],
      says: ['1: «5»: указано «пять»; введите число без слов и знаков'],
    },
    {
      form: 'marks',
      rows: [{ grade: '5', letter: 'А', subject: 'Химия', five: true }],
      says: ['1: «5»: указано «галочка»; введите число без слов и знаков'],
    },
    { form: 'marks', rows: [{ grade: '5', letter: 'А', subject: 'Химия', five: '1 200' }], says: [] },
  ],
});
