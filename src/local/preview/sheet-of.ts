import type { Book, SheetState } from '../google/book';

export function sheetOf(book: Book, id: number): SheetState {
  const sheet = book.sheets.find((each) => each.id === id);
  if (!sheet) throw new Error('Этой вкладки больше нет.');
  return sheet;
}
