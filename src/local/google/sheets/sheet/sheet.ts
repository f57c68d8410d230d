import type { SheetState } from '../../book';
import { sheetCharts } from '../charts/embedded-chart';
import { defineService, type Members } from '../handle';
import { assertThere, type BookPlace, type SheetPlace } from '../place';
import { sheetContents } from './contents';
import { sheetFacts } from './facts';
import { sheetRanges } from './ranges';
import { sheetRules } from './rules';
import { sheetColumns, sheetRows } from './spans';

/** Whatever is asked of a sheet, it must still be there. */
function whileThere(members: Members<SheetPlace>): Members<SheetPlace> {
  const guarded = (list: Members<SheetPlace>['call'] = {}) =>
    Object.fromEntries(
      Object.entries(list).map(([signature, member]) => [
        signature,
        (place: SheetPlace, ...given: never[]) => {
          assertThere(place);
          return member(place, ...given);
        },
      ]),
    );
  return {
    handle: guarded(members.handle),
    fluent: guarded(members.fluent),
    call: guarded(members.call),
    change: guarded(members.change),
  };
}

const service: (place: SheetPlace) => object = defineService<SheetPlace>('Sheet', () =>
  [sheetFacts, sheetRanges, sheetContents, sheetRows, sheetColumns, sheetRules, sheetCharts].map(whileThere),
);

export const makeSheet = ({ host, cloud, book }: BookPlace, sheet: SheetState): object =>
  service({ host, cloud, book, sheet });
