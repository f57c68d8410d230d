import { counts, csv, type Row, read, reasons, workbook } from './files';

const blank = (count: number): null[] => Array<null>(count).fill(null);
const SCHOOL =
  'Муниципальное бюджетное общеобразовательное учреждение «Заречная средняя общеобразовательная школа № 1»';

const JOURNAL: Row[] = [
  [SCHOOL],
  ['Итоги успеваемости и качества знаний'],
  ['Учебный год: 2023/2024'],
  ['Период: 1 полугодие'],
  [],
  ['Класс', 'Предмет', 'Учитель', 'Кол-во уч-ся', 'Успеваемость', ...blank(6), 'Ср. балл'],
  [...blank(4), '«5»', '«4»', '«3»', '«2»', 'Н/А', 'ОСВ', 'Нет оценки'],
  ['5А', 'Химия', 'Учебнова У. У.', 10, 1, 2, 3, 1, 1, 1, 1, '3,43'],
  [null, 'Физика', 'Учебнова У. У.', 10, 5, 5, 0, 0, 0, 0, 0, '4,5'],
  ['5 "Б"', 'Химия', 'Учебнова У. У.', 8, 1, 2, 3, 1, '', '', '', '3,43'],
  ['5-в', 'Химия', 'Учебнова У. У.', 8, 2, 2, 3, 1, '', '', '', '3,43'],
  ['5 Параллель', null, null, 36, 9, 11, 9, 3],
  ['Школа', null, null, '—', '—'],
  ['Директор школы', 'Учебнова У. У.'],
];
const MERGES = ['A6:A7', 'B6:B7', 'C6:C7', 'D6:D7', 'E6:K6', 'L6:L7', 'A8:A9'];

test('a journal gives marks by class and subject where they add up to the pupils, and sums by grade', async () => {
  const reading = read(await workbook({ Отчет: { rows: JOURNAL, merges: MERGES } }));
  expect(reading.kind).toBe('journal_marks');
  const of = { year: '2023/2024', period: '1 полугодие', school: 'МБОУ Заречная СОШ №1', grade: 5 };
  const none = { not_attested: 0, exempt: 0, no_mark: 0 };
  expect(counts(reading)).toEqual([
    {
      ...of,
      row: 8,
      cls: '5А',
      subject: 'Химия',
      n: 10,
      m5: 1,
      m4: 2,
      m3: 3,
      m2: 1,
      not_attested: 1,
      exempt: 1,
      no_mark: 1,
    },
    { ...of, row: 9, cls: '5А', subject: 'Физика', n: 10, m5: 5, m4: 5, m3: 0, m2: 0, ...none },
    { ...of, row: 11, cls: '5В', subject: 'Химия', n: 8, m5: 2, m4: 2, m3: 3, m2: 1, ...none },
  ]);
  expect(reading.refused).toEqual([{ row: 10, text: '5Б Химия: 7 из 8', reason: 'counts_mismatch' }]);
  expect(reading.skipped.map(({ text }) => text)).toEqual(['5 Параллель', 'Школа']);
  expect(reading.about.sum_by_grade).toEqual([
    { grade: 5, subject: 'Химия', n: 18, m2: 2, m3: 6, m4: 4, m5: 3, not_attested: 1, exempt: 1, no_mark: 1 },
    { grade: 5, subject: 'Физика', n: 10, m2: 0, m3: 0, m4: 5, m5: 5, ...none },
  ]);
});

test('a page under the name of a spreadsheet, with the subject in a label and the period on each line, is the same report', () => {
  const page = `<html><body><table><tr><td>Образовательная организация:</td><td>МКОУ «Луговская ООШ»</td></tr>
    <tr><td>Предмет:</td><td>Алгебра</td></tr><tr><td>Учебный год: 2023-2024</td></tr></table><table>
    <tr><th rowspan="2">Класс</th><th rowspan="2">Период</th><th rowspan="2">Кол-во учеников</th><th colspan="9">Успеваемость</th></tr>
    <tr><th>Отл</th><th>Хор</th><th>Уд</th><th>Неуд</th><th>Н/А</th><th>ОСВ</th><th>ЗЧ</th><th>НЗ</th><th>Нет оценки</th></tr>
    <tr><td rowspan="2">7&nbsp;А</td><td>I четверть</td><td>9</td><td>1</td><td>3</td><td>4</td><td>0</td><td>0</td><td>0</td><td>1</td><td>0</td><td>0</td></tr>
    <tr><td>II четверть</td><td>9</td><td>2</td><td>3</td><td>4</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr></table></body></html>`;
  const reading = read(new TextEncoder().encode(page));
  expect(
    counts(reading).map(({ school, cls, period, subject, m5, n }) => [school, cls, period, subject, m5, n]),
  ).toEqual([
    ['МКОУ Луговская ООШ', '7А', 'I четверть', 'Алгебра', 1, 9],
    ['МКОУ Луговская ООШ', '7А', 'II четверть', 'Алгебра', 2, 9],
  ]);
});

test('a journal of a school that is not ours is asked about once', () => {
  const reading = read(csv([['МБОУ Дальняя СОШ'], ...JOURNAL.slice(1)]));
  expect(counts(reading)).toEqual([]);
  expect(reading.refused).toEqual([{ row: 1, text: 'МБОУ Дальняя СОШ', reason: 'unknown_school' }]);
});

test('pupils counted by their worst mark give no marks of subjects', () => {
  const reading = read(
    csv([
      ['Успеваемость по школе'],
      ['Класс', 'Отличники', 'Хорошо', 'Успевающие', 'Неуспевающие'],
      ['5А', 1, 2, 3, 0],
    ]),
  );
  expect(reading.kind).toBeNull();
  expect(reading.remarks.join()).toContain('по худшей отметке');
});

const PERSON = ['Учебнов', 'Учебник', 'Учебнович'];
const protocol = (subject: string, head: Row, ...lines: Row[]): Row[] => [
  ['Протокол муниципального этапа всероссийской олимпиады школьников'],
  ['Учебный год: 2024/2025'],
  [`Предмет: ${subject}`],
  [],
  head,
  ...lines,
];
const HEAD: Row = [
  'Предмет',
  'Образовательное учреждение',
  'Код участника',
  'Фамилия',
  'Имя',
  'Отчество',
  'Класс',
  'Итоговый балл',
  'Статус',
];
const pupil = (school: string, code: string, score: number | string, status: string): Row => [
  'История',
  school,
  code,
  ...PERSON,
  9,
  score,
  status,
];

test('participants, winners and prize-winners of the ВсОШ are counted by school; whoever has no score was not there', async () => {
  const sport: Row = [
    ...HEAD.slice(0, 7),
    'Итоговый балл (теория)',
    'Итоговый балл (практика)',
    'Итоговый балл',
    'Статус',
  ];
  const reading = read(
    await workbook({
      Правила: [['Заполняйте строки']],
      История: protocol(
        'История',
        HEAD,
        pupil('МБОУ СОШ №2 п. Заречный', 'И-1', 40, 'ПОБЕДИТЕЛЬ'),
        pupil('МБОУ СОШ №2 п. Заречный', 'И-2', '30,5', 'призёр'),
        pupil('Школа у реки', 'И-3', 3, 'Участник'),
        pupil('Школа у реки', 'И-4', '', 'Участник'),
        pupil('Школа у реки', 'И-5', 'н/я', ''),
        pupil('МБОУ СОШ п. Заречный', 'И-6', 5, 'участник'),
        pupil('Учебнов Учебник', 'И-7', 5, 'участник'),
      ),
      'Физическая культура': protocol('Физическая культура', sport, [
        null,
        'Луговская ООШ',
        'Ф-1',
        ...PERSON,
        9,
        '',
        12,
        40,
        'Призер',
      ]),
      Химия: protocol('Химия', HEAD),
    }),
  );
  expect(reading.kind).toBe('vsosh');
  expect(reading.about.stage).toBe('муниципальный');
  const of = { year: '2024/2025', subject: 'История', sheet: 'История' };
  expect(counts(reading)).toEqual([
    { ...of, school: 'МБОУ Заречная СОШ №2', participants: 2, winners: 1, prizers: 1 },
    { ...of, school: 'МКОУ Луговская ООШ', participants: 1, winners: 0, prizers: 0 },
    expect.objectContaining({
      sheet: 'Физическая культура',
      school: 'МКОУ Луговская ООШ',
      participants: 1,
      prizers: 1,
    }),
  ]);
  expect(reading.refused).toEqual([
    { sheet: 'История', row: 11, text: 'МБОУ СОШ п. Заречный', reason: 'ambiguous_school' },
    { sheet: 'История', row: 12, text: 'школа не названа', reason: 'unknown_school' },
  ]);
});

test('a flat list of several stages is counted stage by stage', () => {
  const reading = read(
    csv(
      [
        ['Муниципалитет', 'ОУ', 'Предмет', 'Класс', 'Этап', 'Статус', 'Год'],
        ['Зареченский', 'Заречная СОШ №1', 'Химия', 9, 'МЭ', 'Призёр', 2024],
        ['Зареченский', 'Заречная СОШ №1', 'Химия', 9, 'РЭ', 'участник', 2025],
      ],
      ',',
    ),
  );
  expect(counts(reading).map(({ stage, year, participants, prizers }) => [stage, year, participants, prizers])).toEqual(
    [
      ['муниципальный', '2024/2025', 1, 1],
      ['региональный', '2024/2025', 1, 0],
    ],
  );
});

const PASSPORT: Row[] = [
  ['Социальный паспорт образовательных организаций на 1 октября 2024 г.'],
  [],
  [
    '№ п/п',
    'ОО',
    'Дети с ОВЗ',
    'Всего обучающихся, чел.',
    'Из многодетных семей',
    'Неполные семьи',
    'Состоят на учёте в КДН',
    'Состоят на учёте в ПДН',
    'Дети-инвалиды',
  ],
  [1, 'МБОУ СОШ №1 пос. Заречный', 24, '512 чел.', 88, '26 человек: 20 мальчиков и 6 девочек', 9, '-', 'нет'],
  [2, 'МКОУ Луговская ООШ', 4, 61, 17, '', 1, 0, '—'],
  [null, 'ИТОГО', 28, 573, 105, 26, 10, 0, 0],
];
const LUGOVOE = {
  ...{ school: 'МКОУ Луговская ООШ', date: '2024-10-01', pupils: 61, large_families: 17, single_parent: null },
  ...{ low_income: null, guardianship: null, disabled: null, ovz: 4, pdn: 0 },
};

test('in a social passport a dash is no data and «нет» is nobody', async () => {
  const reading = read(await workbook({ 'Соц. паспорт': PASSPORT }));
  expect(reading.kind).toBe('social_staff');
  expect(counts(reading)).toEqual([
    {
      ...{
        sheet: 'Соц. паспорт',
        row: 4,
        school: 'МБОУ Заречная СОШ №1',
        date: '2024-10-01',
        pupils: 512,
        large_families: 88,
      },
      ...{ single_parent: 26, low_income: null, guardianship: null, disabled: 0, ovz: 24, pdn: null },
    },
    { sheet: 'Соц. паспорт', row: 5, ...LUGOVOE },
  ]);
  expect(reasons(reading)).toEqual([[6, 'not_school_row']]);
});

test('schools may stand in the columns of a passport', () => {
  const width = Math.max(...PASSPORT.map((row) => row.length));
  const table = PASSPORT.slice(2);
  const turned: Row[] = Array.from({ length: width }, (_, column) => table.map((row) => row[column] ?? null));
  const reading = read(csv([PASSPORT[0]!, [], ...turned.slice(1)]));
  expect(counts(reading)).toContainEqual(LUGOVOE);
  expect(reading.skipped).toEqual([{ text: 'ИТОГО', reason: 'not_school_row' }]);
});

test('a passport that lists children is refused in words', () => {
  const reading = read(csv([['Социальный паспорт 5А класса'], ['№', 'Фамилия', 'Многодетные'], [1, PERSON[0]!, 'да']]));
  expect(reading.kind).toBeNull();
  expect(reading.remarks.join()).toContain('перечислены дети');
});

test('rows of the ОО-1 are found by their words, whatever their numbers are', async () => {
  const rows: Row[] = [
    ['Форма № ОО-1. Раздел 3. Сведения о персонале организации'],
    ['МКОУ «Подгорненская ООШ»'],
    ['3.1. Распределение персонала по уровню образования и полу (на 20 сентября 2024 г.)'],
    [
      'Наименование показателей',
      '№ строки',
      'Всего работников',
      'из них имеют образование',
      null,
      null,
      'квалификационные категории',
    ],
    [null, null, null, 'высшее', 'из него педагогическое', 'среднее', 'высшую', 'первую'],
    [1, 2, 3, 4, 5, 6, 7, 8],
    ['Численность работников – всего', '01', 30, 12, 11, 9, 3, 4],
    ['педагогические работники – всего', '08', 14, 11, 10, 3, 3, 4],
    ['из них: учителя-логопеды', '09', 1, 1, 1, 0, 0, 0],
    ['в том числе: учителя – всего', '11', 12, 9, 9, 3, 2, 4],
  ];
  const merges = ['A4:A5', 'B4:B5', 'C4:C5', 'D4:F4', 'G4:H4'];
  const reading = read(await workbook({ 'Р. 3.1': { rows, merges } }));
  expect(counts(reading)).toEqual([
    {
      ...{
        sheet: 'Р. 3.1',
        school: 'МКОУ Подгорненская ООШ',
        date: '2024-09-20',
        staff_total: 30,
        ped_total: 14,
        teachers: 12,
      },
      ...{ teachers_higher_ed: 9, teachers_highest_category: 2, teachers_first_category: 4 },
    },
  ]);
});

test('a journal’s sheet of one class names the class above its table', () => {
  const rows: Row[] = [
    [SCHOOL],
    ['Класс: 7 "Б"'],
    ['Классный руководитель: Учебнова У. У.'],
    ['Период: 3 четверть', '2023/2024'],
    ['Предмет', 'Всего учеников', '5', '4', '3', '2', 'н/а'],
    ['Химия', 5, 1, 2, 1, 1, 0],
    ['Физика', 5, 2, 2, 1, 0, 0],
  ];
  expect(counts(read(csv(rows))).map(({ cls, subject, n, period }) => [cls, subject, n, period])).toEqual([
    ['7Б', 'Химия', 5, '3 четверть'],
    ['7Б', 'Физика', 5, '3 четверть'],
  ]);
});
