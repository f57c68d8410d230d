import type { Seen, SeenRow } from '../model';

const known = new WeakMap<Seen, readonly SeenRow[][]>();

/** Rows of a form with one business key, two or more each. Rows without any of its words are not compared. */
export function repeatedRows(seen: Seen): readonly SeenRow[][] {
  const made = known.get(seen);
  if (made) return made;
  const groups = new Map<string, SeenRow[]>();
  for (const row of namedRows(seen)) {
    const group = groups.get(row.identity);
    if (group) group.push(row);
    else groups.set(row.identity, [row]);
  }
  const repeated = [...groups.values()].filter((group) => group.length > 1);
  known.set(seen, repeated);
  return repeated;
}

/** Rows that say at least one word of what they are about. */
export const namedRows = ({ rows }: Seen): SeenRow[] => rows.filter(({ identity }) => /[^|]/.test(identity));
