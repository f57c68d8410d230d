import { readSeparated } from '../../src/import/csv';
import { counts, csv, type Row, read, reasons, workbook } from './files';

/** Учебные данные: nobody is called so. */
const PERSON = 'Выдумкин Невзаправд';

const FLAT: Row[] = [
  ['Год', 'Логин', 'Муниципалитет', 'ОО', 'Класс', 'Предмет', 'Кол-во участников', '2', '3', '4', '5'],
  [2024, 'edu990001', 'Зареченский район', 'Заречная СОШ №1', 5, 'Математика', 9, '11,11', '33,33', '44,44', '11,11'],
  [2024, 'edu990002', 'Зареченский район', 'Заречная СОШ №2', 5, 'Математика', 12, 0, 50, 25, 25],
  [2024, 'edu990003', 'Зареченский район', 'Подгорненская ООШ', 5, 'Математика', 3, '33,33', '33,33', '33,33', 0],
];
const MARKS = [
  [9, 1, 3, 4, 1],
  [12, 0, 6, 3, 3],
  [3, 1, 1, 1, 0],
];
const marksIn = (bytes: Uint8Array) => counts(read(bytes)).map(({ n, m2, m3, m4, m5 }) => [n, m2, m3, m4, m5]);

const put = (row: Row, ...cells: readonly (readonly [column: number, words: string])[]): Row =>
  row.map((cell, at) => cells.find(([column]) => column === at)?.[1] ?? cell);

const PROTOCOL: Row[] = [
  ['Протокол муниципального этапа всероссийской олимпиады школьников'],
  ['Учебный год: 2024/2025'],
  ['Предмет', 'ОУ', 'Код', 'Класс', 'Итоговый балл', 'Статус'],
  ['Химия', 'Заречная СОШ №1', 'Х-1', 9, 40, 'Победитель'],
  [null, null, 'Х-2', 9, 12, 'Участник'],
  [null, null, 'Х-3', 10, 11, 'Участник'],
  ['Химия', 'Заречная СОШ №2', 'Х-4', 9, 9, 'Участник'],
];

test('a table is known by its captions, in whatever order its columns stand and with blank ones between', () => {
  expect(marksIn(csv(FLAT))).toEqual(MARKS);
  expect(marksIn(csv(FLAT.map((row) => [...row].reverse())))).toEqual(MARKS);
  expect(marksIn(csv(FLAT.map((row) => row.flatMap((cell) => [cell, ''] as const))))).toEqual(MARKS);
});

test('lines of totals and averages with as many digits as they like say nothing of how the others are printed', () => {
  const average: Row = [
    'Среднее по району',
    '',
    '',
    '',
    '',
    '',
    24,
    '14,8133333',
    '38,8866667',
    '34,2566667',
    '12,0366667',
  ];
  expect(marksIn(csv([...FLAT, average]))).toEqual(MARKS);
});

test('numbers that are texts with spaces around and in them are numbers', () => {
  const spaced = FLAT.map((row, at) => (at === 0 ? row : row.map((cell) => ` ${cell}\u00a0`)));
  expect(marksIn(csv(spaced))).toEqual(MARKS);
});

test('what is merged over several lines is said of each of them', async () => {
  const merges = ['A4:A6', 'B4:B6'];
  const sums = [
    [3, 1],
    [1, 0],
  ];
  const of = (bytes: Uint8Array) => counts(read(bytes)).map(({ participants, winners }) => [participants, winners]);
  expect(of(await workbook({ Химия: { rows: PROTOCOL, merges } }))).toEqual(sums);
  const page = PROTOCOL.map((row, at) => {
    const cells = row.map((cell, column) =>
      cell === null ? '' : `<td${at === 3 && column < 2 ? ' rowspan="3"' : ''}>${cell}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  expect(of(new TextEncoder().encode(`<html><table>${page.join('\n')}</table></html>`))).toEqual(sums);
});

test('many titles with commas above a short table with semicolons do not make a table with commas of it', () => {
  const titles = ['Отдел образования, молодёжи, спорта', 'Выгружено, исполнитель, дата', 'Итоги', 'Год', 'Этап'];
  const text = [...titles, 'а;б, в, г;д;е', '1;2,5;3,5;4,1', '2;2,5;3,5;4,1'].join('\n');
  expect(readSeparated(text).rows[6]).toEqual(['1', '2,5', '3,5', '4,1']);
});

test('the day on which a file was made is not the day that it is of', () => {
  const rows: Row[] = [
    ['Выгружено 01.06.2025'],
    ['Социальный паспорт школ на 01.10.2024'],
    ['Школа', 'Всего обучающихся', 'Многодетные', 'Неполные', 'ОВЗ'],
    ['Заречная СОШ №1', 300, 40, 50, 12],
  ];
  expect(counts(read(csv(rows)))[0]).toMatchObject({ date: '2024-10-01', pupils: 300 });
});

test('a person’s name in the place of a school, its district or a subject is neither told nor kept', () => {
  const at = (column: number): Row[] =>
    FLAT.map((row, line) => (line === 1 ? put(row, [column, PERSON], [1, '']) : row));
  for (const column of [2, 3, 5]) {
    const reading = read(csv(at(column)));
    expect(JSON.stringify(reading)).not.toContain(PERSON);
    expect(counts(reading).length).toBeGreaterThanOrEqual(2);
  }
  const moved = FLAT.map((row, line) => (line === 1 ? put(row, [1, ''], [2, PERSON], [3, PERSON]) : row));
  expect(JSON.stringify(read(csv(moved)))).not.toContain(PERSON);
  expect(reasons(read(csv(at(5))))).toEqual([[2, 'counts_mismatch']]);
});
