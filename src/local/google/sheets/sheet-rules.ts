import { readConditionalFormats, writeConditionalFormats } from './conditional-format';
import type { Members } from './handle';
import type { SheetPlace } from './place';
import { protectionsOf, protectSheet } from './protection';

export const sheetRules: Members<SheetPlace> = {
  call: {
    'protect()': protectSheet,
    'getProtections(Enum)': protectionsOf,
    'getConditionalFormatRules()': readConditionalFormats,
    'setConditionalFormatRules(ConditionalFormatRule[])': writeConditionalFormats,
    'clearConditionalFormatRules()': (place) => writeConditionalFormats(place, []),
  },
};
