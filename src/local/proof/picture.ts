import { createHash } from 'node:crypto';
import { canonicalJson } from '../../model';
import { LOOK, TABS } from '../../workbook';
import type { CellState, SheetState } from '../google/book';
import type { Runtime } from '../runtime';
import { documentProperties } from './kept-world';

/** A world in lines by place («tab» or «files»), without what differs from run to run: run numbers, times, ids. */
export type Picture = ReadonlyMap<string, string>;

const MASKS: readonly [RegExp, string][] = [
  [/\d{8}-\d{6}-[0-9a-f]{4}/g, '№'],
  [/\d\d\.\d\d\.\d{4} \d\d:\d\d/g, 'времени'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d/g, 'времени'],
  [/Данные на [^,]*?(?:,| в) \d\d:\d\d/g, 'Данные'],
  [/\(до починки [^)]*\)/g, '(до починки)'],
  // How many quarters would fit goes by the tabs as they were when the line was written.
  [/поместится [\d\s]+(?:такой|таких)\sквартал[а-я]*/g, 'поместится'],
];

const masked = (text: string): string => MASKS.reduce((left, [mask, word]) => left.replace(mask, word), text);

export function pictureOf(runtime: Runtime): Picture {
  const lines = new Map<string, string>();
  lines.set('order of tabs', masked(runtime.book.sheets.map(({ name }) => name).join('; ')));
  for (const sheet of runtime.book.sheets) lines.set(masked(sheet.name), linesOf(sheet));
  lines.set('files', filesOf(runtime));
  lines.set('properties', propertiesOf(runtime));
  lines.set('triggers', runtime.triggers.map(({ handler, schedule }) => handler + JSON.stringify(schedule)).join('\n'));
  return lines;
}

function linesOf(sheet: SheetState): string {
  const lines = [factsOf(sheet)];
  // The journal tells what was done when: a run that died and was repeated has more to tell.
  if (sheet.name === TABS.journal) return lines[0]!;
  const [gid, fact] = [`#gid=${sheet.id}&`, `"gid":"${sheet.id}"`];
  for (let r = 0; r < sheet.cells.length; r += 1) {
    const row = sheet.cells[r];
    if (!row) continue;
    const texts: string[] = [];
    for (let c = 0; c < row.length; c += 1) {
      const cell = row[c];
      const text = cell ? cellText(cell, sheet.name, c) : '';
      texts.push(text.replace(gid, '#gid=own&').replace(fact, 'own'));
    }
    if (texts.some((text) => text !== '')) lines.push(`${r + 1} ${texts.join(' | ')}`);
  }
  return lines.join('\n');
}

const HASH_COLUMN = 2;

function cellText(cell: CellState, tab: string, column: number): string {
  const { value, formula, note, format, validation, style } = cell;
  let text = '';
  // The snapshot's hash covers the number and the time of the run.
  if (tab === TABS.periods && column === HASH_COLUMN && value !== '') text = 'hash';
  else if (formula !== undefined) text = formula;
  else if (typeof value === 'string') text = value.length < 15 ? value : masked(value);
  else text = `${typeof value} ${value}`;
  if (format) text += `~${format}`;
  if (note) text += `~${note}`;
  if (validation) text += written(validation);
  return style ? text + written(style) : text;
}

const texts = new WeakMap<object, string>();

/** Whichever property was set first. */
function written(value: object): string {
  let text = texts.get(value);
  if (text === undefined) {
    text = canonicalJson(value);
    texts.set(value, text);
  }
  return text;
}

function factsOf(sheet: SheetState): string {
  const { rowCount, columnCount, frozenRows, frozenColumns, hidden, hiddenColumns } = sheet;
  const size = sheet.name === TABS.journal ? '' : `${rowCount}×${columnCount}`;
  const protections = sheet.protections
    .map(({ description, kind, area, warningOnly, editors }) =>
      [description, kind, area ? Object.values(area) : '', warningOnly, editors ? [...editors].sort() : ''].join(),
    )
    .sort();
  const numbers = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b).join();
  const widths = [...sheet.columnWidths].sort(([a], [b]) => a - b).join();
  const looks = JSON.stringify(sheet.conditionalFormats);
  const panes = [
    size,
    frozenRows,
    frozenColumns,
    hidden,
    numbers(outOfSight(sheet)),
    numbers(hiddenColumns),
    widths,
    looks,
  ];
  return [...panes, ...protections].join('\n');
}

/** A row of keys is hidden or a thin line, whichever came first: nobody sees it either way. */
const outOfSight = ({ hiddenRows, rowHeights }: SheetState): ReadonlySet<number> =>
  new Set([...hiddenRows, ...[...rowHeights].flatMap(([row, height]) => (height === LOOK.keys.height ? [row] : []))]);

const filesOf = ({ files }: Runtime): string =>
  files
    .map(({ appProperties, name, bytes, trashed }) => {
      const contents = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
      return [appProperties.report, name, contents, trashed].join(' ');
    })
    .sort()
    .join('\n');

/** The ids that a property holds are new in every world; when runs went well or were stopped tells what was done, as the journal. */
const MOMENTS = ['night', 'service-tabs-brought'];

/** Tabs that were made again have other numbers: lists of them are told by name. */
function withNames(text: string, { book }: Runtime): string {
  const names = new Map(book.sheets.map(({ id, name }) => [String(id), masked(name)]));
  return text.replace(/\[("\d+",?)+\]/g, (list) => {
    const tabs = JSON.parse(list) as string[];
    return JSON.stringify(tabs.map((id) => names.get(id) ?? id).sort());
  });
}

const propertiesOf = (runtime: Runtime): string =>
  Object.entries(documentProperties(runtime).getProperties())
    .filter(([key]) => !MOMENTS.includes(key))
    .map(
      ([key, value]) =>
        `${key} ${withNames(value, runtime)
          .replace(/,"(before|revision)":"[^"]*"/g, '')
          .replace(/"(id|token|at|by)":"[^"]*"/g, '"$1"')}`,
    )
    .sort()
    .join('\n');

/** The places where two worlds differ, each with its first differing lines. */
export function differences(wanted: Picture, found: Picture): string[] {
  const places = [...new Set([...wanted.keys(), ...found.keys()])];
  return places.flatMap((place) => {
    const [one, other] = [wanted.get(place), found.get(place)];
    if (one === other) return [];
    if (one === undefined || other === undefined) return [`${place}: ${one === undefined ? 'too many' : 'missing'}`];
    return [`${place}: ${firstDifference(one.split('\n'), other.split('\n'))}`];
  });
}

function firstDifference(one: readonly string[], other: readonly string[]): string {
  const index = one.findIndex((line, at) => line !== other[at]);
  const at = index < 0 ? one.length : index;
  const [before, after] = [one[at] ?? 'nothing', other[at] ?? 'nothing'];
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = Math.max(0, same - 30);
  return `row ${before.split(' ')[0]} «${before.slice(from, same + 60)}» became «${after.slice(from, same + 60)}»`;
}
