import { choice, count, defineForm, defineIndicator, type Theme } from '../../../src/model';

/** A form of five fields, one of them a choice that cuts its figures. */
const library = defineForm({
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

const wornRate = defineIndicator({
  ...share,
  ...worn,
  key: 'worn-rate',
  title: 'Доля ветхих изданий',
  source: 'ветхие / всего',
  column: true,
  examples: [{ given: [{ books: 4, worn: 1 }], value: 25 }],
});

const wornTextbooks = defineIndicator({
  ...share,
  ...worn,
  key: 'worn-textbook-rate',
  title: 'Доля ветхих учебников',
  source: 'ветхие учебники / все учебники',
  where: { kind: 'учебники' },
  examples: [],
});

export const libraryTheme: Theme = { form: library, indicators: [wornRate, wornTextbooks] };
