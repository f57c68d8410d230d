import { assertInside, assertThere, type RangePlace } from '../place';
import { assertMayEdit } from './permission';

/** Before a range is read: its sheet may have been deleted since, or its rows. */
export function assertUsable(place: RangePlace): void {
  assertThere(place);
  assertInside(place, place.area);
}

/** Before a range is changed. */
export function assertChangeable(place: RangePlace): void {
  assertUsable(place);
  assertMayEdit(place.host, place.book, place.sheet, place.area);
}

/** Google counts what it is given against the range, rows first. */
export function assertSize({ host, area }: RangePlace, rows: readonly unknown[][]): void {
  if (rows.length !== area.rows) {
    host.fail(
      `The number of rows in the data does not match the number of rows in the range. The data has ${rows.length} but the range has ${area.rows}.`,
    );
  }
  for (const row of rows) {
    if (row.length !== area.columns) {
      host.fail(
        `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${area.columns}.`,
      );
    }
  }
}
