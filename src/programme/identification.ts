import type { IdentificationRules, Setting } from '../model';
import { contextIndexIndicator, contextShares } from './forms/context';

const marks = { participants: 'participants', low: 'two', subject: 'subject' } as const;

/** Выявление ШНОР, ШНСУ и признаков резильентности: domain.md 2 and 3. */
export const identification: IdentificationRules = {
  procedures: [
    { form: 'vpr', title: 'ВПР', ...marks, grade: 'grade' },
    { form: 'oge', title: 'ОГЭ', ...marks },
    { form: 'ege', title: 'ЕГЭ', ...marks, low: 'belowMinimum' },
  ],
  index: contextIndexIndicator.key,
  withEqualWeights: (values, setting) =>
    contextIndexIndicator.compute(values, (key) =>
      contextShares.some((share) => key === `weight:${share.key}`) ? Math.sign(setting(key)) : setting(key),
    ),
  results: ['pupil-quality-rate', 'additional-education-rate'],
  bySubject: 'quality-rate',
};

/** The federal rule of 2020 on; the region's version may differ from year to year. */
export const identificationSettings: readonly Setting[] = [
  {
    key: 'low-threshold',
    title: 'ШНОР: доля участников ниже минимального порога, начиная с которой результат низкий',
    value: 0.3,
    help: 'Число от 0 до 1; обычно 0,3.',
    kind: 'share',
  },
  {
    key: 'low-procedures',
    title: 'ШНОР: сколько процедур с низким результатом за год',
    value: 2,
    help: 'Процедура – работа по одному предмету в одном классе.',
    kind: 'number',
    whole: true,
    atLeast: 1,
    atMost: 20,
  },
  {
    key: 'low-participants',
    title: 'ШНОР: процедуры с меньшим числом участников не учитываются',
    value: 5,
    help: 'В очень малых классах один обучающийся меняет вывод.',
    kind: 'number',
    whole: true,
    atLeast: 1,
    atMost: 100,
  },
  {
    key: 'low-decides',
    title: 'ШНОР: какой признак решает',
    value: 1,
    help: '1 – несколько процедур за год; 2 – и это, и одна и та же процедура два года подряд; 3 – любое из двух.',
    kind: 'number',
    whole: true,
    atLeast: 1,
    atMost: 3,
  },
  {
    key: 'band-low',
    title: 'ИСБШ: ниже этого – низкий (неблагоприятные условия)',
    value: 55,
    help: 'Число от 0 до 100. Предложение авторов при семи школах: так, чтобы в группах было 2–3–2 школы; уточнить по району.',
    kind: 'number',
    atLeast: 0,
    atMost: 100,
    below: 'band-high',
  },
  {
    key: 'band-high',
    title: 'ИСБШ: выше этого – высокий',
    value: 70,
    help: 'Число от 0 до 100, больше нижней границы.',
    kind: 'number',
    atLeast: 0,
    atMost: 100,
  },
];
