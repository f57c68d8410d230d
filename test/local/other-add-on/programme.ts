import { choice, count, defineForm, defineIndicator, type Programme } from '../../../src/model';
import { programme as first } from '../../../src/programme';

const library = defineForm({
  key: 'library',
  title: 'Библиотека',
  help: 'Фонд учебников на последний день периода.',
  fields: {
    kind: choice('Вид', 'Вид изданий.', ['учебники', 'прочее']),
    books: count('Всего', 'Сколько экземпляров.'),
    worn: count('Ветхие', 'Сколько из них ветхих.'),
  },
  identity: ['kind'],
  due: [{ quarters: [1, 2, 3, 4] }],
});

const wornRate = defineIndicator({
  key: 'worn-rate',
  title: 'Доля ветхих изданий',
  kind: 'share',
  unit: 'percent',
  direction: 'down',
  source: 'ветхие / всего',
  from: library,
  numerator: { worn: 1 },
  denominator: { books: 1 },
  examples: [{ given: [{ books: 4, worn: 1 }], value: 25 }],
});

/** The district's programme and one form more. */
export const programme: Programme = {
  ...first,
  forms: [...first.forms, library],
  indicators: [...first.indicators, wornRate],
};
