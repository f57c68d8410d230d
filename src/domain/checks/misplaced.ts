import { defineCheck } from '../../model';

/** The row's cells stand in other columns than they were typed in, so its numbers may belong elsewhere. */
export const misplaced = defineCheck<{ found: string }>({
  id: 'row/misplaced',
  needs: 'row',
  severity: 'error',
  find: ({ rows, unbegun }) =>
    [...rows, ...unbegun].flatMap((at) =>
      at.raw.misplaced === undefined ? [] : [{ at, details: { found: at.raw.misplaced } }],
    ),
  words: ({ found }) =>
    `ячейки строки сдвинуты: «${found}» стоит не в своём столбце; верните их на место или введите строку заново`,
  cases: [
    {
      form: 'classes',
      rows: [{ grade: '5', enrolled: 15 }],
      more: { misplaced: 'Химия' },
      says: [
        '1: Ячейки строки сдвинуты: «Химия» стоит не в своём столбце; верните их на место или введите строку заново',
      ],
    },
    { form: 'classes', rows: [{ grade: '5', enrolled: 15 }], says: [] },
  ],
});
