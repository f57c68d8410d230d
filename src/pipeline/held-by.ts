import { canonicalJson, type Grid, isBlank, type PeriodKey, type Programme, type RawRow, textOf } from '../model';
import { type Block, RETIRED_TAB, ROLE_COLUMN, readSchoolTab, schoolOf } from '../workbook';
import { rowsOnTab } from './check-tab';

/**
 * The school that a sheet says it is of, if it holds rows of the period, however damaged; '' where it no longer says so.
 * Null for any other sheet.
 */
export function heldBy(programme: Programme, grid: Grid, period: PeriodKey): { readonly school: string } | null {
  const role = grid[0]?.[ROLE_COLUMN - 1] ?? '';
  if (role === RETIRED_TAB) return null;
  const tab = readSchoolTab(programme, grid);
  const isOlder = tab.trouble.some(({ id }) => id === 'tab/older-version');
  const isOfPeriod = tab.period === '' || tab.period === period;
  const holds = isOlder || [...tab.blocks.values()].some((block) => holdsRows(block, grid));
  return holds && isOfPeriod ? { school: schoolOf(role) } : null;
}

const holdsRows = ({ form, columns, firstRow, endRow }: Block, grid: Grid): boolean => {
  const places = Object.keys(form.fields).flatMap((key) => columns.get(key) ?? []);
  return grid.slice(firstRow - 1, endRow - 1).some((cells) => places.some((column) => !isBlank(cells[column - 1])));
};

/**
 * A surplus tab with a school's head holds, of the same period, what that school's own tab does not: a copy that was typed
 * into, or another school's tab over which the head was pasted. Of one that cannot be read nobody knows.
 */
export function differsFrom(programme: Programme, surplus: Grid, own: Grid): boolean {
  const [found, standing] = [readSchoolTab(programme, surplus), readSchoolTab(programme, own)];
  if (found.period !== '' && found.period !== standing.period) return false;
  const known = new Set(rowsOnTab(standing).map(typedIn));
  return found.trouble.length > 0 || rowsOnTab(found).some((row) => !known.has(typedIn(row)));
}

const typedIn = ({ form, cells }: RawRow): string =>
  canonicalJson([form, Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, textOf(cell)]))]);
