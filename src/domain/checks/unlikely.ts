import { defineCheck, type Field, type Found, type SeenRow } from '../../model';

/** A row for «1-4» speaks of four grades; without a letter perhaps of parallels too, which is left to the explanation. */
const gradesOf = ({ classes }: SeenRow): number => (classes ? classes.to - classes.from + 1 : 1);

/** A row of the whole school speaks of its parallels as well: schools of the district have up to three classes of a grade. */
const WHOLE_SCHOOL = 9;
const PARALLELS = 3;

/** The most that is likely in a row; unknown where what it hangs on is not filled. Of 1 or 2 no multiple says anything. */
function limitOf({ plausibleUpTo, plausibleTimes }: Field, row: SeenRow): number | null {
  const grades = gradesOf(row);
  if (plausibleUpTo !== undefined) return plausibleUpTo * grades * (grades < WHOLE_SCHOOL ? 1 : PARALLELS);
  const [field = '', times = 0] = plausibleTimes ?? [];
  const of = row.entry.numbers[field];
  return of == null ? null : times * Math.max(of, SMALL);
}
const SMALL = 3;

/** Unlikely numbers ask for a word of explanation; they are counted all the same. */
export const unlikely = defineCheck<{ found: number; limit: number }>({
  id: 'cell/unlikely',
  needs: 'row',
  severity: 'warning',
  find({ form, rows }) {
    const findings: Found<{ found: number; limit: number }>[] = [];
    for (const [key, field] of Object.entries(form.fields)) {
      const least = field.plausibleUpTo ?? (field.plausibleTimes ? field.plausibleTimes[1] * SMALL : null);
      if (least === null) continue;
      for (const at of rows) {
        const found = at.entry.numbers[key];
        if (found === null || found === undefined || found <= least) continue;
        const limit = limitOf(field, at);
        if (limit !== null && found > limit) findings.push({ at, field: key, details: { found, limit } });
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
        { grade: '1-11', enrolled: 700 },
      ],
      says: [],
    },
    {
      form: 'classes',
      rows: [{ grade: '1-9', enrolled: 1500 }],
      says: ['1: «По списку, чел.»: указано 1500, это больше обычного (1080); проверьте или напишите пояснение'],
    },
  ],
});
