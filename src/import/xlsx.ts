import { strFromU8, unzipSync } from 'fflate';
import type { Cell } from '../model';
import { type Book, type Merge, makeSheet, type Sheet, UnreadableFile } from './sheet';
import { attributeOf, child, type Element, elementsOf, findAll, MalformedXml, readXml } from './xml';

const BROKEN = 'книга Excel повреждена: откройте её в Excel и сохраните заново как .xlsx';
const MOST_BYTES = 60_000_000;
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 2000;

type Parts = Readonly<Record<string, Uint8Array>>;

function unpacked(bytes: Uint8Array): Parts {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/i.test(name)) return false;
        total += originalSize;
        if (total > MOST_BYTES) throw new UnreadableFile('книга слишком велика: оставьте в ней только нужный лист');
        return true;
      },
    });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(BROKEN);
  }
}

/** Some writers put every name into a namespace: `x:row`. */
const withoutPrefixes = (xml: string): string => xml.replace(/(<\/?)[A-Za-z]\w*:(?=[A-Za-z])/g, '$1');

function wellFormed(xml: string): Element {
  try {
    return readXml(xml);
  } catch (error) {
    if (error instanceof MalformedXml) throw new UnreadableFile(BROKEN);
    throw error;
  }
}

function partOf(parts: Parts, path: string): Element | null {
  const bytes =
    parts[path] ?? parts[Object.keys(parts).find((name) => name.toLowerCase() === path.toLowerCase()) ?? ''];
  if (!bytes) return null;
  const xml = withoutPrefixes(strFromU8(bytes));
  const root = /<([A-Za-z]\w*)[^>]*>/.exec(xml)?.[0] ?? '';
  const name = /\w+/.exec(root)?.[0] ?? '';
  if (name === '' || (!root.endsWith('/>') && !xml.trimEnd().endsWith(`</${name}>`))) throw new UnreadableFile(BROKEN);
  return wellFormed(xml);
}

const textOf = (element: Element): string =>
  element.children.map((item) => (typeof item === 'string' ? item : item.name === 'rPh' ? '' : textOf(item))).join('');

/** How numbers are shown: as they are, as percentages or as days. */
type Shown = 'number' | 'percent' | 'date';

const BUILT_IN = (id: number): Shown =>
  id === 9 || id === 10 ? 'percent' : (id >= 14 && id <= 22) || (id >= 45 && id <= 47) ? 'date' : 'number';

function shownBy(format: string): Shown {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (bare.includes('%')) return 'percent';
  return /[dy]|m{1,4}[^#0]*[dy/.-]|[дг]{2}/i.test(bare) && !/general|основной/i.test(bare) ? 'date' : 'number';
}

function stylesOf(styles: Element | null): Shown[] {
  const sheet = child(styles ?? undefined, 'styleSheet');
  const own = new Map(
    findAll(child(sheet, 'numFmts'), 'numFmt').map((format) => [
      Number(attributeOf(format, 'numFmtId')),
      shownBy(attributeOf(format, 'formatCode') ?? ''),
    ]),
  );
  return elementsOf(child(sheet, 'cellXfs'), 'xf').map((style) => {
    const id = Number(attributeOf(style, 'numFmtId') ?? 0);
    return own.get(id) ?? BUILT_IN(id);
  });
}

interface Workbook {
  readonly strings: readonly string[];
  readonly styles: readonly Shown[];
  readonly since1904: boolean;
}

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1899, 11, 30);
const FIRST_DAY_1904 = Date.UTC(1904, 0, 1);

/** What stands in a cell; null where the file contradicts itself. */
function cellOf(cell: Element, { strings, styles, since1904 }: Workbook): Cell | null {
  const type = attributeOf(cell, 't') ?? 'n';
  if (type === 'inlineStr') return elementsOf(cell, 'is').map(textOf).join('');
  const value = child(cell, 'v');
  const text = value ? textOf(value) : '';
  if (text === '' || type === 'e') return '';
  if (type === 's') return strings[Number(text)] ?? null;
  if (type === 'b') return text === '1';
  if (type === 'd') return new Date(text);
  if (type !== 'n') return text;
  const number = Number(text);
  if (!Number.isFinite(number)) return null;
  const shown = styles[Number(attributeOf(cell, 's') ?? 0)] ?? 'number';
  if (shown === 'percent') return `${Math.round(number * 1e12) / 1e10}%`;
  return shown === 'date' ? new Date((since1904 ? FIRST_DAY_1904 : FIRST_DAY) + number * DAY) : number;
}

/** `AB12` as row and column; columns alone (`AB`) have no row. */
function placeOf(address: string): { row: number; column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d+)$/.exec(address);
  if (!found) return null;
  const column = [...found[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(found[2]), column };
}

function mergeOf(range: string): Merge[] {
  const [from, to] = range.split(':').map(placeOf);
  return from && to ? [{ top: from.row, left: from.column, bottom: to.row, right: to.column }] : [];
}

function sheetOf(name: string, part: Element, workbook: Workbook): Sheet {
  const worksheet = child(part, 'worksheet');
  const rows: Cell[][] = [];
  let row = 0;
  for (const line of elementsOf(child(worksheet, 'sheetData'), 'row')) {
    row = Number(attributeOf(line, 'r') ?? row + 1);
    if (!(row <= MOST_ROWS)) break;
    const cells = cellsOf(line, workbook, { sheet: name, row });
    if (cells.length === 0) continue;
    while (rows.length < row) rows.push([]);
    rows[row - 1] = cells;
  }
  const merges = findAll(child(worksheet, 'mergeCells'), 'mergeCell').flatMap((merge) =>
    mergeOf(attributeOf(merge, 'ref') ?? ''),
  );
  return makeSheet(name, rows, merges);
}

function cellsOf(line: Element, workbook: Workbook, place: { sheet: string; row: number }): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const element of elementsOf(line, 'c')) {
    column = placeOf(attributeOf(element, 'r') ?? '')?.column ?? column + 1;
    const cell = cellOf(element, workbook);
    if (cell === null)
      throw new UnreadableFile('ячейка повреждена: сохраните книгу заново в Excel', { ...place, column });
    if (cell === '' || column > MOST_COLUMNS) continue;
    while (cells.length < column) cells.push('');
    cells[column - 1] = cell;
  }
  return cells;
}

const inBook = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;

/** A workbook of Excel: texts, numbers, days; formulas as they were last counted. */
export function readXlsx(bytes: Uint8Array): Book {
  const parts = unpacked(bytes);
  const workbook = child(partOf(parts, 'xl/workbook.xml') ?? undefined, 'workbook');
  if (!workbook) throw new UnreadableFile(BROKEN);
  const targets = new Map(
    findAll(partOf(parts, 'xl/_rels/workbook.xml.rels') ?? undefined, 'Relationship').map((relation) => [
      attributeOf(relation, 'Id'),
      inBook(attributeOf(relation, 'Target') ?? ''),
    ]),
  );
  const strings = elementsOf(child(partOf(parts, 'xl/sharedStrings.xml') ?? undefined, 'sst'), 'si').map(textOf);
  const styles = stylesOf(partOf(parts, 'xl/styles.xml'));
  const since1904 = /^(1|true)$/.test(attributeOf(child(workbook, 'workbookPr'), 'date1904') ?? '');
  const listed = elementsOf(child(workbook, 'sheets'), 'sheet');
  const isHidden = (sheet: Element): boolean => /hidden/i.test(attributeOf(sheet, 'state') ?? '');
  const sheets = listed
    .filter((sheet) => !isHidden(sheet))
    .flatMap((sheet) => {
      const part = partOf(parts, targets.get(attributeOf(sheet, 'r:id')) ?? '');
      if (!part) throw new UnreadableFile(BROKEN, { sheet: attributeOf(sheet, 'name') });
      return [sheetOf(attributeOf(sheet, 'name') ?? '', part, { strings, styles, since1904 })];
    });
  return { sheets, hidden: listed.filter(isHidden).map((sheet) => attributeOf(sheet, 'name') ?? '') };
}
