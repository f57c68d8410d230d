import { choice, date, defineCheck, defineForm, longText, type Theme } from '../../model';
import { PARTICIPANT } from '../groups';

/** Of the project «500+» (domain of its questionnaires), in its order. */
export const RISK_FACTORS = [
  'Низкий уровень оснащения школы',
  'Дефицит педагогических кадров',
  'Недостаточная предметная и методическая компетентность педагогических работников',
  'Риски низкой адаптивности учебного процесса',
  'Несформированность внутришкольной системы повышения квалификации',
  'Высокая доля обучающихся с ОВЗ',
  'Низкое качество преодоления языковых и культурных барьеров',
  'Пониженный уровень качества школьной образовательной и воспитательной среды',
  'Низкая учебная мотивация обучающихся',
  'Высокая доля обучающихся с рисками учебной неуспешности',
  'Низкий уровень вовлечённости родителей',
] as const;

export const HIGH = 'высокая';

/** What keeps a participant's pupils from better results, and what the school does about it. */
export const riskProfile = defineForm({
  key: 'riskProfile',
  title: 'Рисковый профиль',
  help: 'Одиннадцать факторов риска: насколько каждый значим для школы и что делается. Без фамилий.',
  fields: {
    factor: choice('Фактор риска', 'Один из одиннадцати.', RISK_FACTORS, { carried: true, slot: 'third' }),
    significance: choice('Значимость', 'Насколько фактор значим для школы.', [
      HIGH,
      'средняя',
      'низкая',
      'не выявлена',
    ]),
    measure: longText('Мера', 'Что школа делает, чтобы снизить риск.', { carried: true, optional: true }),
    dueTo: date('Срок', 'К какому дню мера должна быть выполнена.', { carried: true, optional: true }),
    result: longText('Результат', 'Что изменилось и чем это подтверждается.', { optional: true }),
  },
  identity: ['factor'],
  due: [{ quarters: [1], groups: [PARTICIPANT] }],
  starts: () => RISK_FACTORS.map((factor) => ({ factor })),
  startingRows: RISK_FACTORS.length,
  spareRows: 0,
});

const highWithoutMeasure = defineCheck({
  id: 'row/high-risk-without-measure',
  needs: 'row',
  form: 'riskProfile',
  severity: 'error',
  find: ({ rows }) =>
    rows
      .filter(({ entry: { texts } }) => texts.significance === HIGH && !texts.measure)
      .map((at) => ({ at, field: 'measure', details: {} })),
  words: (_, { column }) => `${column}: пусто, а значимость высокая; напишите, что делает школа`,
  cases: [
    {
      form: 'riskProfile',
      rows: [{ factor: RISK_FACTORS[0], significance: HIGH }],
      says: ['1: «Мера»: пусто, а значимость высокая; напишите, что делает школа'],
    },
    {
      form: 'riskProfile',
      rows: [
        { factor: RISK_FACTORS[0], significance: HIGH, measure: 'Заявка на оборудование' },
        { factor: RISK_FACTORS[1], significance: 'низкая' },
      ],
      says: [],
    },
  ],
});

const significanceMissing = defineCheck({
  id: 'row/risk-significance-missing',
  needs: 'row',
  form: 'riskProfile',
  severity: 'warning',
  answeredByForm: true,
  find: ({ rows }) =>
    rows
      .filter(({ entry, unread }) => !entry.texts.significance && !unread.some(({ field }) => field === 'significance'))
      .map((at) => ({ at, field: 'significance', details: {} })),
  words: (_, { column }) => `${column}: пусто; выберите, хотя бы «не выявлена»`,
  cases: [
    {
      form: 'riskProfile',
      rows: [{ factor: RISK_FACTORS[0], result: 'Получены 12 ноутбуков' }],
      says: ['1: «Значимость»: пусто; выберите, хотя бы «не выявлена»'],
    },
    { form: 'riskProfile', rows: [{ factor: RISK_FACTORS[0], significance: 'не выявлена' }], says: [] },
  ],
});

export const riskProfileTheme: Theme = {
  form: riskProfile,
  indicators: [],
  checks: [highWithoutMeasure, significanceMissing],
};
