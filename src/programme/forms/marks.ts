import { count, defineForm, defineIndicator, type Theme, text } from '../../model';
import { LEADING } from '../groups';
import { enrolled, grade, letter } from './class-lists';
import { mainSubjectMissing } from './main-subjects';
import { SUBJECT_NAMES, SUBJECTS } from './subjects';

/** The subjects whose marks of the third четверть are asked for. */
const QUARTERLY = ['Русский язык', 'Математика', 'Алгебра', 'Геометрия'] satisfies (typeof SUBJECTS)[number][];

/** Marks subject by subject: every pupil stands once in each row. */
export const marks = defineForm({
  key: 'marks',
  title: 'Отметки',
  help: 'Одна строка – класс и предмет. Пустое = 0, если сумма сошлась.',
  fields: {
    grade,
    letter,
    subject: text('Предмет', 'Название предмета, как в учебном плане.', {
      carried: true,
      slot: 'third',
      choices: SUBJECTS,
      synonyms: SUBJECT_NAMES,
    }),
    enrolled,
    exempt: count('Освобождены', 'Освобождённые от предмета; в расчёт показателей не входят.'),
    five: count('«5»', 'Сколько обучающихся получили «5».'),
    four: count('«4»', 'Сколько обучающихся получили «4».'),
    three: count('«3»', 'Сколько обучающихся получили «3».'),
    two: count('«2»', 'Сколько обучающихся получили «2».'),
    notAssessed: count('н/а', 'Не аттестованы; входят в число, от которого считается доля.'),
  },
  identity: ['grade', 'letter', 'subject'],
  due: [
    { quarters: [2] },
    { quarters: [4], exceptGroups: [LEADING], markedFrom: 3 },
    // The tenth and eleventh grades have half-years.
    { quarters: [1], exceptGroups: [LEADING], grades: [1, 9], only: { subject: QUARTERLY } },
  ],
  slices: ['subject', 'grade'],
  followsClassList: true,
  startingRows: 60,
  spareRows: 4,
  captionsBy: ['grade', 'letter'],
  firstGrade: 2,
  sums: [
    {
      id: 'more-than-enrolled',
      title: 'отметки, н/а и освобождённые',
      parts: { five: 1, four: 1, three: 1, two: 1, notAssessed: 1, exempt: 1 },
      whole: 'enrolled',
      relation: 'at-most',
      severity: 'error',
      provesZeros: true,
    },
    {
      id: 'less-than-enrolled',
      title: 'отметки, н/а и освобождённые',
      parts: { five: 1, four: 1, three: 1, two: 1, notAssessed: 1, exempt: 1 },
      whole: 'enrolled',
      relation: 'at-least',
      severity: 'warning',
    },
  ],
});

const assessed = { five: 1, four: 1, three: 1, two: 1, notAssessed: 1 } as const;
const classA = { five: 2, four: 5, three: 7, two: 1, notAssessed: 0 };
const classB = { five: 0, four: 2, three: 3, two: 1, notAssessed: 0 };
const classE = { five: 1, four: 4, three: 3, two: 1, notAssessed: 1 };

export const markIndicators = [
  defineIndicator({
    key: 'pass-rate',
    title: 'Успешность по отметкам',
    kind: 'share',
    unit: 'percent',
    direction: 'up',
    source: '(n5 + n4 + n3) / N, н/а входят в N',
    from: marks,
    numerator: { five: 1, four: 1, three: 1 },
    denominator: assessed,
    column: true,
    examples: [
      { given: [classA], value: 93.3 },
      { given: [classE], value: 80.0 },
      { given: [classA, classB], value: 90.5 },
      { given: [], value: null },
    ],
  }),
  defineIndicator({
    key: 'quality-rate',
    title: 'Качество знаний',
    kind: 'share',
    unit: 'percent',
    direction: 'up',
    source: '(n5 + n4) / N, н/а входят в N',
    from: marks,
    numerator: { five: 1, four: 1 },
    denominator: assessed,
    column: true,
    examples: [
      { given: [classA], value: 46.7 },
      { given: [classB], value: 33.3 },
      { given: [classA, classB], value: 42.9 },
    ],
  }),
  defineIndicator({
    key: 'fail-rate',
    title: 'Доля «2»',
    kind: 'share',
    unit: 'percent',
    direction: 'down',
    source: 'n2 / N, н/а входят в N',
    from: marks,
    numerator: { two: 1 },
    denominator: assessed,
    examples: [
      { given: [classA], value: 6.7 },
      { given: [classB], value: 16.7 },
    ],
  }),
  defineIndicator({
    key: 'sou',
    title: 'СОУ',
    kind: 'score',
    unit: 'points',
    direction: 'up',
    source: 'Степень обученности учащихся по В. П. Симонову: веса 100, 64, 36, 16 и 7 (н/а)',
    from: marks,
    numerator: { five: 100, four: 64, three: 36, two: 16, notAssessed: 7 },
    denominator: assessed,
    column: true,
    examples: [
      { given: [classA], value: 52.5 },
      { given: [classE], value: 48.7 },
      { given: [{ five: 0, four: 0, three: 4, two: 0, notAssessed: 0 }], value: 36.0 },
    ],
  }),
  defineIndicator({
    key: 'mean-mark',
    title: 'Средний балл',
    kind: 'mean',
    unit: 'mark',
    direction: 'up',
    source: '(5·n5 + 4·n4 + 3·n3 + 2·n2) / (n5 + n4 + n3 + n2); н/а – не отметка и не входит',
    from: marks,
    numerator: { five: 5, four: 4, three: 3, two: 2 },
    denominator: { five: 1, four: 1, three: 1, two: 1 },
    column: true,
    examples: [
      { given: [classA], value: 3.53 },
      { given: [classE], value: 3.56 },
    ],
  }),
];

export const markTheme: Theme = { form: marks, indicators: markIndicators, checks: [mainSubjectMissing] };
