import type { Seen, SeenRow } from '../model';
import { covers, overlaps } from './class-set';

/** The form with the classes of the school, with which the others are compared. */
export const CLASS_LIST = 'classes';

/** Rows of the class list that may be relied on. */
export const classListOf = ({ tab }: Seen): SeenRow[] => tab(CLASS_LIST).filter(isCounted);

/** In a row without an error what stands there as a number is one: the row need not be read for that. */
const isCounted = (row: SeenRow): boolean =>
  typeof row.raw.cells.enrolled === 'number' || row.entry.numbers.enrolled !== null;

/** What the class list says of a row's classes. */
export interface Listed {
  readonly listed: readonly SeenRow[];
  /** «2-4» beside a listed «1-4»: the same children, but their number cannot be compared. */
  readonly partly: boolean;
}

const known = new WeakMap<Seen, (row: SeenRow) => Listed | null>();

/** Looks classes up in the class list; null where there is nothing to compare. */
export function listedClasses(seen: Seen): (row: SeenRow) => Listed | null {
  const made = known.get(seen) ?? lookUp(seen);
  known.set(seen, made);
  return made;
}

function lookUp(seen: Seen): (row: SeenRow) => Listed | null {
  const list = seen.form.followsClassList ? classListOf(seen) : [];
  if (list.length === 0) return () => null;
  const byKey = new Map<string, Listed>();
  return ({ classes, classKey }) => {
    if (!classes) return null;
    let found = byKey.get(classKey);
    if (!found) {
      const listed = list.filter((item) => item.classes && covers(classes, item.classes));
      const partly = listed.length === 0 && list.some((item) => item.classes && overlaps(classes, item.classes));
      found = { listed, partly };
      byKey.set(classKey, found);
    }
    return found;
  };
}
