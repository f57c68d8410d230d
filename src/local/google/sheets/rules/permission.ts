import type { Book, ProtectionState, SheetState } from '../../book';
import type { Host } from '../../host';
import { intersects, isCovered, type Rect } from '../cells/areas';
import type { Axis } from '../formula/references';

const REFUSAL =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** On a list by one's own address or as a member of a group. */
export const isListed = ({ groups }: Book, list: ReadonlySet<string>, user: string): boolean =>
  list.has(user) || [...list].some((address) => groups?.get(address)?.has(user));

/**
 * Whether whoever runs may edit what a protection covers: the owner always, others when its list names them. Until a script changes the list it
 * mirrors the spreadsheet's [D: Protection], and who runs here has the spreadsheet open for editing.
 */
export const mayEdit = (host: Host, book: Book, protection: ProtectionState): boolean =>
  host.user() === book.owner ||
  protection.editors === null ||
  isListed(book, protection.editors, host.user()) ||
  (protection.domainEdit === true && host.user().endsWith(`@${book.domain}`));

const wholeSheet = ({ rowCount, columnCount }: SheetState): Rect => ({
  row: 0,
  column: 0,
  rows: rowCount,
  columns: columnCount,
});

/** Protections that stop whoever runs; a warning stops nobody. */
const stopping = (host: Host, book: Book, sheet: SheetState): ProtectionState[] =>
  host.user() === book.owner
    ? []
    : sheet.protections.filter((protection) => !protection.warningOnly && !mayEdit(host, book, protection));

const covers = (protection: ProtectionState, area: Rect): boolean =>
  protection.kind === 'SHEET' ? !isCovered(area, protection.unprotected) : intersects(protection.area!, area);

export const canEditArea = (host: Host, book: Book, sheet: SheetState, area: Rect): boolean =>
  !stopping(host, book, sheet).some((protection) => covers(protection, area));

/** A cell under several protections may be edited only by who passes them all [D: Protection]. */
export function assertMayEdit(host: Host, book: Book, sheet: SheetState, area: Rect): void {
  if (sheet.protections.length > 0 && !canEditArea(host, book, sheet, area)) host.fail(REFUSAL);
}

/** For what concerns the sheet itself: its name, frozen rows, being hidden or deleted. Any protection on it that stops, stops this. */
export function assertMayDeleteSheet(host: Host, book: Book, sheet: SheetState): void {
  if (stopping(host, book, sheet).length > 0) host.fail(REFUSAL);
}

/** A protected sheet stops changes of its layout wherever they are; a protected range does not [K]. */
export function assertMayArrange(host: Host, book: Book, sheet: SheetState): void {
  if (stopping(host, book, sheet).some(({ kind }) => kind === 'SHEET')) host.fail(REFUSAL);
}

/** Inserting is refused where it would widen a protected range; a protected whole column is widened by any row [K]. */
export function assertMayInsert(host: Host, book: Book, sheet: SheetState, axis: Axis, at: number): void {
  const refused = stopping(host, book, sheet).some(({ area }) => {
    if (!area) return true;
    const [start, size, total] =
      axis === 'rows' ? [area.row, area.rows, sheet.rowCount] : [area.column, area.columns, sheet.columnCount];
    return size === total || (at > start && at < start + size);
  });
  if (refused) host.fail(REFUSAL);
}

/** Deleting or moving rows or columns is refused when a protected cell is among them, or the sheet is protected. */
export function assertMayRemove(
  host: Host,
  book: Book,
  sheet: SheetState,
  axis: Axis,
  at: number,
  count: number,
): void {
  const whole = wholeSheet(sheet);
  const area = axis === 'rows' ? { ...whole, row: at, rows: count } : { ...whole, column: at, columns: count };
  const refused = stopping(host, book, sheet).some(
    (protection) => protection.kind === 'SHEET' || intersects(protection.area!, area),
  );
  if (refused) host.fail(REFUSAL);
}
