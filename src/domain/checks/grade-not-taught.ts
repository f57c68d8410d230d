import { defineCheck } from '../../model';

/** An ООШ ends with grade 9, its whole school is «1-9». */
const LAST_GRADE: Readonly<Record<string, number>> = { ООШ: 9 };

/** Grades that a school of this type does not have. */
export const gradeNotTaught = defineCheck<{ found: string; type: string }>({
  id: 'row/grade-not-taught',
  needs: 'row',
  severity: 'warning',
  find({ school: { type }, rows }) {
    const last = LAST_GRADE[type];
    if (last === undefined) return [];
    return rows
      .filter(({ classes }) => classes !== null && classes.to > last)
      .map((at) => ({ at, field: 'grade', details: { found: at.entry.texts.grade!, type } }));
  },
  words: ({ found, type }) =>
    String(found).includes('-')
      ? `${found} классы: в школе типа ${type} нет классов старше ${LAST_GRADE[type]}; проверьте`
      : `${found} класс: в школе типа ${type} его нет; проверьте`,
  cases: [
    {
      form: 'classes',
      school: { type: 'ООШ' },
      rows: [{ grade: '10', enrolled: 9 }],
      says: ['1: 10 класс: в школе типа ООШ его нет; проверьте'],
    },
    {
      form: 'classes',
      school: { type: 'ООШ' },
      rows: [{ grade: '9-11', enrolled: 9 }],
      says: ['1: 9-11 классы: в школе типа ООШ нет классов старше 9; проверьте'],
    },
    {
      form: 'classes',
      school: { type: 'ООШ' },
      rows: [{ grade: '1-11', enrolled: 9 }],
      says: ['1: 1-11 классы: в школе типа ООШ нет классов старше 9; проверьте'],
    },
    { form: 'classes', school: { type: 'ООШ' }, rows: [{ grade: '1-9', enrolled: 9 }], says: [] },
    { form: 'classes', school: { type: 'СОШ' }, rows: [{ grade: '10', enrolled: 9 }], says: [] },
  ],
});
