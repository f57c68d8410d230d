import {
  BorderStyle,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Align, Block, TableCell as Cell, Content } from '../../model/document';
import { columnWidthsTwips } from './measure';
import { spacing } from './styles';
import { bordersOf, cellXml, rowXml, type WrittenRows } from './table-rows';
import { ALIGNMENT, textLength, textRuns } from './text';

type TableBlock = Extract<Block, { kind: 'table' }>;
type TwoSidesBlock = Extract<Block, { kind: 'two-sides' }>;

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const BORDERS = bordersOf(LINE);
const sides = <T>(line: T) => ({ top: line, bottom: line, left: line, right: line });

/** Space between border and text, twips. */
const CELL_MARGINS = { top: 14, bottom: 14, left: 70, right: 70, marginUnitType: WidthType.DXA };
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA };

type Line = typeof LINE | typeof NO_LINE;
type Margins = typeof CELL_MARGINS;

/** Caption, table and note; a table without columns is only its caption and note. `width` is that of the text, twips. */
export function tableElements(block: TableBlock, width: number, written: WrittenRows): FileChild[] {
  const caption = new Paragraph({ style: 'Caption', children: textRuns(block.caption) });
  const note =
    block.note === undefined
      ? new Paragraph({ style: 'TableEnd' })
      : new Paragraph({ style: 'TableNote', children: textRuns(block.note) });
  return block.columns.length === 0 ? [caption, note] : [caption, dataTable(block, width, written), note];
}

function dataTable(block: TableBlock, width: number, written: WrittenRows): Table {
  const widths = columnWidthsTwips(block.columns, width);
  const header = block.columns.map(({ title }): Cell => ({ content: title, align: 'center' }));
  const stays = rowsThatStay(block);
  const style = block.dense ? 'DenseText' : 'TableText';
  const rows = [header, ...block.rows].map((cells, index) => {
    const keepNext = stays[index]!;
    const own = placed(cells, block.columns.length).map(({ cell, from, to }) => {
      const place = { align: block.columns[from]!.align, width: sum(widths.slice(from, to)), span: to - from };
      return cellXml(cell, { ...place, style, keepNext, link: written.linkTo(cell.link) }, BORDERS);
    });
    return rowXml(own, index === 0);
  });
  const table = fixedTable([], widths, LINE, CELL_MARGINS);
  table.addChildElement(written.sign(rows.join('')));
  return table;
}

/** Cells with the columns they cover; a short row is filled up with empty cells, a longer one is a mistake in the tree. */
function placed(cells: readonly Cell[], columns: number): { cell: Cell; from: number; to: number }[] {
  let to = 0;
  const found = cells.map((cell) => {
    const from = to;
    to += cell.span ?? 1;
    return { cell, from, to };
  });
  if (to > columns) throw new Error(`A row covers ${to} columns of a table that has ${columns}`);
  const missing = Array.from({ length: columns - to }, (_, i) => ({
    cell: { content: '' },
    from: to + i,
    to: to + i + 1,
  }));
  return [...found, ...missing];
}

/** A table of so few lines of print is not torn over two pages; one of tall rows would leave too much of a page empty. */
const UNDIVIDED = { low: 8, tall: 6 };
/** Lines of print that an average row takes from which on rows are tall. */
const TALL = 1.5;
/** Letters that fit into a line over the whole width of an upright page, about. */
const LETTERS = { normal: 85, dense: 102 };
/** A longer one does not leave fewer lines than these alone at the top of a page: its totals. */
const LAST_TOGETHER = 4;
/** Nor, below its head, at the bottom of one: a single row may be no more than a group's name. */
const FIRST_TOGETHER = 2;

/** Of each row, the header first, whether it stays on the page of the next; the last one with the note. */
function rowsThatStay(block: TableBlock): boolean[] {
  const lines = linesOf(block);
  const all = sum(lines);
  const isShort = all <= (all > TALL * lines.length ? UNDIVIDED.tall : UNDIVIDED.low);
  let above = 0;
  const between = [0, ...lines.slice(0, -1)].map((own, index) => {
    above += own;
    return isShort || above < FIRST_TOGETHER || all - above < LAST_TOGETHER || isHead(block, index);
  });
  const last = block.note !== undefined;
  return lines.length === 0 ? [last] : [...between, last];
}

/** A row of one cell over the whole width names those below it; `index` counts the header row as 0. */
const isHead = ({ rows, columns }: TableBlock, index: number): boolean => {
  const [first] = rows[index - 1] ?? [];
  return first?.span === columns.length && columns.length > 1;
};

/** How many lines of print each row takes, about: what is in a narrow column runs over many. */
function linesOf({ rows, columns, dense }: TableBlock): number[] {
  const letters = dense ? LETTERS.dense : LETTERS.normal;
  const linesIn = (cells: readonly Cell[]): number =>
    Math.max(
      1,
      ...placed(cells, columns.length).map(({ cell, from, to }) => {
        const width = sum(columns.slice(from, to).map((column) => column.width));
        return Math.ceil(textLength(cell.content) / Math.max(1, letters * width));
      }),
    );
  return rows.map(linesIn);
}

/**
 * Two texts at the margins, as a table without borders: unlike a tab it holds when a long position takes two lines,
 * and the name then stands level with the last one.
 */
export function twoSidesElements(block: TwoSidesBlock, width: number, lineSpacing: number): FileChild[] {
  const { left, right, below, spaceBefore } = block;
  const share = textLength(left) / (textLength(left) + textLength(right) || 1);
  const part = Math.min(0.7, Math.max(0.3, share));
  const widths = columnWidthsTwips([{ width: part }, { width: 1 - part }], width);
  const cell = (content: Content, align: Align, size: number, row: { before?: number; keepNext?: true; span?: 2 }) =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      columnSpan: row.span,
      borders: sides(NO_LINE),
      verticalAlign: VerticalAlignTable.BOTTOM,
      children: [
        new Paragraph({
          alignment: ALIGNMENT[align],
          keepNext: row.keepNext,
          spacing: spacing(lineSpacing, row.before),
          children: textRuns(content),
        }),
      ],
    });
  const first = { before: spaceBefore, keepNext: below === undefined ? undefined : (true as const) };
  const rows = [
    new TableRow({
      cantSplit: true,
      children: [cell(left, 'left', widths[0]!, first), cell(right, 'right', widths[1]!, first)],
    }),
    ...(below === undefined
      ? []
      : [new TableRow({ cantSplit: true, children: [cell(below, 'left', width, { before: SPACE_BELOW, span: 2 })] })]),
  ];
  return [fixedTable(rows, widths, NO_LINE, NO_MARGINS), new Paragraph({ style: 'TableEnd' })];
}

/** Between a signature and what stands below it, points. */
const SPACE_BELOW = 6;

/** Widths stand on table, grid and cells, in twips: Google Docs mangles a table that leaves one of them out. */
const fixedTable = (rows: TableRow[], widths: readonly number[], line: Line, margins: Margins): Table =>
  new Table({
    rows,
    columnWidths: widths,
    width: { size: sum(widths), type: WidthType.DXA },
    indent: { size: 0, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { ...sides(line), insideHorizontal: line, insideVertical: line },
    margins,
  });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
