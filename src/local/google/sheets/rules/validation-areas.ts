import type { Book, ValidationState } from '../../book';

const known = new WeakMap<Book, Set<ValidationState>>();

const readsRange = ({ criteria, arguments: [first] }: ValidationState): boolean =>
  criteria === 'VALUE_IN_RANGE' && typeof first === 'object' && first !== null;

/** The validations whose values stand in cells, so that they follow these when rows come or go. Found once, then kept. */
export function rangeValidations(book: Book): Set<ValidationState> {
  let found = known.get(book);
  if (!found) {
    found = new Set();
    for (const sheet of book.sheets) {
      for (const row of sheet.cells) {
        for (const cell of row ?? []) if (cell?.validation && readsRange(cell.validation)) found.add(cell.validation);
      }
    }
    known.set(book, found);
  }
  return found;
}

export function rememberValidation(book: Book, validation: ValidationState): void {
  if (readsRange(validation)) rangeValidations(book).add(validation);
}
