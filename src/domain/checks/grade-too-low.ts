import { defineCheck } from '../../model';

/** The first grade has no marks: whoever writes «1-4» there counts its children, too. */
export const gradeTooLow = defineCheck<{ found: string; first: number }>({
  id: 'row/grade-too-low',
  needs: 'row',
  severity: 'warning',
  find({ form: { firstGrade }, rows }) {
    if (firstGrade === undefined) return [];
    return rows
      .filter(({ classes }) => classes !== null && classes.from < firstGrade)
      .map((at) => ({ at, field: 'grade', details: { found: at.entry.texts.grade ?? '', first: firstGrade } }));
  },
  words: ({ found, first }, { column }) =>
    `${column}: указано «${found}», а форма – со ${first} класса; исправьте класс и числа`,
  cases: [
    {
      form: 'pupils',
      rows: [{ grade: '1-4', enrolled: 12, assessed: 12, failing: 0 }],
      says: ['1: «Класс»: указано «1-4», а форма – со 2 класса; исправьте класс и числа'],
    },
    { form: 'pupils', rows: [{ grade: '2-4', enrolled: 9, assessed: 9, failing: 0 }], says: [] },
  ],
});
