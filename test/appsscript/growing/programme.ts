import {
  choice,
  count,
  date,
  defineCheck,
  defineForm,
  defineIndicator,
  defineRegister,
  type Programme,
  text,
} from '../../../src/model';
import { programme as first } from '../../../src/programme';

/** A form of five fields, one of them a choice that cuts its figures. */
export const library = defineForm({
  key: 'library',
  title: 'Библиотека',
  help: 'Фонд на последний день периода.',
  fields: {
    kind: choice('Вид', 'Вид изданий.', ['учебники', 'прочее'], { slot: 'third', carried: true }),
    books: count('Всего экземпляров', 'Сколько в фонде.'),
    worn: count('Ветхих', 'Сколько из них ветхих.'),
    bought: count('Куплено', 'За период.'),
    electronic: count('Электронных', 'С доступом в сети.', { optional: true }),
  },
  identity: ['kind'],
  due: [{ quarters: [1, 2, 3, 4] }],
  slices: ['kind'],
  sums: [
    {
      id: 'worn-more-than-all',
      title: 'ветхие',
      parts: { worn: 1 },
      whole: 'books',
      relation: 'at-most',
      severity: 'error',
    },
  ],
});

const share = { kind: 'share', unit: 'percent', direction: 'down', from: library } as const;
const worn = { numerator: { worn: 1 }, denominator: { books: 1 } } as const;

export const wornRate = defineIndicator({
  ...share,
  ...worn,
  key: 'worn-rate',
  title: 'Доля ветхих изданий',
  source: 'ветхие / всего',
  column: true,
  examples: [{ given: [{ books: 4, worn: 1 }], value: 25 }],
});

export const wornTextbooks = defineIndicator({
  ...share,
  ...worn,
  key: 'worn-textbook-rate',
  title: 'Доля ветхих учебников',
  source: 'ветхие учебники / все учебники',
  where: { kind: 'учебники' },
  examples: [],
});

/** The pupils' form with a field more. */
const grownPupils = first.forms
  .filter(({ key }) => key === 'pupils')
  .map((form) => ({
    ...form,
    fields: { ...form.fields, oneFour: count('С одной «4»', 'Одна «4», остальные «5».', { optional: true }) },
  }));

const moreTwosThanFailing = defineCheck<{ two: number; failing: number }>({
  id: 'row/more-twos-than-failing',
  needs: 'tab',
  form: 'marks',
  severity: 'warning',
  find({ rows, tab }) {
    const failing = new Map(tab('pupils').map((row) => [row.classKey, row.entry.numbers.failing]));
    return rows.flatMap((at) => {
      const [two, known] = [at.entry.numbers.two, failing.get(at.classKey)];
      return two != null && known != null && two > known
        ? [{ at, field: 'two', details: { two, failing: known } }]
        : [];
    });
  },
  words: ({ two, failing }, { column }) => `${column}: по предмету ${two}, а неуспевающих в классе ${failing}`,
  cases: [],
});

const halved = defineCheck<{ was: number; is: number }>({
  id: 'row/fails-doubled',
  needs: 'before',
  form: 'pupils',
  severity: 'warning',
  find: ({ rows, before }) =>
    rows.flatMap((at) => {
      const [was, is] = [before(at)?.entry.numbers.failing, at.entry.numbers.failing];
      return was != null && is != null && is > 2 * was + 3 ? [{ at, field: 'failing', details: { was, is } }] : [];
    }),
  words: ({ was, is }, { column }) => `${column}: было ${was}, стало ${is}; проверьте или напишите пояснение`,
  cases: [],
});

const visits = defineRegister({
  key: 'visits',
  title: 'Выезды',
  help: 'Выезды в школы.',
  fields: {
    theme: text('Тема', 'О чём.'),
    status: choice('Статус', 'Выберите.', ['запланирован', 'проведён']),
    on: date('День', 'Когда.', { optional: true }),
  },
  identity: ['theme'],
  prefix: 'В',
  label: 'theme',
  answers: ['M1.4'],
  starts: [{ id: 'В-01', theme: 'Аудит', status: 'запланирован' }],
  hand: { theme: 'order' },
  status: {
    field: 'status',
    cycle: {
      states: [
        { key: 'запланирован', title: 'запланирован' },
        { key: 'проведён', title: 'проведён' },
      ],
      moves: [{ from: 'запланирован', to: 'проведён', by: 'coordinator' }],
    },
  },
  frozen: true,
});

/** The district's programme, grown in the middle of a quarter. */
export const programme: Programme = {
  ...first,
  forms: [...first.forms.map((form) => grownPupils.find(({ key }) => key === form.key) ?? form), library],
  indicators: [...first.indicators, wornRate, wornTextbooks],
  checks: [...first.checks, moreTwosThanFailing, halved],
  registers: [...first.registers, visits],
};
