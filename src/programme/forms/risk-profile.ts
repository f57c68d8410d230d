import { choice, computedRisk, date, defineCheck, defineForm, formatNumber, longText, type Theme } from '../../model';
import { PARTICIPANT } from '../groups';
import { DECIDING_FORMS, RISK_BOUNDS, RISK_WORDS } from './risk-bounds';
import { HIGH, RISK_FACTORS } from './risk-factors';

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
    { form: 'riskProfile', rows: [{ factor: RISK_FACTORS[0], significance: true }], says: [] },
  ],
});

const PASSPORT = [{ grade: '1-9', enrolled: 40, disabilities: 7, nonNativeRussian: 0 }];

/** The school's own word against what its data say: it may be right, and then says why. */
const againstData = defineCheck<{ own: string; computed: string; because: string; value: string }>({
  id: 'row/risk-against-data',
  needs: 'whole',
  beside: DECIDING_FORMS,
  form: 'riskProfile',
  severity: 'warning',
  find: ({ rows, tab, allIndicators }) =>
    rows.flatMap((at) => {
      const { factor = '', significance: own } = at.entry.texts;
      const found = computedRisk(RISK_BOUNDS[factor] ?? [], allIndicators, (form) =>
        tab(form).map(({ entry }) => entry),
      );
      if (!own || !found || RISK_WORDS[found.level].includes(own)) return [];
      const [computed] = RISK_WORDS[found.level] as [string];
      const value = `${formatNumber(found.value, 1)} %`;
      return [{ at, field: 'significance', details: { own, computed, because: found.indicator.title, value } }];
    }),
  words: ({ own, computed, because, value }, { column }) =>
    `${column}: ${own}, а по данным – ${computed} («${because}» – ${value}); исправьте или напишите пояснение`,
  cases: [
    {
      form: 'riskProfile',
      rows: [{ factor: RISK_FACTORS[5], significance: 'низкая' }],
      tab: { context: PASSPORT },
      says: [
        '1: «Значимость»: низкая, а по данным – высокая («Доля детей с ОВЗ и инвалидностью» – 17,5 %); исправьте или напишите пояснение',
      ],
    },
    {
      form: 'riskProfile',
      rows: [
        { factor: RISK_FACTORS[5], significance: HIGH, measure: 'Адаптированные программы' },
        { factor: RISK_FACTORS[6], significance: 'не выявлена' },
        { factor: RISK_FACTORS[7], significance: 'низкая' },
      ],
      tab: { context: PASSPORT },
      says: [],
    },
    { form: 'riskProfile', rows: [{ factor: RISK_FACTORS[5], significance: 'низкая' }], says: [] },
  ],
});

export const riskProfileTheme: Theme = {
  form: riskProfile,
  indicators: [],
  checks: [highWithoutMeasure, significanceMissing, againstData],
};
