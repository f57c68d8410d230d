import { bandOf, type LowResultRule, lowResultsOf, quadrantOf } from '../../src/domain';
import type { Procedure } from '../../src/model';

const RULE: LowResultRule = { threshold: 0.3, procedures: 2, participants: 5, decides: 'first' };
const vpr = (subject: string, low: number, participants = 10, period = '2023-Q2'): Procedure => ({
  form: 'vpr',
  grade: '5',
  subject,
  period,
  participants,
  low,
});
const of = (last: Procedure[], before: Procedure[] = [], rule: Partial<LowResultRule> = {}) =>
  lowResultsOf({ last, before, three: [...last, ...before] }, { ...RULE, ...rule });

test('two procedures with three «2» of ten in one year are the first test', () => {
  const found = of([vpr('Русский язык', 3), vpr('Математика', 4), vpr('История', 0)]);
  expect(found).toMatchObject({ tests: { severalInYear: true, twoYears: false }, lowResults: true, counted: 3 });
  expect(found.procedures.map(({ subject, share }) => [subject, share])).toEqual([
    ['Русский язык', 30],
    ['Математика', 40],
  ]);
});

test('one low procedure is none, two of ten are not low', () => {
  expect(of([vpr('Русский язык', 3), vpr('Математика', 2)]).lowResults).toBe(false);
});

test('the same procedure low in two years running is the second test; another subject is not the same', () => {
  const [now, same, other] = [vpr('История', 5), vpr('История', 4, 10, '2022-Q2'), vpr('Физика', 4, 10, '2022-Q2')];
  expect(of([now], [same]).tests).toEqual({ severalInYear: false, twoYears: true });
  expect(of([now], [other]).tests.twoYears).toBe(false);
  expect(of([now], [same]).procedures[0]!.threeYears).toEqual({ participants: 20, low: 9 });
});

test('three years together must say the same before a school is called one with low results', () => {
  const now = [vpr('История', 2, 6), vpr('Физика', 3, 6)];
  const better = ['2022-Q2', '2021-Q2'].flatMap((period) => [
    vpr('История', 1, 9, period),
    vpr('Физика', 0, 9, period),
  ]);
  const worse = ['2022-Q2', '2021-Q2'].flatMap((period) => [vpr('История', 3, 9, period), vpr('Физика', 4, 9, period)]);
  expect(of(now, better)).toMatchObject({ lowResults: true, steady: false });
  expect(of(now, worse)).toMatchObject({ lowResults: true, steady: true });
  // One year of six is too little to say so.
  expect(of(now)).toMatchObject({ lowResults: true, steady: false });
});

test('which tests decide is the district’s choice', () => {
  const [last, before] = [[vpr('История', 5)], [vpr('История', 4, 10, '2022-Q2')]];
  expect(of(last, before).lowResults).toBe(false);
  expect(of(last, before, { decides: 'either' }).lowResults).toBe(true);
  expect(of(last, before, { decides: 'both' }).lowResults).toBe(false);
});

test('a procedure of four participants is not counted', () => {
  expect(of([vpr('История', 4, 4), vpr('Физика', 4, 4)])).toMatchObject({ counted: 0, lowResults: false });
});

test('ten procedures of five participants meet the first test by chance in every fifth case', () => {
  const many = Array.from({ length: 10 }, (_, at) => vpr(`Предмет ${at}`, at < 2 ? 2 : 0, 5));
  expect(of(many).falseAlarm).toBeCloseTo(0.19, 2);
  expect(of(many.slice(2)).falseAlarm).toBeNull();
});

test('the same subject of another form or class is another procedure', () => {
  const now = vpr('История', 5);
  const twice = (more: Partial<Procedure>) =>
    of([now], [{ ...vpr('История', 5, 10, '2022-Q2'), ...more }]).tests.twoYears;
  expect([twice({}), twice({ form: 'oge' }), twice({ grade: '6' })]).toEqual([true, false, false]);
});

test('how often chance alone meets the second test: both years at once', () => {
  const before = vpr('История', 3, 10, '2022-Q2');
  // P(at least three «2» of ten at 10 %) = 0,0702: twice running 0,0049.
  expect(of([vpr('История', 3)], [before]).falseAlarm).toBeCloseTo(0.0702 ** 2, 4);
  expect(of([vpr('История', 3), vpr('Физика', 0)], [before]).falseAlarm).toBeCloseTo(0.0702 ** 2, 4);
  expect(of([vpr('История', 3), vpr('Физика', 0)], [before, vpr('Физика', 0, 10, '2022-Q2')]).falseAlarm).toBeCloseTo(
    1 - (1 - 0.0702 ** 2) ** 2,
    4,
  );
});

test('ten participants in three years are enough to say that results stay low', () => {
  const last = [vpr('История', 2, 5), vpr('Физика', 2, 5)];
  const before = [vpr('История', 2, 5, '2022-Q2'), vpr('Физика', 2, 5, '2022-Q2')];
  expect(of(last, before)).toMatchObject({ steady: true });
  expect(of(last, [vpr('История', 2, 4, '2022-Q2'), vpr('Физика', 2, 4, '2022-Q2')])).toMatchObject({ steady: false });
});

test('where both tests decide both must be met, where either one of them', () => {
  const before = [vpr('История', 4, 10, '2022-Q2')];
  const decided = (last: Procedure[], decides: LowResultRule['decides']) => of(last, before, { decides }).lowResults;
  const [two, other, none] = [
    [vpr('История', 5), vpr('Физика', 5)],
    [vpr('Химия', 5), vpr('Физика', 5)],
    [vpr('История', 0)],
  ];
  expect([decided(two, 'both'), decided(other, 'both'), decided(none, 'both')]).toEqual([true, false, false]);
  expect([decided(two, 'either'), decided(other, 'either'), decided(none, 'either')]).toEqual([true, true, false]);
});

test('the index is low below the first cut and high above the second one', () => {
  const cuts = { low: 55, high: 70 };
  expect([54.9, 55, 70, 70.1].map((index) => bandOf(index, cuts))).toEqual(['low', 'middle', 'middle', 'high']);
});

test('a school whose context is adverse and whose result is not below what it lets expect is a source of practices', () => {
  const expected = { expected: 20, low: 10, high: 30, deviation: 0, standardised: 0, others: 6 };
  expect(quadrantOf('low', { ...expected, verdict: 'as expected' })).toBe('source of practices');
  expect(quadrantOf('low', { ...expected, verdict: 'below' })).toBe('targeted help');
  expect(quadrantOf('high', { ...expected, verdict: 'below' })).toBe('management audit');
  expect(quadrantOf('middle', { ...expected, verdict: 'above' })).toBe('leading');
  expect(quadrantOf('low', null)).toBeNull();
  expect(quadrantOf(null, { ...expected, verdict: 'below' })).toBeNull();
});
