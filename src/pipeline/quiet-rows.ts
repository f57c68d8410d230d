import { looksByClassAt, overlaps, readClassSet } from '../domain';
import { type ClassSet, type Form, type Programme, type RawRow, textOf } from '../model';
import { type Block, isSettled, lacksReason, type SchoolTab } from '../workbook';
import type { Seen } from './check-block';
import { dependence, digestOfPrint, holdsStill, printAsRemembered } from './standing-rows';
import type { RememberedRow } from './tab-rows';

/** The rows of a tab's forms. */
export interface RememberedRows {
  readonly remembered: (form: string) => readonly RememberedRow[];
  /** A digest of all that checks of other forms can see of them. */
  readonly print: (form: string) => string;
}

interface Looking {
  readonly seen: Seen;
  readonly rows: RememberedRows;
  readonly dependsOn: (form: Form, rows: number) => string;
}

export const isSettledWithReason = ({ lines }: SchoolTab, { key }: Form): boolean => {
  const line = lines.get(key);
  return isSettled(line?.answer ?? null) && !lacksReason(line);
};

/** The rows of which a check that still holds had nothing to say, with their names; a person has not just typed there. */
export function quietRows(
  programme: Programme,
  tab: SchoolTab,
  found: readonly { readonly block: Block; readonly placed: readonly RememberedRow[] }[],
  looking: Looking,
): ReadonlyMap<RawRow, string> {
  const quiet = new Map<RawRow, string>();
  for (const { block, placed } of found) {
    // What the school's answer to the form answers is said beside its rows and counted nowhere.
    if (isSettledWithReason(tab, block.form)) continue;
    const holds = holdsStill(tab, block, looking.dependsOn(block.form, placed.length));
    const changed = holds ? [] : classesChangedBeside(programme, tab, block, placed.length, looking);
    if (changed === null) continue;
    for (const row of placed)
      if (row.clean && !looking.seen.changed(row.tabRow) && !isAmong(row, changed)) quiet.set(row.raw, row.identity);
  }
  return quiet;
}

/**
 * The classes of those rows of other forms that have changed since a form was checked, where nothing else has and its checks
 * look at rows of the same class alone; else null. A row under its old name changes what can be relied on of no row but
 * itself and those that speak of some of its classes.
 */
function classesChangedBeside(
  programme: Programme,
  tab: SchoolTab,
  block: Block,
  count: number,
  { seen, rows }: Looking,
): ClassSet[] | null {
  const others = looksByClassAt(programme, block.form);
  if (others.length === 0) return null;
  const before = new Map<string, string>();
  const classes: ClassSet[] = [];
  for (const other of others) {
    const placed = rows.remembered(other);
    const print = printAsRemembered(placed);
    if (print === null) return null;
    before.set(other, digestOfPrint(print));
    for (const row of placed) {
      if (row.memory!.control === row.control && !seen.changed(row.tabRow)) continue;
      const set = classesOf(row);
      if (set) classes.push(set);
    }
  }
  const dependedOn = dependence(programme, tab, (form) => before.get(form) ?? rows.print(form));
  return holdsStill(tab, block, dependedOn(block.form, count)) ? classes : null;
}

const classesOf = ({ raw: { cells } }: RememberedRow): ClassSet | null =>
  readClassSet(textOf(cells.grade), textOf(cells.letter));

function isAmong(row: RememberedRow, changed: readonly ClassSet[]): boolean {
  const own = changed.length === 0 ? null : classesOf(row);
  return own !== null && changed.some((set) => overlaps(own, set));
}
