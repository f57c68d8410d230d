import { defineCheck } from '../../model';
import { driftsOf } from '../jumps';
import { isOfClasses, sameChildren } from '../same-children';

const ROW = { subject: 'Химия', enrolled: 20, two: 0, notAssessed: 0 };
const rows = (five: number, three: number) =>
  ['5', '6', '7', '8', '9', '10'].map((grade) => ({ ...ROW, grade, five, four: 6, three }));

/** All rows together: two columns have changed places, or those of another subject were pasted. */
export const columnUnlikeLastTime = defineCheck<{ found: number; was: number }>({
  id: 'form/column-unlike-last-time',
  needs: 'before',
  severity: 'warning',
  find: (seen) =>
    isOfClasses(seen)
      ? driftsOf(seen, sameChildren(seen)).map(({ field, found, was }) => ({ field, details: { found, was } }))
      : [],
  words: ({ found, was }, { column }) =>
    `${column}: во всех строках вместе ${found}, а в прошлый раз ${was}; не чужие ли числа? Исправьте или поясните`,
  cases: [
    {
      form: 'marks',
      rows: rows(11, 3),
      before: rows(3, 11),
      says: [
        '0: «5»: во всех строках вместе 66, а в прошлый раз 18; не чужие ли числа? Исправьте или поясните',
        '0: «3»: во всех строках вместе 18, а в прошлый раз 66; не чужие ли числа? Исправьте или поясните',
      ],
    },
    { form: 'marks', rows: rows(5, 9), before: rows(3, 11), says: [] },
  ],
});
