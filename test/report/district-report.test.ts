import type { RegisterRow, ScoreLine } from '../../src/model';
import { composeReport, reportKinds } from '../../src/pipeline';
import { programme } from '../../src/programme';
import type { ReportData } from '../../src/report';
import { planText } from '../../src/report/parts/brief';
import { resultText } from '../../src/report/words/targets';
import { dataOf, SCHOOLS, share } from './data';

const district = reportKinds.find(({ key }) => key === 'district')!;
const [, SCHOOL] = SCHOOLS;
const plain = (text: unknown): string => String(text).replaceAll('\u00a0', ' ');
const wordsIn = (data: ReportData): string[] =>
  composeReport(district, data, null).blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [plain(typeof block.content === 'string' ? block.content : block.content.map(({ text }) => text).join(''))]
      : block.kind === 'table'
        ? [plain(block.caption)]
        : [],
  );
const own = (indicator: string, k: number, n: number, slice?: Record<string, string>) =>
  share({ scope: 'school', school: SCHOOL!.key, indicator, ...(slice ? { slice } : {}) }, k, n);
const FIGURES = [
  share({ scope: 'group', group: 'участник', indicator: 'pupil-pass-rate' }, 26, 32),
  share({ indicator: 'pupil-pass-rate' }, 26, 32),
  own('pupil-pass-rate', 26, 32),
  own('pupil-quality-rate', 7, 32),
  ...['Алгебра', 'Геометрия', 'Физика', 'Химия', 'История'].map((subject, index) =>
    own('fail-rate', index + 1, 20, { subject }),
  ),
];
const SUBJECTS = ['Алгебра', 'Геометрия', 'История', 'Физика', 'Химия'];
const data = (more: Partial<ReportData> = {}) => dataOf(FIGURES, { programme, subjects: SUBJECTS, ...more });

test('the first page names the points of the order that ask for the report, and who has prepared it', () => {
  const words = wordsIn(data({ settings: { 'prepared-position': 'Директор МБУ «ИМЦ»' } }));
  expect(words).toContain('Основание: приказ от 25.12.2019 № 341, п. 3.2, 4.2. Подготовил: директор МБУ «ИМЦ».');
});

test('what is to be decided says who, what, how much and by when; schools are named in the point of the order', () => {
  const registers = {
    financing: [
      { id: 'С-02', year: 2022, mechanism: 'курсы ПК', unitCost: 4.5 },
      { id: 'С-03', year: 2023, mechanism: 'курсы ПК', unitCost: null },
    ],
    plan: ['1.2.1', '3.1'].map((number) => ({
      ...{ id: `ПЛ-${number}`, part: 'дорожная карта', number, status: 'в работе', overdue: 12 },
      responsible: 'отдел образования',
    })),
  };
  const figures = [...FIGURES, share({ indicator: 'trained-rate' }, 91, 100)];
  const blocks = composeReport(district, dataOf(figures, { programme, registers }), null).blocks;
  const words = plain(JSON.stringify(blocks));
  expect(words).toContain(
    'Прошу решить: директору школы Школа №2 утвердить план ликвидации задолженности 6 обучающихся, до 1 июля; отделу образования направить на курсы повышения квалификации 9 педагогов (40,5 тыс. руб.), до 1 сентября; ответственным за просроченные мероприятия дорожной карты 1.2.1 и 3.1 (отдел образования) представить отчёт об исполнении, до 1 июля.',
  );
});

test('between two half-years targets, conditions and what is beyond lessons stand in the appendix', () => {
  const parts = (period: string) => district.parts(data({ period }), null).filter(({ appendix }) => appendix);
  const titles = (period: string) => parts(period).map(({ title }) => title);
  expect(titles('2023-Q1')).toContain('Целевые индикаторы программы');
  expect(titles('2023-Q1').at(-1)).toBe('Основание, источники и методика');
  expect(titles('2023-Q2')).not.toContain('Целевые индикаторы программы');
});

test('a school’s paragraph says what the table does not, with the three subjects that have most «2»', () => {
  expect(wordsIn(data())).toContain(
    'Школа №2. Не успевают или не аттестованы 6 из 32; «2» – по истории (5), химии (4), физике (3) и ещё по 2 предметам.',
  );
});

test('of the roadmap only what is late stands in a table', () => {
  const row = (number: string, overdue: number | null): RegisterRow => ({
    ...{ id: `ПЛ-${number}`, part: 'дорожная карта', number, title: 'Мероприятие', status: 'в работе', overdue },
  });
  const late = wordsIn(data({ registers: { plan: [row('1.1.2', null), row('1.2.1', 12)] } }));
  expect(late.join(' ')).toContain('Просроченные мероприятия дорожной карты');
  const none = wordsIn(data({ registers: { plan: [row('1.1.2', null)] } }));
  expect(none.join(' ')).not.toContain('Просроченные мероприятия');
});

test('a direction is no plan that is reached: the line through the years is told, and two years are too few', () => {
  const line = (trend: 'up' | 'down', met: boolean | null, years: number): ScoreLine =>
    ({
      target: { atLeast: null, trend },
      met,
      baseline: null,
      years: Array.from({ length: years }, (_, index) => ({ year: 2020 + index, value: index })),
    }) as unknown as ScoreLine;
  expect([line('up', true, 3), line('down', true, 4), line('up', false, 3)].map(resultText).map(plain)).toEqual([
    'тенденция к росту',
    'тенденция к снижению',
    'роста нет',
  ]);
  expect(resultText(line('up', true, 2))).toBe('судить рано');
  expect(resultText(line('up', null, 1))).toBe('не с чем сравнить');
});

test('beside a half-year’s result the plan is said to be that of the school year', () => {
  const planIn = (period: string) => plain(planText(dataOf([], { programme, period }), 'pupil-quality-rate').join());
  expect(planIn('2022-Q4')).toBe('план на 2022/2023 учебный год – не менее 30 %');
  expect(planIn('2023-Q2')).toBe('план – не менее 30 %');
  expect(planIn('2023-Q4')).toBe('план на учебный год – не менее 30 %');
});
