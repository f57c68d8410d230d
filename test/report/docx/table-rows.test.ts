import {
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Block, TableCell as Cell, Content } from '../../../src/model/document';
import { ALIGNMENT, textRuns } from '../../../src/report/docx/text';
import { toDocx } from './file';
import { LAYOUT } from './sample-document';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const WIDTHS = [3402, 3401, 3402];

const rowsIn = (xml: string): string[] => xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];

/** One row as the library writes it. */
async function byLibrary(cells: readonly Cell[]): Promise<string> {
  const children = cells.map(
    (cell, index) =>
      new TableCell({
        width: { size: WIDTHS[index]!, type: WidthType.DXA },
        borders: { top: LINE, bottom: LINE, left: LINE, right: LINE },
        verticalAlign: VerticalAlignTable.CENTER,
        children: [
          new Paragraph({
            style: 'TableText',
            alignment: ALIGNMENT[cell.align ?? 'left'],
            keepNext: true,
            children: textRuns(cell.content, cell.bold),
          }),
        ],
      }),
  );
  const rows = [new TableRow({ cantSplit: true, children })];
  const document = new Document({ sections: [{ children: [new Table({ rows })] }] });
  const file = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  return rowsIn(strFromU8(file['word/document.xml']!))[0]!;
}

function byUs(cells: readonly Cell[]): string {
  const columns = [1, 2, 3].map((n) => ({ title: `Графа ${n}`, width: 1 / 3, align: 'left' as const }));
  const table: Block = { kind: 'table', caption: 'Таблица', columns, rows: [cells], note: 'Примечание' };
  const report = { kind: 'k', edition: 'служебная' as const, title: 'Отчёт', period: '2023-Q2', layout: LAYOUT };
  const file = unzipSync(toDocx({ ...report, blocks: [table] }));
  return rowsIn(strFromU8(file['word/document.xml']!))[1]!;
}

const words = fc.oneof(
  fc.string(),
  fc.constantFrom('', '&amp; <w:rows>0</w:rows>', 'строка\nещё', '\n', '«5,3 %»', '\'"<>&', '$1 $& {t}', '\ud800x'),
);
const run = fc.record({ text: words, bold: fc.boolean(), italic: fc.boolean() }, { requiredKeys: ['text'] });
const content: fc.Arbitrary<Content> = fc.oneof(words, fc.array(run, { maxLength: 3 }));
const cell: fc.Arbitrary<Cell> = fc.record(
  { content, bold: fc.boolean(), align: fc.constantFrom('left', 'center', 'right', 'justify') },
  { requiredKeys: ['content'] },
) as fc.Arbitrary<Cell>;

test('a row of a table is written as the library itself would write it, whatever stands in its cells', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 3, maxLength: 3 }), async (cells) => {
      expect(byUs(cells)).toBe(await byLibrary(cells));
    }),
    { numRuns: 25 },
  );
});
