import type { Book, SheetState } from '../book';
import type { Cloud } from './book/cloud';
import type { Rect } from './cells/areas';
import type { Hosted } from './handle';

/** What the handles of the main classes stand for. */
export interface AppPlace extends Hosted {
  cloud: Cloud;
}

export interface BookPlace extends AppPlace {
  book: Book;
}

export interface SheetPlace extends BookPlace {
  sheet: SheetState;
}

export interface RangePlace extends SheetPlace {
  area: Rect;
  /** Of a protection of the whole sheet: it has no notation [issues]. */
  whole?: boolean;
}

/** Google refuses a handle whose sheet was deleted, or whose cells were. */
export function assertThere({ host, book, sheet }: SheetPlace): void {
  if (!book.sheets.includes(sheet)) host.fail(`Sheet ${sheet.id} not found`);
}

export function assertInside({ host, sheet }: SheetPlace, area: Rect): void {
  if (
    area.row < 0 ||
    area.column < 0 ||
    area.row + area.rows > sheet.rowCount ||
    area.column + area.columns > sheet.columnCount
  ) {
    host.fail('The coordinates of the range are outside the dimensions of the sheet.');
  }
}
