import { type CountedRow, computeForm, isInSlice, rowValue } from '../../src/domain';
import {
  choice,
  count,
  defineForm,
  defineIndicator,
  EVERY_QUARTER,
  type Figure,
  figureId,
  type Indicator,
  sliceTitle,
  text,
} from '../../src/model';
import { frozen, PERIOD, SCHOOL } from '../build';

const LEVELS = ['муниципальная', 'региональная'];
const works = defineForm({
  key: 'works',
  title: 'Контрольные работы',
  help: '',
  fields: {
    level: choice('Уровень', '', LEVELS, { slot: 'third' }),
    subject: text('Предмет', ''),
    participants: count('Писали', ''),
    passed: count('Справились', ''),
  },
  identity: ['level', 'subject'],
  slices: ['subject', 'level'],
  due: EVERY_QUARTER,
});

const base = { unit: 'percent', direction: 'up', source: '', examples: [], from: works } as const;
const sums = { numerator: { passed: 1 }, denominator: { participants: 1 } } as const;
const all = defineIndicator({ key: 'all-rate', title: 'Все', kind: 'share', ...base, ...sums });
const municipal = defineIndicator({
  key: 'municipal-rate',
  title: 'Муниципальные',
  kind: 'share',
  ...base,
  ...sums,
  where: { level: 'муниципальная' },
});
const load = defineIndicator({ key: 'load', title: 'Нагрузка', kind: 'ratio', ...base, ...sums });
const apart = defineIndicator({ key: 'apart-rate', title: 'Порознь', kind: 'share', ...base, ...sums, pooled: false });

const row = (level: string, subject: string, participants: number, passed: number, valid = true): CountedRow => {
  const place = { period: PERIOD, school: SCHOOL.key, form: 'works', row: 1 };
  const entry = {
    ...place,
    numbers: { participants, passed },
    texts: { level, subject },
    explanation: '',
    started: true,
  };
  return frozen({ entry, valid });
};

const ROWS = [
  row('муниципальная', 'Алгебра', 10, 8),
  row('муниципальная', 'Химия', 10, 4),
  row('региональная', 'Химия', 20, 20),
  row('региональная', 'Физика', 5, 5),
];

const figuresOf = (indicator: Indicator, rows: readonly CountedRow[] = ROWS): Figure[] =>
  computeForm(works, [indicator], rows, { period: PERIOD, schools: [SCHOOL], setting: () => 0 }).filter(
    ({ scope }) => scope === 'district',
  );
const byCut = (figures: readonly Figure[]) =>
  Object.fromEntries(figures.map(({ slice, numerator, denominator }) => [sliceTitle(slice), [numerator, denominator]]));

test('a form is cut by the fields that it names, one at a time', () => {
  expect(byCut(figuresOf(all))).toEqual({
    '': [37, 45],
    Алгебра: [8, 10],
    муниципальная: [12, 20],
    Химия: [24, 30],
    региональная: [25, 25],
    Физика: [5, 5],
  });
});

test('a row is among those of a slice whose words are its own, whatever the spelling', () => {
  const { entry } = row('муниципальная', ' химия', 10, 8);
  expect(isInSlice({ subject: 'Химия' }, entry)).toBe(true);
  expect(isInSlice({ subject: 'Физика' }, entry)).toBe(false);
  expect(isInSlice({ subject: 'Химия', level: 'региональная' }, entry)).toBe(false);
  expect(isInSlice({ grade: '5' }, entry)).toBe(false);
  expect(isInSlice({ grade: '2–4' }, { texts: { grade: '2-4' } })).toBe(true);
});

test('the id of a figure names the field of its slice', () => {
  const place = { period: PERIOD, scope: 'district', indicator: 'all-rate' } as const;
  expect(figureId({ ...place, slice: { level: 'региональная' } })).toBe(
    `${PERIOD}|district||level:региональная|all-rate`,
  );
  expect(figureId(place)).toBe(`${PERIOD}|district|||all-rate`);
});

describe('an indicator of some rows only', () => {
  test('counts the rows with its words and has no slice without them', () => {
    expect(byCut(figuresOf(municipal))).toEqual({
      '': [12, 20],
      Алгебра: [8, 10],
      муниципальная: [12, 20],
      Химия: [4, 10],
    });
  });

  test('knows its words whatever the spelling', () => {
    expect(byCut(figuresOf(municipal, [row('Муниципальная ', 'Алгебра', 10, 8)]))['']).toEqual([8, 10]);
  });

  test('leaves no row out that is none of its own, and one that may be', () => {
    const total = (rows: CountedRow[]) => figuresOf(municipal, [...ROWS, ...rows]).find(({ slice }) => !slice)!;
    expect(total([row('региональная', 'Химия', 1, 2, false)])).toMatchObject({ rows: 2, rowsLeftOut: 0 });
    expect(total([row('муниципальная', 'Химия', 1, 2, false)])).toMatchObject({ rows: 2, rowsLeftOut: 1 });
    expect(total([row('школьная', 'Химия', 1, 1, false)])).toMatchObject({ rows: 2, rowsLeftOut: 1 });
    expect(total([row('', 'Химия', 1, 1, false)])).toMatchObject({ rows: 2, rowsLeftOut: 1 });
  });

  test('has no value beside a row of another kind', () => {
    expect(rowValue(municipal)(ROWS[0]!.entry)).toBe(80);
    expect(rowValue(municipal)(ROWS[2]!.entry)).toBeNull();
  });
});

test('a ratio is a percentage that may exceed 100 and has no interval', () => {
  const [total] = figuresOf(load, [row('региональная', 'Химия', 10, 15)]);
  expect(total).toMatchObject({ value: 150 });
  expect(total).not.toHaveProperty('low');
});

test('where a total over the slices means nothing there is none', () => {
  expect(byCut(figuresOf(apart))).not.toHaveProperty(['']);
  expect(byCut(figuresOf(apart))).toMatchObject({ Химия: [24, 30] });
});
