import fc from 'fast-check';
import { CsvError, parseCsv, readCsv } from '../../../src/local/demo/csv';

const cellsOf = (text: string) => parseCsv(text).map((row) => row.cells);

function problemOf(read: () => unknown): CsvError {
  try {
    read();
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
  throw new Error('read without complaint');
}

const write = (rows: string[][], lineEnd: string): string =>
  rows.map((cells) => cells.map(writeCell).join(',') + lineEnd).join('');

const writeCell = (cell: string): string =>
  cell === '' || /[",;\r\n\uFEFF]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

describe('reading CSV', () => {
  test('a quoted comma stays in the cell', () => {
    expect(cellsOf('a,"12,5",c')).toEqual([['a', '12,5', 'c']]);
  });

  test('a doubled quote is one quote', () => {
    expect(cellsOf('"МОБУ ""Школа"""')).toEqual([['МОБУ "Школа"']]);
  });

  test('a quoted line break stays in the cell and is counted as a line', () => {
    expect(parseCsv('"a\r\nb",c\nd,e')).toEqual([
      { line: 1, cells: ['a\r\nb', 'c'] },
      { line: 3, cells: ['d', 'e'] },
    ]);
  });

  test('spaces are kept', () => {
    expect(cellsOf(' a , b')).toEqual([[' a ', ' b']]);
  });

  test('a byte order mark is ignored', () => {
    expect(cellsOf('\uFEFFkey,name')).toEqual([['key', 'name']]);
    expect(cellsOf('\uFEFF"key",name')).toEqual([['key', 'name']]);
  });

  test.each(['a,b\nc,d', 'a,b\r\nc,d', 'a,b\nc,d\n', 'a,b\r\nc,d\r\n', 'a,b\r\nc,d\n\r\n\n'])(
    '%j is two rows',
    (text) => {
      expect(cellsOf(text)).toEqual([
        ['a', 'b'],
        ['c', 'd'],
      ]);
    },
  );

  test('a blank line between rows is a row of one blank cell', () => {
    expect(cellsOf('a\n\nb\n')).toEqual([['a'], [''], ['b']]);
  });

  test('a header with semicolons makes semicolons the separator, and commas part of numbers', () => {
    expect(cellsOf('period;"by, whom";n\n2023-Q2;"a;b";12,5\n')).toEqual([
      ['period', 'by, whom', 'n'],
      ['2023-Q2', 'a;b', '12,5'],
    ]);
    expect(cellsOf('a,b\n1;2,3\n')).toEqual([
      ['a', 'b'],
      ['1;2', '3'],
    ]);
  });

  test('a quoted blank on the last line is a row', () => {
    expect(cellsOf('a\n""\n')).toEqual([['a'], ['']]);
  });

  test('a comma at the end of a line is followed by a blank cell', () => {
    expect(cellsOf('a,\n,')).toEqual([
      ['a', ''],
      ['', ''],
    ]);
  });

  test.each(['', '\n', '\uFEFF', '\r\n\r\n'])('%j has no rows', (text) => {
    expect(parseCsv(text)).toEqual([]);
  });

  test('what is written as CSV reads back the same', () => {
    const rows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }));
    const special = fc.array(
      fc.array(fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'я', ' ') }), { minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.oneof(rows, special), fc.constantFrom('\n', '\r\n'), (given, lineEnd) => {
        expect(readCsv(Buffer.from(write(given, lineEnd))).map((row) => row.cells)).toEqual(given);
      }),
    );
  });

  test('any text is read or refused with a place', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a') }), (text) => {
        try {
          parseCsv(text);
        } catch (error) {
          expect(error).toBeInstanceOf(CsvError);
          expect((error as CsvError).line).toBeLessThanOrEqual(text.split('\n').length);
        }
      }),
    );
  });
});

describe('refusing what is no CSV', () => {
  test.each([
    ['period,school\n1,"2\n3,4\n', 2, 'school', 'кавычка не закрыта'],
    ['period,school\n1,2\n"3"4,5', 3, 'period', 'после закрывающей кавычки'],
    ['period,school\n1,a"b', 2, 'school', 'кавычка внутри ячейки'],
    ['period,school\r1,2', 1, '2', 'CR без LF'],
    ['period\n1,"2', 2, '2', 'кавычка не закрыта'],
  ])('%j', (text, line, column, problem) => {
    expect(problemOf(() => parseCsv(text))).toMatchObject({ line, column, message: expect.stringContaining(problem) });
  });

  test('bytes that are not UTF-8 are named by line and column', () => {
    const cp1251 = Buffer.concat([
      Buffer.from('key,name\ngp,Первая\nms,"а, '),
      Buffer.from([0xd8, 0xea]),
      Buffer.from('"\n'),
    ]);
    expect(problemOf(() => readCsv(cp1251))).toMatchObject({
      line: 3,
      column: 'name',
      message: expect.stringContaining('UTF-8'),
    });
  });

  test('a UTF-16 file is refused at its first byte', () => {
    expect(problemOf(() => readCsv(Buffer.from('\uFEFFkey,name\r\n', 'utf16le')))).toMatchObject({
      line: 1,
      column: '1',
    });
  });
});
