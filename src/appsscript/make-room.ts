import type { Patch } from '../model';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Rows below all that stands on a tab. What a tab has below its last word no reading of its cells tells: a run that died
 * between making room and filling it would make room again.
 */
export function makeRoom(
  sheet: Sheet,
  { after, rows }: Pick<Extract<Patch, { kind: 'make-room' }>, 'after' | 'rows'>,
): void {
  const missing = rows - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(after, missing);
}
