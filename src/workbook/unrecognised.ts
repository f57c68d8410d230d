import { type Cell, type Grid, isBlank, type Section } from '../model';
import { REMARK_COLUMN, ROLE_COLUMN } from './block';
import { LOOK } from './look';

const ROLE = 'unrecognised';
const TITLE = 'Не распознано';
const HELP =
  'При починке вкладки эти данные не удалось отнести ни к одной графе. Перенесите их в формы и очистите здесь: пока они тут, школа в свод не входит.';

/** Cells of a damaged tab that belong nowhere for sure, with the words for where they stood. */
export interface Leftover {
  readonly place: string;
  readonly cells: readonly Cell[];
}

export const isUnrecognised = (role: string): boolean => role.startsWith(`${ROLE}/`);

/** True while a row of the block still holds data beside its words of place. */
export const holdsLeftover = (row: readonly Cell[]): boolean =>
  row[ROLE_COLUMN - 1] === `${ROLE}/row` && row.slice(REMARK_COLUMN).some((cell) => !isBlank(cell));

/** The block that keeps them below the forms; nothing when there are none. `width` is the tab's number of columns. */
export function unrecognisedSection(leftovers: readonly Leftover[], width: number): Section {
  if (leftovers.length === 0) return { values: [], decorations: [] };
  const room = width - REMARK_COLUMN;
  const pad = (row: Cell[]): Cell[] => [...row, ...Array<Cell>(Math.max(0, width - row.length)).fill('')];
  const rows = leftovers.flatMap(({ place, cells }) => {
    const lines: Grid = [];
    for (let at = 0; at < cells.length; at += room) {
      // As words: what was a number, a date or a formula is not to change once more.
      const words = cells.slice(at, at + room).map((cell) => (isBlank(cell) ? '' : `'${String(cell)}`));
      lines.push(pad([`${ROLE}/row`, '', place, ...words]));
    }
    return lines;
  });
  const values = [pad([`${ROLE}/title`, '', TITLE]), pad([`${ROLE}/help`, '', HELP]), ...rows];
  const wide = { column: 2, columns: width - 1, rows: 1 };
  return {
    values,
    decorations: [
      { row: 1, ...wide, ...LOOK.title, background: '#fce4d6' },
      { row: 2, ...wide, ...LOOK.help },
      { row: 3, ...wide, rows: rows.length, format: '@', border: true },
    ],
  };
}
