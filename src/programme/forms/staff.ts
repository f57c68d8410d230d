import {
  choice,
  count,
  decimal,
  defineForm,
  defineIndicator,
  type Indicator,
  type Target,
  type Theme,
} from '../../model';
import { BY, METHODS, ofParticipants } from '../order-targets';
import { staffChecks } from './staff-checks';

export const STAFF_CATEGORIES = ['руководители', 'учителя', 'прочие педагоги'] as const;

const ON_DATE = 'На отчётную дату, без внешних совместителей.';
const people = (title: string, help: string, optional = false) => count(title, help, optional ? { optional } : {});
const PEOPLE = 'из числа людей этой строки';

const part = (id: string, title: string, field: string) =>
  ({ id, title, parts: { [field]: 1 }, whole: 'people', relation: 'at-most', severity: 'error' }) as const;

/** Staff by category (кадры): counts, never names. */
export const staff = defineForm({
  key: 'staff',
  title: 'Кадры',
  help: 'Люди и ставки по категориям на отчётную дату. Внешних совместителей не считайте.',
  fields: {
    category: choice('Категория', 'Кто в этой строке.', STAFF_CATEGORIES, { carried: true, slot: 'third' }),
    positions: decimal('Ставок по штатному расписанию', 'Сколько ставок в штатном расписании, например 12,5.'),
    positionsFilled: decimal('Ставок занято', 'Сколько из них занято, например 11,75.'),
    people: people('Человек', `${ON_DATE} Руководителя, ведущего уроки, считайте только в «руководителях».`),
    higherEducation: people('Высшее образование', `Сколько ${PEOPLE}.`),
    pedagogicalHigher: people('Из них педагогическое', 'Сколько из имеющих высшее образование.'),
    vocational: people('Среднее профессиональное', `Сколько ${PEOPLE}.`),
    studying: people('Учатся в вузе', 'Сколько без высшего образования получают его.'),
    highestCategory: people('Высшая категория', `Сколько ${PEOPLE}.`),
    firstCategory: people('Первая категория', `Сколько ${PEOPLE}.`),
    trainedInThreeYears: people(
      'Обучены за 3 года',
      'Сколько человек прошли повышение квалификации за последние три года.',
    ),
    retrainingNeeded: people(
      'Нужна переподготовка',
      'Сколько человек ведут предмет не по диплому. Считайте людей, а не предметы.',
    ),
    retrained: people('Переподготовлены', 'Сколько человек прошли переподготовку по преподаваемому предмету.'),
    individualRoutes: people(
      'Индивидуальный маршрут',
      'Сколько человек имеют план или маршрут профессионального развития.',
    ),
    managementTrained: people(
      'Обучены управлению качеством',
      'Сколько человек прошли обучение по управлению качеством образования.',
    ),
    modernMethods: people('Владеют современными методиками', 'Курсы по теме за 3 года и справка о посещении урока.'),
    difficultTrained: people(
      'Обучены работе со сложным контингентом (немотивированные, ОВЗ, поведение)',
      'Сколько человек прошли такие курсы за последние три года.',
      true,
    ),
  },
  identity: ['category'],
  lasting: true,
  due: [{ quarters: [3] }, { quarters: [2, 4], confirmed: true }],
  slices: ['category'],
  starts: () => STAFF_CATEGORIES.map((category) => ({ category })),
  startingRows: STAFF_CATEGORIES.length,
  spareRows: 0,
  sums: [
    {
      id: 'filled-more-than-positions',
      title: 'занятые ставки',
      parts: { positionsFilled: 1 },
      whole: 'positions',
      relation: 'at-most',
      severity: 'error',
    },
    {
      id: 'education-more-than-people',
      title: 'высшее и среднее профессиональное образование вместе',
      parts: { higherEducation: 1, vocational: 1 },
      whole: 'people',
      relation: 'at-most',
      severity: 'error',
    },
    {
      id: 'pedagogical-more-than-higher',
      title: 'имеющие высшее педагогическое образование',
      parts: { pedagogicalHigher: 1 },
      whole: 'higherEducation',
      relation: 'at-most',
      severity: 'error',
    },
    {
      id: 'categories-more-than-people',
      title: 'высшая и первая категории вместе',
      parts: { highestCategory: 1, firstCategory: 1 },
      whole: 'people',
      relation: 'at-most',
      severity: 'error',
    },
    {
      id: 'retraining-more-than-people',
      title: 'нуждающиеся в переподготовке и переподготовленные вместе (считайте людей, а не предметы)',
      parts: { retrainingNeeded: 1, retrained: 1 },
      whole: 'people',
      relation: 'at-most',
      severity: 'warning',
    },
    part('trained-more-than-people', 'обученные за 3 года', 'trainedInThreeYears'),
    part('management-more-than-people', 'обученные управлению качеством', 'managementTrained'),
    part('methods-more-than-people', 'владеющие современными методиками', 'modernMethods'),
    part('routes-more-than-people', 'имеющие индивидуальный маршрут', 'individualRoutes'),
    part('difficult-more-than-people', 'обученные работе со сложным контингентом', 'difficultTrained'),
  ],
});

type StaffNumber = Exclude<keyof typeof staff.fields, 'category'>;
type Sum = Partial<Record<StaffNumber, number>>;

/** A share of the people of a row, or of what `of` says; the example's row makes 25 %. */
function share(
  key: string,
  title: string,
  top: Sum,
  more: { of?: Sum; down?: true; example?: Sum; told?: string; targets?: readonly Target[] } = {},
): Indicator {
  const { of = { people: 1 }, down, example, told, targets = [] } = more;
  const fields = Object.keys(top) as StaffNumber[];
  return defineIndicator({
    key,
    title,
    kind: 'share',
    unit: 'percent',
    direction: down ? 'down' : 'up',
    source: `Кадры: ${fields.map((field) => staff.fields[field].title.toLowerCase()).join(' + ')}`,
    from: staff,
    numerator: top,
    denominator: of,
    ...(told ? { headline: { words: told, whom: 'работников' } } : {}),
    targets,
    examples: [{ given: [example ?? { people: 20, [fields[0]!]: 5 }], value: 25 }],
  });
}

const modern = (is: string): Target =>
  ofParticipants({
    ...{ id: 'TI2', by: BY.start, atLeast: 100, reading: { setting: METHODS.setting, is } },
    words:
      'подготовка квалифицированных кадров, владеющих современными педагогическими технологиями (100% в этих школах)',
  });

const [HEADS, TEACHERS, OTHERS] = STAFF_CATEGORIES;
const inCategories = (of: string, words: readonly string[]) => ({ of, slice: { field: 'category', words } });

const MANAGEMENT: readonly Target[] = [
  { id: 'TI4-heads', ...inCategories('руководители', [HEADS]) },
  { id: 'TI4-teachers', ...inCategories('педагоги', [TEACHERS, OTHERS]) },
].map((target) =>
  ofParticipants({
    ...{ ...target, by: BY.start, atLeast: 100 },
    words: 'Формирование у педагогов и руководителей управленческих компетенций (100% в этих школах)',
  }),
);

const TRAINED: readonly Target[] = [
  { id: 'ER1-heads', ...inCategories('руководители', [HEADS]) },
  { id: 'ER1-teachers', ...inCategories('учителя', [TEACHERS]) },
  { id: 'ER1-others', ...inCategories('прочие педагоги', [OTHERS]) },
].map((target) =>
  ofParticipants({
    ...{ ...target, by: BY.start, atLeast: null, trend: 'up' },
    words: 'повышение квалификации руководителей и педагогов школ, работающих в сложных социальных контекстах',
  }),
);

export const staffTheme: Theme = {
  form: staff,
  indicators: [
    share(
      'staffing-rate',
      'Укомплектованность кадрами',
      { positionsFilled: 1 },
      {
        of: { positions: 1 },
        example: { positions: 10, positionsFilled: 2.5 },
      },
    ),
    share('higher-education-rate', 'Доля работников с высшим образованием', { higherEducation: 1 }),
    share('pedagogical-higher-rate', 'Доля работников с высшим педагогическим образованием', { pedagogicalHigher: 1 }),
    share(
      'vocational-rate',
      'Доля работников со средним профессиональным образованием',
      { vocational: 1 },
      { down: true },
    ),
    share(
      'category-rate',
      'Доля работников с высшей и первой категорией',
      { highestCategory: 1, firstCategory: 1 },
      {
        example: { people: 20, highestCategory: 2, firstCategory: 3 },
      },
    ),
    share(
      'trained-rate',
      'Доля повысивших квалификацию за 3 года',
      { trainedInThreeYears: 1 },
      { told: 'Повысили квалификацию за 3 года', targets: [modern(METHODS.trained), ...TRAINED] },
    ),
    share('retraining-need-rate', 'Доля нуждающихся в переподготовке', { retrainingNeeded: 1 }, { down: true }),
    share(
      'retrained-rate',
      'Переподготовлены из нуждавшихся',
      { retrained: 1 },
      {
        of: { retrained: 1, retrainingNeeded: 1 },
        example: { retrained: 1, retrainingNeeded: 3 },
      },
    ),
    share('individual-routes-rate', 'Доля работников с индивидуальным маршрутом', { individualRoutes: 1 }),
    share(
      'management-trained-rate',
      'Доля обученных управлению качеством',
      { managementTrained: 1 },
      { targets: MANAGEMENT },
    ),
    share(
      'modern-methods-rate',
      'Доля владеющих современными методиками',
      { modernMethods: 1 },
      { targets: [modern(METHODS.seen)] },
    ),
    share('difficult-trained-rate', 'Доля обученных работе со сложным контингентом', { difficultTrained: 1 }),
    share(
      'upgrading-rate',
      'Получают высшее образование из не имеющих его',
      { studying: 1 },
      {
        of: { people: 1, higherEducation: -1 },
        example: { people: 20, higherEducation: 16, studying: 1 },
      },
    ),
  ],
  checks: staffChecks,
};
