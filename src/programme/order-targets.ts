import { type PeriodKey, type Setting, type Target, yearAndQuarter } from '../model';
import { PARTICIPANT } from './groups';

const PASSPORT = 'Приказ от 25.12.2019 № 341, паспорт программы';

/** What the order names for its participants «в этих школах». */
export const ofParticipants = (target: Omit<Target, 'group' | 'source'> & { readonly words: string }): Target =>
  sourced({ ...target, group: PARTICIPANT });

/** What it names for the district or for all schools. */
export const ofDistrict = (target: Omit<Target, 'group' | 'source'> & { readonly words: string }): Target =>
  sourced({ ...target, group: '' });

const sourced = ({ words, ...target }: Omit<Target, 'source'> & { readonly words: string }): Target => ({
  ...target,
  source: `${PASSPORT}: «${words}»`,
});

/** «К 2023 году»: the last results of each kind before the programme ends. */
export const BY: Readonly<Record<'year' | 'start' | 'calendar', PeriodKey>> = {
  year: '2023-Q2',
  start: '2023-Q3',
  calendar: '2023-Q4',
};

const choiceOf = (key: string, title: string, choices: readonly string[], help: string): Setting => ({
  key,
  title,
  value: choices[0]!,
  help,
  kind: 'choice',
  choices,
});

export const METHODS = { setting: 'modern-methods-by', seen: 'справкам', trained: 'курсам' } as const;
export const PLANS = { setting: 'individual-plans-by', schools: 'школы', children: 'дети' } as const;

/** Which school year «2023» is, and whether it is another year, the district says. */
export const targetYear: Setting = {
  key: 'target-year',
  title: 'Год, к которому должны быть достигнуты целевые индикаторы',
  value: yearAndQuarter(BY.year).year,
  help: '«К 2023 году»: успеваемость и качество – за учебный год, который кончается в этом году, кадры – на начало следующего, оборудование – за календарный год. После изменения соберите свод.',
  kind: 'number',
  whole: true,
  atLeast: 2000,
  atMost: 2100,
};

/** Where the order can be read in two ways, the district chooses; what it chose is printed under the targets. */
export const readings: readonly Setting[] = [
  choiceOf(
    METHODS.setting,
    'Владеющие современными технологиями считаются по',
    [METHODS.seen, METHODS.trained],
    '«справкам» – курсы по теме и справка о посещении урока; «курсам» – все, кто повысил квалификацию за 3 года.',
  ),
  choiceOf(
    PLANS.setting,
    '100 % по индивидуальным учебным планам – это',
    [PLANS.schools, PLANS.children],
    '«школы» – во всех школах-участницах есть обучающиеся по ИУП, а доля детей растёт; «дети» – по ИУП учатся все дети.',
  ),
];

/** Means of works and exams that are to rise over the years. */
export const rising = (id: string, by: PeriodKey, of: Pick<Target, 'of' | 'slice'> = {}): Target =>
  ofDistrict({
    ...{ id, by, atLeast: null, trend: 'up', moves: true, ...of },
    words: 'Повышение общей тенденции средних муниципальных показателей по результатам ВПР, ОГЭ, ЕГЭ',
  });
