import { defineCheck } from '../../model';
import { isPlainGrade } from '../class-set';
import { isTotalOfClasses } from '../totals';

/** A grade that is neither a number nor a range, or has the letter with it, asks for another spelling; its row counts all the same. */
export const unknownGrade = defineCheck<{ found: string }>({
  id: 'cell/unknown-grade',
  needs: 'row',
  severity: 'warning',
  find({ form, rows }) {
    if (!('grade' in form.fields)) return [];
    return rows.flatMap((at) => {
      const grade = at.entry.texts.grade ?? '';
      if (grade === '' || isPlainGrade(grade) || isTotalOfClasses(grade)) return [];
      return [{ at, field: 'grade', details: { found: grade.slice(0, 40) } }];
    });
  },
  words: ({ found }, { column }) =>
    `${column}: указано «${found}»; введите номер класса (5) или объединение через дефис (1-4)`,
  cases: [
    {
      form: 'classes',
      rows: [
        { grade: 'пятый', enrolled: 9 },
        { grade: '5А', enrolled: 9 },
      ],
      says: [
        '1: «Класс»: указано «пятый»; введите номер класса (5) или объединение через дефис (1-4)',
        '2: «Класс»: указано «5А»; введите номер класса (5) или объединение через дефис (1-4)',
      ],
    },
    {
      form: 'classes',
      rows: [
        { grade: '5', enrolled: 9 },
        { grade: '1-4', enrolled: 9 },
        { grade: 'всего', enrolled: 18 },
      ],
      says: [],
    },
  ],
});
