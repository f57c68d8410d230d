import { counts, csv, type Row, read, reasons, workbook } from './files';

const METRICS = [
  'приняло участие',
  'не преодолен min порог',
  'высокобалльники \n(80-99 баллов)',
  'получили 100 баллов',
  'средний балл',
];
const blank = (count: number): null[] => Array<null>(count).fill(null);

const region = (year: number, ...lines: Row[]): Row[] => [
  [],
  [`Информация о результатах ЕГЭ выпускников школ в ${year} году`],
  [],
  [
    'Муниципальное образование',
    'Образовательная организация (школа)',
    'Профиль',
    `Всего выпускников в ${year} году`,
    'из них',
  ],
  [...blank(4), 'Русский язык, чел.', ...blank(4), 'Математика (профиль), чел.'],
  [...blank(4), ...METRICS, ...METRICS],
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 5, 6, 7, 8, 9],
  ['ВСЕГО по региону', null, 'х', 3900, 3900, 10, 200, 3, 60],
  ...lines,
];
const MERGES = ['A4:A6', 'B4:B6', 'C4:C6', 'D4:D6', 'E4:N4', 'E5:I5', 'J5:N5'];

test('the form of the region gives a school its subjects; beside participants a blank is nobody, without them it is no exam', async () => {
  const rows = region(
    2024,
    ['Зареченский муниципальный округ', null, null, 14, 14],
    [null, 'МБОУ СОШ №1 пос. Заречный', null, 12, 12, null, 2, null, 64.0833333333333],
    [null, 'МБОУ СОШ №2', null, 2, 2, null, null, null, 71, 1, 1, null, null, 20],
    ['город Дальний', null, null, 40],
    [null, 'МБОУ СОШ №1', null, 40, 40, null, null, null, 60],
  );
  const reading = read(await workbook({ 2024: { rows, merges: MERGES } }));
  expect(reading.kind).toBe('ege');
  const of = { sheet: '2024', year: 2024, score_100: 0 };
  expect(counts(reading)).toEqual([
    {
      ...of,
      row: 10,
      school: 'МБОУ Заречная СОШ №1',
      subject: 'Русский язык',
      n: 12,
      below_min: 0,
      high_80_99: 2,
      avg: 64.08,
    },
    {
      ...of,
      row: 11,
      school: 'МБОУ Заречная СОШ №2',
      subject: 'Русский язык',
      n: 2,
      below_min: 0,
      high_80_99: 0,
      avg: 71,
    },
    {
      ...of,
      row: 11,
      school: 'МБОУ Заречная СОШ №2',
      subject: 'Математика (профильная)',
      n: 1,
      below_min: 1,
      high_80_99: 0,
      avg: 20,
    },
  ]);
  expect(reading.skipped).toEqual([
    { sheet: '2024', row: 8, text: 'ВСЕГО по региону', reason: 'not_school_row' },
    { sheet: '2024', row: 9, text: 'Зареченский муниципальный округ', reason: 'not_school_row' },
    { sheet: '2024', row: 12, text: 'город Дальний', reason: 'not_school_row' },
    { sheet: '2024', row: 13, text: 'МБОУ СОШ №1 (город Дальний)', reason: 'other_municipality' },
  ]);
});

test('results over which no subject stands, or without their participants, are said to be left out', async () => {
  const lines: Row[] = [
    ['Зареченский муниципальный округ', null, null, 14, 14],
    [null, 'МБОУ СОШ №1 пос. Заречный', null, 12, 12, null, 2, null, 64, 5, 1, null, null, 50],
  ];
  const without = async (row: number, column: number) => {
    const rows = region(2024, ...lines).map((cells) => [...cells]);
    rows[row]![column] = null;
    const reading = read(await workbook({ 2024: { rows, merges: MERGES } }));
    return [counts(reading).map(({ subject }) => subject), reading.remarks];
  };
  expect(await without(4, 9)).toEqual([
    ['Русский язык'],
    ['лист «2024», столбец 10: не назван предмет, эти результаты не прочитаны; исправьте шапку в файле'],
  ]);
  expect(await without(5, 9)).toEqual([
    ['Русский язык'],
    [
      'лист «2024», столбец 11: нет графы «Приняло участие» у предмета «Математика (профильная)», эти результаты не прочитаны; исправьте шапку в файле',
    ],
  ]);
});

test('another region names the municipality on every line, has no numbers of columns and no «чел.»', () => {
  const reading = read(
    csv([
      ['Результаты ЕГЭ 2023 года'],
      ['Муниципальное образование', 'Школа', 'Всего выпускников', 'Русский язык', ...blank(4)],
      [...blank(3), ...METRICS.map((metric) => metric.replace('\n', ''))],
      ['г. Дальний', 'СОШ №2', 9, 9, 0, 0, 0, '55,1'],
      ['Зареченский р-н', 'Заречная СОШ №2', 60, 61, 0, 1, 0, '55,125'],
      ['Зареченский р-н', 'Заречная СОШ №1', 60, 60, 1, 1, 0, '55,125'],
      ['Итого по Зареченскому району', '', 120, 121],
    ]),
  );
  expect(counts(reading)).toEqual([
    expect.objectContaining({ row: 6, year: 2023, school: 'МБОУ Заречная СОШ №1', n: 60, avg: 55.13 }),
  ]);
  expect(reasons(reading)).toEqual([
    [5, 'counts_mismatch'],
    [4, 'other_municipality'],
    [7, 'not_school_row'],
  ]);
});

test('applications for the ЕГЭ are no results', () => {
  const reading = read(
    csv([
      ['О поданных заявлениях на участие в ЕГЭ в 2024 году'],
      ['МО', 'Школа', ...METRICS.map((words) => words.replace('\n', ''))],
    ]),
  );
  expect(reading.kind).toBeNull();
  expect(reading.remarks.join()).toContain('заявления на участие');
});

const PUPIL = ['Учебнов', 'Учебник', 'Учебнович'];
const HEAD: Row = [
  '№',
  'Код МСУ',
  'Код ОО',
  'Класс',
  'Фамилия',
  'Имя',
  'Отчество',
  'Серия',
  'Номер',
  'Первичный балл',
  'Оценка',
];
const pupil = (index: number, code: number | string, mark: number | string, grade = '9 "А"'): Row => [
  index,
  990101,
  code,
  grade,
  ...PUPIL,
  '0000',
  `00${index}`,
  17,
  mark,
];

const PROTOCOL: Row[] = [
  ['', '', 'Протокол проверки 02 - Математика 2024.06.04'],
  HEAD,
  pupil(1, 990102, 5),
  pupil(2, '990101', 4, '9б'),
  pupil(3, '990101.0', 2),
  pupil(4, 990101, ''),
  pupil(5, 990101, 'н/я'),
  pupil(6, 770044, 3),
  pupil(1, 990102, 5),
  ['Средние', ...blank(8), 14, 4],
  ['Минимальная граница', ...blank(8), 8],
  ['Всего участников', ...blank(8), 5],
  ['Председатель ГЭК', ...PUPIL],
];

test('a protocol of the РЦОИ gives marks by school; whoever has none was not there', () => {
  const reading = read(csv(PROTOCOL));
  expect(reading.kind).toBe('oge');
  const of = { year: 2024, subject: 'Математика', grade: 9 };
  expect(counts(reading)).toEqual([
    { ...of, school: 'МБОУ Заречная СОШ №1', code: '990101', n: 2, m2: 1, m3: 0, m4: 1, m5: 0 },
    { ...of, school: 'МБОУ Заречная СОШ №2', code: '990102', n: 1, m2: 0, m3: 0, m4: 0, m5: 1 },
  ]);
  expect(reading.refused).toEqual([{ row: 8, text: 'код ОО 770044', reason: 'unknown_school' }]);
  expect(reading.skipped.map(({ text }) => text)).toEqual(['Средние', 'Минимальная граница', 'Всего участников']);
});

test('in windows-1251 and in a workbook with blank columns between the others it is the same', async () => {
  const sparse = PROTOCOL.map((row) => row.flatMap((cell) => [cell, null]));
  const text = PROTOCOL.map((row) => row.map((cell) => cell ?? '').join(';')).join('\r\n');
  const byte = (letter: string): number => {
    const code = letter.charCodeAt(0);
    if (code < 128) return code;
    return letter === '№' ? 185 : letter === 'ё' ? 184 : code - 0x410 + 192;
  };
  const expected = counts(read(csv(PROTOCOL)));
  expect(counts(read(Uint8Array.from(text, byte)))).toEqual(expected);
  expect(counts(read(await workbook({ Лист1: sparse })))).toEqual(expected);
});

test('exams one below another each have their subject; appeals and exams for those with special needs are left', () => {
  const second: Row[] = [['01 - Русский язык 2024.06.07'], HEAD, pupil(1, 990103, 3)];
  const special: Row[] = [['52 - Математика ГВЭ 2024.06.07'], HEAD, pupil(1, 990103, 3)];
  const both = read(csv([...PROTOCOL, ...second, ...special]));
  expect(counts(both).map(({ subject, n }) => [subject, n])).toEqual([
    ['Математика', 2],
    ['Математика', 1],
    ['Русский язык', 1],
  ]);
  expect(both.remarks).toEqual(['экзамен «52 Математика ГВЭ» не внесён: ГВЭ не спрашивается']);
  const appeals = read(
    csv([['02 - Математика 2024.06.04'], [...HEAD, 'Тип апелляции / перепроверки'], pupil(1, 990102, 5)]),
  );
  expect(appeals.kind).toBeNull();
  expect(appeals.remarks.join()).toContain('апелляций');
});

test('what of a protocol is not taken is said: mathematics on the lower level beside exams in scores, or alone', () => {
  const head: Row = ['№', 'Код МСУ', 'Код ОО', 'Класс', 'Фамилия', 'Номер', 'Тестовый балл'];
  const scores: Row[] = [['03 - Физика 2024.06.07'], head, [1, 990, 990101, '11А', 'Учебнов', '001', 80]];
  const leaver: Row = [1, 990, 990101, '11А', 'Учебнов', '001', 5];
  const lower: Row[] = [['22 - Математика базовая 2024.05.31'], [...head.slice(0, -1), 'Оценка'], leaver];
  const both = read(csv([...scores, ...lower]));
  expect(counts(both)).toHaveLength(1);
  const why =
    'экзамен «22 Математика (базовая)» не внесён: базовая математика – отметка, а не балл: участников и не сдавших впишите на вкладке школы';
  expect(both.remarks).toEqual([why]);
  expect(read(csv(lower))).toMatchObject({ kind: null, remarks: [why] });
});

test('a protocol of the ЕГЭ gives scores by school: sum, 81 and more, below the minimum that it names', () => {
  const head: Row = ['№', 'Код МСУ', 'Код ОО', 'Класс', 'Фамилия', 'Номер', 'Первичный балл', 'Тестовый балл'];
  const of = (index: number, code: number, score: number | string): Row => [
    index,
    990,
    code,
    '11А',
    'Учебнов',
    `00${index}`,
    12,
    score,
  ];
  const reading = read(
    csv([
      ['03 − Физика п: 07.06.2024'],
      head,
      ...[of(1, 990101, 80), of(2, 990101, 100), of(3, 990101, 35), of(4, 990101, ''), of(5, 990102, 36)],
      ['Минимальная граница', '', '', '', '', '', '', 36],
    ]),
  );
  expect(reading.kind).toBe('ege');
  expect(reading.records.map(({ sent }) => sent)).toEqual([
    {
      ...{ year: 2024, school: 'МБОУ Заречная СОШ №1', code: '990101', subject: 'Физика', n: 3, below_min: 1 },
      ...{ high_80_99: 1, score_100: 1, avg: 71.67, total: 215, high_81: 1 },
    },
    {
      ...{ year: 2024, school: 'МБОУ Заречная СОШ №2', code: '990102', subject: 'Физика', n: 1, below_min: 0 },
      ...{ high_80_99: 0, score_100: 0, avg: 36, total: 36, high_81: 0 },
    },
  ]);
  expect(counts(reading)[0]).not.toHaveProperty('total');
});

test('Latin letters among Cyrillic ones are the letters they look like', () => {
  const lookalike = PROTOCOL.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? cell.replace(/[ао]/g, (o) => (o === 'а' ? 'a' : 'o')) : cell)),
  );
  expect(counts(read(csv(lookalike)))).toEqual(counts(read(csv(PROTOCOL))));
});
