import { type ClassSet, defineCheck, type Found, type Seen, type SeenRow } from '../../model';
import { overlaps } from '../class-set';
import { themeOf } from '../identity';
import { isNamed, repeatedRows } from '../repeats';
import { rowsByClass } from '../rows-by-class';

/** Rows that could count the same pupils twice, by what they are about beside the class; where all are quiet none is. */
function rowsByTheme(seen: Seen): SeenRow[][] {
  const open = seen.rows.filter((row) => !seen.isQuiet(row) && isNamed(row));
  if (open.length === 0) return [];
  const asked = [...new Set(open.map(({ entry }) => themeOf(seen.form, entry)))].map((theme) => theme.split('|'));
  const classes = classesOf(open);
  const repeated = new Set(repeatedRows(seen).flat());
  const themes = new Map<string, SeenRow[]>();
  for (const row of seen.rows) {
    // Of the quiet rows those of other classes are not even read, nor of other themes: their words are in a row's name.
    if (seen.isQuiet(row) && !(isAmong(row.classes, classes) && hasAny(row.identity, asked))) continue;
    if (!isNamed(row) || row.classes === null || repeated.has(row)) continue;
    const theme = themeOf(seen.form, row.entry);
    const rows = themes.get(theme);
    if (rows) rows.push(row);
    else themes.set(theme, [row]);
  }
  return [...themes.values()];
}

/** Each once: many rows are of one class. */
const classesOf = (rows: readonly SeenRow[]): ClassSet[] => [
  ...new Map(rows.flatMap(({ classKey, classes }) => (classes ? [[classKey, classes] as const] : []))).values(),
];

const isAmong = (own: ClassSet | null, classes: readonly ClassSet[]): boolean =>
  own !== null && classes.some((set) => overlaps(own, set));

/** Loops, as a form has many rows and a function would be called for each of their words. */
function hasAny(name: string, themes: readonly (readonly string[])[]): boolean {
  for (const words of themes) {
    let place = 0;
    while (place < words.length && name.includes(words[place]!)) place += 1;
    if (place === words.length) return true;
  }
  return false;
}

/** «1-4» beside «3» with the same column filled in both: neither is counted. */
export const overlap = defineCheck<{ rows: string }>({
  id: 'row/overlap',
  needs: 'form',
  severity: 'error',
  find(seen) {
    const { fields } = seen.form;
    if (!('grade' in fields)) return [];
    // Carried ones (по списку) only describe the class and are not added up.
    const own = Object.keys(fields).filter((key) => !fields[key]!.carried);
    return rowsByTheme(seen).flatMap((rows) => {
      const others = rowsByClass(rows);
      // Two quiet rows are not set against each other.
      const open = rows.filter((row) => !seen.isQuiet(row));
      const asked = open.length === rows.length ? rows : new Set(open.flatMap((row) => [row, ...others(row)]));
      return [...asked].flatMap((at): Found<{ rows: string }>[] => {
        const filledIn = (other: SeenRow) =>
          own.find((key) => at.entry.numbers[key] != null && other.entry.numbers[key] != null);
        const same = others(at).filter((other) => own.length === 0 || filledIn(other) !== undefined);
        const last = same[same.length - 1];
        if (!last) return [];
        return [{ at, field: filledIn(last) ?? 'enrolled', details: { rows: String(last.entry.row) } }];
      });
    });
  },
  words: ({ rows }) =>
    `эти же классы стоят в строке № ${rows} по порядку: обучающиеся учтены дважды; оставьте одну, пока не учтена ни одна`,
  cases: [
    {
      form: 'classes',
      rows: [
        { grade: '1-4', enrolled: 12 },
        { grade: '3', letter: 'А', enrolled: 3 },
      ],
      says: [
        '1: Эти же классы стоят в строке № 2 по порядку: обучающиеся учтены дважды; оставьте одну, пока не учтена ни одна',
        '2: Эти же классы стоят в строке № 1 по порядку: обучающиеся учтены дважды; оставьте одну, пока не учтена ни одна',
      ],
    },
    // Another subject, or no column filled in both.
    {
      form: 'marks',
      rows: [
        { grade: '1-4', subject: 'Химия', five: 1 },
        { grade: '3', subject: 'Физика', five: 1 },
      ],
      says: [],
    },
    {
      form: 'passport',
      rows: [
        { grade: '1-4', enrolled: 40, lowIncome: 3 },
        { grade: '3', enrolled: 12, incomplete: 2 },
      ],
      says: [],
    },
  ],
});
