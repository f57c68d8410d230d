import { counts, csv, type Row, read, reasons, workbook } from './files';

const TITLE: Row[] = [
  ['Статистика по отметкам'],
  [],
  ['ВПР 2024 Русский язык 5 класс'],
  ['Предмет:', 'Русский язык'],
  ['Дата:', '12.04.2024'],
  [],
];
const HEADER: Row = ['Группы участников', 'Кол-во ОО', 'Кол-во участников', '2', '3', '4', '5'];

const statistics = (...rows: Row[]): Row[] => [...TITLE, HEADER, ...rows];

test('percentages become the counts of a school; the country, the region and the district are passed over', async () => {
  const rows = statistics(
    ['Вся выборка', 35000, 1200000, 5.51, 30, 40.49, 24],
    ['Дальняя обл.', 200, 9000, 5, 31, 40, 24],
    ['Зареченский муниципальный округ', 4, 120, 5, 31, 40, 24],
    ['МБОУ "СОШ №1" п. Заречный(edu990001)', null, 21, 4.76, 42.86, 38.1, 14.29],
    ['МКОУ ООШ с. Подгорное(edu990003)', null, 3, 0, 66.67, 33.33, 0],
  );
  const reading = read(await workbook({ 'РУ 5 Статистика по отметкам': rows }));
  expect(reading.kind).toBe('vpr_marks');
  const place = { sheet: 'РУ 5 Статистика по отметкам', year: 2024, subject: 'Русский язык', grade: 5 };
  expect(counts(reading)).toEqual([
    { ...place, row: 11, school: 'МБОУ Заречная СОШ №1', n: 21, m2: 1, m3: 9, m4: 8, m5: 3 },
    { ...place, row: 12, school: 'МКОУ Подгорненская ООШ', n: 3, m2: 0, m3: 2, m4: 1, m5: 0 },
  ]);
  expect(reasons(reading)).toEqual([8, 9, 10].map((row) => [row, 'not_school_row']));
});

test('columns in another order, with others between them, a decimal comma, a sign of per cent and no-break spaces are read the same', async () => {
  const rows: Row[] = [
    ...TITLE,
    ['№', '5', '4', '3', '2', 'Кол-во\u00a0участников ', 'Средний балл', 'Группы участников'],
    [1, '14,29 %', '38,10%', '42,86\u00a0%', '4,76 %', '21', 3.6, 'МБОУ Зaрeчнaя СОШ № 1'],
  ];
  const expected = expect.objectContaining({ school: 'МБОУ Заречная СОШ №1', n: 21, m2: 1, m3: 9, m4: 8, m5: 3 });
  expect(counts(read(await workbook({ Лист1: rows })))).toEqual([expected]);
  expect(counts(read(csv(rows)))).toEqual([expected]);
});

test('digits are those of the column: 6 beside 14,29 is 6,00', async () => {
  const school = 'МБОУ СОШ №1 п. Заречный(edu990001)';
  const exact = read(
    csv(statistics([school, null, 50, 6, 34, 44, 16], ['Вся выборка', 2, 100, '4,87', '29,61', '45,02', '20,5'])),
  );
  expect(counts(exact)).toEqual([expect.objectContaining({ m2: 3, m3: 17, m4: 22, m5: 8 })]);
  const whole = read(csv(statistics([school, null, 150, 1, 33, 33, 33])));
  expect(reasons(whole)).toEqual([[8, 'ambiguous_counts']]);
  const never = read(csv(statistics([school, null, 6, '16,67', '33,33', '33,33', 10])));
  expect(reasons(never)).toEqual([[8, 'percent_sum']]);
});

test('cells in the format of percentages are percentages', async () => {
  const rows = statistics(['МБОУ Заречная СОШ №2', null, 4, 0.25, 0.5, 0.25, 0]);
  const formats = { D8: '0.00%', E8: '0.00%', F8: '0.00%', G8: '0.00%' };
  const expected = [expect.objectContaining({ n: 4, m2: 1, m3: 2, m4: 1, m5: 0 })];
  expect(counts(read(await workbook({ Отчёт: { rows, formats } })))).toEqual(expected);
  expect(counts(read(await workbook({ Отчёт: rows })))).toEqual(expected);
});

test('a school with nobody has no line, an unknown login none of ours', () => {
  const reading = read(
    csv(
      statistics(
        ['МБОУ Заречная СОШ №1', null, 0, '', '', '', ''],
        ['МБОУ Заречная СОШ №1(edu770001)', null, 2, 0, 50, 50, 0],
      ),
    ),
  );
  expect(counts(reading)).toEqual([]);
  expect(reasons(reading)).toEqual([[9, 'unknown_school']]);
});

test('«Распределение первичных баллов» has columns 2, 3, 4 and 5, too, but they are scores', () => {
  const header = ['Группы участников', 'Кол-во участников', ...Array.from({ length: 20 }, (_, score) => String(score))];
  const reading = read(
    csv([
      ['Распределение первичных баллов'],
      ...TITLE.slice(1),
      header,
      ['МБОУ Заречная СОШ №1', 9, ...Array(20).fill(5)],
    ]),
  );
  expect(reading.kind).toBeNull();
  expect(reading.remarks.join()).toContain('распределение первичных баллов');
});

const FLAT: Row = [
  'Год',
  'Логин',
  'Муниципалитет ',
  'ОО',
  'Класс',
  'Предмет',
  'Кол-во участников ',
  '2',
  '3',
  '4',
  '5',
];

test('a flat table gives our schools by old and new logins, other municipalities and repeats are passed over', () => {
  const ours = 'Зареченский муниципальный район';
  const line = [5, 'Математика ', 9, '11,11', '33,33', '44,44', '11,11'] as const;
  const reading = read(
    csv([
      FLAT,
      [2023, 'sch990001', ours, 'Муниципальное учреждение "Заречная средняя общеобразовательная школа №1"', ...line],
      [2023, 'sch440001', 'город Дальний', 'МБОУ СОШ № 1', ...line],
      [2024, 'edu990001', 'Зареченский муниципальный округ', 'Заречная СОШ №1', ...line],
      [2024, '', ours, 'МБОУ СОШ № 1 пос. Заречный', ...line],
      [2024, '', ours, 'МБОУ СОШ', ...line],
      [],
    ]),
  );
  const marks = { subject: 'Математика', grade: 5, n: 9, m2: 1, m3: 3, m4: 4, m5: 1 };
  expect(counts(reading)).toEqual([
    { row: 2, year: 2023, school: 'МБОУ Заречная СОШ №1', ...marks },
    { row: 4, year: 2024, school: 'МБОУ Заречная СОШ №1', ...marks },
  ]);
  expect(reasons(reading)).toEqual([
    [6, 'unknown_school'],
    [3, 'other_municipality'],
    [5, 'duplicate_exact'],
  ]);
});

test('of two lines about the same that differ neither is believed', () => {
  const of = (n: number, ...percents: number[]): Row => [
    2024,
    'edu990002',
    'Зареченский район',
    'СОШ №2',
    6,
    'Биология',
    n,
    ...percents,
  ];
  const reading = read(csv([FLAT, of(4, 25, 25, 50, 0), of(4, 0, 50, 50, 0)]));
  expect(counts(reading)).toEqual([]);
  expect(reasons(reading)).toEqual([
    [2, 'duplicate_conflict'],
    [3, 'duplicate_conflict'],
  ]);
});

const block = (title: string, lower: number, same: number, higher: number, all: number): Row[] => [
  [title],
  ['Понизили ( Отм.< Отм.по журналу) %', lower, 1],
  ['Подтвердили (Отм.= Отм.по журналу) %', same, 2],
  ['Повысили (Отм.> Отм.по журналу) %', higher, 3],
  ['Всего*:', all, 100],
];

test('a comparison with the journal gives its counts where they add up', () => {
  const reading = read(
    csv([
      ['Сравнение отметок с отметками по журналу'],
      ...TITLE.slice(1),
      ['Группы участников', 'Кол-во участников', '%'],
      ...block('Дальняя обл.', 100, 200, 300, 600),
      ...block('МБОУ СОШ №2 п. Заречный(edu990002)', 4, 20, 1, 25),
      ...block('МКОУ Луговская ООШ(edu990004)', 1, 3, 0, 5),
    ]),
  );
  expect(reading.kind).toBe('vpr_journal');
  const work = { year: 2024, subject: 'Русский язык', grade: 5 };
  expect(counts(reading)).toEqual([
    { row: 13, ...work, school: 'МБОУ Заречная СОШ №2', n: 25, lower: 4, same: 20, higher: 1 },
  ]);
  expect(reasons(reading)).toEqual([
    [18, 'counts_mismatch'],
    [8, 'not_school_row'],
  ]);
});

test('in a report of several municipalities the schools of the others are passed over', () => {
  const reading = read(
    csv(
      statistics(
        ['Зареченский муниципальный округ', 4, 120, 5, 31, 40, 24],
        ['МБОУ СОШ №2 п. Заречный(edu990002)', null, 2, 0, 50, 50, 0],
        ['МБОУ Новая СОШ(edu770001)', null, 2, 0, 50, 50, 0],
        ['Дальний муниципальный район', 4, 120, 5, 31, 40, 24],
        ['МБОУ Дальняя СОШ(edu770002)', null, 2, 0, 50, 50, 0],
      ),
    ),
  );
  expect(counts(reading)).toHaveLength(1);
  expect(reasons(reading)).toEqual([
    [10, 'unknown_school'],
    [8, 'not_school_row'],
    [11, 'not_school_row'],
    [12, 'other_municipality'],
  ]);
});
