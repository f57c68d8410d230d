import { RISK_FACTORS } from '../../programme/forms/risk-factors';
import { chance } from './chance';
import { type Cells, PERIODS, quarterOf, type TrainingSchool, yearOf } from './district';

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

/** At first four of ten factors are of middle weight and two are high; what is done about them slowly tells. Where data decide, schools go by them. */
export const riskProfileOf = (
  school: TrainingSchool,
  period: string,
  decided: (factor: string) => string | null,
): Cells[] =>
  RISK_FACTORS.map((factor, index): Cells => {
    const year = yearOf(period);
    const drawn = chance('risk', school.key, factor) + 0.05 * (year - 2020);
    const own = drawn < 0.2 ? 'высокая' : drawn < 0.6 ? 'средняя' : drawn < 0.85 ? 'низкая' : 'не выявлена';
    const significance = decided(factor) ?? own;
    if (significance !== 'высокая' && significance !== 'средняя') return { factor, significance };
    const result = year > 2020 ? `Выполнено частично, справка по итогам ${year - 1} года` : '';
    return { factor, significance, measure: MEASURES[index]!, dueTo: `31.12.${year}`, result };
  });

/** In 2023 two schools are out of the transition, one of them develops on. */
const REGIMES: Readonly<Record<string, string>> = { tolbuzino: 'развитие', kuznetsovo: 'функционирование' };
const REACHED = '2023-Q1';

const stateIn = (period: string): string => {
  if (period === PERIODS[0]) return 'разработка';
  return quarterOf(period) === 3 ? 'скорректирована' : 'реализуется';
};

/** Each school's council sat on a day of its own. */
const councilOf = ({ key }: TrainingSchool): string => {
  const day = 1 + Math.floor(9 * chance('council', key));
  return `от 0${day}.04.2020 № ${2 + Math.floor(3 * chance('protocol', key))}`;
};

/** Each school has put what the order asks for where its own programme had room, and says in which words. */
const itemsOf = ({ key }: TrainingSchool): Cells => {
  const section = 2 + Math.floor(3 * chance('section', key));
  const first = 1 + Math.floor(3 * chance('item', key));
  return {
    networkItem: `п. ${section}.${first} «Сеть со школой-партнёром»`,
    parentsItem: `п. ${section}.${first + 2} «Работа с семьями»`,
    institutionsItem: `п. ${section + 1}.1 «Вуз, колледж: потребности и договоры»`,
  };
};

/** The programme was written in 2020 and corrected after each school year. */
export function transitionOf(school: TrainingSchool, period: string): Cells[] {
  const [year, quarter] = [yearOf(period), quarterOf(period)];
  const isNew = period === PERIODS[0];
  const planned = isNew ? 4 : 8 + Math.floor(6 * chance('planned', school.key)) + (quarter === 1 ? 4 : 0);
  const done = Math.round(planned * (0.6 + 0.04 * (year - 2020) + 0.25 * chance('done', school.key, period)));
  return [
    {
      document: `https://example.org/${school.key}/programme`,
      councilProtocol: isNew ? '' : councilOf(school),
      regime: (period >= REACHED && REGIMES[school.key]) || 'переход',
      state: stateIn(period),
      actionsPlanned: String(planned),
      actionsDone: String(Math.min(planned, done)),
      ...itemsOf(school),
      correctedOn: isNew ? '' : `30.08.${quarter === 3 ? year : year - 1}`,
    },
  ];
}

const NEED = 'потребность в вузе или СПО';
const PRACTICE = 'лучшая практика';

/** By quarter of the year, one after another from year to year. */
const PRACTICES: Readonly<Record<number, readonly Cells[]>> = {
  1: [
    {
      kind: NEED,
      title: 'Практиканты по физике и химии',
      done: 'Нужны студенты старших курсов на четверть: вести практические работы в 7-9 классах',
    },
    {
      kind: NEED,
      title: 'Целевое обучение учителя математики',
      done: 'Готовы направить выпускника, нужен договор с педагогическим вузом',
    },
  ],
  2: [
    {
      kind: PRACTICE,
      title: 'Чтение в разновозрастных группах',
      done: 'Старшие читают с младшими два раза в неделю, учителя отмечают темп чтения',
      proof: 'Справка школы по итогам года',
      link: 'https://example.org/reading',
    },
    {
      kind: PRACTICE,
      title: 'Урок с учителем школы-партнёра',
      done: 'Раз в месяц урок алгебры ведёт учитель ведущей школы, затем общее обсуждение',
      proof: 'Протоколы обсуждения уроков',
    },
  ],
};

export const practicesOf = (school: TrainingSchool, period: string): Cells[] => {
  const practices = PRACTICES[quarterOf(period)];
  const practice = practices?.[yearOf(period) % practices.length];
  return practice && chance('practice', school.key, period) < 0.6 ? [practice] : [];
};
