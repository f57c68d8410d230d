import type { Rect } from './areas';
import { defineService } from './handle';
import { assertInside, type RangePlace, type SheetPlace } from './place';
import { rangeCheckboxes } from './range-checkboxes';
import { rangeContents } from './range-contents';
import { rangeFacts } from './range-facts';
import { rangeFormats } from './range-formats';
import { rangeMerges } from './range-merges';
import { rangeMoves } from './range-moves';
import { rangeNotes } from './range-notes';
import { rangeRules } from './range-rules';
import { rangeStyles } from './range-styles';
import { rangeValues } from './range-values';

const service: (place: RangePlace) => object = defineService<RangePlace>('Range', () => [
  rangeFacts,
  rangeValues,
  rangeNotes,
  rangeContents,
  rangeFormats,
  rangeStyles,
  rangeMerges,
  rangeMoves,
  rangeRules,
  rangeCheckboxes,
]);

/** A `Range` handle; refused when the area is not on the sheet. */
export function makeRange(place: SheetPlace, area: Rect): object {
  assertInside(place, area);
  const { host, cloud, book, sheet } = place;
  return service({ host, cloud, book, sheet, area });
}
