import {
  choice,
  count,
  date,
  dateInFigures,
  defineCheck,
  defineForm,
  defineIndicator,
  link,
  periodDays,
  type Theme,
  text,
} from '../../model';
import { PARTICIPANT } from '../groups';
import { atMost } from './part-of';
import { HIGH, RISK_FACTORS } from './risk-factors';

const WHERE = 'Пункт программы, где это записано, например 3.2.';
const ITEMS = ['networkItem', 'parentsItem', 'institutionsItem'] as const;

/** A participant's programme of becoming effective (программа перехода в эффективный режим). */
export const transition = defineForm({
  key: 'programme',
  title: 'Программа перехода в эффективный режим',
  help: 'Одна строка: программа школы, её состояние и ход выполнения.',
  fields: {
    document: link('Программа (ссылка)', 'Адрес программы на сайте школы.', { carried: true, slot: 'third' }),
    councilProtocol: text('Протокол Управляющего совета', 'Дата и номер протокола.', { carried: true, optional: true }),
    regime: choice('Режим школы', 'В каком режиме работает школа.', ['переход', 'функционирование', 'развитие'], {
      carried: true,
    }),
    state: choice(
      'Состояние программы',
      'Что с программой на отчётную дату.',
      ['разработка', 'утверждена', 'реализуется', 'скорректирована', 'завершена'],
      { carried: true },
    ),
    actionsPlanned: count(
      'Мероприятий запланировано',
      'Сколько мероприятий программы должно быть выполнено к отчётной дате.',
      { plausibleUpTo: 60 },
    ),
    actionsDone: count('Мероприятий выполнено', 'Сколько из них выполнено.'),
    networkItem: text('Сетевое взаимодействие: пункт программы', WHERE, { carried: true, optional: true }),
    parentsItem: text('Работа с родителями: пункт программы', WHERE, { carried: true, optional: true }),
    institutionsItem: text('Вузы и СПО: пункт программы', WHERE, { carried: true, optional: true }),
    correctedOn: date('Дата корректировки', 'Когда программа последний раз изменена по итогам мониторинга.', {
      carried: true,
      optional: true,
    }),
  },
  identity: ['document'],
  due: [{ quarters: [1, 3], groups: [PARTICIPANT] }],
  startingRows: 1,
  spareRows: 0,
  sums: [atMost('done-more-than-planned', 'выполненные мероприятия', ['actionsDone'], 'actionsPlanned')],
});

const GIVEN = { document: 'https://school.example/programme', actionsPlanned: 4, actionsDone: 3 };

/** A tick where the place in the programme is asked for. */
const TICKS = /^(?:да|есть|имеется|нет|включен[оы]?|[+v✓✔-])\.?$/i;

const itemUnnamed = defineCheck<{ found: string }>({
  id: 'row/programme-item-unnamed',
  needs: 'row',
  form: 'programme',
  severity: 'warning',
  find: ({ rows }) =>
    rows.flatMap((at) =>
      ITEMS.filter((field) => TICKS.test(at.entry.texts[field] ?? '')).map((field) => ({
        ...{ at, field },
        details: { found: at.entry.texts[field]! },
      })),
    ),
  words: ({ found }, { column }) => `${column}: указано «${found}»; впишите номер пункта, где это записано`,
  cases: [
    {
      form: 'programme',
      rows: [{ ...GIVEN, networkItem: 'да', parentsItem: 'п. 3.4', institutionsItem: 'п. 3.5' }],
      says: ['1: «Сетевое взаимодействие: пункт программы»: указано «да»; впишите номер пункта, где это записано'],
    },
    {
      form: 'programme',
      rows: [{ ...GIVEN, networkItem: '3.2', parentsItem: 'п. 3.4', institutionsItem: 'раздел 5' }],
      says: [],
    },
  ],
});

const wordMissing = defineCheck({
  id: 'row/programme-word-missing',
  needs: 'row',
  form: 'programme',
  severity: 'warning',
  answeredByForm: true,
  find: ({ rows }) =>
    rows.flatMap((at) =>
      ['regime', 'state']
        .filter((field) => !at.entry.texts[field] && !at.unread.some((cell) => cell.field === field))
        .map((field) => ({ at, field, details: {} })),
    ),
  words: (_, { column }) => `${column}: пусто; выберите слово из списка`,
  cases: [
    {
      form: 'programme',
      rows: [{ ...GIVEN, regime: 'переход' }],
      says: [`1: «${transition.fields.state!.title}»: пусто; выберите слово из списка`],
    },
    { form: 'programme', rows: [{ ...GIVEN, regime: 'переход', state: 'реализуется' }], says: [] },
    // What stands there is no word of the list: that is said instead.
    {
      form: 'programme',
      rows: [{ ...GIVEN, regime: 'никакой', state: '' }],
      says: [`1: «${transition.fields.state!.title}»: пусто; выберите слово из списка`],
    },
  ],
});

/** A school has one programme; its actions would be counted twice. */
const secondRow = defineCheck({
  id: 'row/second-programme',
  needs: 'form',
  form: 'programme',
  severity: 'warning',
  find: ({ rows }) => rows.slice(1).map((at) => ({ at, field: 'document', details: {} })),
  words: () => 'программа у школы одна, а это вторая строка; оставьте действующую, другую удалите',
  cases: [
    {
      form: 'programme',
      rows: [GIVEN, { ...GIVEN, document: 'https://school.example/old' }],
      says: ['2: Программа у школы одна, а это вторая строка; оставьте действующую, другую удалите'],
    },
    { form: 'programme', rows: [GIVEN], says: [] },
  ],
});

const itemMissing = defineCheck({
  id: 'row/programme-item-missing',
  needs: 'row',
  form: 'programme',
  severity: 'warning',
  answeredByForm: true,
  find: ({ rows }) =>
    rows.flatMap((at) => ITEMS.filter((field) => !at.entry.texts[field]).map((field) => ({ at, field, details: {} }))),
  words: (_, { column }) => `${column}: пусто; впишите пункт программы, где это записано, или поясните, почему его нет`,
  cases: [
    {
      form: 'programme',
      rows: [{ ...GIVEN, networkItem: 'п. 3.2', parentsItem: 'п. 3.4' }],
      says: [
        '1: «Вузы и СПО: пункт программы»: пусто; впишите пункт программы, где это записано, или поясните, почему его нет',
      ],
    },
    {
      form: 'programme',
      rows: [{ ...GIVEN, networkItem: 'п. 3.2', parentsItem: 'п. 3.4', institutionsItem: 'п. 3.5' }],
      says: [],
    },
  ],
});

/** A programme is looked at again at least once a year while a risk stays high. */
const notCorrected = defineCheck<{ factor: string }>({
  id: 'row/programme-not-corrected',
  needs: 'tab',
  beside: ['riskProfile'],
  form: 'programme',
  severity: 'warning',
  find({ rows, tab, period }) {
    const high = tab('riskProfile').find(({ entry }) => entry.texts.significance === HIGH);
    if (!high) return [];
    const [, end] = periodDays(period);
    const yearBefore = `${Number(end.slice(0, 4)) - 1}${end.slice(4)}`;
    return rows
      .filter(({ entry: { texts } }) => !!texts.correctedOn && texts.correctedOn < yearBefore)
      .map((at) => ({ at, field: 'correctedOn', details: { factor: high.entry.texts.factor ?? '' } }));
  },
  words: ({ factor }, { column }) =>
    `${column}: больше года назад, а риск высокий («${factor}»); внесите новую дату или поясните`,
  cases: [
    {
      form: 'programme',
      period: '2023-Q1',
      rows: [{ ...GIVEN, correctedOn: '01.02.2022' }],
      tab: { riskProfile: [{ factor: RISK_FACTORS[1], significance: HIGH, measure: 'Заявка на целевое место' }] },
      says: [
        '1: «Дата корректировки»: больше года назад, а риск высокий («Дефицит педагогических кадров»); внесите новую дату или поясните',
      ],
    },
    {
      form: 'programme',
      period: '2023-Q1',
      rows: [{ ...GIVEN, correctedOn: '01.02.2023' }],
      tab: { riskProfile: [{ factor: RISK_FACTORS[1], significance: HIGH, measure: 'Заявка на целевое место' }] },
      says: [],
    },
    // A year to the day is not more than a year; nor is anything asked where no risk is high.
    {
      form: 'programme',
      period: '2023-Q1',
      rows: [{ ...GIVEN, correctedOn: '31.03.2022' }],
      tab: { riskProfile: [{ factor: RISK_FACTORS[1], significance: HIGH, measure: 'Заявка на целевое место' }] },
      says: [],
    },
    {
      form: 'programme',
      period: '2023-Q1',
      rows: [{ ...GIVEN, correctedOn: '01.02.2022' }],
      tab: { riskProfile: [{ factor: RISK_FACTORS[1], significance: 'средняя', measure: '' }] },
      says: [],
    },
  ],
});

const correctedLater = defineCheck<{ day: string }>({
  id: 'row/programme-corrected-later',
  needs: 'row',
  form: 'programme',
  severity: 'warning',
  find({ rows, period }) {
    const [, end] = periodDays(period);
    return rows.flatMap((at) => {
      const day = at.entry.texts.correctedOn ?? '';
      return /^\d{4}-/.test(day) && day > end
        ? [{ at, field: 'correctedOn', details: { day: dateInFigures(day) } }]
        : [];
    });
  },
  words: ({ day }, { column }) => `${column}: ${day} ещё не наступило; впишите день, когда программа изменена`,
  cases: [
    {
      form: 'programme',
      period: '2023-Q1',
      rows: [{ ...GIVEN, correctedOn: '30.08.2023' }],
      says: ['1: «Дата корректировки»: 30.08.2023 ещё не наступило; впишите день, когда программа изменена'],
    },
    { form: 'programme', period: '2023-Q3', rows: [{ ...GIVEN, correctedOn: '30.08.2023' }], says: [] },
    { form: 'programme', period: '2023-Q3', rows: [{ ...GIVEN, correctedOn: '30.09.2023' }], says: [] },
  ],
});

export const transitionTheme: Theme = {
  form: transition,
  indicators: [
    defineIndicator({
      key: 'programme-done-rate',
      title: 'Доля выполненных мероприятий программы школы',
      kind: 'share',
      unit: 'percent',
      direction: 'up',
      source: 'мероприятий выполнено / запланировано к отчётной дате',
      from: transition,
      numerator: { actionsDone: 1 },
      denominator: { actionsPlanned: 1 },
      column: true,
      examples: [{ given: [{ actionsPlanned: 8, actionsDone: 6 }], value: 75 }],
    }),
  ],
  checks: [itemMissing, itemUnnamed, wordMissing, secondRow, notCorrected, correctedLater],
};
