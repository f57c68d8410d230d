import { aimsOf, scorecardOf } from '../../src/domain';
import { measurableOf } from '../../src/domain/targets';
import type { RegisterRow } from '../../src/model';
import { exportedTargets, frozenScores, readingsIn, thawedScores } from '../../src/pipeline';
import { programme } from '../../src/programme';
import { PARTICIPANT } from '../../src/programme/groups';
import { planWords, targetRow } from '../../src/workbook';
import { find, pupil, resultsOf, SCHOOLS, scores, YEAR } from './target-scores';

const staff = (category: string, people: number, managementTrained: number, modernMethods = 0, trained = 0) => ({
  ...{ category, positions: people, positionsFilled: people, people, higherEducation: people, pedagogicalHigher: 0 },
  ...{ vocational: 0, studying: 0, highestCategory: 0, firstCategory: 0, trainedInThreeYears: trained },
  ...{ retrainingNeeded: 0, retrained: 0, individualRoutes: 0, managementTrained, modernMethods },
});

describe('plan and fact', () => {
  const all = () =>
    scores({
      pupils: [
        ['a', pupil(10, 1, 2)],
        ['b', pupil(30, 1, 9)],
        ['c', pupil(40, 0, 20)],
      ],
    });

  test('are of the group that the target is set for, sums pooled, and of each of its schools', () => {
    expect(find(all(), 'TI1a')).toMatchObject({ numerator: 38, denominator: 40, value: 95 });
    expect(find(all(), 'TI1a', 'a')).toMatchObject({ numerator: 9, denominator: 10, value: 90 });
    expect(find(all(), 'TI1a', 'c')).toBeUndefined();
  });

  test('say how many children are missing to the plan, whole children', () => {
    const card = scorecardOf(programme, { schools: SCHOOLS, settings: {} }, [{ period: YEAR, scores: all() }], {});
    const line = (id: string, key?: string) =>
      card.find(({ target, school: of }) => target.id === id && of?.key === key)!;
    expect(line('TI1a')).toMatchObject({ met: false, deviation: -5, inPeople: -2 });
    expect(line('TI1b')).toMatchObject({ met: false, inPeople: -1 });
    expect(line('TI1b', 'b')).toMatchObject({ met: true, inPeople: 0, deviation: 0 });
    expect(targetRow(programme, line('TI1b'))).toMatchObject({
      plan: 'не менее 30',
      people: -1,
      n: 40,
      met: 'не достигнуто',
    });
    expect(targetRow(programme, line('TI2'))).toMatchObject({ plan: '100', fact: '', met: 'нет данных' });
  });

  test('the gap is the leading schools less the participants', () => {
    expect(find(all(), 'ER4-pass')).toMatchObject({ value: 5, denominator: 80 });
    expect(find(all(), 'ER4-quality')!.value).toBeCloseTo(50 - 27.5, 10);
  });
});

test('management skills are two targets: of heads, and of teachers and other pedagogues together', () => {
  const rows = {
    staff: [
      ['a', staff('руководители', 2, 1)],
      ['a', staff('учителя', 8, 4)],
      ['a', staff('прочие педагоги', 2, 1)],
    ],
  } as const;
  const all = scores(rows);
  expect(find(all, 'TI4-heads')).toMatchObject({ value: 50, denominator: 2 });
  expect(find(all, 'TI4-teachers')).toMatchObject({ value: 50, denominator: 10 });
});

describe('what the order leaves open', () => {
  const rows = {
    staff: [['a', staff('учителя', 10, 0, 4, 9)]],
    coverage: [
      [
        'a',
        {
          level: '1-9',
          enrolled: 10,
          additional: 0,
          institutions: 0,
          onPlan: 2,
          familiesCovered: 0,
          visits: 0,
          consultations: 0,
          masterclassPupils: 0,
        },
      ],
      [
        'b',
        {
          level: '1-9',
          enrolled: 10,
          additional: 0,
          institutions: 0,
          onPlan: 0,
          familiesCovered: 0,
          visits: 0,
          consultations: 0,
          masterclassPupils: 0,
        },
      ],
    ],
  } as const;
  const plans = (settings: Record<string, string>) =>
    scorecardOf(programme, { schools: SCHOOLS, settings }, [{ period: YEAR, scores: scores(rows, settings) }], {})
      .filter(({ target, school: of }) => target.id.startsWith('TI5') && !of)
      .map(({ target, fact }) => [target.id, planWords(target), fact!.value]);

  test('is read as Настройки says: modern methods by visits of lessons, or by courses', () => {
    expect(find(scores(rows), 'TI2')!.value).toBe(40);
    expect(find(scores(rows, { 'modern-methods-by': 'курсам' }), 'TI2')!.value).toBe(90);
  });

  test('individual plans: all schools have some and the share grows, or all children have one', () => {
    expect(plans({})).toEqual([
      ['TI5-А', 'рост', 10],
      ['TI5-Б', '100', 50],
    ]);
    expect(plans({ 'individual-plans-by': 'дети' })).toEqual([
      ['TI5-А', '100', 10],
      ['TI5-Б', 'рост', 50],
    ]);
  });

  test('is told in words for under the table', () => {
    expect(
      readingsIn(programme, { 'individual-plans-by': 'дети' })
        .map(({ words }) => words)
        .join('; '),
    ).toContain('– это дети');
  });
});

test('of documents count those with day and number, the electronic ones by their link, the fund by its sets', () => {
  const document = (more: Record<string, string>): RegisterRow => ({
    ...{ id: 'Д-1', status: 'утверждён', soko: 'да', required: 'да', signedOn: '2021-02-01', regNo: '5' },
    ...{ electronic: '', subject: '', grade: '', workStage: '' },
    ...more,
  });
  const documents = [
    document({ electronic: 'https://example.org/1' }),
    document({}),
    document({ regNo: '' }),
    document({ status: 'нет', signedOn: '', regNo: '' }),
    document({ status: 'утратил силу' }),
    document({ soko: 'нет' }),
    document({ subject: 'Математика', grade: '5', required: '', soko: '', electronic: 'https://example.org/2' }),
    document({ subject: 'Математика', grade: '6', required: '', soko: '' }),
  ];
  const all = scores({}, {}, { documents });
  expect(find(all, 'TI3a-documents')).toMatchObject({ numerator: 2, denominator: 4 });
  expect(find(all, 'TI3a-electronic')).toMatchObject({ numerator: 2, denominator: 6 });
  expect(find(all, 'TI3a-fund')).toMatchObject({ numerator: 1, denominator: 2 });
});

test('a participant has a partner when the register says that it acts; several schools may stand in a row', () => {
  const partners = [
    { id: 'ПТ-1', school: 'a; c', status: 'действует' },
    { id: 'ПТ-2', school: 'b', status: 'переговоры' },
  ];
  const all = scores({}, {}, { partners });
  expect(find(all, 'ER2')).toMatchObject({ numerator: 1, denominator: 2, value: 50 });
  expect(find(all, 'ER2', 'a')).toMatchObject({ value: 100 });
});

test('the year in which targets are due is the district’s to set, the quarter is that of their kind of result', () => {
  const due = (settings: Record<string, string>) =>
    Object.fromEntries(aimsOf(programme, settings).map(({ target: { id, by } }) => [id, by]));
  expect(due({})).toMatchObject({ TI1a: '2023-Q2', 'ER6-oge': '2023-Q3', TI3b: '2023-Q4', ER2: '2023-Q2' });
  expect(due({ 'target-year': '2026' })).toMatchObject({ TI1a: '2026-Q2', 'ER6-oge': '2026-Q3', TI3b: '2026-Q4' });
});

test('what there was before the programme comes from the register: schools pooled, marks weighed, else the district', () => {
  const row = (more: Partial<RegisterRow>): RegisterRow => ({
    ...{ id: 'И-1', kind: 'исходное значение', year: '2019/2020', school: '', subject: '', grade: '' },
    ...{ n: null, five: null, four: null, three: null, two: null, numerator: null, denominator: null },
    ...more,
  });
  const references = [
    row({ indicator: 'pupil-pass-rate', school: 'a', numerator: 8, denominator: 10 }),
    row({ indicator: 'Успеваемость обучающихся', school: 'Школа b', numerator: 27, denominator: 30 }),
    row({ indicator: 'pupil-pass-rate', school: 'a', year: '2018/2019', numerator: 1, denominator: 10 }),
    row({ indicator: 'management-trained-rate', numerator: 1, denominator: 10 }),
    row({ indicator: 'management-trained-rate: руководители', numerator: 2, denominator: 10 }),
    row({ indicator: 'vpr-mean-mark', n: 10, five: 2, four: 3, three: 4, two: 1 }),
  ];
  const all = scores({ pupils: [['a', pupil(10, 1, 2)]] });
  const card = scorecardOf(programme, { schools: SCHOOLS, settings: {} }, [{ period: YEAR, scores: all }], {
    references,
  });
  const baseline = (id: string, key?: string) =>
    card.find(({ target, school: of }) => target.id === id && of?.key === key)!.baseline;
  expect(baseline('TI1a')).toMatchObject({ year: '2019/2020', value: 87.5 });
  expect(baseline('TI1a', 'a')).toMatchObject({ value: 80 });
  expect(baseline('ER6-vpr')).toMatchObject({ value: 3.6 });
  expect(baseline('TI2')).toBe(null);
  // A part of an indicator begins with its own value, never with that of the whole.
  expect(baseline('TI4-heads')).toMatchObject({ value: 20 });
  expect(baseline('TI4-teachers')).toBe(null);
});

test('a closed period keeps its scores to the last bit', () => {
  const all = scores({
    pupils: [
      ['a', pupil(10, 1, 2)],
      ['b', pupil(31, 1, 9)],
      ['c', pupil(40, 0, 20)],
    ],
    vpr: [['a', { grade: '5', subject: 'Математика', participants: 7, five: 1, four: 2, three: 3, two: 1 }]],
  });
  expect(all.some(({ target }) => target === 'ER6-vpr')).toBe(true);
  const order = (one: typeof all) => [...one].map((score) => JSON.stringify(score, Object.keys(score).sort())).sort();
  expect(order(thawedScores(JSON.parse(JSON.stringify(frozenScores(all)))))).toEqual(order(all));
});

test('the export has one line of a target in each period that has it, and one without a value where none has', () => {
  const rows = { pupils: [['a', pupil(10, 1, 2)]] } as const;
  const stored = ['2022-Q2', YEAR].map((period) => ({
    ...{
      key: period,
      closed: false,
      schools: SCHOOLS,
      settings: {},
      statuses: {},
      trouble: {},
      when: '',
      corrections: [],
    },
    ...{ changed: () => [], uncorrected: () => [], results: resultsOf(rows, period), totals: [], totalsOf: () => [] },
  }));
  const all = exportedTargets(programme, stored, {});
  expect(all.filter(({ id }) => id === 'TI1a').map(({ period, value, n, met }) => [period, value, n, met])).toEqual([
    ['2022-Q2', 90, 10, false],
    [YEAR, 90, 10, false],
  ]);
  expect(all.filter(({ id }) => id === 'TI2')).toEqual([
    {
      ...{ id: 'TI2', indicator: 'modern-methods-rate', group: PARTICIPANT, by: '2023-Q3', plan: 100 },
      ...{ period: YEAR, value: null, n: 0, met: null },
    },
  ]);
});

test('a target that is reckoned row by row sees the rows that count and in which somebody has typed something', () => {
  const results = resultsOf({
    pupils: [
      ['a', pupil(10, 1, 2)],
      ['b', { ...pupil(10, 1, 2), assessed: 'много' }],
      ['b', { ...pupil(20, 1, 2), grade: '6' }],
      ['c', { grade: '5', letter: '', enrolled: 9 }],
    ],
  });
  const { rows } = measurableOf(programme, results, {}, {});
  expect(rows('pupils').map(({ school, numbers }) => [school, numbers.enrolled])).toEqual([
    ['a', 10],
    ['b', 20],
  ]);
  expect([rows('marks'), rows('former')]).toEqual([[], []]);
});
