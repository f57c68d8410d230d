import { type ClearOptions, clear, clearContents, clearFormats, clearValidations } from '../cells/clearing';
import type { Members } from '../handle';
import type { RangePlace } from '../place';
import { assertChangeable } from '../rules/usable';

const cleared =
  (what: (place: RangePlace, area: RangePlace['area'], options?: ClearOptions) => void) =>
  (place: RangePlace, options?: ClearOptions): void => {
    assertChangeable(place);
    what(place, place.area, options);
  };

export const rangeContents: Members<RangePlace> = {
  change: {
    'clear() (Options)': cleared(clear),
    'clearContent()': cleared(clearContents),
    'clearFormat()': cleared(clearFormats),
    'clearDataValidations()': cleared(clearValidations),
  },
};
