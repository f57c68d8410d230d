import { District } from './district';

test('a tab that was lost comes back in the next quarter with the classes of its school, and nobody types them again', () => {
  const district = District.ready();
  for (const school of ['s1', 's2']) district.fill(school);
  district.runtime.run('closePeriod', ['2023-Q2']);
  district.spreadsheet().deleteSheet(district.sheet('Школа №1'));
  district.click('setUpWorkbook');
  const classOf = (school: string) =>
    ['grade', 'letter', 'enrolled'].map((key) => district.field(school, 'classes', 1, key));
  expect(classOf('s1')).toEqual(classOf('s2'));
  expect(Number(classOf('s1')[2])).toBeGreaterThan(0);
  expect(district.value('Школа №1', 'A2')).toBe('head/period/2023-Q3');
});
