import type { SeenRow } from '../model';

/** The other rows that may speak of the same pupils as a row, in their order; no row is compared with each other. */
export function rowsByClass(rows: Iterable<SeenRow>): (row: SeenRow) => readonly SeenRow[] {
  const byGrade = new Map<number, Map<string, SeenRow[]>>();
  for (const row of rows) if (row.classes) place(row, byGrade);
  return (row) => {
    if (!row.classes) return NONE;
    const { from, to, letters: own } = row.classes;
    let found: Set<SeenRow> | null = null;
    for (let grade = from; grade <= to; grade += 1) {
      const letters = byGrade.get(grade) ?? NO_LETTERS;
      const parallels = own.length === 0 ? letters.values() : [...own, ''].map((letter) => letters.get(letter));
      for (const same of parallels) {
        if (same === undefined || (same.length === 1 && same[0] === row)) continue;
        found ??= new Set();
        for (const other of same) found.add(other);
      }
    }
    found?.delete(row);
    return found === null ? NONE : [...found].sort((a, b) => a.place - b.place);
  };
}

const NONE: readonly SeenRow[] = [];
const ALL_PARALLELS = [''];
const NO_LETTERS: ReadonlyMap<string, readonly SeenRow[]> = new Map();

function place(row: SeenRow, byGrade: Map<number, Map<string, SeenRow[]>>): void {
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
