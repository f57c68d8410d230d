import type { Entry } from '../../src/model';
import { composeReport, reportKinds } from '../../src/pipeline';
import { programme } from '../../src/programme';
import type { ReportData } from '../../src/report';
import { draftsOf } from '../../src/report/drafts';
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
    finding: 'Не успевают или не аттестованы 6 из 32',
    recommendation: 'Утвердить и выполнить план ликвидации задолженности',
    addressee: 'ОО',
    dueTo: '2023-07-01',
    proof: 'план, итоги пересдач',
    measured: { indicator: 'pupil-pass-rate', period: '2023-Q2', wanted: 'снижения', before: 6, beforeOf: 32 },
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

test('the district gets them by school and addressee, never about a teacher', () => {
  const district = reportKinds.find(({ key }) => key === 'district')!;
  const { blocks } = composeReport(district, data(), null);
  const table = blocks.find((block) => block.kind === 'table' && block.caption.includes('Рекомендации школам'));
  const rows = table?.kind === 'table' ? table.rows.map((row) => row.map(({ content }) => plain(String(content)))) : [];
  expect(rows[0]).toEqual([
    'Школа №2',
    'ОО',
    'Утвердить и выполнить план ликвидации задолженности',
    'до 1 июля',
    'Не успевают или не аттестованы 6 из 32; подтверждение – план, итоги пересдач',
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/учител/);
});
