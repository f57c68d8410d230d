import type { Area } from '../../book';
import { rectOf } from '../cells/areas';
import { touch } from '../formula/recalculation';
import { defineService, stateOf } from '../handle';
import type { BookPlace, RangePlace } from '../place';
import { makeRange } from '../range/range';

interface NamedPlace extends BookPlace {
  name: string;
}

/** The cells behind a name, `null` when there is no such name [D: Spreadsheet.getRangeByName]. */
export function rangeNamed(place: BookPlace, name: string): object | null {
  const { book } = place;
  const area = book.namedRanges.get(name);
  const sheet = area && book.sheets.find(({ id }) => id === area.sheetId);
  return area && sheet ? makeRange({ ...place, sheet }, rectOf(area)) : null;
}

export function setNamedRange({ host, book }: BookPlace, name: string, range: object): void {
  if (!/^[\p{L}_][\p{L}\d_]{0,249}$/u.test(name) || /^([A-Za-z]{1,3}\d+|[Rr]\d+[Cc]\d+|true|false)$/i.test(name)) {
    host.fail('The name of the range is invalid.');
  }
  book.namedRanges.set(name, areaOf(range));
  touch(book);
}

export function removeNamedRange({ host, book }: BookPlace, name: string): void {
  if (!book.namedRanges.delete(name)) host.fail('Range not found');
  touch(book);
}

const areaOf = (range: object): Area => {
  const { sheet, area } = stateOf<RangePlace>(range);
  return { sheetId: sheet.id, ...rectOf(area) };
};

const service: (place: NamedPlace) => object = defineService<NamedPlace>('NamedRange', () => [
  {
    handle: {
      'getName()': ({ name }) => name,
      'getRange()': (place) => rangeNamed(place, place.name),
    },
    call: { 'remove()': (place) => removeNamedRange(place, place.name) },
    change: {
      'setRange(Range)': (place, range: object) => setNamedRange(place, place.name, range),
      'setName(String)': (place, name: string) => {
        const range = rangeNamed(place, place.name) ?? place.host.fail('Range not found');
        setNamedRange(place, name, range);
        if (name !== place.name) removeNamedRange(place, place.name);
        place.name = name;
      },
    },
  },
]);

export const namedRanges = ({ host, cloud, book }: BookPlace): object[] =>
  [...book.namedRanges.keys()].map((name) => service({ host, cloud, book, name }));
