import { RISK_FACTORS } from '../../programme/forms/risk-profile';
import { chance } from './chance';
import type { Cells, TrainingSchool } from './district';

const MEASURES = [
  'Заявка на оборудование кабинетов, обмен приборами со школой-партнёром',
  'Заявка на целевое обучение, общий учитель со школой-партнёром',
  'Курсы по предмету, взаимопосещение уроков с обсуждением',
  'Разноуровневые задания, сопровождение при переходе в 5 класс',
  'План внутришкольного повышения квалификации',
  'Консультации психолога и дефектолога, адаптированные программы',
  'Дополнительные занятия по русскому языку',
  'Школьные клубы и наставничество старших над младшими',
  'Проекты с местными организациями, профориентация',
  'Дополнительные занятия для обучающихся с «2» и одной «3»',
  'Родительские консультации, дни открытых уроков',
] as const;

/** Four of ten factors are of middle weight, two are high; what is done about a factor goes on from year to year. */
export const riskProfileOf = (school: TrainingSchool, period: string): Cells[] =>
  RISK_FACTORS.map((factor, index): Cells => {
    const drawn = chance('risk', school.key, factor);
    const significance = drawn < 0.2 ? 'высокая' : drawn < 0.6 ? 'средняя' : drawn < 0.85 ? 'низкая' : 'не выявлена';
    if (drawn >= 0.6) return { factor, significance };
    const year = Number(period.slice(0, 4));
    const result = drawn < 0.4 ? 'Выполнено частично, справка по итогам полугодия' : '';
    return { factor, significance, measure: MEASURES[index]!, dueTo: `31.12.${year}`, result };
  });

/** The programme was written in 2020 and corrected after each school year. */
export function transitionOf(school: TrainingSchool, period: string): Cells[] {
  const [year, quarter] = [Number(period.slice(0, 4)), Number(period.slice(-1))];
  const planned = 8 + Math.floor(6 * chance('planned', school.key)) + (quarter === 1 ? 4 : 0);
  const done = Math.round(planned * (0.7 + 0.25 * chance('done', school.key, period)));
  return [
    {
      document: `https://example.org/${school.key}/programme`,
      councilProtocol: 'от 05.04.2020 № 2',
      regime: 'переход',
      state: quarter === 3 ? 'скорректирована' : 'реализуется',
      actionsPlanned: String(planned),
      actionsDone: String(done),
      networkItem: 'п. 3.2',
      parentsItem: 'п. 3.4',
      institutionsItem: 'п. 3.5',
      correctedOn: `30.08.${quarter === 3 ? year : year - 1}`,
    },
  ];
}

const PRACTICES: Readonly<Record<string, Cells>> = {
  1: {
    kind: 'потребность в вузе или СПО',
    title: 'Практиканты по физике и химии',
    done: 'Нужны студенты старших курсов на четверть: вести практические работы в 7-9 классах',
  },
  2: {
    kind: 'лучшая практика',
    title: 'Чтение в разновозрастных группах',
    done: 'Старшие читают с младшими два раза в неделю, учителя отмечают темп чтения',
    proof: 'Справка школы по итогам года',
  },
};

export const practicesOf = (school: TrainingSchool, period: string): Cells[] => {
  const practice = PRACTICES[period.slice(-1)];
  return practice && chance('practice', school.key, period) < 0.6 ? [practice] : [];
};
