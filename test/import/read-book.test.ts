import { readBook } from '../../src/import/read-book';
import { UnreadableFile } from '../../src/import/sheet';
import { workbook } from './files';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const rowsOf = (text: string) => readBook(utf8(text)).sheets[0]!.rows;

test('a quotation mark inside a cell is a letter of it, around a cell it is none', () => {
  expect(rowsOf('№;Класс;Школа\n1;9 "А";"СОШ; ""Заря"""\n2;"Б" класс;"9 "В""\n')).toEqual([
    ['№', 'Класс', 'Школа'],
    ['1', '9 "А"', 'СОШ; "Заря"'],
    ['2', '"Б" класс', '9 "В"'],
  ]);
});

test('commas, semicolons and tabs separate; a byte order mark is no letter', () => {
  expect(rowsOf('\ufeffа,б\n1,"2,5"')).toEqual([
    ['а', 'б'],
    ['1', '2,5'],
  ]);
  expect(rowsOf('а\tб\n1\t2,5')).toEqual([
    ['а', 'б'],
    ['1', '2,5'],
  ]);
  expect(rowsOf('заголовок;\nа;б\n1,5;2,5')[2]).toEqual(['1,5', '2,5']);
});

test('a quotation mark that is never closed is told with row and column', () => {
  const read = () => readBook(utf8('а;б\n1;"2\n3;4'));
  expect(read).toThrow(UnreadableFile);
  expect(read).toThrow(expect.objectContaining({ place: { row: 2, column: 2 } }));
});

test('an .xls that is a page is read with its merged cells', () => {
  const page = `<html><head><meta charset="utf-8"><title>x</title><style>td{}</style></head><body><p>Итоги</p>
    <table><tr><th rowspan=2>Класс</th><th colspan="2">Успеваемость</th></tr><tr><th>&laquo;5&raquo;</th><th>4</th></tr>
    <tr><td>5&nbsp;А<td>1<br>2<td>&#1072;</tr></table></body></html>`;
  const [sheet] = readBook(utf8(page)).sheets;
  expect(sheet!.rows).toEqual([
    ['Итоги'],
    ['Класс', 'Успеваемость', ''],
    ['Класс', '«5»', '4'],
    ['5\u00a0А', '1 2', 'а'],
  ]);
  expect(sheet!.spread[2]).toEqual(['Класс', '«5»', '4']);
  expect(sheet!.spread[1]).toEqual(['Класс', 'Успеваемость', 'Успеваемость']);
});

test('days, percentages and hidden sheets of a workbook are what they are', async () => {
  const bytes = await workbook({
    Данные: {
      rows: [
        ['день', new Date(Date.UTC(2024, 3, 12))],
        [0.5, 'а'],
        ['б', null, 'в'],
      ],
      formats: { A2: '0%', B1: 'dd.mm.yyyy' },
      merges: ['B3:C3'],
    },
    Старое: { rows: [['x']], state: 'hidden' },
  });
  const { sheets, hidden } = readBook(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(['Данные']);
  expect(sheets[0]!.rows.slice(0, 2)).toEqual([
    ['день', new Date(Date.UTC(2024, 3, 12))],
    ['50%', 'а'],
  ]);
  expect(hidden).toEqual(['Старое']);
});

test.each([
  ['an empty file', new Uint8Array()],
  ['a workbook of an old Excel', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1)],
  ['a PDF', utf8('%PDF-1.7')],
  ['an archive cut in two', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3)],
  ['bytes', Uint8Array.of(1, 2, 3, 4)],
])('%s is refused in words', (_, bytes) => {
  expect(() => readBook(bytes)).toThrow(UnreadableFile);
});
