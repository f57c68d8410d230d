import { TABS } from '../../workbook';
import type { SheetState } from '../google/book';
import type { KeptWorld } from './kept-world';

const ROWS = 40;
const LONG = new Set<string>([TABS.periods, TABS.journal]);

/** The same workbook without the blank rows of its records, which take most of the time to copy. */
export const trimmed = (world: KeptWorld): KeptWorld => ({ ...world, sheets: world.sheets.map(trimmedSheet) });

const trimmedSheet = (sheet: SheetState): SheetState =>
  LONG.has(sheet.name) ? { ...sheet, rowCount: ROWS, cells: sheet.cells.slice(0, ROWS) } : sheet;
