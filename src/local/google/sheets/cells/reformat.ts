import type { CellState } from '../../book';
import type { BookPlace } from '../place';
import { isDateFormat, isGeneral, isText } from './number-format';
import { dateOrNumber, serialOf } from './serial';

/** Gives a cell another number format. Whether its number is read as a Date follows; plain text leaves what is there. */
export function reformat({ book }: BookPlace, cell: CellState, format: string | undefined): void {
  if (isGeneral(format)) delete cell.format;
  else cell.format = format!;
  if (isText(format)) return;
  if (typeof cell.value === 'number' && isDateFormat(format)) {
    cell.value = dateOrNumber(cell.value, book.timeZone);
  } else if (typeof cell.value === 'object' && !isDateFormat(format)) {
    cell.value = serialOf(cell.value.getTime(), book.timeZone);
  }
}
