import { counts, csv, type Row, read, reasons } from './files';

describe('ОГЭ, a school a line', () => {
  const table = (...rows: Row[]): Row[] => [
    ['Результаты ОГЭ 2025 года по математике'],
    ['Зареченский муниципальный округ'],
    ['ОО', 'Кол-во участников', '«2»', '«2»', '«3»', '«3»', '«4»', '«4»', '«5»', '«5»', 'Качество обучения'],
    ['', '', 'чел.', '%', 'чел.', '%', 'чел.', '%', 'чел.', '%', '%'],
    ...rows,
  ];

  test('people are taken where people and percentages stand side by side', () => {
    const reading = read(
      csv(
        table(
          ['МБОУ Заречная СОШ №1', 20, 2, 10, 8, 40, 6, 30, 4, 20, 50],
          ['МБОУ Дальняя СОШ', 5, 0, 0, 5, 100, 0, 0, 0, 0, 0],
          ['Итого', 25, 2, 8, 13, 52, 6, 24, 4, 16, 40],
        ),
      ),
    );
    expect(reading.kind).toBe('oge');
    expect(counts(reading)).toEqual([
      {
        row: 5,
        year: 2025,
        school: 'МБОУ Заречная СОШ №1',
        subject: 'Математика',
        grade: 9,
        n: 20,
        m2: 2,
        m3: 8,
        m4: 6,
        m5: 4,
      },
    ]);
    expect(reasons(reading)).toEqual([
      [6, 'unknown_school'],
      [7, 'not_school_row'],
    ]);
  });

  test('percentages alone are counted back or refused', () => {
    const rows: Row[] = [
      ['ОГЭ 2025'],
      ['Предмет:', 'Химия'],
      ['Образовательная организация', 'Участников', '2', '3', '4', '5'],
      ['МКОУ Луговская ООШ', 3, 0, '33,3', '66,7', 0],
      ['МКОУ Подгорненская ООШ', 3, 0, '30,0', '66,7', 0],
    ];
    const reading = read(csv(rows));
    expect(counts(reading)).toEqual([expect.objectContaining({ subject: 'Химия', n: 3, m3: 1, m4: 2 })]);
    expect(reasons(reading)).toEqual([[5, 'percent_sum']]);
  });
});

test('a control work of the region or the district tells its level, day, subject and grade by its title', () => {
  const rows: Row[] = [
    ['Муниципальная контрольная работа по русскому языку, 8 класс'],
    ['Дата: 18.12.2024'],
    ['Школа', 'Писали работу', 'Отметка 2', 'Отметка 3', 'Отметка 4', 'Отметка 5'],
    ['МКОУ Луговская ООШ', 6, 1, 2, 2, 1],
  ];
  const reading = read(csv(rows));
  expect(reading.kind).toBe('control_works');
  const marks = { m2: 1, m3: 2, m4: 2, m5: 1 };
  expect(counts(reading)).toEqual([
    expect.objectContaining({
      date: '2024-12-18',
      level: 'муниципальная',
      subject: 'Русский язык',
      grade: 8,
      n: 6,
      ...marks,
    }),
  ]);
  rows[0] = ['Региональная диагностическая работа по химии, 9 класс'];
  expect(counts(read(csv(rows)))[0]).toMatchObject({ level: 'региональная', subject: 'Химия', grade: 9 });
});

test('of individual results of the ВПР marks are counted by school, and set beside those of the journal; nobody who was absent', () => {
  const rows: Row[] = [
    ['Индивидуальные результаты'],
    [],
    ['ВПР 2026 Русский язык 4 класс'],
    ['Предмет:', 'Русский язык'],
    ['Дата:', '20.04.2026'],
    [],
    [
      'ОО',
      'Муниципалитет',
      'Название ОО',
      'Код участника',
      'Класс',
      'Вариант',
      '1 (2б)',
      'Первичный балл',
      'Отметка',
      'Отметка по журналу',
    ],
    ['edu990001', 'Зареченский', 'МБОУ Заречная СОШ №1', '40001', 1, 3, 2, 20, 4, 4],
    ['edu990001', 'Зареченский', 'МБОУ Заречная СОШ №1', '40002', 1, 4, 1, 12, 3, 4],
    ['edu990001', 'Зареченский', 'МБОУ Заречная СОШ №1', '40003', 2, 3, 2, 30, 5, 'нет отметки'],
    ['edu990001', 'Зареченский', 'МБОУ Заречная СОШ №1', '40004', 2, 'отсутствовал', 0, 0, 2, 3],
    ['edu990099', 'Зареченский', 'МБОУ Дальняя СОШ', '40005', 1, 3, 2, 20, 4, 4],
  ];
  const reading = read(csv(rows));
  expect(reading.kind).toBe('vpr_marks');
  const work = { year: 2026, subject: 'Русский язык', grade: 4, n: 3 };
  expect(counts(reading)).toEqual([{ ...work, school: 'МБОУ Заречная СОШ №1', m2: 0, m3: 1, m4: 1, m5: 1 }]);
  expect(reading.records[0]!.sent).toMatchObject({ lower: 1, same: 1, higher: 0 });
  expect(reasons(reading)).toEqual([[12, 'unknown_school']]);
  expect(JSON.stringify(reading)).not.toMatch(/4000\d/);
});

test('a compact list of exams with its appeals is the full result, exam by exam; people stay in it', () => {
  const PERSON = ['Выдумкин', 'Невзаправд', 'Понарошкович'];
  const rows: Row[] = [
    ['Код ОО', 'Класс', 'Фамилия', 'Имя', 'Отчество', 'Номер', 'Экзамен', 'Тестовый балл', 'Апелляция'],
    [990101, '11А', ...PERSON, '9900-1', 'Математика(2026.06.02)', 70, ''],
    [990101, '11А', ...PERSON, '9900-2', 'Математика(2026.06.02)', 84, 'удовлетворена'],
    [990101, '11А', ...PERSON, '9900-1', 'Физика(2026.06.07)', 55, ''],
    [990102, '11Б', ...PERSON, '9900-3', 'Физика(2026.06.07)', 61, ''],
  ];
  const reading = read(csv(rows));
  expect(reading.kind).toBe('ege');
  expect(counts(reading).map(({ school, subject, n, avg }) => [school, subject, n, avg])).toEqual([
    ['МБОУ Заречная СОШ №1', 'Математика (профильная)', 2, 77],
    ['МБОУ Заречная СОШ №1', 'Физика', 1, 55],
    ['МБОУ Заречная СОШ №2', 'Физика', 1, 61],
  ]);
  expect(JSON.stringify(reading)).not.toMatch(/Выдумкин|9900-/);
});

test('a list of appeals alone still doubles pupils and is refused', () => {
  const rows: Row[] = [
    ['02 - Математика 2025.06.03'],
    ['Код ОО', 'Класс', 'Тип апелляции', 'Тестовый балл'],
    [990101, '11А', 'о несогласии', 70],
  ];
  expect(read(csv(rows)).kind).toBeNull();
});
