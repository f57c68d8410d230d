import type { Grid, PeriodKey, Programme } from '../model';
import { periodPieces, rowsTable } from '../workbook';
import { once } from './period-figures';

type Grids = Readonly<Record<string, Grid>>;

/**
 * Consolidated tabs, by form key, cut into periods in one pass and not before a piece is asked for. Each piece stands under
 * its tab's head: what is read of it is what would be read of the whole for that period. Sixteen quarters are not read
 * sixteen times. What somebody has put among the closed rows is not the `open` period's.
 */
export function splitByPeriod({ forms }: Pick<Programme, 'forms'>, tabs: Grids, open?: PeriodKey) {
  const pieces = once(() =>
    forms.map((form) => ({ key: form.key, of: periodPieces(rowsTable(form), tabs[form.key] ?? [], open) })),
  );
  return (period: PeriodKey): Grids => Object.fromEntries(pieces().map(({ key, of }) => [key, of(period)]));
}
