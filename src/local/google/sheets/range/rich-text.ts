import type { CellState, CellStyle, TextRun } from '../../book';
import { cellAt, clearContent, readGrid } from '../cells/cells';
import { displayCell } from '../cells/display';
import { recalculate, touchFormulas } from '../formula/recalculation';
import { defineService, type Hosted, type Members, stateOf } from '../handle';
import type { AppPlace, RangePlace } from '../place';
import { assertChangeable, assertUsable } from '../rules/usable';
import { accepts, refuseValue } from '../rules/validation-check';
import { makeTextStyle, textStyleOf } from './text-style';

interface RichText extends Hosted {
  text: string;
  /** Later ones paint over earlier ones. */
  runs: TextRun[];
}

const at = ({ text, runs }: RichText, index: number): { link?: string; style: CellStyle } => {
  const over = runs.filter(({ start, end }) => start <= index && (index < end || (index === 0 && text === '')));
  const link = over.reduce<string | undefined>((last, run) => ('link' in run ? run.link : last), undefined);
  return { ...(link && { link }), style: Object.assign({}, ...over.map(({ style }) => style)) };
};

/** Stretches that look and link alike. */
function stretches(rich: RichText): TextRun[] {
  const edges = [...new Set([0, rich.text.length, ...rich.runs.flatMap(({ start, end }) => [start, end])])]
    .filter((edge) => edge <= rich.text.length)
    .sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => ({ start, end: edges[index + 1]!, ...at(rich, start) }));
}

/** The one link of a stretch, `null` when there is none or several [D: RichTextValue.getLinkUrl]. */
function linkOf(rich: RichText, start = 0, end = rich.text.length): string | null {
  const links = new Set(
    stretches(rich)
      .filter((run) => run.start < end && run.end > start)
      .map(({ link }) => link ?? null),
  );
  return links.size === 1 ? [...links][0]! : null;
}

const facts: Members<RichText> = {
  handle: {
    'getText()': ({ text }) => text,
    'getLinkUrl() (Integer,Integer)': linkOf,
    'getTextStyle() (Integer,Integer)': (rich, start = 0) => makeTextStyle(rich.host, at(rich, start).style),
    'getStartIndex()': () => 0,
    'getEndIndex()': ({ text }) => text.length,
    'getRuns()': (rich) =>
      stretches(rich).map(({ start, end, link, style }) =>
        makeValue({
          host: rich.host,
          text: rich.text.slice(start, end),
          runs: [{ start: 0, end: end - start, ...(link && { link }), ...(style && { style }) }],
        }),
      ),
    'copy()': (rich) => makeBuilder({ ...rich, runs: [...rich.runs] }),
  },
};

const makeValue: (rich: RichText) => object = defineService<RichText>('RichTextValue', () => [facts]);

/** `(value)` for all of the text or `(start, end, value)`. */
function paint(rich: RichText, given: unknown[], run: (value: unknown) => Partial<TextRun>): void {
  const [start, end] = given.length === 3 ? (given as [number, number]) : [0, rich.text.length];
  if (start < 0 || end > rich.text.length || start > end) rich.host.fail('Index out of bounds.');
  rich.runs.push({ start, end, ...run(given.at(-1)) });
}

const makeBuilder: (rich: RichText) => object = defineService<RichText>('RichTextValueBuilder', () => [
  {
    fluent: {
      'setText(String)': (rich, text: string) => Object.assign(rich, { text, runs: [] }),
      'setLinkUrl(String?) (Integer,Integer,String?)': (rich, ...given: unknown[]) =>
        paint(rich, given, (link) => ({ link: (link as string | null) ?? undefined })),
      'setTextStyle(TextStyle?) (Integer,Integer,TextStyle?)': (rich, ...given: unknown[]) =>
        paint(rich, given, (style) => ({ style: style ? textStyleOf(style as object) : {} })),
    },
    handle: { 'build()': (rich) => makeValue({ ...rich, runs: [...rich.runs] }) },
  },
]);

export const newRichTextValue = ({ host }: AppPlace): object => makeBuilder({ host, text: '', runs: [] });

/** Numbers and dates have no rich text and give `null` [D: Range.getRichTextValue]. */
export function readRichText(place: RangePlace): (object | null)[][] {
  assertUsable(place);
  const { host, book, sheet, area } = place;
  recalculate(book, sheet);
  return readGrid<object | null>(
    sheet,
    area,
    (cell) => (typeof cell.value === 'string' ? makeValue(richTextOf(place, cell)) : null),
    () => makeValue({ host, text: '', runs: [] }),
  );
}

function richTextOf({ host, book }: RangePlace, cell: CellState): RichText {
  const text = displayCell(cell, book.locale, book.timeZone);
  const whole = cell.link === undefined ? [] : [{ start: 0, end: text.length, link: cell.link }];
  return { host, text, runs: [...whole, ...(cell.runs ?? [])] };
}

/** Rich text is text, whatever it looks like. */
export function writeRichText(place: RangePlace, texts: object[][]): void {
  assertChangeable(place);
  const { host, book, sheet, area } = place;
  texts.forEach((line, row) => {
    line.forEach((handle, column) => {
      const where = { row: area.row + row, column: area.column + column };
      const cell = sheet.cells[where.row]?.[where.column];
      if (!cell?.validation || cell.validation.allowInvalid) return;
      const { text: value } = stateOf<RichText>(handle);
      const candidate = { book, sheet, ...where, value, format: '@', pending: () => undefined };
      if (!accepts(cell.validation, candidate)) refuseValue(host, cell.validation, where.row, where.column);
    });
  });
  texts.forEach((line, row) => {
    line.forEach((handle, column) => {
      put(cellAt(sheet, area.row + row, area.column + column), stateOf<RichText>(handle));
    });
  });
  touchFormulas(book, sheet);
}

function put(cell: CellState, rich: RichText): void {
  clearContent(cell);
  cell.value = rich.text;
  const link = linkOf(rich);
  if (link !== null) cell.link = link;
  const parts = stretches(rich).filter((run) => (link === null && run.link) || Object.keys(run.style ?? {}).length > 0);
  if (parts.length > 0) cell.runs = parts;
}
