import type { Grid, Patch } from '../model';
import { blankColumns, headOrderPatches, looksPatches, orderPatches, type SchoolGrid } from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import { applyPatch } from './book';
import type { OpenedBook } from './opened-book';
import { forget, remember, remembered } from './remembered';
import { type Actor, outOfTime, record } from './run';
import { readWhole } from './tab-reader';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** More than this is left to the set-up: a closing has a hundred tabs more to turn. */
const MOST_AT_CLOSING = 6;

const isInOrder = (grid: Grid): boolean =>
  orderPatches(programme, grid).length + headOrderPatches(programme, grid).length === 0;

const PROPERTY = 'ordering';

/** The sheet whose cells are being moved: its conditional looks are split until the last step. */
interface UnderWay {
  readonly sheet: string;
  /** Columns that were blank before the first move. */
  readonly blank: readonly number[];
}

function underWay(sheet: Sheet): UnderWay | null {
  const known = remembered(PROPERTY);
  const found: UnderWay | null = known === null ? null : JSON.parse(known);
  return found?.sheet === String(sheet.getSheetId()) ? found : null;
}

function move(sheet: Sheet, moves: readonly Patch[], blank: readonly number[]): void {
  if (moves.length === 0) return;
  remember(PROPERTY, JSON.stringify({ sheet: String(sheet.getSheetId()), blank } satisfies UnderWay));
  for (const patch of moves) applyPatch(sheet, patch);
  forget(PROPERTY);
}

/** Gives the tab as it stands then, but for the lines in its head. */
function putFormsInOrder(sheet: Sheet, grid: Grid): Grid {
  const died = underWay(sheet);
  const blank = died?.blank ?? blankColumns(grid);
  const left = orderPatches(programme, grid, blank);
  const moves = left.length === 0 && died ? looksPatches(programme, grid) : left;
  move(sheet, moves, blank);
  return moves.length > 0 ? readWhole(sheet) : grid;
}

/** A tab that is about to be turned, whose head is written anew with that; null where it would take too long. */
export const orderedFor = (sheet: Sheet, grid: Grid): Grid | null =>
  orderPatches(programme, grid).length > MOST_AT_CLOSING ? null : putFormsInOrder(sheet, grid);

/** Puts the tabs that can be read in order, whatever it takes; `more` when time ran out. */
export function orderTabs({ book }: OpenedBook, tabs: readonly SchoolGrid[], who: Actor) {
  const lines: string[] = [];
  for (const { school, grid } of tabs) {
    const sheet = grid && book.sheet(schoolTab(school.key));
    if (!sheet || (isInOrder(grid) && !underWay(sheet))) continue;
    if (outOfTime()) return { lines, more: true };
    // As it stands now: it may have been read some time ago.
    const moved = putFormsInOrder(sheet, readWhole(sheet));
    for (const patch of headOrderPatches(programme, moved)) applyPatch(sheet, patch);
    const words = `${school.name}: формы и графы поставлены в порядке программы, всё введённое на месте`;
    lines.push(`${words}.`);
    record(book, { who, what: 'Порядок форм и граф', stamp: '', details: words });
  }
  return { lines, more: false };
}
