import { District, schoolsOf } from './district';

const SCHOOLS = 20;
const SUBMIT = 'D4';

/** Everybody hands in on the last evening, while the coordinator collects: none of it is lost, whoever comes first. */
test('twenty schools hand in while a consolidation runs: all are handed in, with all they typed', () => {
  const district = District.ready({ schools: schoolsOf(SCHOOLS) });
  const keys = district.schools.map(({ key }) => key);
  keys.forEach((key, at) => {
    district.fill(key, at % 5);
  });
  const waiting = [...keys];
  const said: string[] = [];
  let reading = 0;
  district.onCall = ({ method, phase }) => {
    if (phase !== 'after' || !/getValues|setValues/.test(method)) return;
    reading += 1;
    const key = reading % 3 === 0 ? waiting.shift() : undefined;
    if (!key) return;
    const whole = district.onCall;
    district.onCall = undefined;
    said.push(...district.type(key, SUBMIT, true));
    district.onCall = whole;
  };
  district.click('consolidateWorkbook');
  district.onCall = undefined;
  for (const key of waiting) said.push(...district.type(key, SUBMIT, true));
  expect(said).toEqual(keys.map(() => 'Сдано. Спасибо!'));
  expect(waiting.length).toBeLessThan(SCHOOLS);
  district.click('consolidateWorkbook');
  const results = district.results();
  expect(results.statuses.map(({ state }) => state)).toEqual(keys.map(() => 'submitted'));
  const quality = results.results.find(
    ({ indicator, scope, slice }) => indicator === 'quality-rate' && scope === 'district' && !slice,
  )!;
  expect([quality.rows, quality.rowsLeftOut]).toEqual([3 * SCHOOLS, 0]);
});
