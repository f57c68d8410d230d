import type { Grid, PeriodKey } from '../model';
import { figuresTable, readPeriods, type ShownGrids, shownTables, statusTable } from '../pipeline';
import { programme } from '../programme';
import { rowsTab } from '../workbook/names';
import type { Looking } from './publish';
import { closedTrouble, lostSnapshots, periodsToVerify, troubleWords } from './verify-closed';

interface ClosedLook {
  readonly looking: Looking;
  /** What was found, once the tabs are published. */
  told(): string[];
  /** The consolidated tabs that were read as a whole, by form key. */
  readonly rows: Readonly<Record<string, Grid>>;
  /** The tabs that are made of these, as far as they were read as a whole, by table key. */
  readonly shown: ShownGrids;
}

/** Closed periods are looked at in the same reading as the open rows; what has been changed of them is told, not refused. */
export function lookAtClosed(
  open: PeriodKey,
  periods: Grid,
  { whole, older }: { readonly whole?: boolean; readonly older?: boolean },
): ClosedLook {
  const closed = readPeriods(periods).map(({ key }) => key);
  const which = whole ? [] : periodsToVerify(open, closed, older ?? false);
  const forms = new Map(programme.forms.map((form) => [rowsTab(form), form.key]));
  const seenToo = new Set(shownTables(programme).map(({ key }) => key));
  // All of it is always looked at: it has few rows, and some of each period.
  const status = statusTable(programme.forms).key;
  const rows: Record<string, Grid> = {};
  const shown: Record<string, Grid> = {};
  const looking: Looking = {
    // The long list of all figures is looked at by closings and set-up alone: it has a hundred times the rows.
    whole: ({ key }) =>
      whole === true ||
      key === status ||
      (which.length > 0 && (forms.has(key) || (seenToo.has(key) && key !== figuresTable.key))),
    seen: ({ key }, grid) => {
      if (forms.has(key)) rows[forms.get(key)!] = grid;
      if (seenToo.has(key)) shown[key] = grid;
    },
  };
  const told = (): string[] => {
    const data = { periods, rows, shown, open };
    const lost = whole ? [] : lostSnapshots(data, shown[status] ?? []);
    const found = which.length === 0 ? [] : closedTrouble(data, which);
    return [...lost, ...(found.length === 0 ? [] : [troubleWords(found)])];
  };
  return { looking, told, rows, shown };
}
