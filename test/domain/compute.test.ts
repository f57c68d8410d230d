import {
  computeForm,
  NO_DATA,
  periodResults,
  settingNumbers,
  validateSchool,
  valueOfSums,
  weighted,
} from '../../src/domain';
import type { Cell, Figure, Indicator, RawRow, School } from '../../src/model';
import { LEADING, PARTICIPANT } from '../../src/programme/groups';
import { contextRow, formOf, frozen, MARKS_A, PERIOD, PUPILS_A, rawRow, rawRows, SCHOOL } from '../build';
import { programme } from '../four-forms';

const LEADER: School = SCHOOL;
const FIRST: School = { key: 'first', name: 'Первая', type: 'СОШ', group: PARTICIPANT, partner: '' };
const SECOND: School = { key: 'second', name: 'Вторая', type: 'ООШ', group: PARTICIPANT, partner: '' };
const ALONE: School = { key: 'alone', name: 'Без группы', type: 'ООШ', group: '', partner: '' };
const DISTRICT = [LEADER, FIRST, SECOND, ALONE];

const B = { ...MARKS_A, enrolled: 6, five: 0, four: 2, three: 3, two: 1 };

/** Figures of one form over typed rows of several schools. */
function figuresOf(form: string, rows: readonly RawRow[], schools: readonly School[] = DISTRICT): readonly Figure[] {
  const counted = schools.flatMap((school) => {
    const own = rows.filter((row) => row.school === school.key);
    return validateSchool(programme, school, PERIOD, own).find((item) => item.form.key === form)!.rows;
  });
  const context = frozen({ period: PERIOD, schools, setting: settingNumbers(programme.settings, {}) });
  return computeForm(formOf(form), programme.indicators, counted, context);
}

const of = (form: string, school: School, ...rows: readonly Readonly<Record<string, Cell>>[]): RawRow[] =>
  rows.map((cells, index) => rawRow(form, index + 1, cells, { school: school.key }));

type Where = Partial<Pick<Figure, 'scope' | 'school' | 'group'>> & { subject?: string; grade?: string };

function find(figures: readonly Figure[], indicator: string, where: Where = { scope: 'district' }): Figure | undefined {
  const { subject, grade, ...place } = where;
  return figures.find(
    ({ slice, ...figure }) =>
      figure.indicator === indicator &&
      Object.entries(place).every(([key, value]) => figure[key as keyof typeof place] === value) &&
      (slice && 'subject' in slice ? slice.subject : undefined) === subject &&
      (slice && 'grade' in slice ? slice.grade : undefined) === grade,
  );
}

describe('pooling', () => {
  const rows = [...of('marks', LEADER, MARKS_A), ...of('marks', FIRST, B), ...of('marks', SECOND, MARKS_A)];
  const figures = () => figuresOf('marks', rows);

  test('a school has the value of its own rows', () => {
    expect(find(figures(), 'quality-rate', { scope: 'school', school: 'first' })).toMatchObject({
      numerator: 2,
      denominator: 6,
      rows: 1,
      rowsLeftOut: 0,
    });
  });

  test('a group has the value of its schools together', () => {
    const group = find(figures(), 'quality-rate', { scope: 'group', group: PARTICIPANT })!;
    expect(group).toMatchObject({ numerator: 9, denominator: 21, rows: 2 });
    expect(group.value).toBeCloseTo(42.857, 3);
    expect(find(figures(), 'quality-rate', { scope: 'group', group: LEADING })).toMatchObject({ denominator: 15 });
  });

  test('the district has the value of all', () => {
    expect(find(figures(), 'quality-rate')).toMatchObject({ numerator: 16, denominator: 36, rows: 3 });
  });

  test('a school without a group counts for the district and for no group', () => {
    const more = figuresOf('marks', [...rows, ...of('marks', ALONE, B)]);
    expect(find(more, 'quality-rate')).toMatchObject({ denominator: 42 });
    expect(more.filter(({ scope }) => scope === 'group').every(({ group }) => group !== '')).toBe(true);
  });

  test('nothing is rounded', () => {
    expect(find(figures(), 'sou')!.value).toBe((788 + 252 + 788) / 36);
    expect(find(figures(), 'mean-mark')!.value).toBe((53 + 19 + 53) / 36);
  });

  test('a share has an interval of 0-100, exact at the ends; a mean has none', () => {
    const all = figuresOf('marks', of('marks', LEADER, { ...MARKS_A, five: 15, four: 0, three: 0, two: 0 }));
    expect(find(all, 'pass-rate')).toMatchObject({ value: 100, high: 100 });
    expect(find(all, 'fail-rate')).toMatchObject({ value: 0, low: 0 });
    expect(find(all, 'sou')).not.toHaveProperty('low');
  });

  test('the order of rows and schools changes no value', () => {
    const values = (list: readonly Figure[]) =>
      list.map(({ scope, school, group, indicator, numerator, denominator, slice }) =>
        JSON.stringify([scope, school, group, indicator, numerator, denominator, slice]),
      );
    expect(values(figuresOf('marks', [...rows].reverse())).sort()).toEqual(values(figures()).sort());
  });
});

describe('slices', () => {
  const rows = of(
    'marks',
    LEADER,
    MARKS_A,
    { ...B, subject: 'Химия', grade: '8' },
    { ...B, subject: 'Химия', grade: '9' },
  );
  const figures = () => figuresOf('marks', [...rows, ...of('marks', FIRST, { ...B, subject: 'Химия', grade: '8' })]);

  test('are by subject and by grade, of schools, groups and the district', () => {
    expect(find(figures(), 'pass-rate', { scope: 'district', subject: 'Химия' })).toMatchObject({
      denominator: 18,
      rows: 3,
    });
    expect(find(figures(), 'pass-rate', { scope: 'district', grade: '8' })).toMatchObject({ denominator: 12, rows: 2 });
    expect(find(figures(), 'pass-rate', { scope: 'school', school: 'first', subject: 'Химия' })).toMatchObject({
      rows: 1,
    });
    expect(find(figures(), 'pass-rate', { scope: 'group', group: LEADING, grade: '5' })).toMatchObject({
      denominator: 15,
    });
  });

  test('totals carry no slice', () => {
    expect(find(figures(), 'pass-rate')).not.toHaveProperty('slice');
  });

  test('of one kind add up to the total', () => {
    const district = figures().filter(({ scope, indicator }) => scope === 'district' && indicator === 'pass-rate');
    for (const kind of ['subject', 'grade']) {
      const sum = district
        .filter(({ slice }) => slice && kind in slice)
        .reduce((total, { denominator }) => total + denominator, 0);
      expect(sum).toBe(find(figures(), 'pass-rate')!.denominator);
    }
  });

  test('a subject spelt in two ways is one slice', () => {
    const spelt = figuresOf(
      'marks',
      of(
        'marks',
        LEADER,
        { ...MARKS_A, subject: 'Русский  язык' },
        { ...MARKS_A, subject: 'русский язык', grade: '6' },
        { ...MARKS_A, subject: ' РУССКИЙ\u00a0ЯЗЫК', grade: '7' },
      ),
    );
    const subjects = spelt.filter(
      ({ scope, indicator, slice }) => scope === 'district' && indicator === 'sou' && slice && 'subject' in slice,
    );
    expect(subjects).toHaveLength(1);
    expect(subjects[0]).toMatchObject({ slice: { subject: 'Русский язык' }, rows: 3, denominator: 45 });
  });

  test('a merged class spelt with another dash is one slice', () => {
    const rows = of('marks', LEADER, { ...MARKS_A, grade: '2-4' }, { ...MARKS_A, grade: '2–4', subject: 'Химия' });
    const grades = figuresOf('marks', rows).filter(
      ({ scope, indicator, slice }) => scope === 'district' && indicator === 'sou' && slice && 'grade' in slice,
    );
    expect(grades).toHaveLength(1);
  });

  test('forms without subjects are sliced by grade alone', () => {
    const own = figuresOf('pupils', of('pupils', LEADER, PUPILS_A));
    expect(own.filter(({ slice }) => slice && 'subject' in slice)).toEqual([]);
    expect(find(own, 'pupil-pass-rate', { scope: 'district', grade: '5' })).toMatchObject({ rows: 1 });
  });
});

describe('where nothing can be counted', () => {
  test('a school of the register without rows has figures without a value', () => {
    const figures = figuresOf('marks', of('marks', LEADER, MARKS_A));
    expect(find(figures, 'pass-rate', { scope: 'school', school: 'first' })).toMatchObject({
      value: null,
      reason: NO_DATA,
      rows: 0,
      rowsLeftOut: 0,
      numerator: 0,
      denominator: 0,
    });
    expect(find(figures, 'pass-rate', { scope: 'group', group: PARTICIPANT })!.value).toBeNull();
  });

  test('N = 0 gives «нет данных», never 0', () => {
    const none = { enrolled: 3, exempt: 3, five: 0, four: 0, three: 0, two: 0, notAssessed: 0 };
    const figures = figuresOf('marks', of('marks', LEADER, { ...MARKS_A, ...none }));
    for (const key of ['pass-rate', 'sou', 'mean-mark']) {
      expect(find(figures, key)).toMatchObject({ value: null, reason: 'нет данных', rows: 1, rowsLeftOut: 0 });
      expect(find(figures, key)).not.toHaveProperty('low');
    }
  });

  test('a class of «н/а» alone fails to pass but has no mean mark', () => {
    const absent = { five: 0, four: 0, three: 0, two: 0, notAssessed: 15 };
    const figures = figuresOf('marks', of('marks', LEADER, { ...MARKS_A, ...absent }));
    expect(find(figures, 'pass-rate')!.value).toBe(0);
    expect(find(figures, 'sou')!.value).toBe(7);
    expect(find(figures, 'mean-mark')!.value).toBeNull();
  });
});

describe('how many rows a figure rests on', () => {
  test('a row with an error is left out of all figures', () => {
    const figures = figuresOf('marks', of('marks', LEADER, MARKS_A, { ...MARKS_A, grade: '6', five: 'нет' }));
    for (const key of ['pass-rate', 'quality-rate', 'fail-rate', 'sou', 'mean-mark']) {
      expect(find(figures, key)).toMatchObject({ denominator: 15, rows: 1, rowsLeftOut: 1 });
    }
  });

  test('a row with only a warning counts', () => {
    const figures = figuresOf('marks', of('marks', LEADER, { ...MARKS_A, enrolled: 41 }));
    expect(find(figures, 'pass-rate')).toMatchObject({ rows: 1, rowsLeftOut: 0 });
  });

  test('a blank voids only the indicators that use it', () => {
    const figures = figuresOf('marks', of('marks', LEADER, { ...MARKS_A, notAssessed: '', five: 1 }));
    expect(find(figures, 'pass-rate')).toMatchObject({ value: null, rows: 0, rowsLeftOut: 1 });
    expect(find(figures, 'mean-mark')).toMatchObject({ denominator: 14, rows: 1, rowsLeftOut: 0 });
    const pupils = figuresOf('pupils', of('pupils', LEADER, { ...PUPILS_A, good: '' }));
    expect(find(pupils, 'pupil-pass-rate')).toMatchObject({ rows: 1, rowsLeftOut: 0 });
    expect(find(pupils, 'excellent-rate')).toMatchObject({ rows: 1, rowsLeftOut: 0 });
    expect(find(pupils, 'pupil-quality-rate')).toMatchObject({ value: null, rows: 0, rowsLeftOut: 1 });
  });

  test('a row entered twice counts for none', () => {
    const figures = figuresOf('marks', of('marks', LEADER, MARKS_A, MARKS_A, { ...B, grade: '6' }));
    expect(find(figures, 'pass-rate')).toMatchObject({ denominator: 6, rows: 1, rowsLeftOut: 2 });
  });

  test('a blank that is not used at all leaves no row out', () => {
    const figures = figuresOf('marks', of('marks', LEADER, { ...MARKS_A, enrolled: '', exempt: '' }));
    expect(find(figures, 'pass-rate')).toMatchObject({ rows: 1, rowsLeftOut: 0, denominator: 15 });
  });
});

describe('the index of social well-being', () => {
  const row = contextRow('5', 100, {
    higherEducationParent: 40,
    incompleteFamilies: 20,
    lowIncome: 15,
    unemployedParents: 5,
    registered: 2,
    disabilities: 5,
  });
  const figures = () => figuresOf('context', of('context', LEADER, { ...row, enrolled: 100 }));

  test('is worked out from the shares of a school, a group and the district', () => {
    for (const where of [
      { scope: 'school', school: LEADER.key },
      { scope: 'group', group: LEADING },
      { scope: 'district' },
    ] as const) {
      expect(find(figures(), 'context-index', where)!.value).toBeCloseTo(77.45, 10);
    }
  });

  test('is pooled: the shares are of all pupils together', () => {
    const poor = contextRow('6', 300, { lowIncome: 300, incompleteFamilies: 300 });
    const both = figuresOf('context', [...of('context', LEADER, row), ...of('context', FIRST, poor)]);
    const share = (key: string) => find(both, key)!.value! / 100;
    const weights = programme.settings.filter(({ key }) => key.startsWith('weight:'));
    const expected = weights.reduce((sum, { key, value }) => {
      const indicator = key.slice('weight:'.length);
      return sum + Number(value) * (indicator.startsWith('higher') ? share(indicator) : 1 - share(indicator));
    }, 0);
    expect(find(both, 'context-index')!.value).toBeCloseTo(100 * expected, 10);
  });

  test('says on how many rows it rests and how many were left out, as the share with the most of them', () => {
    const [sixth, seventh] = [
      { ...row, grade: '6', lowIncome: '' },
      { ...row, grade: '7', enrolled: 'много' },
    ];
    const some = figuresOf('context', of('context', LEADER, row, sixth, seventh));
    expect(find(some, 'low-income-rate')).toMatchObject({ rows: 1, rowsLeftOut: 2 });
    expect(find(some, 'registered-rate')).toMatchObject({ rows: 2, rowsLeftOut: 1 });
    expect(find(some, 'context-index')).toMatchObject({ rows: 2, rowsLeftOut: 2 });
  });

  test('has no value and a reason where too little is filled', () => {
    const index = find(figures(), 'context-index', { scope: 'school', school: 'second' })!;
    expect(index).toMatchObject({ value: null, rows: 0, numerator: 0, denominator: 0 });
    expect(index.reason).toContain('недостаточно данных');
  });

  test('stands once for each owner and has no slices', () => {
    const own = figures().filter(({ indicator }) => indicator === 'context-index');
    expect(own.filter(({ slice }) => slice)).toEqual([]);
    expect(own).toHaveLength(DISTRICT.length + 2 + 1);
  });

  test('uses the weights and anchors it is given', () => {
    const counted = validateSchool(programme, LEADER, PERIOD, rawRows('context', row)).find(
      ({ form }) => form.key === 'context',
    )!.rows;
    const values: Readonly<Record<string, number>> = { 'weight:low-income-rate': 1, 'high:low-income-rate': 0.3 };
    const own = computeForm(formOf('context'), programme.indicators, counted, {
      period: PERIOD,
      schools: [LEADER],
      setting: (key) => values[key] ?? (key.startsWith('high:') ? 1 : 0),
    });
    expect(find(own, 'context-index')!.value).toBeCloseTo(50, 10);
  });
});

test('a weighted sum over a row with a blank it uses is no sum', () => {
  expect(weighted({ a: 2, b: -1 }, { a: 3, b: 1, c: null })).toBe(5);
  expect(weighted({ a: 2, c: 1 }, { a: 3, c: null })).toBeNull();
  expect(weighted({ a: 2, d: 1 }, { a: 3 })).toBeNull();
});

test('0 of some is 0 %, 0 of none is no value', () => {
  const share = programme.indicators.find(({ key }) => key === 'fail-rate') as Indicator;
  expect(valueOfSums(share, 0, 10)).toMatchObject({ value: 0, low: 0 });
  expect(valueOfSums(share, 0, 0)).toEqual({ value: null, reason: 'нет данных' });
});

test('only the indicators of the form are computed', () => {
  const keys = new Set(figuresOf('pupils', of('pupils', LEADER, PUPILS_A)).map(({ indicator }) => indicator));
  const own = ['excellent-rate', 'not-mastered-rate', 'pupil-pass-rate', 'pupil-quality-rate', 'reserve-rate'];
  expect([...keys].sort()).toEqual(own);
});

describe('of a period', () => {
  const rows = [...of('marks', LEADER, MARKS_A), ...of('marks', FIRST, B)];
  const results = () => periodResults(programme, rows, { period: PERIOD, schools: DISTRICT, settings: {} });

  test('only the figures that are asked for are worked out: of one indicator, of the district alone, without slices', () => {
    const all = results().figures.filter(({ indicator }) => indicator === 'pass-rate');
    expect(results().figuresOf('pass-rate')).toEqual(all);
    expect(results().figuresOf('pass-rate', 'district')).toEqual(all.filter(({ scope }) => scope === 'district'));
    expect(results().totalsOf('pass-rate')).toEqual(all.filter(({ slice }) => !slice));
    // What is worked out from shares stands once for each owner.
    expect(results().figuresOf('context-index', 'group')).toHaveLength(2);
  });

  test('there are none of an indicator that the programme no longer has', () => {
    expect([results().figuresOf('former'), results().totalsOf('former')]).toEqual([[], []]);
  });

  test('rows of a school that is not in the register count for nobody', () => {
    const strangers = rawRow('marks', 1, MARKS_A, { school: 'stranger' });
    const withStrangers = periodResults(programme, [...rows, strangers], {
      period: PERIOD,
      schools: DISTRICT,
      settings: {},
    });
    expect(withStrangers.figures).toEqual(results().figures);
  });

  test('a form of which nobody is asked and nobody answers has no figures', () => {
    const { figuresOf, totalsOf } = periodResults(programme, [], {
      period: '2023-Q3',
      schools: DISTRICT,
      settings: {},
    });
    expect([figuresOf('pass-rate'), totalsOf('pass-rate')]).toEqual([[], []]);
  });

  test('what is wrong in its rows is told form by form, and a check that is known is not made again', () => {
    const wrong = periodResults(programme, of('marks', LEADER, { ...MARKS_A, five: 'нет' }), {
      ...{ period: PERIOD, schools: DISTRICT, settings: {} },
    });
    expect(wrong.issues.map(({ form, row, field }) => [form, row, field])).toContainEqual(['marks', 1, 'five']);
    const known = new Map([[LEADER.key, wrong.checked.get(LEADER.key)!]]);
    const again = periodResults(programme, rows, { period: PERIOD, schools: DISTRICT, settings: {} }, known);
    expect(again.checked.get(LEADER.key)).toBe(known.get(LEADER.key));
    expect(again.checked.get(FIRST.key)).toEqual(results().checked.get(FIRST.key));
  });
});
