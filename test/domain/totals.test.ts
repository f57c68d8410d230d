import { isTotal, isTotalOfClasses, totalNamed } from '../../src/domain/totals';
import { choice, count, defineForm, type Entry, EVERY_QUARTER, text } from '../../src/model';
import { formOf } from '../build';

const TOTALS = [
  ...['Итого', 'итог', 'ИТОГИ:', 'Итого по школе', 'Всего', 'всего, чел.', '5-9 классы, всего', 'Total', 'Subtotal'],
  ...['Сумма', 'в сумме', 'В целом', 'среднее', 'Среднее значение', 'в среднем', 'Средний балл', 'SUM', 'Сумма:'],
  ...['по школе', 'По всей школе', 'по всем классам', 'по району', 'по округу', 'по параллели', 'по ступеням'],
  ...['по уровню', 'по предмету', 'по всем предметам', 'все классы', 'Все предметы', 'вся школа', 'весь район'],
  ...['вся параллель', 'Начальная школа', 'основная школа', 'Средняя школа', 'старшая школа', 'НОО', 'ООО', 'СОО'],
  ...['уровень НОО', 'ступень ООО', 'параллель', '5-х параллель', 'Параллель 5 классов', 'классы', '5-9 классы'],
  ...['начальные классы', 'старшие классы', 'по классам', 'все 5-е классы', 'средним классам'],
];
const OTHERS = [
  ...['Всеобщая история', 'Литература', 'Мировая художественная культура', 'Итоговый проект', 'Среднерусский край'],
  ...[
    'Классный час',
    'классика',
    'по выбору',
    'Школа безопасности',
    'Суммарный учёт',
    'Сумма углов',
    'Параллельные прямые',
  ],
  ...[
    'Основы безопасности и защиты Родины',
    'Начальная военная подготовка',
    'ОО',
    'в',
    '',
    '5',
    'А',
    'тотальный диктант',
  ],
];

test.each(TOTALS)('«%s» is a total', (name) => {
  expect(isTotal(name)).toBe(true);
  expect(isTotalOfClasses(name)).toBe(true);
});

test.each(OTHERS)('«%s» is none', (name) => {
  expect(isTotal(name)).toBe(false);
});

test('in a class or a letter «итог», «всего» and «сумма» are totals within any word', () => {
  for (const name of ['итоговая', 'повсего', 'Суммарно']) {
    expect(isTotal(name)).toBe(false);
    expect(isTotalOfClasses(name)).toBe(true);
  }
  expect(isTotalOfClasses('5А')).toBe(false);
});

const named = (form: string, texts: Entry['texts']): string | null =>
  totalNamed(formOf(form), { texts } as unknown as Entry);

test('a total is looked for in what tells rows apart, and the first such column is named', () => {
  expect(named('marks', { grade: '5', letter: 'А', subject: 'Итого' })).toBe('subject');
  expect(named('marks', { grade: 'Всего', letter: '', subject: 'Итого' })).toBe('grade');
  expect(named('marks', { grade: '5', letter: 'итоговая', subject: 'Химия' })).toBe('letter');
  expect(named('marks', { grade: '5', letter: 'А', subject: 'итоговая' })).toBe(null);
  // A word of explanation tells no row apart.
  expect(named('marks', { grade: '5', letter: 'А', subject: 'Химия', explanation: 'Итого' })).toBe(null);
  expect(named('classes', {})).toBe(null);
});

test('a total is looked for among words to choose from, too, unless it is one of them; in free words it is none', () => {
  const staff = defineForm({
    ...{ key: 'staff', title: '', help: '', identity: ['name'], due: EVERY_QUARTER },
    fields: {
      name: text('Кто', ''),
      category: choice('Категория', '', ['учителя', 'Всего']),
      note: text('Заметка', ''),
      people: count('Людей', ''),
    },
  });
  const of = (texts: Entry['texts']) => totalNamed(staff, { texts } as unknown as Entry);
  expect(of({ name: 'а', category: 'Итого' })).toBe('category');
  expect(of({ name: 'а', category: 'Всего' })).toBe(null);
  expect(of({ name: 'а', category: 'учителя', note: 'Итого', people: 'Итого' })).toBe(null);
  expect(of({ name: 'СОО' })).toBe('name');
});
