import type { Book, CellState, SheetState } from '../google/book';
import type { Host } from '../google/host';
import { touchFormulas } from '../google/sheets';
import { intersects, isCovered, type Rect } from '../google/sheets/cells/areas';
import { nameArea } from '../google/sheets/formula/a1';
import { assertMayInsert, assertMayRemove, canEditArea } from '../google/sheets/rules/permission';
import { deleteSpan, insertSpan } from '../google/sheets/sheet/structure';
import type { Runtime } from '../runtime';
import type { Edit, RowChange } from './messages';

const UNDO_STEPS = 50;
const MOST_ROWS = 50_000;

/** What a protection asks of whoever tries. */
const asPerson = (user: string): Host =>
  ({
    user: () => user,
    fail: (message: string) => {
      throw new Error(message);
    },
  }) as unknown as Host;

export const areaOf = ({ row, column, typed }: Edit): Rect => {
  if (typeof typed === 'string') return { row, column, rows: 1, columns: 1 };
  return { row, column, rows: typed.length, columns: Math.max(1, ...typed.map((line) => line.length)) };
};

/** Why a person ought to think twice: the descriptions of the protections that only warn. Blank when there are none. */
export function doubtsOf(book: Book, sheet: SheetState, area: Rect, user: string): string[] {
  if (!canEditArea(asPerson(user), book, sheet, area)) return [];
  return sheet.protections
    .filter(({ warningOnly, area: on, unprotected }) => {
      if (!warningOnly) return false;
      return on ? intersects(on, area) : !isCovered(area, unprotected);
    })
    .map(({ description }) => description);
}

/** Types or pastes; gives the error of `onEdit`, which Google hides. */
export function typeAs(runtime: Runtime, sheet: SheetState, edit: Edit): Error | undefined {
  const area = areaOf(edit);
  if (area.row + area.rows > MOST_ROWS) throw new Error('Слишком много строк для учебного просмотра.');
  const name = nameArea({ ...area, rows: 1, columns: 1 }, sheet);
  return runtime.edit(sheet.name, name, edit.typed, { user: edit.user }).error;
}

export function changeRow(book: Book, sheet: SheetState, row: number, change: RowChange, user: string): void {
  const host = asPerson(user);
  if (change === 'delete') {
    if (sheet.rowCount === 1) throw new Error("You can't delete all the rows on the sheet.");
    assertMayRemove(host, book, sheet, 'rows', row, 1);
    deleteSpan(book, sheet, 'rows', row, 1);
    return;
  }
  const at = change === 'above' ? row : row + 1;
  assertMayInsert(host, book, sheet, 'rows', at);
  insertSpan(book, sheet, 'rows', at, 1, change === 'above' ? 'after' : 'before');
}

/** Looks and validations are never changed in place, so a copy of each cell's own members is enough. */
const copyCell = (cell: CellState | undefined): CellState | undefined => cell && { ...cell };

const copySheet = (sheet: SheetState): SheetState => ({
  ...sheet,
  cells: Array.from(sheet.cells, (row) => (row ?? []).map(copyCell)),
  hiddenRows: new Set(sheet.hiddenRows),
  rowHeights: new Map(sheet.rowHeights),
  protections: sheet.protections.map((protection) => ({ ...protection })),
});

/** What the tabs were before each of the last edits. */
export class History {
  private steps: { sheet: SheetState; before: SheetState }[][] = [];

  constructor(private readonly book: Book) {}

  get isEmpty(): boolean {
    return this.steps.length === 0;
  }

  /** Does `work` so that it can be undone; what it throws, it has not done. */
  keep<T>(sheets: readonly SheetState[], work: () => T): T {
    const step = sheets.map((sheet) => ({ sheet, before: copySheet(sheet) }));
    const result = work();
    this.steps = [...this.steps, step].slice(-UNDO_STEPS);
    return result;
  }

  undo(): void {
    for (const { sheet, before } of this.steps.pop() ?? []) Object.assign(sheet, before);
    touchFormulas(this.book);
  }

  /** After a run of the script, earlier steps would undo parts of its work. */
  forget(): void {
    this.steps = [];
  }
}
