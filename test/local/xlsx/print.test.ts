import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { CellState, SheetState } from '../../../src/local/google/book';
import { createBook, createSheet } from '../../../src/local/google/sheets';
import { excelJs } from '../../../src/local/xlsx/exceljs';
import { loadXlsx } from '../../../src/local/xlsx/load';
import { saveXlsx } from '../../../src/local/xlsx/save';
import { END } from '../../../src/workbook/table';

const emptyBook = () =>
  createBook({ name: 'Книга', locale: 'ru_RU', timeZone: 'Asia/Yakutsk', owner: 'owner@example.org' });

async function saved(cells: CellState[][], extras: Partial<SheetState> = {}): Promise<string> {
  const book = emptyBook();
  const path = join(mkdtempSync(join(tmpdir(), 'print-')), 'book.xlsx');
  await saveXlsx({ ...book, sheets: [{ ...createSheet(7, 'Лист', 40, 30), cells, ...extras }] }, path);
  return path;
}

/** What the saved file says of a sheet's printing. */
async function printing(cells: CellState[][], extras: Partial<SheetState> = {}) {
  const path = await saved(cells, extras);
  const files = unzipSync(new Uint8Array(readFileSync(path)));
  const textOf = (name: string): string => strFromU8(files[name]!);
  const setup = /<pageSetup[^>]*>/.exec(textOf('xl/worksheets/sheet1.xml'))![0];
  const named = [...textOf('xl/workbook.xml').matchAll(/<definedName name="_xlnm\.(\w+)"[^>]*>([^<]*)</g)];
  const fit = /fitToPage="1"/.exec(textOf('xl/worksheets/sheet1.xml'))?.[0] ?? '';
  const header = /<oddHeader>([^<]*)</.exec(textOf('xl/worksheets/sheet1.xml'))?.[1] ?? '';
  return { setup, fit, header, ...Object.fromEntries(named.map(([, name, area]) => [name!, area!])) } as Record<
    string,
    string
  >;
}

const scaleOf = ({ setup }: Record<string, string>): number => Number(/ scale="(\d+)"/.exec(setup!)?.[1]);

const row = (count: number): CellState[] => Array.from({ length: count }, (_, at) => ({ value: `графа ${at + 1}` }));

test('a tab prints on A4 across, its first rows on every page, without the mark at its end', async () => {
  const found = await printing([row(3), row(3), [{ value: END }]], { frozenRows: 1 });
  expect(found.setup).toContain('orientation="landscape"');
  expect(found.setup).toContain('paperSize="9"');
  expect(found.setup).toContain('fitToWidth="1"');
  expect(found.Print_Area).toMatch(/\$A\$1:\$C\$2$/);
  expect(found.Print_Titles).toContain('$1:$1');
});

const wide = { columnWidths: new Map(Array.from({ length: 30 }, (_, at) => [at, 150])), hiddenColumns: new Set([0]) };

test('a wide one goes over several pages, each with the names of its rows, rather than become unreadable', async () => {
  const found = await printing([row(30)], wide);
  expect(scaleOf(found)).toBeGreaterThanOrEqual(60);
  expect(found.fit).toBe('');
  expect(found.setup).toContain('pageOrder="overThenDown"');
  expect(found.Print_Titles).toContain('$A:$C');
});

test('so many pages are shared evenly: no column stands alone in small letters', async () => {
  // 300 pixels of names and twelve columns: six to a page of 1,200 pixels.
  const found = await printing([row(15)], wide);
  expect(scaleOf(found)).toBe(85);
});

test('a box to tick is drawn as a box, and is a tick again when the file is opened', async () => {
  const box = (value: boolean): CellState => ({
    value,
    validation: { criteria: 'CHECKBOX', arguments: [], allowInvalid: false, help: null },
  });
  const path = await saved([[box(true), box(false)]]);
  const workbook = new (excelJs().Workbook)();
  await workbook.xlsx.readFile(path);
  expect(workbook.worksheets[0]!.getCell('A1').numFmt).toContain('☑');
  const book = emptyBook();
  await loadXlsx(book, path);
  const again = book.sheets[0]!.cells[0]!;
  expect(again.map((cell) => [cell?.value, cell?.format, cell?.validation?.criteria])).toEqual([
    [true, undefined, 'CHECKBOX'],
    [false, undefined, 'CHECKBOX'],
  ]);
});

test('columns are as wide as at Google whatever fonts a computer has: they are counted in Arial', async () => {
  const files = unzipSync(new Uint8Array(readFileSync(await saved([row(1)]))));
  const [first] = /<font>.*?<\/font>/.exec(strFromU8(files['xl/styles.xml']!))!;
  expect(first).toContain('Arial');
});

test('a headline that the repeated columns cannot hold stands whole above each page, a short one in its row', async () => {
  const headed = (words: string): CellState[][] => [[{ value: 'ключ' }, { value: words }], [], row(15), row(15)];
  const found = async (words: string) => printing(headed(words), { ...wide, frozenRows: 3 });
  const short = await found('Состояние');
  expect([short.Print_Titles, short.header]).toEqual([expect.stringContaining('$1:$3'), '']);
  const words = 'Данные на 25 июня, 10:00. Сдали 7 из 7. Квартал занимает ячеек: 46 188';
  const long = await found(words);
  expect([long.Print_Titles, long.header]).toEqual([
    expect.stringContaining('$2:$3'),
    `&amp;L&amp;&quot;Arial,Bold&quot;&amp;11 ${words}`,
  ]);
  expect(long.Print_Area).toMatch(/\$A\$2:/);
});
