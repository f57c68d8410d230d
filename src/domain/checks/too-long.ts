import { defineCheck, type FieldKind, type Found, isNumeric } from '../../model';

const LONGEST = 100;
const LONGEST_BY_KIND: Partial<Record<FieldKind, number>> = { link: 500, 'long-text': 5000 };

/** A class or a subject is a few words; a page of text in its place is something else. */
export const tooLong = defineCheck<{ length: number; limit: number }>({
  id: 'cell/too-long',
  needs: 'row',
  severity: 'error',
  find({ form, rows }) {
    const found: Found<{ length: number; limit: number }>[] = [];
    const fields = Object.entries(form.fields).filter(([, field]) => !isNumeric(field));
    for (const [field, { kind }] of fields) {
      const limit = LONGEST_BY_KIND[kind] ?? LONGEST;
      for (const at of rows) {
        const { length } = at.entry.texts[field] ?? '';
        if (length > limit) found.push({ at, field, details: { length, limit } });
      }
    }
    return found;
  },
  words: ({ length, limit }, { column }) =>
    `${column}: слишком длинный текст (${length} знаков, можно ${limit}); сократите`,
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', subject: 'х'.repeat(101), five: 1 }],
      says: ['1: «Предмет»: слишком длинный текст (101 знаков, можно 100); сократите'],
    },
    { form: 'marks', rows: [{ grade: '5', subject: 'х'.repeat(100), five: 1 }], says: [] },
    { form: 'staff', rows: [{ category: 'учителя', positions: 1, note: 'х'.repeat(5000) }], says: [] },
  ],
});
