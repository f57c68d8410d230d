import { studentQuantile } from '../../src/domain/student';

// Tables of Student's distribution, as in Fisher and Yates; more digits by R's qt(0.975, df).
test.each([
  [1, 12.706204736174694],
  [2, 4.302652729749462],
  [3, 3.1824463052837078],
  [4, 2.7764451051977934],
  [5, 2.570581836],
  [7, 2.364624252],
  [10, 2.228138851986274],
  [15, 2.131449546],
  [30, 2.042272456301238],
  [60, 2.000297822],
  [120, 1.979930405],
  [1000, 1.962339080826],
])('of %i degrees of freedom 95 %% lie within t = %f', (df, t) => {
  expect(studentQuantile(df)).toBeCloseTo(t, 8);
});

test('the more degrees, the closer to the 1.96 of the normal distribution', () => {
  const all = [1, 2, 5, 20, 100, 10_000, 1_000_000].map(studentQuantile);
  expect([...all].sort((a, b) => b - a)).toEqual(all);
  expect(all.at(-1)).toBeCloseTo(1.959966, 5);
});
