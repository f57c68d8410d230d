import type { Grid } from '../model';
import { type KeyedTab, layoutOf } from '../pipeline';

/**
 * Gives a tab back the row of words above its keys, which somebody has deleted: all that stands below comes to stand where
 * it stood, charts and formats too. False where it is there.
 */
export function giveBackTopRow(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  tab: Pick<KeyedTab, 'key' | 'columns'>,
  grid: Grid,
): boolean {
  if (layoutOf(tab, grid)?.keysRow !== 1) return false;
  sheet.insertRowBefore(1);
  return true;
}
