import type { Area, Book } from '../../book';

/** Everything outside one call that the services need: the stored workbooks and what the person has in front of them. */
export interface Cloud {
  books: Map<string, Book>;
  /** The workbook the script is bound to. */
  bound: Book;
  active(): ActiveState;
  /** False where `getActive()` gives null. */
  isThere?(): boolean;
  /** Whether a new protection lets in the workbook's domain; it does unless told otherwise. */
  domainEditors?(): boolean;
  /** See `Uncertain`. */
  listsMirror?(): boolean;
  /** What `SpreadsheetApp.getUi()` gives; throws where there is no user interface. */
  ui(): unknown;
  /** Shows a toast to whoever is looking; absent where nobody is. */
  toast?(message: string, title?: string, seconds?: number): void;
}

/** What the person has selected; both `null` in a time trigger. Changed in place by `activate` and its kin. */
export interface ActiveState {
  sheetId: number | null;
  area: Area | null;
}

/** What an edit by hand changed, as the event object of `onEdit` tells it. */
export interface EditResult {
  area: Area;
  /** Single cell only; absent when it was emptied. */
  value?: string;
  /** Single cell only; absent when it was blank. */
  oldValue?: string;
}
