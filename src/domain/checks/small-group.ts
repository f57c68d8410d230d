import { defineCheck } from '../../model';

/** A small group with a filled sensitive number tells on single children. */
export const smallGroup = defineCheck<{ enrolled: number; limit: number }>({
  id: 'row/small-group',
  needs: 'row',
  severity: 'warning',
  find({ form, rows }) {
    const limit = form.smallGroup;
    if (limit === undefined) return [];
    const sensitive = Object.keys(form.fields).filter((key) => form.fields[key]!.sensitive);
    return rows.flatMap((at) => {
      const { enrolled } = at.entry.numbers;
      if (enrolled === null || enrolled === undefined || enrolled >= limit) return [];
      const field = sensitive.find((key) => at.entry.numbers[key] !== null);
      return field === undefined ? [] : [{ at, field, details: { enrolled, limit } }];
    });
  },
  words: ({ enrolled, limit }, { column }) =>
    `в группе ${enrolled} чел., меньше ${limit}: по графе ${column} можно узнать ребёнка; объедините классы или дайте одну строку на школу`,
  cases: [
    {
      form: 'passport',
      rows: [{ grade: '5', enrolled: 9, incomplete: 2, lowIncome: 1 }],
      says: [
        '1: В группе 9 чел., меньше 10: по графе «Малообеспеченные семьи» можно узнать ребёнка; объедините классы или дайте одну строку на школу',
      ],
    },
    {
      form: 'passport',
      rows: [
        { grade: '5', enrolled: 9, incomplete: 2, lowIncome: '' },
        { grade: '6', enrolled: 10, incomplete: 2, lowIncome: 1 },
      ],
      says: [],
    },
  ],
});
