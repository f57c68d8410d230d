import { periodSlip } from '../../src/pipeline/period-slip';

const closed = ['2022-Q4', '2023-Q1'];
const slips = {
  'a quarter that nobody fills': { open: '2024-Q2', closed, tabs: ['2023-Q2', '2023-Q2'] },
  'a closed one': { open: '2022-Q4', closed, tabs: ['2023-Q2'] },
  'one before all closed ones': { open: '2021-Q1', closed, tabs: ['2023-Q2'] },
  'a closing that died half way': { open: '2023-Q1', closed, tabs: ['2023-Q1', '2023-Q2'] },
};

test.each(Object.entries(slips))('a wrong period, %s, is told in one breath with the way out', (_, standing) => {
  const words = `Свод не собран. ${periodSlip(standing)}`;
  expect(words).toMatch(/Верните|Нажмите/);
  expect(words.length).toBeLessThanOrEqual(200);
});
