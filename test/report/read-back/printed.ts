import type { Block, ReportDocument, Run } from '../../../src/model';
import { toDocx } from '../docx/file';
import { type Element, findAll, readDocx } from '../docx/read-docx';

/** A cell of a table as the file has it, beside what the tree means by it. */
export interface PrintedCell {
  readonly caption: string;
  readonly column: string;
  readonly text: string;
  /** None where it tells of no figure. */
  readonly runs: readonly Run[];
}

/** A document as somebody reads it who has the file alone; figures are only the names of what he reads. */
export interface Printed {
  readonly cells: readonly PrintedCell[];
  /** Everything, also outside tables. */
  readonly text: string;
  /** What is printed of figures, in tables and in sentences. */
  readonly runs: readonly Run[];
}

const textIn = (element: Element): string =>
  findAll(element, 'w:t')
    .map(({ children }) => children.join(''))
    .join('');

type TableBlock = Extract<Block, { kind: 'table' }>;
const isGrid = (block: Block): boolean =>
  block.kind === 'two-sides' || (block.kind === 'table' && block.columns.length > 0);

/** A chart is a picture, and none of a public edition counts people. */
export async function printedOf(document: ReportDocument): Promise<Printed> {
  const blocks = document.blocks.filter(({ kind }) => kind !== 'chart');
  const { body } = await readDocx(toDocx({ ...document, blocks }));
  const text = textIn(body);
  const grids = blocks.filter(isGrid);
  const tables = findAll(body, 'w:tbl');
  if (tables.length !== grids.length) throw new Error(`${document.title}: ${tables.length} tables of ${grids.length}`);
  const cells = grids.flatMap((block, index) => (block.kind === 'table' ? cellsOf(block, tables[index]!) : []));
  const told = blocks.flatMap(sentencesOf).filter((run) => text.includes(run.text));
  return { cells, text, runs: [...cells.flatMap(({ runs }) => runs), ...told] };
}

function cellsOf(block: TableBlock, table: Element): PrintedCell[] {
  const [, ...rows] = findAll(table, 'w:tr');
  return block.rows.flatMap((row, index) => {
    const printed = findAll(rows[index]!, 'w:tc').map(textIn);
    return row.map(({ content }, at): PrintedCell => {
      const text = printed[at]!;
      const figures = typeof content === 'string' ? [] : content.filter(({ figure }) => figure);
      const runs = figures.length === 1 ? [{ ...figures[0]!, text }] : figures.filter((run) => text.includes(run.text));
      return { caption: block.caption, column: block.columns[at]?.title ?? '', text, runs };
    });
  });
}

function sentencesOf(block: Block): Run[] {
  const contents = block.kind === 'list' ? block.items : 'content' in block ? [block.content] : [];
  return contents.flatMap((content) => (typeof content === 'string' ? [] : content.filter(({ figure }) => figure)));
}
