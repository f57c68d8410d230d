import { counts, csv, type Row, read, workbook } from './files';

/** Учебные данные: schools, codes and pupils of these files are invented. All of them are whole, each in its own way. */
const TITLE: Row = ['02 - Математика 2024.06.04'];
const HEAD: Row = ['№', 'Код ОО', 'Класс', 'Фамилия', 'Номер', 'Первичный балл', 'Оценка'];
const pupil = (number: number, document: number | string = number): Row => [
  ...[number, number % 2 === 0 ? 990101 : 990102, '9А', `Выдумкин ${document}`, `00${document}`, 17, 4],
];
const pupils = (from: number, to: number, first = from): Row[] =>
  Array.from({ length: to - from + 1 }, (_, at) => pupil(from + at, first + at));
const ending = (total: number | string): Row[] => [
  ['Средние', '', '', '', '', 14, 4],
  ['Минимальная граница', '', '', '', '', 8, ''],
  ['Всего участников', '', '', '', '', total, ''],
];

const found = (bytes: Uint8Array) => {
  const reading = read(bytes);
  return { n: counts(reading).map(({ n }) => n), refused: reading.refused, doubts: reading.doubts };
};
const whole = (...n: number[]) => ({ n, refused: [], doubts: [] });

test('a header that every page repeats is no pupil, and an exam whose title every page repeats is one exam', () => {
  expect(found(csv([TITLE, HEAD, ...pupils(1, 4), HEAD, ...pupils(5, 8), ...ending(8)]))).toEqual(whole(4, 4));
  expect(found(csv([TITLE, HEAD, ...pupils(1, 4), TITLE, HEAD, ...pupils(5, 8), ...ending(8)]))).toEqual(whole(4, 4));
  expect(found(csv([TITLE, HEAD, ...pupils(1, 4), TITLE, ...pupils(5, 8), ...ending(8)]))).toEqual(whole(4, 4));
  const anew = [...pupils(1, 4), TITLE, HEAD, ...pupils(1, 4, 5)];
  expect(found(csv([TITLE, HEAD, ...anew, ...ending(8)]))).toEqual(whole(4, 4));
  const totals = [...pupils(1, 4), ...ending(4), TITLE, HEAD, ...pupils(1, 4, 5), ...ending(4)];
  expect(found(csv([TITLE, HEAD, ...totals]))).toEqual(whole(4, 4));
});

test('an exam that stands twice in a file is counted once; other pupils of the same counts are never taken for a repeat', async () => {
  const exam = [TITLE, HEAD, ...pupils(1, 4), ...ending(4)];
  expect(found(csv([...exam, ...exam]))).toEqual(whole(2, 2));
  const other = [TITLE, HEAD, ...pupils(1, 4, 5), ...ending(4)];
  const conflict = (school: string) => ({ text: `МБОУ Заречная СОШ №${school}`, reason: 'duplicate_conflict' });
  const refused = ['1', '2', '1', '2'].map(conflict);
  const onSheets = found(await workbook({ '9А': exam, '9Б': other }));
  expect(onSheets.refused).toEqual(refused.map((line, at) => ({ sheet: at < 2 ? '9А' : '9Б', ...line })));
  expect(found(csv([...exam, ...other]))).toEqual(whole(4, 4));
  const corrected = [TITLE, HEAD, ...pupils(1, 3), [...pupil(4).slice(0, -1), 5], ...ending(4)];
  expect(found(csv([...exam, ...corrected])).refused).toEqual([conflict('1'), conflict('1')]);
});

test('the total of a protocol may be written in words, numbered like a pupil, or given for each school and once more for all', () => {
  const exam = (...end: Row[]) => found(csv([TITLE, HEAD, ...pupils(1, 4), ...end]));
  expect(exam(['Всего участников: 4 чел.'])).toEqual(whole(2, 2));
  expect(exam(...ending('4 человека'))).toEqual(whole(2, 2));
  expect(exam(['Всего участников ОГЭ 2024 года: 4, из них явились: 4'])).toEqual(whole(2, 2));
  expect(exam([5, 'Всего участников', '', '', '', 4])).toEqual(whole(2, 2));
  const schools = [...ending(4), ...pupils(5, 8), ...ending(4)];
  expect(exam(...schools)).toEqual(whole(4, 4));
  expect(exam(...schools, ['Всего участников', '', '', '', '', 8])).toEqual(whole(4, 4));
});

test('a line that stands twice in a protocol without documents is asked about, not said to contradict its total', () => {
  const without = (row: Row): Row => row.filter((_, at) => at !== 4);
  const rows = [TITLE, HEAD, pupil(1), pupil(2), pupil(2), pupil(3), ['Всего участников', '', '', '', '', 3]];
  expect(found(csv(rows.map(without))).doubts).toEqual([
    { words: '«Всего участников» – 3, а участников с результатом 4', contradicts: false },
  ]);
});

test('numbers may begin anew with each school, or go on from sheet to sheet', async () => {
  const anew = [...pupils(1, 4), ...pupils(1, 2, 5), ...pupils(1, 3, 7)];
  expect(found(csv([TITLE, HEAD, ...anew, ...ending(9)])).doubts).toEqual([]);
  const russian: Row = ['01 - Русский язык 2024.06.07'];
  const sheets = {
    Математика: [TITLE, HEAD, ...pupils(1, 4), ...ending(4)],
    Русский: [russian, HEAD, ...pupils(5, 8), ...ending(4)],
  };
  expect(found(await workbook(sheets))).toEqual(whole(2, 2, 2, 2));
});

const OLYMPIAD: Row[] = [
  ['Протокол муниципального этапа всероссийской олимпиады школьников по математике, 2023/24 учебный год'],
  ['№', 'Школа', 'Класс', 'Код', 'Балл', 'Статус'],
];
const numbered = (...numbers: number[]): Row[] =>
  numbers.map((number, at) => [number, 'МБОУ Заречная СОШ №1', '9', `к${at}`, 40, 'участник']);

test('in a protocol of the ВсОШ places may be shared, a year may stand below, classes may go on from sheet to sheet', async () => {
  const doubts = (...rows: Row[]) => read(csv([...OLYMPIAD, ...rows])).doubts;
  expect(doubts(...numbered(1, 2, 2, 4, 5))).toEqual([]);
  expect(doubts(...numbered(1, 1, 2, 3))).toEqual([]);
  expect(doubts(...numbered(1, 2, 3), [2024, 'Председатель жюри'])).toEqual([]);
  const classes = { 7: [...OLYMPIAD, ...numbered(1, 2)], 8: [...OLYMPIAD, ...numbered(3, 4)] };
  expect(read(await workbook(classes)).doubts).toEqual([]);
});

test('an extract, or codes in the place of numbers, is asked about and not said to have lost lines', () => {
  const doubts = (...numbers: number[]) => read(csv([...OLYMPIAD, ...numbered(...numbers)])).doubts;
  const asked = (numbers: string) => [
    { words: `строки пронумерованы не подряд: нет № ${numbers}`, contradicts: false },
  ];
  expect(doubts(14, 48, 77)).toEqual(asked('1–13, 15–47, 49–76'));
  expect(doubts(901, 902, 903)).toEqual(asked('1–900'));
});

test('individual results of the ВПР may tell of their pupils at the foot, by district, by class or by school', () => {
  const head: Row[] = [['ВПР 2024. 5 класс. Математика. Индивидуальные результаты']];
  const captions: Row = ['Логин', 'Код участника', 'Вариант', 'Отметка'];
  const pupilOf = (school: number, code: number): Row => [`edu99000${school}`, `500${code}`, 1, 4];
  const doubts = (...rows: Row[]) => read(csv([...head, captions, ...rows])).doubts;
  const say = (who: string, count: number): Row => [`${who} | Кол-во участников: ${count}`];
  const [first, second] = [
    [pupilOf(1, 1), pupilOf(1, 2)],
    [pupilOf(2, 3), pupilOf(2, 4), pupilOf(2, 5)],
  ];
  const [one, two] = ['МБОУ Заречная СОШ №1', 'МБОУ Заречная СОШ №2'];
  expect(doubts(...first, ['Количество участников: 2'])).toEqual([]);
  expect(doubts(...first, say(one, 2), ...second, say(two, 3), ['Количество участников: 5'])).toEqual([]);
  expect(doubts(say('Зареченский район', 5), say(one, 2), ...first, say(two, 3), ...second)).toEqual([]);
  expect(doubts(say(two, 3), say('5А', 1), ...second.slice(0, 1), say('5Б', 2), ...second.slice(1))).toEqual([]);
  expect(doubts(say(one, 2), ...first, ['Количество участников: 2'])).toEqual([]);
});
