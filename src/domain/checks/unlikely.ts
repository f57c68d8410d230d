import { defineCheck, type Found, type SeenRow } from '../../model';

/** A row for «1-4» speaks of four grades; without a letter perhaps of parallels too, which is left to the explanation. */
const gradesOf = ({ classes }: SeenRow): number => (classes ? classes.to - classes.from + 1 : 1);

/** Unlikely numbers ask for a word of explanation; they are counted all the same. */
export const unlikely = defineCheck<{ found: number; limit: number }>({
  id: 'cell/unlikely',
  needs: 'row',
  severity: 'warning',
  find({ form, rows }) {
    const findings: Found<{ found: number; limit: number }>[] = [];
    for (const [field, { plausibleUpTo }] of Object.entries(form.fields)) {
      if (plausibleUpTo === undefined) continue;
      for (const at of rows) {
        const found = at.entry.numbers[field];
        if (found === null || found === undefined || found <= plausibleUpTo) continue;
        const limit = plausibleUpTo * gradesOf(at);
        if (found > limit) findings.push({ at, field, details: { found, limit } });
      }
    }
    return findings;
  },
  words: ({ found, limit }, { column }) =>
    `${column}: указано ${found}, это больше обычного (${limit}); проверьте или напишите пояснение`,
  cases: [
    {
      form: 'classes',
      rows: [{ grade: '5', enrolled: 41 }],
      says: ['1: «По списку, чел.»: указано 41, это больше обычного (40); проверьте или напишите пояснение'],
    },
    {
      form: 'classes',
      rows: [
        { grade: '5', enrolled: 40 },
        { grade: '1-4', enrolled: 160 },
      ],
      says: [],
    },
  ],
});
