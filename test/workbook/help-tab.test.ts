import { isDerived } from '../../src/model';
import { FILLING_STEPS, helpDesign } from '../../src/workbook';
import { programme } from '../four-forms';

test('«Справка» tells how to fill in, step by step, then of each indicator how it is counted and from what', () => {
  const { section, hidden } = helpDesign(programme, ({ key }) => `формула ${key}`);
  const [, , , ...rows] = section.values;
  expect(hidden).toBe(false);
  expect(rows.slice(0, FILLING_STEPS.length)).toEqual(
    FILLING_STEPS.map((step, index) => [index > 0 ? '' : 'Как заполнить вкладку', step]),
  );
  const passed = programme.indicators.find(({ key }) => key === 'pass-rate')!;
  const index = programme.indicators.find(isDerived)!;
  const ofIndicators = rows.slice(FILLING_STEPS.length);
  expect(ofIndicators).toHaveLength(programme.indicators.length);
  expect(ofIndicators).toContainEqual([passed.title, `формула pass-rate. ${(passed as { source: string }).source}`]);
  // What is worked out from other indicators stands in no form.
  expect(ofIndicators).toContainEqual([index.title, `формула ${index.key}`]);
});
