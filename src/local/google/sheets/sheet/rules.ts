import type { Members } from '../handle';
import type { SheetPlace } from '../place';
import { readConditionalFormats, writeConditionalFormats } from '../rules/conditional-format';
import { protectionsOf, protectSheet } from '../rules/protection';

export const sheetRules: Members<SheetPlace> = {
  call: {
    'protect()': protectSheet,
    'getProtections(Enum)': protectionsOf,
    'getConditionalFormatRules()': readConditionalFormats,
    'setConditionalFormatRules(ConditionalFormatRule[])': writeConditionalFormats,
    'clearConditionalFormatRules()': (place) => writeConditionalFormats(place, []),
  },
};
