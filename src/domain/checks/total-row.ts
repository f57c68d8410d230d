import { defineCheck } from '../../model';

const TOTAL = /итог|всего|сумма/i;

/** A row of totals among the classes would count everybody twice. */
export const totalRow = defineCheck<{ found: string }>({
  id: 'cell/total-row',
  needs: 'row',
  severity: 'error',
  find({ form, rows }) {
    if (!('grade' in form.fields)) return [];
    return rows
      .filter(({ classes, entry }) => classes === null && TOTAL.test(entry.texts.grade ?? ''))
      .map((at) => ({ at, field: 'grade', details: { found: at.entry.texts.grade!.slice(0, 40) } }));
  },
  words: ({ found }, { column }) => `${column}: указано «${found}»; строку итогов удалите, итоги считаются сами`,
  cases: [
    {
      form: 'classes',
      rows: [{ grade: 'Итого', enrolled: 90 }],
      says: ['1: «Класс»: указано «Итого»; строку итогов удалите, итоги считаются сами'],
    },
    { form: 'classes', rows: [{ grade: '5', enrolled: 9 }], says: [] },
  ],
});

export const isTotal = (grade: string): boolean => TOTAL.test(grade);
