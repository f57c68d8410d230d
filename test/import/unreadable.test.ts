import { REFUSED } from '../../src/import';
import { counts, csv, type Row, read, reasons } from './files';

const PERSON = ['Выдумкин', 'Невзаправд'];
const PROTOCOL: Row[] = [['02 - Математика 2024.06.04'], ['№', 'Код ОО', 'Класс', 'Фамилия', 'Имя', 'Номер', 'Оценка']];
const pupil = (index: number, code: string | number, mark: string | number): Row => [
  ...[index, code, '9А', ...PERSON, `00${index}`, mark],
];

test('a pupil with a word for a mark is named as refused, with the line and without the word', () => {
  const rows = [pupil(1, 990101, 4), pupil(2, 990101, 'отлично'), pupil(3, 990101, 7), pupil(4, 990101, 'Выдумкин')];
  const reading = read(csv([...PROTOCOL, ...rows]));
  expect(counts(reading).map(({ n, m4 }) => [n, m4])).toEqual([[1, 1]]);
  const line = { text: 'МБОУ Заречная СОШ №1: результат не прочитан', reason: 'unreadable' };
  expect(reading.refused).toEqual([
    { row: 4, ...line },
    { row: 5, ...line },
    { row: 6, ...line },
  ]);
  expect(REFUSED.unreadable).toContain('исправьте эту строку в файле');
  expect(JSON.stringify(reading)).not.toContain('Выдумкин');
});

test.each(['', '-', '—', 'н/я', 'Неявка', 'не явился', 'не завершил экзамен', 'удалён', 'н/д', 'X'])(
  'whoever was not there («%s») is no refused line',
  (mark) => {
    const reading = read(csv([...PROTOCOL, pupil(1, 990101, 4), pupil(2, 990101, mark)]));
    expect(reasons(reading)).toEqual([]);
    expect(counts(reading)).toEqual([expect.objectContaining({ n: 1 })]);
  },
);

test('a pupil without a code of a school is refused; columns’ numbers and closing lines are nobody', () => {
  const rows = [
    [1, 2, 3, 4, 5, 6, 7],
    pupil(1, 990101, 4),
    pupil(2, 'СОШ 1', 5),
    ['Средние', '', '', '', '', '', 4],
    ['Максимум', '', '', '', '', '', 5],
  ];
  const reading = read(csv([...PROTOCOL, ...rows]));
  expect(reading.refused).toEqual([{ row: 5, text: 'код ОО не прочитан', reason: 'unreadable' }]);
  expect(reading.skipped.map(({ text }) => text)).toEqual(['Средние']);
});

test('a score that is none is refused in a protocol of the ЕГЭ', () => {
  const head: Row = ['№', 'Код ОО', 'Класс', 'Фамилия', 'Номер', 'Тестовый балл'];
  const line = (index: number, score: string | number): Row => [index, 990101, '11', PERSON[0]!, `1${index}`, score];
  const reading = read(csv([['03 - Физика 2024.06.04'], head, line(1, 70), line(2, 170), line(3, 'сорок')]));
  expect(counts(reading)).toEqual([expect.objectContaining({ n: 1, avg: 70 })]);
  expect(reasons(reading)).toEqual([
    [4, 'unreadable'],
    [5, 'unreadable'],
  ]);
});

test('of a protocol of the ВсОШ with a line that cannot be read nothing is added up further', () => {
  const rows: Row[] = [
    ['Муниципальный этап всероссийской олимпиады 2024/2025'],
    ['Предмет', 'Школа', 'Код участника', 'Итоговый балл', 'Статус'],
    ['Физика', 'МБОУ Заречная СОШ №1', 'Ф-1', 30, 'победитель'],
    ['Физика', 'МБОУ Заречная СОШ №1', 'Ф-2', 'много', 'участник'],
    ['Физика', 'МБОУ Заречная СОШ №1', 'Ф-3', 'н/я', 'участник'],
    ['Физика', '', 'Ф-4', 12, 'участник'],
  ];
  const reading = read(csv(rows));
  expect(counts(reading)).toEqual([expect.objectContaining({ participants: 1, winners: 1 })]);
  expect(reasons(reading)).toEqual([
    [4, 'unreadable'],
    [6, 'unreadable'],
  ]);
  expect(reading.incomplete).toBe(true);
});

test('in individual results of the ВПР a word for a mark is refused, an absent pupil is not', () => {
  const line = (pupilCode: string, variant: string | number, mark: string | number): Row => [
    ...['edu990001', 'МБОУ Заречная СОШ №1', pupilCode, 1, variant, mark],
  ];
  const rows: Row[] = [
    ['ВПР 2026 Русский язык 4 класс'],
    ['ОО', 'Название ОО', 'Код участника', 'Класс', 'Вариант', 'Отметка'],
    line('40001', 3, 4),
    line('40002', 3, 'хорошо'),
    line('40003', 'отсутствовал', 'нет'),
  ];
  const reading = read(csv(rows));
  expect(counts(reading)).toEqual([expect.objectContaining({ n: 1, m4: 1 })]);
  expect(reasons(reading)).toEqual([[4, 'unreadable']]);
});

test('a journal’s line whose number is a word, or whose class is none, is refused', () => {
  const rows: Row[] = [
    ['Образовательная организация:', 'МБОУ Заречная СОШ №1'],
    ['Период:', '3 четверть 2024/2025'],
    ['Класс', 'Предмет', 'Кол-во учеников', '5', '4', '3', '2'],
    ['5А', 'Физика', 10, 1, 4, 5, 0],
    ['5А', 'Химия', 10, 'один', 4, 6, 0],
    ['пятый', 'Физика', 10, 1, 4, 5, 0],
  ];
  const reading = read(csv(rows));
  expect(counts(reading)).toHaveLength(1);
  expect(reasons(reading)).toEqual([
    [5, 'unreadable'],
    [6, 'unreadable'],
  ]);
});

test('a school whose participants are a word is refused, one with a dash took no part', () => {
  const rows: Row[] = [
    ['ОГЭ 2025'],
    ['Предмет:', 'Химия'],
    ['Образовательная организация', 'Участников', '2', '3', '4', '5'],
    ['МКОУ Луговская ООШ', 'трое', 0, 1, 2, 0],
    ['МКОУ Подгорненская ООШ', '-', '-', '-', '-', '-'],
  ];
  expect(reasons(read(csv(rows)))).toEqual([[4, 'unreadable']]);
});
