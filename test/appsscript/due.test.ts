import { District, schoolsOf } from './district';

const DUE = 'Что и когда сдаётся';
const Q2 = 6;

const district = District.ready({ schools: schoolsOf(2) });
const [school] = district.schools;

/** Whether a form of the first school's tab is in sight; its row of keys never is. */
function isInSight(of: District, form: string): boolean {
  const { hiddenRows } = of.state(of.tab(school!.key));
  const row = (role: string): number => of.rowOf(of.tab(school!.key), `${form}/${role}`) - 1;
  expect(hiddenRows.has(row('keys'))).toBe(true);
  return !hiddenRows.has(row('title')) && !hiddenRows.has(row('header'));
}

/** The coordinator's word on a form, a group of the first school and the second quarter. */
function decide(of: District, form: string, words: string): void {
  const row = of.values(DUE).findIndex((cells) => cells[0] === form && cells[2] === school!.group);
  of.sheet(DUE)
    .getRange(row + 1, Q2)
    .setValue(words);
}

test('a form that the district no longer asks for goes out of sight with the next consolidation, and comes back', () => {
  const copy = district.copy();
  expect(isInSight(copy, 'context')).toBe(true);
  decide(copy, 'context', 'нет');
  copy.click('consolidateWorkbook');
  expect(isInSight(copy, 'context')).toBe(false);
  decide(copy, 'context', 'да');
  copy.click('consolidateWorkbook');
  expect(isInSight(copy, 'context')).toBe(true);
});

test('what stands on it already stays, counts, and is in sight again once the tabs are put right', () => {
  const copy = district.copy();
  copy.fill(school!.key, 0);
  decide(copy, 'context', 'нет');
  copy.click('consolidateWorkbook');
  copy.setUp();
  expect(isInSight(copy, 'context')).toBe(true);
  copy.click('consolidateWorkbook');
  expect(isInSight(copy, 'context')).toBe(true);
  expect(copy.figures().some((row) => row.indicator === 'low-income-rate' && row.value !== null)).toBe(true);
});

test('a word that says nothing stops the run and is named', () => {
  const copy = district.copy();
  decide(copy, 'context', 'иногда');
  expect(copy.click('consolidateWorkbook').message).toContain('«иногда»');
});
