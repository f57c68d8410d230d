import type { Rect } from '../cells/areas';
import { clear, clearContents, clearFormats, clearNotes, clearValidations } from '../cells/clearing';
import { defineService, type Members } from '../handle';
import type { SheetPlace } from '../place';
import { assertChangeable } from '../rules/usable';
import { makeRange } from './range';

interface ListPlace extends SheetPlace {
  areas: Rect[];
}

type Invocable = Record<string, (...given: unknown[]) => unknown>;

/** As if the one call were made for each range, but counted once. */
const each =
  (method: string) =>
  (place: ListPlace, ...given: unknown[]): void => {
    for (const area of place.areas) (makeRange(place, area) as Invocable)[method]!(...given);
  };

const cleared =
  (what: (place: SheetPlace, area: Rect) => void) =>
  (place: ListPlace): void => {
    for (const area of place.areas) assertChangeable({ ...place, area });
    for (const area of place.areas) what(place, area);
  };

const SETTERS: [method: string, type: string][] = [
  ['setValue', 'Object'],
  ['setFormula', 'String'],
  ['setNote', 'String?'],
  ['setNumberFormat', 'String'],
  ['setBackground', 'String?'],
  ['setFontColor', 'String?'],
  ['setFontWeight', 'String?'],
  ['setFontStyle', 'String?'],
  ['setFontSize', 'Integer'],
  ['setFontFamily', 'String?'],
  ['setHorizontalAlignment', 'String?'],
  ['setVerticalAlignment', 'String?'],
  ['setWrap', 'Boolean'],
  ['setWrapStrategy', 'Enum'],
];

const SIX = 'Boolean?,Boolean?,Boolean?,Boolean?,Boolean?,Boolean?';

const members: Members<ListPlace> = {
  handle: { 'getRanges()': (place) => place.areas.map((area) => makeRange(place, area)) },
  change: {
    [`setBorder(${SIX}) (${SIX},String?,Enum?)`]: each('setBorder'),
    ...Object.fromEntries(SETTERS.map(([method, type]) => [`${method}(${type})`, each(method)])),
    ...Object.fromEntries(
      ['check', 'uncheck', 'insertCheckboxes', 'removeCheckboxes', 'breakApart'].map((method) => [
        `${method}()`,
        each(method),
      ]),
    ),
    'clear()': cleared(clear),
    'clearContent()': cleared(clearContents),
    'clearFormat()': cleared(clearFormats),
    'clearNote()': cleared(clearNotes),
    'clearDataValidations()': cleared(clearValidations),
  },
};

const service: (place: ListPlace) => object = defineService<ListPlace>('RangeList', () => [members]);

export function makeRangeList(place: SheetPlace, areas: Rect[]): object {
  for (const area of areas) makeRange(place, area);
  const { host, cloud, book, sheet } = place;
  return service({ host, cloud, book, sheet, areas });
}
