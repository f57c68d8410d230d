import { isBlank, type Patch } from '../model';
import { REMARK_COLUMN, type SchoolTab, SPARE_ROWS, schoolTab } from '../workbook';

/** Rows to add so that every form of a tab offers at least ten free ones; from the bottom up, so that none moves another. */
export function spareRows(tab: SchoolTab): Patch[] {
  const patches = [...tab.blocks.values()].flatMap(
    ({ firstRow, endRow }): Extract<Patch, { kind: 'insert-rows' }>[] => {
      let free = 0;
      const blank = (row: number) => (tab.grid[row - 1] ?? []).slice(REMARK_COLUMN - 1).every(isBlank);
      for (let row = endRow - 1; row >= firstRow && blank(row); row -= 1) free += 1;
      if (free >= SPARE_ROWS) return [];
      return [{ kind: 'insert-rows', tab: schoolTab(tab.school), after: endRow - 1, count: SPARE_ROWS - free }];
    },
  );
  return patches.sort((a, b) => b.after - a.after);
}
