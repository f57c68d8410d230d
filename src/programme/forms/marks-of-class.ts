import type { Case, SeenRow } from '../../model';

const known = new WeakMap<readonly SeenRow[], ReadonlyMap<string, readonly SeenRow[]>>();

/** Rows of marks by class, for all checks that look there: only those whose classes can be read. */
export function byClass(marks: readonly SeenRow[]): ReadonlyMap<string, readonly SeenRow[]> {
  const made = known.get(marks);
  if (made) return made;
  const found = new Map<string, SeenRow[]>();
  for (const row of marks) {
    if (row.classKey === '') continue;
    const same = found.get(row.classKey);
    if (same) same.push(row);
    else found.set(row.classKey, [row]);
  }
  known.set(marks, found);
  return found;
}

/** A number of a subject's row. */
export interface Marked {
  readonly row: SeenRow;
  readonly number: number;
}

/** Of a number that every subject has, the subject where it is most; none where no subject of the class tells it. */
export function most(
  rows: readonly SeenRow[] | undefined,
  numberOf: (row: SeenRow) => number | null,
): Marked | undefined {
  let found: Marked | undefined;
  for (const row of rows ?? []) {
    const number = numberOf(row);
    if (number !== null && (!found || number > found.number)) found = { row, number };
  }
  return found;
}

export const PUPILS = {
  ...{ grade: '5', letter: 'А', enrolled: 15, assessed: 15, excellent: 1, good: 5, oneThree: 2 },
  ...{ failing: 1, notAssessed: 0, notMastered: 0 },
};
const MARKS = {
  ...{ grade: '5', letter: 'А', subject: 'Алгебра', enrolled: 15, exempt: 0 },
  ...{ five: 2, four: 5, three: 7, two: 1, notAssessed: 0 },
};
export const classOf = (pupils: Case['rows'][number], ...marks: Case['rows']) => ({
  form: 'pupils',
  rows: [{ ...PUPILS, ...pupils }],
  tab: { marks: marks.map((subject) => ({ ...MARKS, ...subject })) },
});

export const ALIKE = {
  needs: 'tab',
  beside: ['marks'],
  byRow: () => true,
  sameClass: true,
  form: 'pupils',
  severity: 'warning',
} as const;
