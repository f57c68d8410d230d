import { defineCheck } from '../../model';
import { repeatedRows } from '../repeats';

/** Rows with one business key: which of them is right cannot be known, so none is counted. */
export const duplicate = defineCheck<{ rows: string }>({
  id: 'row/duplicate',
  needs: 'form',
  severity: 'error',
  find: (seen) =>
    repeatedRows(seen).flatMap((group) =>
      group.map((at) => {
        const others = group.filter((other) => other !== at).map(({ entry }) => entry.row);
        return { at, field: seen.form.identity[0], details: { rows: others.join(', ') } };
      }),
    ),
  words: ({ rows }) =>
    `такая же строка уже есть (№ ${rows} по порядку): оставьте одну; пока их несколько, не учтена ни одна`,
  cases: [
    {
      form: 'marks',
      rows: [
        { grade: '5', letter: 'А', subject: 'Химия', five: 1 },
        { grade: ' 5 ', letter: 'A', subject: 'химия', five: 2 },
      ],
      says: [
        '1: Такая же строка уже есть (№ 2 по порядку): оставьте одну; пока их несколько, не учтена ни одна',
        '2: Такая же строка уже есть (№ 1 по порядку): оставьте одну; пока их несколько, не учтена ни одна',
      ],
    },
    {
      form: 'marks',
      rows: [
        { grade: '5', letter: 'А', subject: 'Химия', five: 1 },
        { grade: '5', letter: 'Б', subject: 'Химия', five: 1 },
        { grade: '5', letter: 'А', subject: 'Физика', five: 1 },
      ],
      says: [],
    },
  ],
});
