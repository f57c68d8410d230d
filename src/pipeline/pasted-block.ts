import { isBlank, type Programme, textOf } from '../model';
import { type Block, REMARK_COLUMN, ROLE_COLUMN, readSchoolTab, type SchoolTab } from '../workbook';
import type { Edit } from './edit';
import { type PastedTable, tableIn } from './pasted-table';
import { pastedWords } from './pasted-words';
import { type PlacedTable, Placing } from './place-pasted';

/** A pasted table after its columns were put where their titles belong. */
export interface Pasted extends PlacedTable {
  /** The tab as it is to stand. */
  readonly tab: SchoolTab;
  readonly block: Block;
  readonly explains: boolean;
  readonly toast: string;
}

/** Null where nothing was pasted with titles over it, or where it does not fit into its form. */
export function pastedByTitles(programme: Programme, standing: SchoolTab, edit: Edit): Pasted | null {
  if (edit.rows < 2 || edit.columns < 2 || edit.column < REMARK_COLUMN) return null;
  const block = [...standing.blocks.values()].find(
    ({ keysRow, endRow }) => keysRow < edit.row && edit.row < endRow && edit.row + edit.rows <= endRow + 2,
  );
  if (!block || !isBlank(standing.grid[block.endRow]?.[ROLE_COLUMN - 1])) return null;
  const lines = standing.grid
    .slice(edit.row - 1, edit.row - 1 + edit.rows)
    .map((cells) => cells.slice(edit.column - 1, edit.column - 1 + edit.columns));
  const table = tableIn(programme, block.form, lines);
  if (!table || table.rows.length === 0 || isOwnCaption(standing, block, edit.row + table.at)) return null;
  const placing = new Placing(programme, standing, block, edit);
  if (!placing.put(table.rows)) return null;
  const tab = readSchoolTab(programme, placing.grid);
  if (tab.trouble.length > 0) return null;
  return { tab, block: tab.blocks.get(block.form.key)!, ...placing.placed(), ...said(table, placing, block) };
}

/** Captions in their own place, as in a class that was copied whole, are left there. */
function isOwnCaption({ grid }: SchoolTab, { form, columns }: Block, row: number): boolean {
  if (!textOf(grid[row - 1]?.[ROLE_COLUMN - 1]).endsWith('/caption')) return false;
  return Object.entries(form.fields).every(
    ([key, { title }]) => textOf(grid[row - 1]?.[(columns.get(key) ?? 0) - 1]) === title,
  );
}

const said = (table: PastedTable, placing: Placing, { form }: Block): Pick<Pasted, 'explains' | 'toast'> => ({
  explains: table.explains,
  toast: pastedWords({ form, rows: table.rows.length, unknown: table.unknown, lost: placing.lost() }),
});
