import { defineCheck } from '../../model';
import { totalNamed } from '../totals';

/** A row of totals or subtotals would count everybody twice. */
export const totalRow = defineCheck<{ found: string }>({
  id: 'cell/total-row',
  needs: 'row',
  severity: 'error',
  find: ({ form, rows }) =>
    rows.flatMap((at) => {
      const field = totalNamed(form, at.entry);
      return field === null ? [] : [{ at, field, details: { found: at.entry.texts[field]!.slice(0, 40) } }];
    }),
  words: ({ found }, { column }) => {
    const merged = /^\d/.test(found) ? '; если это объединённый класс, оставьте только номера' : '';
    return `${column}: указано «${found}»; строку итогов удалите${merged}`;
  },
  cases: [
    {
      form: 'classes',
      rows: [{ grade: 'Итого', enrolled: 90 }],
      says: ['1: «Класс»: указано «Итого»; строку итогов удалите'],
    },
    {
      form: 'classes',
      rows: [{ grade: '5-9 классы', enrolled: 90 }],
      says: [
        '1: «Класс»: указано «5-9 классы»; строку итогов удалите; если это объединённый класс, оставьте только номера',
      ],
    },
    {
      form: 'marks',
      rows: [
        { grade: '5', letter: 'ИТОГО:', subject: 'Химия', five: 1 },
        { grade: '6', subject: 'По школе', five: 1 },
      ],
      says: [
        '1: «Литера»: указано «ИТОГО:»; строку итогов удалите',
        '2: «Предмет»: указано «По школе»; строку итогов удалите',
      ],
    },
    {
      form: 'staff',
      rows: [{ category: 'Всего', positions: 2 }],
      says: ['1: «Категория»: указано «Всего»; строку итогов удалите'],
    },
    { form: 'classes', rows: [{ grade: '5', enrolled: 9 }], says: [] },
    { form: 'marks', rows: [{ grade: '5', subject: 'Всеобщая история', five: 1 }], says: [] },
  ],
});
