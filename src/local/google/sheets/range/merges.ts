import { intersects, type Rect } from '../cells/areas';
import { changeExisting, clearContent, hasContent } from '../cells/cells';
import { touchFormulas } from '../formula/recalculation';
import type { Members } from '../handle';
import type { RangePlace } from '../place';
import { assertChangeable, assertUsable } from '../rules/usable';

const PARTLY = 'You must select all cells in a merged range to merge or unmerge them.';

const touching = ({ sheet, area }: RangePlace): Rect[] => sheet.merges.filter((merge) => intersects(merge, area));

function breakApart(place: RangePlace): void {
  assertChangeable(place);
  const { host, sheet, area } = place;
  for (const merge of touching(place)) {
    const inside =
      merge.row >= area.row &&
      merge.column >= area.column &&
      merge.row + merge.rows <= area.row + area.rows &&
      merge.column + merge.columns <= area.column + area.columns;
    if (!inside) host.fail(PARTLY);
  }
  sheet.merges = sheet.merges.filter((merge) => !intersects(merge, area));
}

/** Only the first value of merged cells stays [D: Range.merge]. */
function mergeParts(place: RangePlace, parts: Rect[]): void {
  breakApart(place);
  const { book, sheet } = place;
  for (const part of parts) {
    if (part.rows * part.columns === 1) continue;
    const keep = sheet.cells[part.row]?.[part.column];
    changeExisting(sheet, part, (cell) => {
      if (cell !== keep && hasContent(cell)) clearContent(cell);
    });
    sheet.merges.push({ ...part });
  }
  touchFormulas(book, sheet);
}

const rowsOf = ({ row, column, rows, columns }: Rect): Rect[] =>
  Array.from({ length: rows }, (_, index) => ({ row: row + index, column, rows: 1, columns }));

const columnsOf = ({ row, column, rows, columns }: Rect): Rect[] =>
  Array.from({ length: columns }, (_, index) => ({ row, column: column + index, rows, columns: 1 }));

export const rangeMerges: Members<RangePlace> = {
  call: {
    'isPartOfMerge()': (place) => {
      assertUsable(place);
      return touching(place).length > 0;
    },
  },
  change: {
    'merge()': (place) => mergeParts(place, [place.area]),
    'mergeAcross()': (place) => mergeParts(place, rowsOf(place.area)),
    'mergeVertically()': (place) => mergeParts(place, columnsOf(place.area)),
    'breakApart()': breakApart,
  },
};
