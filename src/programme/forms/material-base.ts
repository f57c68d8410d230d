import { choice, count, defineForm, defineIndicator, type Theme } from '../../model';

const KINDS = ['Компьютерная техника', 'Учебное и лабораторное оборудование'] as const;

/** Equipment of the calendar year, in units: what is new may be more than what there was. */
export const materialBase = defineForm({
  key: 'materialBase',
  title: 'Материальная база',
  help: 'За календарный год: сколько единиц было на 1 января и сколько введено за год.',
  fields: {
    kind: choice('Что', 'Вид оборудования.', KINDS, { carried: true, slot: 'third' }),
    unitsStart: count('Единиц на 1 января', 'По инвентарной ведомости на 1 января этого года.'),
    unitsNew: count('Из них введено за год взамен или дополнительно', 'Принято к учёту с 1 января по 31 декабря.'),
  },
  identity: ['kind'],
  due: [{ quarters: [4] }],
  slices: ['kind'],
  startingRows: KINDS.length,
  spareRows: 0,
});

export const materialBaseTheme: Theme = {
  form: materialBase,
  indicators: [
    defineIndicator({
      key: 'renewal-rate',
      title: 'Обновление материальной базы за год',
      kind: 'ratio',
      unit: 'percent',
      direction: 'up',
      source: 'введено за год / единиц на 1 января',
      from: materialBase,
      numerator: { unitsNew: 1 },
      denominator: { unitsStart: 1 },
      column: true,
      examples: [
        { given: [{ unitsStart: 40, unitsNew: 6 }], value: 15 },
        { given: [{ unitsStart: 4, unitsNew: 6 }], value: 150 },
      ],
    }),
  ],
};
