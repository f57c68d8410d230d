import { defineCheck, type FieldKind, isNumeric } from '../../model';

const LONGEST = 100;
const LONGEST_BY_KIND: Partial<Record<FieldKind, number>> = { link: 500, 'long-text': 5000 };

/** A class or a subject is a few words; a page of text in its place is something else. */
export const tooLong = defineCheck<{ length: number; limit: number }>({
  id: 'cell/too-long',
  needs: 'row',
  severity: 'error',
  find({ form, rows }) {
    const fields = Object.entries(form.fields).filter(([, field]) => !isNumeric(field));
    return rows.flatMap((at) =>
      fields.flatMap(([field, { kind }]) => {
        const { length } = at.entry.texts[field] ?? '';
        const limit = LONGEST_BY_KIND[kind] ?? LONGEST;
        return length > limit ? [{ at, field, details: { length, limit } }] : [];
      }),
    );
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
