import { choice, count, decimal, defineCheck, defineForm, defineIndicator, type Target, type Theme } from '../../model';
import { BY, ofDistrict } from '../order-targets';

const KINDS = ['Компьютерная техника', 'Учебное и лабораторное оборудование'] as const;

const READING = 'renewal-by';
const BY_UNITS = 'единицам';
const BY_VALUE = 'стоимости';

/** Equipment of the calendar year, in units: what is new may be more than what there was. */
export const materialBase = defineForm({
  key: 'materialBase',
  title: 'Материальная база',
  help: 'За календарный год: сколько было на 1 января и сколько введено за год.',
  fields: {
    kind: choice('Что', 'Вид оборудования.', KINDS, { carried: true, slot: 'third' }),
    unitsStart: count('Единиц на 1 января', 'По инвентарной ведомости на 1 января этого года.', {
      due: { setting: [READING, BY_UNITS] },
    }),
    unitsNew: count('Из них введено за год взамен или дополнительно', 'Принято к учёту с 1 января по 31 декабря.', {
      plausibleTimes: ['unitsStart', 1],
      due: { setting: [READING, BY_UNITS] },
    }),
    valueStart: decimal('Стоимость на 1 января, тыс. руб.', 'Балансовая стоимость на 1 января этого года.', {
      due: { setting: [READING, BY_VALUE] },
    }),
    valueNew: decimal('Введено за год, тыс. руб.', 'Стоимость принятого к учёту с 1 января по 31 декабря.', {
      due: { setting: [READING, BY_VALUE] },
    }),
  },
  identity: ['kind'],
  due: [{ quarters: [4] }],
  slices: ['kind'],
  starts: () => KINDS.map((kind) => ({ kind })),
  startingRows: KINDS.length,
  spareRows: 0,
});

/** What there was a year ago and what came since then is what there is now. */
const startsElsewhere = defineCheck<{ start: number; expected: number }>({
  id: 'row/units-start-differs',
  needs: 'before',
  form: 'materialBase',
  severity: 'warning',
  find: ({ rows, before }) =>
    rows.flatMap((at) => {
      const { unitsStart } = at.entry.numbers;
      const last = before(at)?.entry.numbers;
      if (unitsStart == null || last?.unitsStart == null || last.unitsNew == null) return [];
      const expected = last.unitsStart + last.unitsNew;
      return unitsStart === expected ? [] : [{ at, field: 'unitsStart', details: { start: unitsStart, expected } }];
    }),
  words: ({ start, expected }, { column }) =>
    `${column}: ${start}, а по прошлому году должно быть ${expected}. Списание? Поясните`,
  cases: [
    {
      form: 'materialBase',
      period: '2023-Q4',
      rows: [{ kind: KINDS[0], unitsStart: 40, unitsNew: 6 }],
      before: [{ kind: KINDS[0], unitsStart: 36, unitsNew: 6 }],
      says: ['1: «Единиц на 1 января»: 40, а по прошлому году должно быть 42. Списание? Поясните'],
    },
    {
      form: 'materialBase',
      period: '2023-Q4',
      rows: [{ kind: KINDS[0], unitsStart: 42, unitsNew: 6 }],
      before: [{ kind: KINDS[0], unitsStart: 36, unitsNew: 6 }],
      says: [],
    },
    // Where one of the numbers is not told, or the kind is new, nothing is expected.
    {
      form: 'materialBase',
      period: '2023-Q4',
      rows: KINDS.map((kind) => ({ kind, unitsStart: 40, unitsNew: 6 })),
      before: [
        { kind: KINDS[0], unitsStart: 36 },
        { kind: KINDS[1], unitsNew: 6 },
      ],
      says: [],
    },
    {
      form: 'materialBase',
      period: '2023-Q4',
      rows: [
        { kind: KINDS[0], unitsNew: 6 },
        { kind: KINDS[1], unitsStart: 40, unitsNew: 6 },
      ],
      before: [{ kind: KINDS[0], unitsStart: 36, unitsNew: 6 }],
      says: [],
    },
  ],
});

const renewed = (is: string): Target =>
  ofDistrict({
    ...{ id: 'TI3b', by: BY.calendar, atLeast: 15, reading: { setting: READING, is } },
    words: 'Модернизация материально- технической базы ОУ (15% ежегодно)',
  });

export const materialBaseTheme: Theme = {
  form: materialBase,
  indicators: [
    defineIndicator({
      key: 'renewal-rate',
      title: 'Обновление материальной базы за год',
      kind: 'ratio',
      unit: 'percent',
      counts: 'единиц',
      direction: 'up',
      source: 'введено за год / единиц на 1 января',
      from: materialBase,
      numerator: { unitsNew: 1 },
      denominator: { unitsStart: 1 },
      column: true,
      targets: [renewed(BY_UNITS)],
      examples: [
        { given: [{ unitsStart: 40, unitsNew: 6 }], value: 15 },
        { given: [{ unitsStart: 4, unitsNew: 6 }], value: 150 },
      ],
    }),
    defineIndicator({
      key: 'renewal-value-rate',
      title: 'Обновление материальной базы за год, по стоимости',
      kind: 'ratio',
      unit: 'percent',
      counts: 'тыс. руб.',
      direction: 'up',
      source: 'стоимость введённого за год / стоимость на 1 января',
      from: materialBase,
      numerator: { valueNew: 1 },
      denominator: { valueStart: 1 },
      targets: [renewed(BY_VALUE)],
      examples: [{ given: [{ valueStart: 400, valueNew: 60 }], value: 15 }],
    }),
  ],
  settings: [
    {
      key: READING,
      title: 'Обновление материальной базы считается по',
      value: BY_UNITS,
      help: '«единицам» или «стоимости»: от этого зависит, какие графы формы «Материальная база» спрашиваются.',
      kind: 'choice',
      choices: [BY_UNITS, BY_VALUE],
    },
  ],
  checks: [startsElsewhere],
};
