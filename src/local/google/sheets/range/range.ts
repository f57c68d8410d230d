import type { Rect } from '../cells/areas';
import { defineService } from '../handle';
import { assertInside, type RangePlace, type SheetPlace } from '../place';
import { rangeCheckboxes } from './checkboxes';
import { rangeContents } from './contents';
import { rangeFacts } from './facts';
import { rangeFormats } from './formats';
import { rangeMerges } from './merges';
import { rangeMoves } from './moves';
import { rangeNotes } from './notes';
import { rangeRules } from './rules';
import { rangeStyles } from './styles';
import { rangeValues } from './values';

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
export function makeRange(place: SheetPlace, area: Rect, whole = false): object {
  assertInside(place, area);
  const { host, cloud, book, sheet } = place;
  return service({ host, cloud, book, sheet, area, ...(whole && { whole }) });
}
