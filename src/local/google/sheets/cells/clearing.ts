import type { CellState } from '../../book';
import { touchFormulas } from '../formula/recalculation';
import type { SheetPlace } from '../place';
import { clearConditions } from '../rules/conditional-areas';
import type { Rect } from './areas';
import { changeExisting, clearContent } from './cells';
import { reformat } from './reformat';

export interface ClearOptions {
  contentsOnly?: boolean;
  formatOnly?: boolean;
  commentsOnly?: boolean;
  validationsOnly?: boolean;
  skipFilteredRows?: boolean;
}

export function clearContents(place: SheetPlace, area: Rect): void {
  changeExisting(place.sheet, area, clearContent);
  touchFormulas(place.book, place.sheet);
}

export const clearNotes = (place: SheetPlace, area: Rect): void =>
  changeExisting(place.sheet, area, (cell) => {
    delete cell.note;
  });

export const clearValidations = (place: SheetPlace, area: Rect): void =>
  changeExisting(place.sheet, area, (cell) => {
    delete cell.validation;
  });

export function clearFormats(place: SheetPlace, area: Rect): void {
  changeExisting(place.sheet, area, (cell: CellState) => {
    delete cell.style;
    reformat(place, cell, undefined);
  });
  clearConditions(place, area);
}

/** Content and formats, or only what the options name [D: Range.clear]. Notes and validations stay unless named. */
export function clear(place: SheetPlace, area: Rect, options: ClearOptions = {}): void {
  const { contentsOnly, formatOnly, commentsOnly, validationsOnly } = options;
  const named = contentsOnly || formatOnly || commentsOnly || validationsOnly;
  if (contentsOnly || !named) clearContents(place, area);
  if (formatOnly || !named) clearFormats(place, area);
  if (commentsOnly) clearNotes(place, area);
  if (validationsOnly) clearValidations(place, area);
}
