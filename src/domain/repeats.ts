import type { Seen, SeenRow } from '../model';

const known = new WeakMap<Seen, readonly SeenRow[][]>();

/** Rows of a form with one business key, two or more each. Rows without any of its words are not compared. */
export function repeatedRows(seen: Seen): readonly SeenRow[][] {
  const made = known.get(seen);
  if (made) return made;
  const groups = new Map<string, SeenRow[]>();
  // Among quiet rows there are none, so only rows named as an open one are gathered.
  for (const row of seen.rows) if (!seen.isQuiet(row) && isNamed(row)) groups.set(row.identity, []);
  if (groups.size > 0) for (const row of seen.rows) groups.get(row.identity)?.push(row);
  const repeated = [...groups.values()].filter((group) => group.length > 1);
  known.set(seen, repeated);
  return repeated;
}

/** Says at least one word of what it is about. */
export function isNamed({ identity }: SeenRow): boolean {
  for (let place = 0; place < identity.length; place += 1) if (identity[place] !== '|') return true;
  return false;
}
