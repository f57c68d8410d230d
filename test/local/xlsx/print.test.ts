import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { CellState, SheetState } from '../../../src/local/google/book';
import { createBook, createSheet } from '../../../src/local/google/sheets';
import { saveXlsx } from '../../../src/local/xlsx/save';
import { END } from '../../../src/workbook/table';

/** What the saved file says of a sheet's printing. */
async function printing(cells: CellState[][], extras: Partial<SheetState> = {}) {
  const book = createBook({ name: 'Книга', locale: 'ru_RU', timeZone: 'Asia/Yakutsk', owner: 'owner@example.org' });
  const path = join(mkdtempSync(join(tmpdir(), 'print-')), 'book.xlsx');
  await saveXlsx({ ...book, sheets: [{ ...createSheet(7, 'Лист', 40, 30), cells, ...extras }] }, path);
  const files = unzipSync(new Uint8Array(readFileSync(path)));
  const textOf = (name: string): string => strFromU8(files[name]!);
  const setup = /<pageSetup[^>]*>/.exec(textOf('xl/worksheets/sheet1.xml'))![0];
  const named = [...textOf('xl/workbook.xml').matchAll(/<definedName name="_xlnm\.(\w+)"[^>]*>([^<]*)</g)];
  return { setup, ...Object.fromEntries(named.map(([, name, area]) => [name!, area!])) } as Record<string, string>;
}

const row = (count: number): CellState[] => Array.from({ length: count }, (_, at) => ({ value: `графа ${at + 1}` }));

test('a tab prints on A4 across, its first rows on every page, without the mark at its end', async () => {
  const found = await printing([row(3), row(3), [{ value: END }]], { frozenRows: 1 });
  expect(found.setup).toContain('orientation="landscape"');
  expect(found.setup).toContain('paperSize="9"');
  expect(found.setup).toContain('fitToWidth="1"');
  expect(found.Print_Area).toMatch(/\$A\$1:\$C\$2$/);
  expect(found.Print_Titles).toContain('$1:$1');
});

test('a wide one goes over several pages, each with the names of its rows, rather than become unreadable', async () => {
  const columnWidths = new Map(Array.from({ length: 30 }, (_, at) => [at, 150]));
  const found = await printing([row(30)], { columnWidths, hiddenColumns: new Set([0]) });
  expect(found.setup).toContain('fitToWidth="3"');
  expect(found.Print_Titles).toContain('$A:$C');
});
