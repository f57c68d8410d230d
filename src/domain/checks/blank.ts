import { defineCheck, type Found, type Seen, type SeenRow } from '../../model';
import { rowsByClass } from '../rows-by-class';

/** Numbers of small classes may be given in another row, for the school as a whole. */
function givenElsewhere({ form, rows, unbegun }: Seen): (row: SeenRow, key: string) => boolean {
  if (form.smallGroup === undefined) return () => false;
  const others = rowsByClass([...rows, ...unbegun]);
  return (row, key) => others(row).some(({ entry }) => entry.numbers[key] !== null);
}

/** A number that is asked for and not given. */
export const blank = defineCheck({
  id: 'cell/blank',
  needs: 'form',
  byRow: ({ smallGroup }) => smallGroup === undefined,
  severity: 'warning',
  answeredByForm: true,
  find(seen) {
    const found: Found<Readonly<Record<never, never>>>[] = [];
    const isGiven = givenElsewhere(seen);
    for (const [field, { optional }] of Object.entries(seen.form.fields)) {
      if (optional || seen.isSpared(field)) continue;
      for (const at of seen.rows) {
        // Of words it is never null.
        if (at.entry.numbers[field] !== null || at.unread.some((cell) => cell.field === field)) continue;
        if (!isGiven(at, field)) found.push({ at, field, details: {} });
      }
    }
    return found;
  },
  words: (_, { column }) => `${column}: пусто; если таких нет, поставьте 0`,
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', subject: 'Химия', enrolled: 15, five: 5, four: 5, three: 1, two: '', notAssessed: 0 }],
      says: ['1: «2»: пусто; если таких нет, поставьте 0'],
    },
    // The marks already make the whole class: the blank is proved to be 0.
    {
      form: 'marks',
      rows: [{ grade: '5', subject: 'Химия', enrolled: 15, five: 5, four: 5, three: 5, two: '', notAssessed: 0 }],
      says: [],
    },
    // Given once for the school.
    {
      form: 'passport',
      rows: [
        { grade: '5', enrolled: 9, incomplete: '', lowIncome: '' },
        { grade: '1-11', enrolled: 90, incomplete: 7, lowIncome: 12 },
      ],
      says: [],
    },
    {
      form: 'passport',
      rows: [{ grade: '5', enrolled: 9, lowIncome: 1 }],
      says: ['1: «Неполные семьи»: пусто; если таких нет, поставьте 0'],
    },
  ],
});
