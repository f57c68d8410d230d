import type { Grid, PeriodKey } from '../model';
import { readPeriods } from '../pipeline';
import { programme } from '../programme';
import { rowsTab } from '../workbook/names';
import type { Looking } from './publish';
import { closedTrouble, periodsToVerify, troubleWords } from './verify-closed';

interface ClosedLook {
  readonly looking: Looking;
  /** What was found, once the tabs are published. */
  told(): string[];
  /** The consolidated tabs that were read as a whole, by form key. */
  readonly rows: Readonly<Record<string, Grid>>;
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
  const rows: Record<string, Grid> = {};
  const looking: Looking = {
    whole: ({ key }) => whole === true || (which.length > 0 && forms.has(key)),
    seen: ({ key }, grid) => {
      if (forms.has(key)) rows[forms.get(key)!] = grid;
    },
  };
  const told = (): string[] => {
    const found = which.length === 0 ? [] : closedTrouble({ periods, rows, open }, which);
    return found.length === 0 ? [] : [troubleWords(found)];
  };
  return { looking, told, rows };
}
