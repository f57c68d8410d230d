import { defineService } from '../handle';
import type { SheetPlace } from '../place';
import { assertMayEdit } from '../rules/permission';
import { makeRange } from './range';

function filterOf({ host, sheet }: SheetPlace) {
  return sheet.filter ?? host.fail('The filter does not exist.');
}

const service: (place: SheetPlace) => object = defineService<SheetPlace>('Filter', () => [
  {
    handle: { 'getRange()': (place) => makeRange(place, filterOf(place)) },
    call: {
      'remove()': (place) => {
        assertMayEdit(place.host, place.book, place.sheet, filterOf(place));
        place.sheet.filter = null;
      },
    },
  },
]);

/** The filter of a sheet. Criteria are not implemented: the add-on only offers the arrows. */
export const makeFilter = ({ host, cloud, book, sheet }: SheetPlace): object => service({ host, cloud, book, sheet });
