import type { SeenRow } from '../model';

type Classed = Pick<SeenRow, 'classes' | 'place'>;

/** The other rows that may speak of the same pupils as a row, in their order; no row is compared with each other. */
export function rowsByClass<R extends Classed>(rows: Iterable<R>): (row: R) => readonly R[] {
  const byGrade = new Map<number, Map<string, R[]>>();
  for (const row of rows) if (row.classes) place(row, byGrade);
  return (row) => {
    if (!row.classes) return [];
    const { from, to, letters: own } = row.classes;
    let found: Set<R> | null = null;
    for (let grade = from; grade <= to; grade += 1) {
      const letters = byGrade.get(grade) ?? new Map<string, R[]>();
      const parallels = own.length === 0 ? letters.values() : [...own, ''].map((letter) => letters.get(letter));
      for (const same of parallels) {
        if (same === undefined || (same.length === 1 && same[0] === row)) continue;
        found ??= new Set();
        for (const other of same) found.add(other);
      }
    }
    found?.delete(row);
    return found === null ? [] : [...found].sort((a, b) => a.place - b.place);
  };
}

const ALL_PARALLELS = [''];

function place<R extends Classed>(row: R, byGrade: Map<number, Map<string, R[]>>): void {
  const { from, to, letters: own } = row.classes!;
  for (let grade = from; grade <= to; grade += 1) {
    let letters = byGrade.get(grade);
    if (!letters) {
      letters = new Map();
      byGrade.set(grade, letters);
    }
    for (const letter of own.length === 0 ? ALL_PARALLELS : own) {
      const same = letters.get(letter);
      if (same) same.push(row);
      else letters.set(letter, [row]);
    }
  }
}
