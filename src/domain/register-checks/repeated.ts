import { defineRegisterCheck } from '../../model';
import { normalText } from '../identity';

/** Two rows that say the same by what tells rows apart. */
export const repeated = defineRegisterCheck<{ first: string }>({
  id: 'register/repeated',
  severity: 'warning',
  find({ register, rows }) {
    const seen = new Map<string, string>();
    return rows.flatMap((row) => {
      const words = register.identity.map((key) => normalText(String(row[key] ?? '')));
      if (words.every((word) => word === '')) return [];
      const first = seen.get(words.join('|'));
      if (first === undefined) seen.set(words.join('|'), row.id);
      return first === undefined ? [] : [{ row: row.id, details: { first } }];
    });
  },
  words: ({ first }) => `такая запись уже есть (${first}); оставьте одну`,
  cases: [
    { rows: [{ number: '7' }, { number: ' 7' }], says: ['Б-102: Такая запись уже есть (Б-101); оставьте одну'] },
    { rows: [{ number: '7' }, { number: '8' }, {}, {}], says: [] },
    {
      rows: [{ number: '7' }, { number: '7' }, { number: '7' }],
      says: [
        'Б-102: Такая запись уже есть (Б-101); оставьте одну',
        'Б-103: Такая запись уже есть (Б-101); оставьте одну',
      ],
    },
  ],
});
