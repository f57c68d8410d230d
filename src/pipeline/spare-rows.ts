import { isBlank, type Patch } from '../model';
import { FIRST_FIELD_COLUMN, type SchoolTab, schoolTab, spareRowsOf } from '../workbook';

/** Rows to add so that every form of a tab offers enough free ones; from the bottom up, so that none moves another. */
export function spareRows(tab: SchoolTab): Patch[] {
  const patches = [...tab.blocks.values()].flatMap(
    ({ form, firstRow, endRow }): Extract<Patch, { kind: 'insert-rows' }>[] => {
      let free = 0;
      const blank = (row: number) => (tab.grid[row - 1] ?? []).slice(FIRST_FIELD_COLUMN - 1).every(isBlank);
      for (let row = endRow - 1; row >= firstRow && blank(row); row -= 1) free += 1;
      const missing = spareRowsOf(form) - free;
      return missing > 0
        ? [{ kind: 'insert-rows', tab: schoolTab(tab.school), after: endRow - 1, count: missing }]
        : [];
    },
  );
  return patches.sort((a, b) => b.after - a.after);
}
