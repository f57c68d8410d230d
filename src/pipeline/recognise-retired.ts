import { percentOf } from '../domain';
import { type Cell, type Grid, isBlank, type Programme, textOf } from '../model';
import {
  FIRST_FIELD_COLUMN,
  isFieldKey,
  isUnrecognised,
  MEMORY,
  MEMORY_COLUMN,
  madeCell,
  REMARKS,
  type RetiredBlock,
  roleOf,
} from '../workbook';
import { CONTROL_010, isVersion010, percentsOf010 } from './version-0-1-0';

/** The block of a form that the programme does not have, and the rows it took; rows from 0, the last one included. */
export interface RetiredFound extends RetiredBlock {
  readonly firstRow: number;
  readonly lastRow: number;
}

const ROLE = /^([\w-]+)\/(title|help|keys|header|caption|row|end)$/;

/** Blocks whose roles name a form that is not in the programme: known by these roles alone, whatever words stand there. */
export function findRetired({ forms }: Programme, grid: Grid, roles: number): RetiredFound[] {
  if (roles < 0) return [];
  const known = new Set(forms.map(({ key }) => key));
  const found: RetiredFound[] = [];
  let row = 0;
  while (row < grid.length) {
    const role = textOf(grid[row]![roles]);
    const key = ROLE.exec(role)?.[1];
    if (key === undefined || known.has(key) || isUnrecognised(role) || found.some((block) => block.key === key)) {
      row += 1;
      continue;
    }
    const lastRow = lastOf(grid, roles, row, key);
    const block = blockOf(grid, roles, { key, firstRow: row, lastRow });
    if (block) found.push(block);
    row = lastRow + 1;
  }
  return found;
}

/** Rows without a role inside a block were inserted by a person; below its lost end only those that hold something. */
function lastOf(grid: Grid, roles: number, first: number, key: string): number {
  let last = first;
  for (let row = first; row < grid.length; row += 1) {
    const role = textOf(grid[row]![roles]);
    if (role !== '' && !role.startsWith(`${key}/`)) break;
    if (!grid[row]!.every(isBlank)) last = row;
    if (role === roleOf({ key }, 'end')) break;
  }
  return last;
}

type Place = Pick<RetiredFound, 'key' | 'firstRow' | 'lastRow'>;

function blockOf(grid: Grid, roles: number, place: Place): RetiredFound | null {
  const { key, firstRow, lastRow } = place;
  const rows = grid.slice(firstRow, lastRow + 1);
  const at = (role: 'title' | 'keys' | 'header' | 'end'): number =>
    rows.findIndex((cells) => textOf(cells[roles]) === roleOf({ key }, role));
  // Without its keys it cannot be known which column is which.
  if (at('keys') < 0) return null;
  const values = isVersion010(grid) ? widened(rows, at('keys'), at('header')) : rows.map((cells) => [...cells]);
  const title = textOf(values[at('title')]?.[FIRST_FIELD_COLUMN - 1]) || key;
  const line = (role: 'title' | 'end'): Cell[] => [
    roleOf({ key }, role),
    ...Array<Cell>(values[0]!.length - 1).fill(''),
  ];
  if (at('title') < 0) values.unshift(line('title'));
  if (at('end') < 0) values.push(line('end'));
  return { ...place, title, values };
}

/** As today's tabs have it: a column of memories behind the roles, none of control numbers. */
function widened(rows: Grid, keysRow: number, headerRow: number): Cell[][] {
  const keys = rows[keysRow]!.map(textOf);
  const control = keys.indexOf(CONTROL_010);
  const fields = keys.flatMap((key, column) => (isFieldKey(key) ? [column] : []));
  const values = rows.map((cells) => {
    // What was remembered beside the row is said in its cells: whose memory it is only the form's own programme knows.
    const percent = new Set(percentsOf010(cells[control], fields));
    const [role = '', ...own] = cells.map((cell, column) => {
      if (column === control) return '';
      return percent.has(column) && typeof cell === 'number' ? percentOf(cell) : cell;
    });
    return [role, '', ...own];
  });
  values[keysRow]![MEMORY_COLUMN - 1] = MEMORY;
  const header = values[headerRow];
  if (header) {
    const titled = values[keysRow]!.map((cell, column) => [textOf(cell), textOf(header[column])] as const);
    const own = titled.slice(1).filter(([key]) => key !== '' && key !== MEMORY && key !== REMARKS);
    header[MEMORY_COLUMN - 1] = madeCell(own);
  }
  return values;
}
