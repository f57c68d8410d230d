import { assertRoom } from '../book/room';
import type { Axis } from '../formula/references';
import { type Members, stateOf } from '../handle';
import type { RangePlace, SheetPlace } from '../place';
import { assertMayArrange, assertMayInsert, assertMayRemove } from '../rules/permission';
import { deleteSpan, insertSpan, type Like, moveSpan } from './structure';

/** Words and places that differ between rows and columns. */
interface Words {
  axis: Axis;
  one: 'Row' | 'Column';
  lower: 'rows' | 'columns';
  size: 'Height' | 'Width';
  usual: number;
}

const ROWS: Words = { axis: 'rows', one: 'Row', lower: 'rows', size: 'Height', usual: 21 };
const COLUMNS: Words = { axis: 'columns', one: 'Column', lower: 'columns', size: 'Width', usual: 100 };

const totalOf = ({ sheet }: SheetPlace, { axis }: Words): number =>
  axis === 'rows' ? sheet.rowCount : sheet.columnCount;

function assertWithin(place: SheetPlace, words: Words, first: number, count: number): void {
  const outside = first < 1 || count < 1 || first + count - 1 > totalOf(place, words);
  if (outside) place.host.fail(`Those ${words.lower} are out of bounds.`);
}

/** New ones stand before position `first`, which counts from 1. */
function insert(place: SheetPlace, words: Words, first: number, count: number, like: Like): void {
  const { host, book, sheet } = place;
  const position = like === 'before' ? first - 1 : first;
  assertWithin(place, words, position, 1);
  if (count < 1) host.fail(`Those ${words.lower} are out of bounds.`);
  assertRoom(place, count * (words.axis === 'rows' ? sheet.columnCount : sheet.rowCount));
  assertMayInsert(host, book, sheet, words.axis, first - 1);
  insertSpan(book, sheet, words.axis, first - 1, count, like);
}

function remove(place: SheetPlace, words: Words, first: number, count: number): void {
  const { host, book, sheet } = place;
  assertWithin(place, words, first, count);
  const total = totalOf(place, words);
  if (count >= total) host.fail(`You can't delete all the ${words.lower} on the sheet.`);
  const frozen = words.axis === 'rows' ? sheet.frozenRows : sheet.frozenColumns;
  const frozenLeft = frozen - Math.max(0, Math.min(first - 1 + count, frozen) - (first - 1));
  if (total - count <= frozenLeft) host.fail(`Sorry, it is not possible to delete all non-frozen ${words.lower}.`);
  assertMayRemove(host, book, sheet, words.axis, first - 1, count);
  deleteSpan(book, sheet, words.axis, first - 1, count);
}

function move(place: SheetPlace, words: Words, range: object, destination: number): void {
  const { host, book, sheet } = place;
  const { area } = stateOf<RangePlace>(range);
  const [at, count] = words.axis === 'rows' ? [area.row, area.rows] : [area.column, area.columns];
  if (destination < 1 || destination > totalOf(place, words) + 1) {
    host.fail(`Those ${words.lower} are out of bounds.`);
  }
  assertMayRemove(host, book, sheet, words.axis, at, count);
  assertMayInsert(host, book, sheet, words.axis, destination - 1);
  moveSpan(book, sheet, words.axis, at, count, destination - 1);
}

function setHidden(place: SheetPlace, words: Words, first: number, count: number, hidden: boolean): void {
  const { host, book, sheet } = place;
  assertWithin(place, words, first, count);
  assertMayArrange(host, book, sheet);
  const set = words.axis === 'rows' ? sheet.hiddenRows : sheet.hiddenColumns;
  for (let index = first - 1; index < first - 1 + count; index++) {
    if (hidden) set.add(index);
    else set.delete(index);
  }
}

const spanOf = (words: Words, range: object): [first: number, count: number] => {
  const { area } = stateOf<RangePlace>(range);
  return words.axis === 'rows' ? [area.row + 1, area.rows] : [area.column + 1, area.columns];
};

function setSize(place: SheetPlace, words: Words, first: number, count: number, size: number): void {
  const { host, book, sheet } = place;
  assertWithin(place, words, first, count);
  assertMayArrange(host, book, sheet);
  const sizes = words.axis === 'rows' ? sheet.rowHeights : sheet.columnWidths;
  for (let index = first - 1; index < first - 1 + count; index++) sizes.set(index, size);
}

function freeze(place: SheetPlace, words: Words, count: number): void {
  const { host, book, sheet } = place;
  assertMayArrange(host, book, sheet);
  if (count < 0 || count >= totalOf(place, words)) {
    host.fail(`You can't freeze all visible ${words.lower} on the sheet.`);
  }
  if (words.axis === 'rows') sheet.frozenRows = count;
  else sheet.frozenColumns = count;
}

function sizesAndHiding(words: Words): Members<SheetPlace> {
  const { one, lower, size, usual, axis } = words;
  return {
    call: {
      [`is${one}HiddenByUser(Integer)`]: (place: SheetPlace, index: number) => {
        assertWithin(place, words, index, 1);
        return (axis === 'rows' ? place.sheet.hiddenRows : place.sheet.hiddenColumns).has(index - 1);
      },
      [`get${one}${size}(Integer)`]: (place: SheetPlace, index: number) => {
        assertWithin(place, words, index, 1);
        return (axis === 'rows' ? place.sheet.rowHeights : place.sheet.columnWidths).get(index - 1) ?? usual;
      },
      [`getFrozen${one}s()`]: ({ sheet }: SheetPlace) => (axis === 'rows' ? sheet.frozenRows : sheet.frozenColumns),
      [`setFrozen${one}s(Integer)`]: (place: SheetPlace, count: number) => freeze(place, words, count),
      [`hide${one}s(Integer) (Integer,Integer)`]: (place: SheetPlace, first: number, count = 1) =>
        setHidden(place, words, first, count, true),
      [`show${one}s(Integer) (Integer,Integer)`]: (place: SheetPlace, first: number, count = 1) =>
        setHidden(place, words, first, count, false),
      [`hide${one}(Range)`]: (place: SheetPlace, range: object) =>
        setHidden(place, words, ...spanOf(words, range), true),
      [`unhide${one}(Range)`]: (place: SheetPlace, range: object) =>
        setHidden(place, words, ...spanOf(words, range), false),
    },
    change: {
      [`set${one}${size}(Integer,Integer)`]: (place: SheetPlace, index: number, value: number) =>
        setSize(place, words, index, 1, value),
      [`set${one}${size}s(Integer,Integer,Integer)`]: (
        place: SheetPlace,
        first: number,
        count: number,
        value: number,
      ) => setSize(place, words, first, count, value),
      ...(axis === 'rows' && {
        'setRowHeightsForced(Integer,Integer,Integer)': (
          place: SheetPlace,
          first: number,
          count: number,
          value: number,
        ) => setSize(place, words, first, count, value),
      }),
      // Fitting to the text needs a screen: what was set by hand goes, no more.
      [`autoResize${one === 'Row' ? 'Rows' : 'Columns'}(Integer,Integer)`]: (
        place: SheetPlace,
        first: number,
        count: number,
      ) => {
        assertWithin(place, words, first, count);
        assertMayArrange(place.host, place.book, place.sheet);
        const sizes = lower === 'rows' ? place.sheet.rowHeights : place.sheet.columnWidths;
        for (let index = first - 1; index < first - 1 + count; index++) sizes.delete(index);
      },
    },
  };
}

function insertingAndDeleting(words: Words): Members<SheetPlace>[] {
  const { one } = words;
  return [
    {
      call: {
        [`insert${one}s(Integer) (Integer,Integer)`]: (place: SheetPlace, first: number, count = 1) =>
          insert(place, words, first, count, 'after'),
        [`delete${one}s(Integer,Integer)`]: (place: SheetPlace, first: number, count: number) =>
          remove(place, words, first, count),
        [`move${one}s(Range,Integer)`]: (place: SheetPlace, range: object, to: number) => move(place, words, range, to),
      },
      change: {
        [`insert${one}Before(Integer)`]: (place: SheetPlace, at: number) => insert(place, words, at, 1, 'after'),
        [`insert${one}After(Integer)`]: (place: SheetPlace, at: number) => insert(place, words, at + 1, 1, 'before'),
        [`insert${one}sBefore(Integer,Integer)`]: (place: SheetPlace, at: number, count: number) =>
          insert(place, words, at, count, 'after'),
        [`insert${one}sAfter(Integer,Integer)`]: (place: SheetPlace, at: number, count: number) =>
          insert(place, words, at + 1, count, 'before'),
        [`delete${one}(Integer)`]: (place: SheetPlace, at: number) => remove(place, words, at, 1),
      },
    },
    sizesAndHiding(words),
  ];
}

const joined = (parts: Members<SheetPlace>[]): Members<SheetPlace> => ({
  call: Object.assign({}, ...parts.map(({ call }) => call)),
  change: Object.assign({}, ...parts.map(({ change }) => change)),
});

export const sheetRows: Members<SheetPlace> = joined(insertingAndDeleting(ROWS));
export const sheetColumns: Members<SheetPlace> = joined(insertingAndDeleting(COLUMNS));
