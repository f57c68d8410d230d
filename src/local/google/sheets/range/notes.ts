import { cellAt, readGrid } from '../cells/cells';
import type { Members } from '../handle';
import type { RangePlace } from '../place';
import { assertChangeable, assertSize, assertUsable } from '../rules/usable';

function read(place: RangePlace): string[][] {
  assertUsable(place);
  return readGrid(
    place.sheet,
    place.area,
    ({ note }) => note ?? '',
    () => '',
  );
}

/** A blank note removes the note, without making a cell where there was none. */
function write(place: RangePlace, noteAt: (row: number, column: number) => string | null | undefined): void {
  assertChangeable(place);
  const { sheet, area } = place;
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const note = noteAt(row, column);
      if (note) cellAt(sheet, area.row + row, area.column + column).note = note;
      else delete sheet.cells[area.row + row]?.[area.column + column]?.note;
    }
  }
}

export const rangeNotes: Members<RangePlace> = {
  call: {
    'getNote()': (place) => read({ ...place, area: { ...place.area, rows: 1, columns: 1 } })[0]![0],
    'getNotes()': read,
  },
  change: {
    'setNote(String?)': (place, note: string | null) => write(place, () => note),
    'setNotes(Object[][])': (place, notes: (string | null)[][]) => {
      assertSize(place, notes);
      write(place, (row, column) => notes[row]![column]);
    },
    'clearNote()': (place) => write(place, () => null),
  },
};
