import { type Entry, originText, type RegisterRow } from '../../src/model';
import { composeReport, reportKinds } from '../../src/pipeline';
import { programme } from '../../src/programme';
import type { ReportData } from '../../src/report';
import { draftsOf, originOf } from '../../src/report/drafts';
import { dataOf, SCHOOLS, share } from './data';

const [, SCHOOL] = SCHOOLS;
const own = (indicator: string, k: number, n: number, slice?: Record<string, string>) =>
  share({ scope: 'school', school: SCHOOL!.key, indicator, ...(slice ? { slice } : {}) }, k, n);
const FIGURES = [
  own('pupil-pass-rate', 26, 32),
  own('pupil-quality-rate', 7, 32),
  own('reserve-rate', 3, 32),
  own('fail-rate', 4, 20, { subject: 'Математика' }),
  own('fail-rate', 1, 20, { subject: 'Физика' }),
];
const risk = (factor: string, significance: string): Entry =>
  ({ period: '2023-Q1', school: SCHOOL!.key, texts: { factor, significance }, numbers: {} }) as unknown as Entry;
const data = (more: Partial<ReportData> = {}) =>
  dataOf(FIGURES, { programme, subjects: ['Математика', 'Физика'], ...more });
const drafts = (more?: Partial<ReportData>) => draftsOf(data(more), SCHOOL!);
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('a recommendation says what was found, what to do, who, by when and what shows it', () => {
  const [debts] = drafts();
  expect({ ...debts, finding: plain(debts!.finding) }).toEqual({
    school: SCHOOL!.key,
    reason: 'debts',
    finding: 'Не успевают или не аттестованы 6 из 32',
    recommendation: 'Утвердить и выполнить план ликвидации задолженности',
    addressee: 'ОО',
    dueTo: '2023-07-01',
    proof: 'план, итоги пересдач',
    measured: { indicator: 'pupil-pass-rate', counts: 'rest', wanted: 'снижения', before: 6, beforeOf: 32 },
  });
});

test('subjects with «2» go to the methodical association, those with one «3» to the school', () => {
  expect(drafts().map(({ addressee, finding }) => [addressee, plain(finding)])).toEqual([
    ['ОО', 'Не успевают или не аттестованы 6 из 32'],
    ['РМО', '«2» – по математике (4), физике (1)'],
    ['ОО', 'С одной «3» – 3 обучающихся'],
  ]);
});

test('each factor that a school calls highly significant has its answer, the others have none', () => {
  const answers = programme.risks!.answers;
  for (const [factor, { recommendation, addressee }] of Object.entries(answers)) {
    const rowsOf = () => [risk(factor, 'высокая')];
    expect(drafts({ rowsOf }).find(({ fromRisks }) => fromRisks)).toMatchObject({ recommendation, addressee });
    expect(drafts({ rowsOf: () => [risk(factor, 'средняя')] }).some(({ fromRisks }) => fromRisks)).toBe(false);
  }
  expect(Object.keys(answers)).toHaveLength(11);
});

test('a school without figures and risks is recommended nothing', () => {
  expect(draftsOf(dataOf([], { programme }), SCHOOL!)).toEqual([]);
});

const rowsOf = (kind: string, of: ReportData, subject: string | null, caption: string): string[][] => {
  const { blocks } = composeReport(reportKinds.find(({ key }) => key === kind)!, of, subject);
  const table = blocks.find((block) => block.kind === 'table' && block.caption.includes(caption));
  return table?.kind === 'table' ? table.rows.map((row) => row.map(({ content }) => plain(String(content)))) : [];
};

test('the district gets them by addressee, with what was found in each school, never about a teacher', () => {
  const rows = rowsOf('district', data(), null, 'Рекомендации школам');
  expect(rows[0]).toEqual([
    'ОО',
    'Утвердить и выполнить план ликвидации задолженности; подтверждение – план, итоги пересдач',
    'до 1 июля',
    'Школа №2: не успевают или не аттестованы 6 из 32',
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/учител/);
});

test('what is recommended to several schools alike is told once', () => {
  const schools = [...SCHOOLS, { ...SCHOOL!, key: 'three', name: 'Школа №3' }];
  const figures = ['two', 'three'].map((school) =>
    share({ scope: 'school', school, indicator: 'pupil-pass-rate' }, school === 'two' ? 26 : 20, 32),
  );
  const names = new Map(schools.map(({ key, name }) => [key, name]));
  const rows = rowsOf('district', dataOf(figures, { programme, schools, names }), null, 'Рекомендации школам');
  expect(rows.map((cells) => cells[3])).toEqual([
    'Школа №2: не успевают или не аттестованы 6 из 32; Школа №3: не успевают или не аттестованы 12 из 32',
  ]);
});

test('nobody’s term ends on the first of January', () => {
  expect(drafts({ day: '2022-12-25' })[0]!.dueTo).toBe('2023-01-15');
});

describe('once a school’s drafts stand in the register', () => {
  const row = (index: number, more: Partial<RegisterRow>): RegisterRow => {
    const draft = drafts()[index]!;
    const { school, addressee, finding, recommendation, dueTo } = draft;
    const origin = originText(originOf(data(), draft));
    return { id: `Р-10${index}`, school, addressee, finding, recommendation, dueTo, origin, status: 'проект', ...more };
  };
  const actions = [
    row(0, { recommendation: 'Открыть группу занятий после уроков', status: 'решено', dueTo: '2023-09-15' }),
    row(1, { status: 'снято' }),
    row(2, {}),
  ];
  const kept = data({ registers: { actions } });

  test('the report prints people’s words, and not what they took back', () => {
    expect(rowsOf('district', kept, null, 'Рекомендации школам').map((cells) => cells.slice(0, 3))).toEqual([
      ['ОО', 'Открыть группу занятий после уроков', 'до 15 сентября'],
      ['ОО', 'Составить план работы с обучающимися, у которых одна «3»', 'до 1 августа'],
    ]);
    expect(rowsOf('school', kept, SCHOOL!.key, 'Новые рекомендации')).toHaveLength(2);
  });

  test('it says how many are decided on and that the others are drafts', () => {
    const { blocks } = composeReport(reportKinds.find(({ key }) => key === 'district')!, kept, null);
    expect(plain(JSON.stringify(blocks))).toContain(
      'Из 2 рекомендаций решена 1; остальные составлены по правилам из показателей этой справки и рискового профиля школ',
    );
  });
});

test('a draft of a year ago says whose numbers these are', () => {
  const given = (indicator: string, counts: 'part' | 'rest'): RegisterRow => ({
    ...{ id: 'Р-101', school: SCHOOL!.key, addressee: 'ОО', recommendation: 'План', status: 'решено' },
    ...{ before: 21, beforeOf: 206 },
    origin: originText({
      period: '2022-Q2',
      school: SCHOOL!.key,
      addressee: 'ОО',
      reason: 'x',
      measured: { indicator, counts },
    }),
  });
  const registers = {
    actions: [
      given('pupil-pass-rate', 'rest'),
      given('pupil-quality-rate', 'part'),
      given('mean-mark', 'part'),
      given('of an older programme', 'part'),
    ],
  };
  const cells = rowsOf('school', data({ registers }), SCHOOL!.key, 'данные раньше').map((row) => row[3]!);
  expect(cells.map((words) => words.split('было')[0])).toEqual([
    'не успевают – ',
    'на «4» и «5» учатся – ',
    '«Средний балл» – ',
    '',
  ]);
});

test('what was recommended a year ago is told with what was, what has become and how sure that is', () => {
  const given = (more: Partial<RegisterRow>): RegisterRow => ({
    ...{ id: 'Р-101', school: SCHOOL!.key, addressee: 'ОО', recommendation: 'План', status: 'выполнено', origin: '' },
    finding: 'Не успевают 21 из 206.',
    ...more,
  });
  const registers = {
    actions: [
      given({ before: 21, beforeOf: 206, after: 17, afterOf: 204, effect: 'не выявлен' }),
      given({ before: 38, beforeOf: 203, after: 66, afterOf: 206, effect: 'есть' }),
      given({ before: 3, beforeOf: 8, after: 1, afterOf: 7, effect: 'рано судить' }),
      given({ before: 2, beforeOf: 4, effect: 'рано судить' }),
    ],
  };
  const told = rowsOf('school', data({ registers }), SCHOOL!.key, 'данные раньше');
  expect(told[0]![0]).toBe('Не успевают 21 из 206. План');
  expect(told.map((cells) => cells[3])).toEqual([
    'было 21 из 206 (10,2 %), стало 17 из 204 (8,3 %): с учётом численности существенно не изменилось',
    'было 38 из 203 (18,7 %), стало 66 из 206 (32,0 %): с учётом численности изменение подтверждается',
    'было 3 из 8 (37,5 %), стало 1 из 7 (14,3 %); для вывода численность мала',
    'было 2 из 4; сравнимых итогов ещё нет',
  ]);
});
