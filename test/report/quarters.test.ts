import { quartersTitle } from '../../src/report/words/quarters';

test.each<[string[], string]>([
  [['2023-Q4'], 'IV квартал 2023 г.'],
  [['2023-Q4', '2023-Q2'], 'IV квартал 2023 г., II квартал 2023 г.'],
  [['2023-Q2', '2022-Q2', '2021-Q2', '2020-Q2'], 'II квартал 2020–2023\u00a0гг.'],
  [['2023-Q4', '2023-Q2', '2022-Q2', '2020-Q2'], 'IV квартал 2023 г., II квартал 2020, 2022–2023\u00a0гг.'],
])('%j are told as «%s»', (periods, told) => {
  expect(quartersTitle(periods)).toBe(told);
});
