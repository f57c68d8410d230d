import { defineCheck } from '../../model';

/** What kept a row out when it was consolidated is said again only where nothing else is wrong with it. */
export const notCounted = defineCheck<{ found: string }>({
  id: 'row/not-counted',
  needs: 'row',
  severity: 'error',
  unlessErrors: true,
  find: ({ rows, unbegun }) =>
    [...rows, ...unbegun].flatMap((at) =>
      at.raw.notCounted === undefined ? [] : [{ at, details: { found: at.raw.notCounted.slice(0, 120) } }],
    ),
  words: ({ found }) => `строка не учтена сводом: ${found}`,
  cases: [
    {
      form: 'classes',
      rows: [{ grade: '5', enrolled: 15 }],
      more: { notCounted: 'Ошибка: ячейки строки сдвинуты; верните их на место' },
      says: ['1: Строка не учтена сводом: Ошибка: ячейки строки сдвинуты; верните их на место'],
    },
    { form: 'classes', rows: [{ grade: '5', enrolled: 15.5 }], more: { notCounted: 'Ошибка' }, says: [] },
    { form: 'classes', rows: [{ grade: '5', enrolled: 15 }], says: [] },
  ],
});
