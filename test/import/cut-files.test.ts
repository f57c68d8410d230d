import { counts, csv, type Row, read, workbook } from './files';

const HEAD: Row = ['№', 'Код ОО', 'Класс', 'Фамилия', 'Номер', 'Первичный балл', 'Оценка'];
const pupil = (index: number, mark: number | string = 4): Row => [
  ...[index, index % 2 === 0 ? 990101 : 990102, '9А', 'Выдумкин', `00${index}`, 17, mark],
];
const pupils = (from: number, to: number): Row[] => Array.from({ length: to - from + 1 }, (_, at) => pupil(from + at));
const ending = (total: number): Row[] => [
  ['Средние', '', '', '', '', 14, 4],
  ['Минимальная граница', '', '', '', '', 8, ''],
  ['Всего участников', '', '', '', '', total, ''],
];
const protocol = (rows: readonly Row[], title = '02 - Математика 2024.06.04'): Row[] => [[title], HEAD, ...rows];

const doubts = (rows: readonly Row[]) => read(csv(rows)).doubts;
const contradiction = (words: string) => [{ words, contradicts: true }];
const unproven = (words: string) => [{ words, contradicts: false }];

test('a protocol whose lines are all there is not doubted, whoever of them was absent, repeated or stands in another order', () => {
  expect(doubts(protocol([...pupils(1, 6), ...ending(6)]))).toEqual([]);
  const mixed = [pupil(3), pupil(1, 'н/я'), pupil(2), pupil(2), pupil(4, '')];
  for (const total of [2, 3, 4, 5]) expect(doubts(protocol([...mixed, ...ending(total)]))).toEqual([]);
});

test('a protocol that begins in the middle, or has lost lines of it, names the numbers that are lacking', () => {
  expect(doubts(protocol([...pupils(4, 6), ...ending(3)]))).toEqual(
    contradiction('не хватает 3\u00a0строк: нет № 1–3'),
  );
  expect(doubts(protocol([...pupils(1, 2), pupil(4), ...pupils(8, 9), ...ending(5)]))).toEqual(
    contradiction('не хватает 4\u00a0строк: нет № 3, 5–7'),
  );
});

test('a total of more pupils than there are lines, or of fewer than have a result, is a contradiction', () => {
  expect(doubts(protocol([...pupils(1, 4), ...ending(66)]))).toEqual(
    contradiction('«Всего участников» – 66, а строк с участниками 4'),
  );
  expect(doubts(protocol([...pupils(1, 4), ...ending(3)]))).toEqual(
    contradiction('«Всего участников» – 3, а участников с результатом 4'),
  );
});

test('a protocol cut off after a line, or within one, has not the end that protocols have', () => {
  const lacking = 'нет строки «Всего участников», которой кончается протокол';
  expect(doubts(protocol(pupils(1, 4)))).toEqual(unproven(lacking));
  const half: Row = [5, 990101, '9А', 'Выдум'];
  expect(doubts(protocol([...pupils(1, 4), half]))).toEqual(unproven(`последняя строка (7) обрывается, ${lacking}`));
  const reading = read(csv(protocol([...pupils(1, 4), half])));
  expect(counts(reading).map(({ n }) => n)).toEqual([2, 2]);
  expect(JSON.stringify(reading)).not.toContain('Выдум');
});

test('a total in words is a total; without the line of the total, or with pupils after it, a protocol has no end', () => {
  const fewer = contradiction('«Всего участников» – 66, а строк с участниками 4');
  expect(doubts(protocol([...pupils(1, 4), ['Всего участников: 66']]))).toEqual(fewer);
  expect(doubts(protocol([...pupils(1, 4), ['Всего участников', '', '', '', '', '66 чел.']]))).toEqual(fewer);
  const lacking = unproven('нет строки «Всего участников», которой кончается протокол');
  expect(doubts(protocol([...pupils(1, 4), ...ending(4).slice(0, 1)]))).toEqual(lacking);
  expect(doubts(protocol([...pupils(1, 4), ...ending(4), ...pupils(5, 6)]))).toEqual(lacking);
});

test('where each school begins its numbers anew, one that has lost its beginning is asked about', () => {
  const second = pupils(3, 4).map((row) => row.map((cell, at) => (at === 4 ? `1${cell}` : cell)));
  const asked = unproven('строки пронумерованы не подряд: нет № 1–2');
  expect(doubts(protocol([...pupils(1, 4), ...second, ...ending(6)]))).toEqual(asked);
  expect(doubts(protocol([...second, ...pupils(1, 4), ...ending(6)]))).toEqual(asked);
});

test('wherever a protocol is cut, it is doubted or its counts are those of the whole', () => {
  const whole = csv(protocol([...pupils(1, 12), ...ending(12)]));
  const expected = JSON.stringify(counts(read(whole)));
  const start = csv(protocol([])).length;
  for (let end = start + 2; end < whole.length; end += 1) {
    const reading = read(whole.slice(0, end));
    if (reading.doubts.length === 0 && reading.records.length > 0)
      expect([end, JSON.stringify(counts(reading))]).toEqual([end, expected]);
  }
});

test('of several exams the one that is cut is named; numbers may go on from exam to exam', () => {
  const second = '01 - Русский язык 2024.06.07';
  const on = [...protocol([...pupils(1, 3), ...ending(3)]), ...protocol([...pupils(4, 6), ...ending(3)], second)];
  expect(doubts(on)).toEqual([]);
  const cut = [...protocol([...pupils(1, 3), ...ending(3)]), ...protocol([...pupils(1, 3), ...ending(5)], second)];
  expect(doubts(cut)).toEqual(
    contradiction('экзамен «1 Русский язык»: «Всего участников» – 5, а строк с участниками 3'),
  );
});

test('a sheet of scores, a list of several exams and a protocol of the ВсОШ say which numbers they lack', async () => {
  const scores: Row[] = [
    ['№', 'Код ОО', 'Класс', 'Номер', 'Тестовый балл'],
    [1, 990101, '11', 'а', 70],
    [3, 990101, '11', 'б', 60],
  ];
  const lacking = 'не хватает 1\u00a0строки: нет № 2';
  const sheets = { ЕГЭ: [['03 - Физика 2024.06.07'], ...scores, ['Всего участников', '', '', '', 2]] };
  expect(read(await workbook(sheets)).doubts).toEqual(contradiction(`лист «ЕГЭ»: ${lacking}`));
  const list: Row[] = [
    ['№', 'Код ОО', 'Класс', 'Номер', 'Экзамен', 'Тестовый балл'],
    [1, 990101, '11', 'а', 'Физика(2026.06.07)', 70],
    [2, 990101, '11', 'б', 'Химия(2026.06.07)', 60],
    [4, 990101, '11', 'в', 'Физика(2026.06.07)', 50],
  ];
  expect(doubts(list)).toEqual(contradiction('не хватает 1\u00a0строки: нет № 3'));
  const olympiad: Row[] = [
    ['Муниципальный этап всероссийской олимпиады 2024/2025'],
    ['№ п/п', 'Предмет', 'Школа', 'Код участника', 'Итоговый балл', 'Статус'],
    [1, 'Физика', 'МБОУ Заречная СОШ №1', 'Ф-1', 30, 'победитель'],
    [3, 'Физика', 'МБОУ Заречная СОШ №1', 'Ф-3', 12, 'участник'],
  ];
  expect(doubts(olympiad)).toEqual(contradiction(lacking));
});

test('individual results of the ВПР have as many pupils under a school as its line says', () => {
  const rows = (said: number): Row[] => [
    ['Индивидуальные результаты'],
    ['ВПР 2026 Русский язык 4 класс'],
    ['Логин', 'Наименование ОО', 'Код участника', 'Вариант', 'Отметка'],
    [`МБОУ Заречная СОШ №1(edu990001) | Кол-во участников: ${said}`],
    ['edu990001', 'МБОУ Заречная СОШ №1', '40001', 1, 4],
    ['edu990001', 'МБОУ Заречная СОШ №1', '40002', 1, 5],
  ];
  expect(doubts(rows(2))).toEqual([]);
  expect(doubts(rows(89))).toEqual(contradiction('строка 4: участников 89, а строк под ней 2'));
  const cut = [...rows(2), ['МБОУ Заречная СОШ №2(edu990002) | Кол-во участников: 5']];
  expect(doubts(cut)).toEqual(unproven('строка 7: участников 5, а строк под ней 0'));
});
