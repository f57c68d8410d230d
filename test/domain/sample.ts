import {
  choice,
  count,
  date,
  decimal,
  defineForm,
  defineIndicator,
  EVERY_QUARTER,
  link,
  longText,
  type Programme,
  text,
  WITH_RESULTS,
} from '../../src/model';
import { programme } from '../four-forms';

const grade = text('Класс', '', { carried: true, slot: 'first' });
const letter = text('Литера', '', { carried: true, optional: true, slot: 'second' });
const enrolled = count('По списку, чел.', '', { carried: true, plausibleUpTo: 40 });

const classes = defineForm({
  key: 'classes',
  title: 'Число обучающихся',
  help: '',
  fields: { grade, letter, enrolled },
  identity: ['grade', 'letter'],
  due: EVERY_QUARTER,
});

const parts = { five: 1, four: 1, three: 1, two: 1, notAssessed: 1 };
const sum = { title: 'отметки и н/а', parts, whole: 'enrolled' } as const;
const marks = defineForm({
  key: 'marks',
  title: 'Отметки',
  help: '',
  fields: {
    grade,
    letter,
    subject: text('Предмет', '', {
      carried: true,
      slot: 'third',
      choices: ['Русский язык', 'Химия'],
      synonyms: { 'Русский язык': ['Русс яз'] },
    }),
    enrolled,
    five: count('«5»', ''),
    four: count('«4»', ''),
    three: count('«3»', ''),
    two: count('«2»', ''),
    notAssessed: count('н/а', ''),
  },
  identity: ['grade', 'letter', 'subject'],
  slices: ['subject', 'grade'],
  due: WITH_RESULTS,
  followsClassList: true,
  sums: [
    { id: 'too-many', ...sum, relation: 'at-most', severity: 'error', provesZeros: true },
    { id: 'too-few', ...sum, relation: 'at-least', severity: 'warning' },
  ],
});

const pupils = defineForm({
  key: 'pupils',
  title: 'Итоги',
  help: '',
  fields: { grade, letter, enrolled, assessed: count('Аттестуются', ''), failing: count('Неуспевающие', '') },
  identity: ['grade', 'letter'],
  due: WITH_RESULTS,
  followsClassList: true,
  firstGrade: 2,
});

const passport = defineForm({
  key: 'passport',
  title: 'Паспорт',
  help: '',
  fields: {
    grade,
    letter,
    enrolled,
    incomplete: count('Неполные семьи', ''),
    lowIncome: count('Малообеспеченные семьи', '', { sensitive: true, optional: true }),
  },
  identity: ['grade', 'letter'],
  due: EVERY_QUARTER,
  smallGroup: 10,
});

const staff = defineForm({
  key: 'staff',
  title: 'Кадры',
  help: '',
  fields: {
    category: choice('Категория', '', ['учителя', 'прочие педагоги']),
    positions: decimal('Ставок', ''),
    since: date('С какого дня', '', { optional: true }),
    note: longText('О чём', '', { optional: true }),
    page: link('Страница', '', { optional: true }),
  },
  identity: ['category'],
  due: EVERY_QUARTER,
});

const lowIncomeRate = defineIndicator({
  key: 'low-income-rate',
  title: 'Доля малообеспеченных',
  kind: 'share',
  unit: 'percent',
  direction: 'down',
  source: '',
  from: passport,
  numerator: { lowIncome: 1 },
  denominator: { enrolled: 1 },
  examples: [],
});

/** A small programme in which the examples of checks are set: one form of each kind. */
export const sample: Programme = {
  ...programme,
  forms: [classes, marks, pupils, passport, staff],
  indicators: [lowIncomeRate],
  checks: [],
};
