import { changeAll, readGrid } from '../cells/cells';
import { GENERAL_PATTERN } from '../cells/number-format';
import { reformat } from '../cells/reformat';
import { touch } from '../formula/recalculation';
import type { Members } from '../handle';
import type { RangePlace } from '../place';
import { assertChangeable, assertSize, assertUsable } from '../rules/usable';

function read(place: RangePlace): string[][] {
  assertUsable(place);
  return readGrid(
    place.sheet,
    place.area,
    ({ format }) => format ?? GENERAL_PATTERN,
    () => GENERAL_PATTERN,
  );
}

function write(place: RangePlace, formatAt: (row: number, column: number) => string): void {
  assertChangeable(place);
  changeAll(place.sheet, place.area, (cell, row, column) => reformat(place, cell, formatAt(row, column)));
  touch(place.book);
}

export const rangeFormats: Members<RangePlace> = {
  call: {
    'getNumberFormat()': (place) => read({ ...place, area: { ...place.area, rows: 1, columns: 1 } })[0]![0],
    'getNumberFormats()': read,
  },
  change: {
    'setNumberFormat(String)': (place, format: string) => write(place, () => format),
    'setNumberFormats(String[][])': (place, formats: string[][]) => {
      assertSize(place, formats);
      write(place, (row, column) => formats[row]![column]!);
    },
  },
};
