import { baselinesOf, earlierResults } from '../../src/domain/baseline';
import type { AnyIndicator, Measure, RegisterRow, School } from '../../src/model';
import { programme } from '../../src/programme';

const indicator = (key: string): AnyIndicator => programme.indicators.find((item) => item.key === key)!;
const PASS = indicator('pupil-pass-rate');
const school = (key: string): School => ({ key, name: `Школа ${key}`, type: 'СОШ', group: '', partner: '' });
const [A, B] = [school('a'), school('b')];

const row = (more: Readonly<Record<string, string | number | null>>): RegisterRow => ({
  ...{ id: 'И-1', kind: 'исходное значение', indicator: PASS.key, school: 'a', year: '2019/2020' },
  ...{ subject: '', grade: '', numerator: null, denominator: null },
  ...more,
});
const share = (numerator: number, denominator: number, more = {}) => row({ numerator, denominator, ...more });

describe('what a school had before the programme', () => {
  const found = (...rows: RegisterRow[]) => earlierResults(rows, PASS, A);

  test('stands by the summer that ends its school year, as a result from outside', () => {
    expect(found(share(45, 50), share(27, 30, { year: '2018 – 2019' }), share(9, 10, { year: ' 2017-2018 ' }))).toEqual(
      [
        { period: '2020-Q2', numerator: 45, denominator: 50, fromOutside: true },
        { period: '2019-Q2', numerator: 27, denominator: 30, fromOutside: true },
        { period: '2018-Q2', numerator: 9, denominator: 10, fromOutside: true },
      ],
    );
  });

  test('is told of it by its key or its name, and by the key or the title of the indicator', () => {
    // Look-alike letters, too.
    expect(found(share(45, 50, { school: 'Школа а', indicator: PASS.title }))).toHaveLength(1);
    expect(found(share(45, 50, { school: 'школа a', indicator: PASS.title.toUpperCase() }))).toHaveLength(1);
    expect(found(share(45, 50, { school: 'b' }), share(45, 50, { indicator: 'sou' }))).toEqual([]);
  });

  test('is none of a year that is no school year, of nobody, of one subject or grade, and of another kind of row', () => {
    expect(
      found(share(45, 50, { year: '2020' }), share(45, 50, { year: '1999/2000' }), share(4, 5, { year: null })),
    ).toEqual([]);
    expect(found(share(0, 0), row({ numerator: 5 }), row({ denominator: 5 }))).toEqual([]);
    expect(found(share(4, 5, { subject: 'Химия' }), share(4, 5, { grade: '5' }))).toEqual([]);
    expect(
      found(share(4, 5, { kind: 'региональное значение' }), share(4, 5, { year: '2019/2020, 2020/2021' })),
    ).toEqual([]);
  });
});

describe('the beginning of a target', () => {
  const of = (rows: readonly RegisterRow[], by: AnyIndicator | Measure = PASS, whole = true) =>
    baselinesOf(rows, by as AnyIndicator)([A, B], whole);

  test('is of the latest year only, its schools pooled pupil by pupil', () => {
    const rows = [share(10, 20), share(30, 30, { school: 'b' }), share(1, 100, { year: '2018/2019' })];
    expect(of(rows)).toEqual({ year: '2019/2020', numerator: 40, denominator: 50, value: 80 });
  });

  test('is that of the district where no school has one, and only of the district as a whole', () => {
    const district = [share(6, 10, { school: '' }), share(3, 10, { school: 'Район' })];
    expect(of(district)).toMatchObject({ numerator: 9, denominator: 20 });
    expect(of(district, PASS, false)).toBeNull();
    expect(of([...district, share(1, 2)])).toMatchObject({ numerator: 1, denominator: 2 });
    expect(of([share(1, 2, { school: 'c' })])).toBeNull();
    expect(of([])).toBeNull();
  });

  test('is reckoned from marks by the indicator’s own weights; where one of them is blank it is none', () => {
    const mean = indicator('vpr-mean-mark');
    const marks = { indicator: mean.key, n: 10, five: 2, four: 3, three: 4, two: 1 };
    expect(of([row(marks)], mean)).toMatchObject({ numerator: 36, denominator: 10, value: 3.6 });
    expect(of([row({ ...marks, two: null })], mean)).toBeNull();
    expect(of([row({ ...marks, five: 0, four: 0, three: 0, two: 0 })], mean)).toBeNull();
    // Who took part is the «n» of the register.
    const ofAll = { ...mean, denominator: { participants: 1 } } as AnyIndicator;
    expect(of([row({ ...marks, n: 12 })], ofAll)).toMatchObject({ numerator: 36, denominator: 12, value: 3 });
    expect(of([row({ ...marks, n: null })], ofAll)).toBeNull();
  });

  test('of a number of the office is in its own unit', () => {
    const measure = (unit: 'percent' | 'mark') =>
      ({
        key: PASS.key,
        title: PASS.title,
        unit,
        formula: '',
        targets: [],
        bySchool: false,
        of: () => null,
      }) as Measure;
    expect(of([share(3, 4)], measure('percent'))!.value).toBe(75);
    expect(of([share(3, 4)], measure('mark'))!.value).toBe(0.75);
    expect(of([row({})], measure('mark'))).toBeNull();
  });
});
