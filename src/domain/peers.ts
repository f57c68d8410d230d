import type { RawRow, SeenSchool } from '../model';

/** A school and what it has typed. */
export interface OtherSchool extends Pick<SeenSchool, 'type' | 'group'> {
  readonly key: string;
  readonly rows: readonly RawRow[];
}

/** Fewer do not show what is usual, and would tell of single schools. */
export const FEWEST_PEERS = 5;

/** The other schools of the same type and group; where these are too few, of the same type; [] where those are, too. */
export function peersOf({ type, group }: SeenSchool, others: readonly OtherSchool[]): readonly OtherSchool[] {
  const ofType = others.filter((other) => other.type === type);
  const ofGroup = ofType.filter((other) => (other.group ?? '') === (group ?? ''));
  if (ofGroup.length >= FEWEST_PEERS) return ofGroup;
  return ofType.length >= FEWEST_PEERS ? ofType : [];
}

const byForm = new WeakMap<readonly RawRow[], Map<string, readonly RawRow[]>>();

/** A school's rows of a form: sorted once for all schools that are compared with it. */
export function rowsOfForm(rows: readonly RawRow[], form: string): readonly RawRow[] {
  let forms = byForm.get(rows);
  if (!forms) {
    const sorted = new Map<string, RawRow[]>();
    for (const row of rows) {
      const own = sorted.get(row.form);
      if (own) own.push(row);
      else sorted.set(row.form, [row]);
    }
    forms = sorted;
    byForm.set(rows, forms);
  }
  return forms.get(form) ?? NONE;
}
const NONE: readonly RawRow[] = [];
