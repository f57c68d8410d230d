import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Book, CellState, SheetState, ValidationState } from '../../../src/local/google/book';
import { createBook, createSheet } from '../../../src/local/google/sheets';
import { loadXlsx } from '../../../src/local/xlsx/load';
import { saveXlsx } from '../../../src/local/xlsx/save';

const bookOf = (...sheets: SheetState[]): Book => ({
  ...createBook({ name: 'Книга', locale: 'ru_RU', timeZone: 'Asia/Yakutsk', owner: 'owner@example.org' }),
  sheets,
});

const sheetOf = (name: string, cells: CellState[][], extras: Partial<SheetState> = {}, id = 7): SheetState => ({
  ...createSheet(id, name, 40, 12),
  cells,
  ...extras,
});

const rounded = async (book: Book): Promise<Book> => {
  const path = join(mkdtempSync(join(tmpdir(), 'xlsx-')), 'book.xlsx');
  await saveXlsx(book, path);
  const fresh = bookOf(createSheet(0, 'Лист1'));
  await loadXlsx(fresh, path);
  return fresh;
};

const cellThrough = async (cell: CellState): Promise<CellState | undefined> =>
  (await rounded(bookOf(sheetOf('Лист', [[cell]])))).sheets[0]?.cells[0]?.[0];

const rule = (criteria: string, ...values: unknown[]): ValidationState => ({
  criteria,
  arguments: values,
  allowInvalid: false,
  help: null,
});

test('a workbook saved again is the same file to the byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
  const book = bookOf(sheetOf('Лист', [[{ value: 'слово' }, { value: 3 }]]));
  const bytesAt = async (day: string, name: string): Promise<string> => {
    jest.useFakeTimers({ now: new Date(day), doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask'] });
    await saveXlsx(book, join(folder, name));
    jest.useRealTimers();
    return readFileSync(join(folder, name)).toString('hex');
  };
  expect(await bytesAt('2026-03-01T10:00:00', 'one.xlsx')).toBe(await bytesAt('2026-11-26T17:31:22', 'two.xlsx'));
});

describe('a cell survives saving and loading', () => {
  const when = (text: string) => new Date(text);
  test.each<[string, CellState]>([
    ['text', { value: 'Да «нет» <b>&' }],
    ['text that looks like a number', { value: '007', format: '@' }],
    ['text with lines and an emoji', { value: 'раз\nдва 😀' }],
    ['a number', { value: 12.5, format: '0.00' }],
    ['truth', { value: true }],
    ['a date of the workbook’s clock', { value: when('2023-07-02T15:00:00Z'), format: 'dd.mm.yyyy' }],
    ['a moment', { value: when('2023-07-02T15:30:15Z'), format: 'dd.mm.yyyy hh:mm:ss' }],
    ['a formula with its value', { value: 4, formula: '=ROUND(SUM(B1:B2;1,5);0)' }],
    ['a formula whose value is empty text', { value: '', formula: '=IF(B1>1;"";"a")' }],
    ['a formula over another sheet', { value: 'x', formula: "='Лист'!$B$3" }],
    ['a note', { value: 'a', note: 'Проверьте\nстроку' }],
    ['a note of a blank cell', { value: '', note: 'пусто' }],
    [
      'a look',
      {
        value: 'a',
        style: {
          bold: true,
          italic: true,
          color: '#cc0000',
          background: '#fff2cc',
          size: 14,
          font: 'Roboto',
          align: 'center',
          verticalAlign: 'middle',
          wrap: true,
          borders: { top: true, bottom: true },
        },
      },
    ],
    ['a background of a blank cell', { value: '', style: { background: '#eeeeee' } }],
    ['a link to a cell', { value: 'к строке', link: '#gid=7&range=C30' }],
    ['a link outside', { value: 'сайт', link: 'https://example.org/?a=1&b=2' }],
  ])('%s', async (_name, cell) => {
    expect(await cellThrough(cell)).toEqual(cell);
  });

  test('a text longer than a cell of Excel holds', async () => {
    const value = 'ж'.repeat(49_000);
    expect((await cellThrough({ value }))?.value).toBe(value);
  });

  test('a formula only Google computes keeps its value', async () => {
    expect(await cellThrough({ value: 5, formula: '=ARRAYFORMULA(SUM(B1:B2))' })).toEqual({ value: 5 });
  });
});

describe('a validation survives', () => {
  const long = Array.from({ length: 60 }, (_, at) => `Предмет, номер ${at}`);
  const area = { sheetId: 7, row: 1, column: 2, rows: 5, columns: 1 };
  test.each<[string, ValidationState]>([
    ['a checkbox', rule('CHECKBOX')],
    ['a short list', rule('VALUE_IN_LIST', ['да', 'нет'], true)],
    ['a long list, with commas', rule('VALUE_IN_LIST', long, true)],
    ['values of a range', rule('VALUE_IN_RANGE', area, true)],
    ['a warning with help', { ...rule('NUMBER_BETWEEN', 0, 12.5), allowInvalid: true, help: 'от 0 до 12,5' }],
    ['at least', rule('NUMBER_GREATER_THAN_OR_EQUAL_TO', 0)],
    ['a date after', rule('DATE_AFTER', new Date('2023-07-02T15:00:00Z'))],
    ['any date', rule('DATE_IS_VALID_DATE')],
    ['text that contains', rule('TEXT_CONTAINS', 'a "b"')],
    ['an address', rule('TEXT_IS_VALID_EMAIL')],
    ['a formula', rule('CUSTOM_FORMULA', '=LEN(A1)>1,5')],
  ])('%s', async (_name, validation) => {
    expect((await cellThrough({ value: '', validation }))?.validation).toEqual(validation);
  });

  test('over many cells, each of which has it again', async () => {
    const validation = rule('NUMBER_GREATER_THAN', 0);
    const other = rule('NUMBER_LESS_THAN', 5);
    const row = (at: number): CellState[] => [
      { value: at, validation },
      { value: at, validation: at % 3 ? validation : other },
    ];
    const cells = Array.from({ length: 25 }, (_, at) => row(at));
    const loaded = (await rounded(bookOf(sheetOf('Лист', cells)))).sheets[0]!;
    expect(loaded.cells).toEqual(cells);
  });

  test('a formula in several cells stays the same text in each', async () => {
    const validation = rule('CUSTOM_FORMULA', '=$B$1>1');
    const cells = [[{ value: '', validation }], [{ value: '', validation }]];
    expect((await rounded(bookOf(sheetOf('Лист', cells)))).sheets[0]!.cells).toEqual(cells);
  });
});

describe('a sheet survives', () => {
  test('its sizes, hidden column A, frozen panes, widths, heights, colour, merges and filter', async () => {
    const sheet = sheetOf('МБОУ «Школа № 1»', [[{ value: 'a' }, { value: '', style: { bold: true } }]], {
      frozenRows: 2,
      frozenColumns: 3,
      hiddenColumns: new Set([0]),
      hiddenRows: new Set([4, 5]),
      columnWidths: new Map([
        [0, 40],
        [1, 210],
      ]),
      rowHeights: new Map([[1, 60]]),
      tabColor: '#ff9900',
      hidden: true,
      merges: [{ row: 2, column: 1, rows: 1, columns: 4 }],
      filter: { row: 3, column: 1, rows: 10, columns: 3 },
    });
    const { sheets } = await rounded(bookOf(sheetOf('Первый', []), { ...sheet, id: 9 }));
    expect(sheets[1]).toEqual({ ...sheet, id: 9 });
  });

  test('a row whose wrapped text wants several lines keeps fitting itself', async () => {
    const cells: CellState[][] = [[{ value: 'слово '.repeat(20).trim(), style: { wrap: true } }], [{ value: 'a' }]];
    const { sheets } = await rounded(bookOf(sheetOf('Лист', cells, { hiddenColumns: new Set([3]) })));
    expect(sheets[0]).toEqual(sheetOf('Лист', cells, { hiddenColumns: new Set([3]) }));
  });

  test('its conditional formats, in order', async () => {
    const areas = [{ row: 1, column: 1, rows: 9, columns: 2 }];
    const conditionalFormats = [
      { areas, criteria: 'CUSTOM_FORMULA', arguments: ['=$B2>1,5'], background: '#f4cccc' },
      { areas, criteria: 'CUSTOM_FORMULA', arguments: ['=LEFT($C2;1)="✖"'], background: '#f4cccc' },
      { areas, criteria: 'NUMBER_LESS_THAN', arguments: [3], color: '#990000', bold: true },
      { areas, criteria: 'TEXT_CONTAINS', arguments: ['ошибка'], background: '#fce5cd' },
      {
        areas: [...areas, { row: 20, column: 0, rows: 1, columns: 1 }],
        criteria: 'CELL_NOT_EMPTY',
        arguments: [],
        italic: true,
      },
    ];
    const { sheets } = await rounded(bookOf(sheetOf('Лист', [], { conditionalFormats })));
    expect(sheets[0]!.conditionalFormats).toEqual(conditionalFormats);
  });

  test('its name, even one too long for Excel or with signs Excel forbids, and formulas that mention it', async () => {
    const name = 'Показатели: [школы/классы] за весь период наблюдения';
    const formula = `='${name}'!A1`;
    const { sheets } = await rounded(
      bookOf(sheetOf(name, [[{ value: 1 }]]), sheetOf(`${name}!`, [[{ value: 1, formula }]], {}, 8)),
    );
    expect(sheets.map((sheet) => sheet.name)).toEqual([name, `${name}!`]);
    expect(sheets[1]!.cells[0]![0]).toEqual({ value: 1, formula });
  });
});

test('named ranges survive', async () => {
  const book = bookOf(sheetOf('Лист 1', [[{ value: 1 }]]));
  book.namedRanges.set('Пороги', { sheetId: 7, row: 0, column: 1, rows: 3, columns: 2 });
  expect((await rounded(book)).namedRanges).toEqual(book.namedRanges);
});

test('a sheet of a file made elsewhere keeps the id of the sheet of that name, in a grid of at least 1000 × 26', async () => {
  const ExcelJs = await Promise.resolve(require('exceljs'));
  const workbook = new ExcelJs.Workbook();
  workbook.addWorksheet('Лист1').getCell('B2').value = 'a';
  workbook.addWorksheet('Новый').getCell('A1').value = { richText: [{ text: 'a' }, { text: 'b' }] };
  const path = join(mkdtempSync(join(tmpdir(), 'xlsx-')), 'other.xlsx');
  await workbook.xlsx.writeFile(path);
  const book = bookOf(createSheet(5, 'Лист1'), createSheet(6, 'Лишний'));
  await loadXlsx(book, path);
  expect(book.sheets.map(({ id, name, rowCount, columnCount }) => [id, name, rowCount, columnCount])).toEqual([
    [5, 'Лист1', 1000, 26],
    [7, 'Новый', 1000, 26],
  ]);
  expect(book.sheets[1]!.cells[0]![0]).toEqual({ value: 'ab' });
});
