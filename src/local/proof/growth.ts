import { choice, count, defineForm, defineIndicator, type Programme } from '../../model';

const clubs = defineForm({
  key: 'clubs',
  title: 'Кружки',
  help: 'Все кружки школы на последний день периода.',
  fields: {
    kind: choice('Направление', 'Выберите.', ['техническое', 'спортивное', 'иное'], { slot: 'third', carried: true }),
    groups: count('Групп', 'Сколько.'),
    members: count('Учеников', 'Сколько занимается.'),
    ninth: count('Из 9 класса', 'Сколько из них.', { optional: true }),
  },
  identity: ['kind'],
  due: [{ quarters: [1, 2, 3, 4] }],
});

const ninthShare = defineIndicator({
  key: 'clubs-ninth-share',
  title: 'Доля девятиклассников в кружках',
  source: 'из 9 класса / учеников',
  kind: 'share',
  unit: 'percent',
  direction: 'up',
  from: clubs,
  numerator: { ninth: 1 },
  denominator: { members: 1 },
  column: true,
  examples: [{ given: [{ members: 4, ninth: 1 }], value: 25 }],
});

const withField = (form: Programme['forms'][number]): Programme['forms'][number] =>
  form.key === 'pupils'
    ? { ...form, fields: { ...form.fields, oneFour: count('С одной «4»', 'Остальные «5».', { optional: true }) } }
    : form;

/** The programme after it has grown by a form and by a field of another, in the middle of a quarter. */
export const grow = (first: Programme): Programme => ({
  ...first,
  forms: [...first.forms.map(withField), clubs],
  indicators: [...first.indicators, ninthShare],
});
