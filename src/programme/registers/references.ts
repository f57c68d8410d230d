import { choice, count, decimal, defineRegister, defineRegisterCheck, text } from '../../model';
import { basisField, noteField, responsibleField, schoolField } from './usual-fields';

const KINDS = ['исходное значение', 'регион', 'район'] as const;

const fields = {
  year: text('Год', 'Учебный год («2019/2020») или календарный («2020»).'),
  kind: choice('Вид', 'Исходное значение программы, данные региона или района из внешних источников.', KINDS),
  indicator: text(
    'Показатель или процедура',
    'Ключ показателя или название: «Успеваемость обучающихся», «ВПР», «ОГЭ».',
  ),
  school: schoolField,
  grade: text('Класс', 'Если данные по классу.', { optional: true }),
  subject: text('Предмет', 'Если данные по предмету.', { optional: true }),
  n: count('Участников', 'Сколько участвовало; вместе с отметками.', { optional: true }),
  five: count('«5»', 'Сколько.', { optional: true }),
  four: count('«4»', 'Сколько.', { optional: true }),
  three: count('«3»', 'Сколько.', { optional: true }),
  two: count('«2»', 'Сколько.', { optional: true }),
  numerator: decimal('Числитель', 'Часть, если даны не отметки, а доля или сумма баллов.', { optional: true }),
  denominator: decimal('Знаменатель', 'Целое: сколько всего.', { optional: true }),
  measure: choice('Что это', 'Доля – часть целого; среднее – сумма баллов на число участников.', ['доля', 'среднее'], {
    optional: true,
  }),
  source: text('Источник', 'Откуда: документ, сборник, протокол, дата.'),
  note: noteField,
  basis: basisField,
  responsible: responsibleField,
};

const MARKS = ['five', 'four', 'three', 'two'] as const;

/** Marks are those of all who took part. */
const marksAddUp = defineRegisterCheck<{ sum: number; whole: number }>({
  id: 'register/marks-and-whole',
  severity: 'error',
  find: ({ rows }) =>
    rows.flatMap((row) => {
      const marks = MARKS.map((key) => row[key]).filter((mark) => typeof mark === 'number');
      const sum = marks.reduce((total, mark) => total + mark, 0);
      const whole = typeof row.n === 'number' ? row.n : null;
      if (marks.length === 0 || whole === null || sum === whole) return [];
      return [{ row: row.id, field: 'n', details: { sum, whole } }];
    }),
  words: ({ sum, whole }, { column }) =>
    `${column}: отметки дают ${sum}, а участников ${whole}; исправьте одно из чисел`,
  cases: [
    {
      rows: [{ n: 30, five: 3, four: 9, three: 12, two: 5 }],
      says: ['И-101: «Участников»: отметки дают 29, а участников 30; исправьте одно из чисел'],
    },
    { rows: [{ n: 30, five: 3, four: 9, three: 12, two: 6 }, { n: 30 }, { five: 1 }], says: [] },
    { rows: [{ five: 3, four: 9, three: 12, two: 6 }], says: [] },
  ],
});

/** A share is a part of its whole; a mean may be anything. */
const partAboveWhole = defineRegisterCheck<{ part: number; whole: number }>({
  id: 'register/part-above-whole',
  severity: 'error',
  find: ({ rows }) =>
    rows.flatMap(({ id, numerator, denominator, measure }) =>
      measure !== 'среднее' &&
      typeof numerator === 'number' &&
      typeof denominator === 'number' &&
      numerator > denominator
        ? [{ row: id, field: 'numerator', details: { part: numerator, whole: denominator } }]
        : [],
    ),
  words: ({ part, whole }, { column }) =>
    `${column}: часть ${part} больше целого ${whole}; исправьте или выберите «среднее»`,
  cases: [
    {
      rows: [{ numerator: 31, denominator: 30 }],
      says: ['И-101: «Числитель»: часть 31 больше целого 30; исправьте или выберите «среднее»'],
    },
    {
      rows: [
        { numerator: 30, denominator: 30 },
        { numerator: 1530, denominator: 30, measure: 'среднее' },
        { numerator: 31 },
        { denominator: -1 },
      ],
      says: [],
    },
  ],
});

/** A row that says whose figure it is and gives none. */
const noFigure = defineRegisterCheck({
  id: 'register/no-figure',
  severity: 'warning',
  find: ({ rows }) =>
    rows
      .filter(({ indicator }) => indicator !== '')
      .filter((row) => MARKS.every((key) => row[key] === null) && (row.numerator === null || row.denominator === null))
      .map(({ id }) => ({ row: id, field: 'numerator', details: {} })),
  words: () => 'нет ни отметок, ни числителя со знаменателем; внесите числа, не проценты',
  cases: [
    {
      rows: [{ indicator: 'Успеваемость обучающихся' }],
      says: ['И-101: Нет ни отметок, ни числителя со знаменателем; внесите числа, не проценты'],
    },
    { rows: [{ indicator: 'Успеваемость обучающихся', numerator: 270, denominator: 301 }, {}], says: [] },
    { rows: [{ indicator: 'ОГЭ', five: 3 }], says: [] },
    {
      rows: [
        { indicator: 'ОГЭ', numerator: 270 },
        { indicator: 'ОГЭ', denominator: 301 },
      ],
      says: [
        'И-101: Нет ни отметок, ни числителя со знаменателем; внесите числа, не проценты',
        'И-102: Нет ни отметок, ни числителя со знаменателем; внесите числа, не проценты',
      ],
    },
  ],
});

const noSource = defineRegisterCheck({
  id: 'register/no-source',
  severity: 'warning',
  find: ({ rows }) =>
    rows
      .filter(({ indicator, source }) => indicator !== '' && source === '')
      .map(({ id }) => ({ row: id, field: 'source', details: {} })),
  words: (_, { column }) => `${column}: пусто; напишите, откуда число, иначе его не проверить`,
  cases: [
    {
      rows: [{ indicator: 'ОГЭ' }],
      says: ['И-101: «Источник»: пусто; напишите, откуда число, иначе его не проверить'],
    },
    { rows: [{ indicator: 'ОГЭ', source: 'Протокол РЦОИ' }, {}], says: [] },
  ],
});

/** «Исходные и региональные данные»: what the programme began with, and what it is compared with from outside. */
export const references = defineRegister({
  key: 'references',
  title: 'Исходные и региональные данные',
  help: 'Исходные значения 2017/18–2019/20, данные региона и района из внешних источников: числа, не проценты. Одна строка – год, показатель, школа, класс, предмет.',
  fields,
  identity: ['year', 'kind', 'indicator', 'school', 'grade', 'subject'],
  prefix: 'И',
  label: 'indicator',
  answers: [],
  hand: {},
  quiet: true,
  hidden: ['basis', 'responsible'],
  widths: { year: 80, indicator: 170, grade: 55, n: 90, five: 45, four: 45, three: 45, two: 45, note: 130 },
  checks: [marksAddUp, partAboveWhole, noFigure, noSource],
  frozen: true,
});
