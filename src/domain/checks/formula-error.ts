import { defineCheck, isNumeric } from '../../model';

/** A formula that gave no value, or the words that it left when it was pasted: «#Н/Д», «Loading…». */
export const formulaError = defineCheck<{ found: string }>({
  id: 'cell/formula-error',
  needs: 'row',
  severity: 'error',
  words: ({ found }, { form, field, column }) => {
    const own = form.fields[field ?? ''];
    return `${column}: формула дала ошибку ${found}; введите ${own && !isNumeric(own) ? 'слово' : 'число'}`;
  },
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', letter: 'А', subject: 'Химия', five: '#REF!' }],
      says: ['1: «5»: формула дала ошибку #REF!; введите число'],
    },
    {
      form: 'marks',
      rows: [{ grade: '5', letter: '#ССЫЛКА!', subject: '#Н/Д', five: 'Загрузка…' }],
      says: [
        '1: «Литера»: формула дала ошибку #ССЫЛКА!; введите слово',
        '1: «Предмет»: формула дала ошибку #Н/Д; введите слово',
        '1: «5»: формула дала ошибку Загрузка…; введите число',
      ],
    },
    { form: 'marks', rows: [{ grade: '5', letter: 'А', subject: 'Химия', five: 7 }], says: [] },
  ],
});
