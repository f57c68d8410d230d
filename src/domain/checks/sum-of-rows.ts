import { defineCheck, plural } from '../../model';
import { type SummedRows, sumsOfRows } from '../sums-of-rows';

const WHICH: Readonly<Record<Exclude<SummedRows, 'word'>, string>> = {
  above: ' над ней',
  below: ' под ней',
  all: ', всех остальных',
  class: ' того же класса',
};

/** The numbers of a row are those of other rows together: probably a total that nothing names so. */
export const sumOfRows = defineCheck<{ count: number; of: SummedRows }>({
  id: 'row/sum-of-rows',
  needs: 'form',
  severity: 'warning',
  find: (seen) => sumsOfRows(seen).map(({ at, count, of, field }) => ({ at, field, details: { count, of } })),
  words({ count, of }, { column }) {
    const which = of === 'word' ? ` с тем же словом в графе ${column}` : WHICH[of];
    return `числа равны сумме ${count} ${plural(count, 'строки', 'строк', 'строк')}${which}; удалите её, а если это не итог – поясните`;
  },
  cases: [
    {
      form: 'marks',
      rows: [
        { grade: '5', letter: 'А', subject: 'Химия', five: 1, four: 5, three: 7 },
        { grade: '5', letter: 'Б', subject: 'Химия', five: 2, four: 4, three: 3 },
        { grade: '6', letter: 'А', subject: 'Химия', five: 0, four: 2, three: 9 },
        { grade: '7', letter: 'А', subject: 'Химия', five: 3, four: 11, three: 19 },
      ],
      says: ['4: Числа равны сумме 3 строк над ней; удалите её, а если это не итог – поясните'],
    },
    // Of the same subject, wherever the rows stand; another cell may be wrong.
    {
      form: 'marks',
      rows: [
        { grade: '5', subject: 'Химия', five: 1, four: 5, three: 7, two: 1 },
        { grade: '5', subject: 'Физика', five: 3, four: 4, three: 8, two: 0 },
        { grade: '6', subject: 'Химия', five: 2, four: 4, three: 3, two: 0 },
        { grade: '7', subject: 'Химия', five: 1, four: 2, three: 9, two: 1 },
        { grade: '8', subject: 'Химия', five: 4, four: 11, three: 19, two: 9 },
        { grade: '6', subject: 'Физика', five: 2, four: 2, three: 2, two: 2 },
      ],
      says: [
        '5: Числа равны сумме 3 строк с тем же словом в графе «Предмет»; удалите её, а если это не итог – поясните',
      ],
    },
    // A total leaves large numbers blank at times.
    {
      form: 'marks',
      rows: [
        { grade: '5', subject: 'Химия', enrolled: 20, five: 1, four: 5, three: 7 },
        { grade: '6', subject: 'Химия', enrolled: 20, five: 2, four: 4, three: 7 },
        { grade: '7', subject: 'Химия', enrolled: 20, five: 3, four: 1, three: 9 },
        { grade: '8', subject: 'Химия', enrolled: 20, five: 4, four: 5, three: 4 },
        { grade: '9', subject: 'Химия', enrolled: 20, five: 1, four: 6, three: 6 },
        { grade: '10', subject: 'Химия', enrolled: 20, five: 5, four: 2, three: 6 },
        { grade: '11', subject: 'Химия', five: 16, four: 23, three: 39 },
      ],
      says: ['7: Числа равны сумме 6 строк над ней; удалите её, а если это не итог – поясните'],
    },
    // Two rows make no total, nor do two numbers.
    {
      form: 'marks',
      rows: [
        { grade: '5', subject: 'Химия', five: 1, four: 5, three: 7 },
        { grade: '6', subject: 'Химия', five: 2, four: 4, three: 3 },
        { grade: '7', subject: 'Химия', five: 3, four: 9, three: 10 },
      ],
      says: [],
    },
    {
      form: 'marks',
      rows: [
        { grade: '5', subject: 'Химия', five: 1, four: 5, three: 7 },
        { grade: '6', subject: 'Химия', five: 2, four: 4, three: 3 },
        { grade: '7', subject: 'Химия', five: 1, four: 1, three: 9 },
        { grade: '8', subject: 'Химия', five: 4, four: 10, three: 18 },
      ],
      says: [],
    },
  ],
});
