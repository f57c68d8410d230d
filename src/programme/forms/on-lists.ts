import { type Case, type Check, defineCheck, type SeenRow } from '../../model';

interface Grades {
  readonly from: number;
  readonly to: number;
}

/** How many pupils of some grades the class list has; unknown while one of its rows has others, too, or no number. */
export function onLists({ from, to }: Grades, lists: readonly SeenRow[]): number | undefined {
  const covering = lists.filter(({ classes }) => classes && classes.from <= to && classes.to >= from);
  const apart = covering.every(({ classes }) => classes!.from >= from && classes!.to <= to);
  if (covering.length === 0 || !apart) return undefined;
  const known = covering.map(({ entry }) => entry.numbers.enrolled);
  return known.some((count) => count == null) ? undefined : known.reduce<number>((sum, count) => sum + count!, 0);
}

interface Counted {
  readonly form: string;
  /** The field with the number of pupils. */
  readonly field: string;
  /** Of which grades; null where the row is of none. */
  readonly grades: (row: SeenRow) => Grades | null;
  /** Fewer are no question. */
  readonly atMost?: true;
  /** A row that has a number in the field, and how many the class list of the example has. */
  readonly example: { readonly row: Case['rows'][number]; readonly classes: Case['rows']; readonly says: string };
}

/** The number of pupils of some grades is that of the class list. */
export function sameAsLists({ form, field, grades, atMost, example }: Counted): Check {
  const wrong = { ...example.row, [field]: Number(example.row[field]) + 1 };
  return defineCheck<{ found: number; listed: number }>({
    id: `row/${form}-and-lists`,
    needs: 'whole',
    beside: ['classes'],
    form,
    severity: 'warning',
    find: ({ rows, tab }) =>
      rows.flatMap((at) => {
        const found = at.entry.numbers[field];
        const of = grades(at);
        const listed = of ? onLists(of, tab('classes')) : undefined;
        if (found == null || listed === undefined || found === listed || (atMost && found < listed)) return [];
        return [{ at, field, details: { found, listed } }];
      }),
    words: ({ found, listed }, { column }) =>
      `${column}: ${found}, а в форме «Число обучающихся» в этих классах ${listed}; исправьте или напишите пояснение`,
    cases: [
      { form, rows: [wrong], tab: { classes: example.classes }, says: [example.says] },
      { form, rows: [example.row], tab: { classes: example.classes }, says: [] },
      { form, rows: [{ ...example.row, [field]: '' }], tab: { classes: example.classes }, says: [] },
    ],
  });
}
