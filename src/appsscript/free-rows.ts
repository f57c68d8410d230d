import { type Grid, isBlank, type Patch } from '../model';
import { readSchoolTab, type SchoolGrid, spareRows } from '../pipeline';
import { programme } from '../programme';
import { ROLE_COLUMN } from '../workbook/block';
import { schoolTab } from '../workbook/names';
import { applyPatch, type Book } from './book';
import { outOfTime } from './run';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Removal = Extract<Patch, { kind: 'delete-rows' }>;

/**
 * Gives the forms of existing tabs as many free rows as a new tab has, false when time ran out; a tab that cannot be read
 * is left to the consolidation to name.
 */
export function setFreeRows(book: Book, tabs: readonly SchoolGrid[]): boolean {
  for (const { school, grid } of tabs) {
    if (wanted(grid).length === 0) continue;
    if (outOfTime()) return false;
    const sheet = book.sheet(schoolTab(school.key))!;
    // As the tab stands now: rows may have come and gone since it was read.
    for (const patch of wanted(book.read(schoolTab(school.key)))) {
      if (patch.kind === 'delete-rows') removeFree(sheet, patch);
      else applyPatch(sheet, patch);
    }
  }
  return true;
}

const wanted = (grid: Grid | null): readonly Patch[] => {
  const tab = grid && readSchoolTab(programme, grid);
  return tab && tab.trouble.length === 0 ? spareRows(tab) : [];
};

/**
 * Of rows that were free a moment ago, takes away those below the last one in which anything stands by now: schools go on
 * typing, and insert rows above. Notes, and formulas that show nothing, are no values and are lost with their rows, too.
 */
function removeFree(sheet: Sheet, patch: Removal): void {
  const left = sheet.getMaxRows() - patch.row + 1;
  if (left < patch.count) return;
  const range = sheet.getRange(patch.row, 1, patch.count, sheet.getMaxColumns());
  const [notes, formulas] = [range.getNotes(), range.getFormulas()];
  // Last, so that least can happen between the look and the deletion.
  const values: Grid = range.getValues();
  const isFree = (row: number): boolean =>
    [values, notes, formulas].every((grid) =>
      (grid[row] ?? []).every((cell, at) => at === ROLE_COLUMN - 1 || isBlank(cell)),
    );
  let from = patch.count;
  while (from > 0 && isFree(from - 1)) from -= 1;
  const count = patch.count - from;
  if (count > 0) sheet.deleteRows(patch.row + from, count);
}
