import { type School, shortName, shortNames } from '../../src/model';
import { District, schoolsOf } from './district';

const LONGEST = 200;
const QUARTER = '2023-Q2';

/** A name of a hundred characters, as the register's papers have it. */
const longName = (number: number): string =>
  `Муниципальное общеобразовательное бюджетное учреждение «Средняя школа № ${number} имени Героя Советского Союза»`;
const SCHOOLS: School[] = schoolsOf(4).map((school, index) => ({ ...school, name: longName(index + 1).slice(0, 100) }));

const outcomeOf = (work: () => unknown): string[] => {
  try {
    const { title = '', lines = [] } = (work() ?? {}) as { title?: string; lines?: string[] };
    return [title, ...lines];
  } catch (error) {
    return [(error as Error).message];
  }
};

const panel = (district: District, action: string, ...args: unknown[]): string[] => {
  const answer = district.runtime.run('panelCall', ['coordinator', action, args]) as Record<string, unknown>;
  const { done = '', refused = '' } = answer as { done?: string | { lines?: string[] }; refused?: string };
  return [refused, ...(typeof done === 'string' ? [done] : (done.lines ?? []))];
};

/** The tab's first role is gone: nobody knows whose tab it is. */
const damage = (district: District, name: string): void => {
  const row = district.rowOf(name, 'marks/keys');
  district.sheet(name).deleteRow(row);
};

test('names of a hundred characters leave room in every message for what is wrong and what to do', () => {
  const district = District.ready({ schools: SCHOOLS });
  const said: string[] = [];
  const hear = (lines: readonly string[]): void => void said.push(...lines);
  const click = (name: string): void => hear(district.click(name).message.split('\n\n'));
  for (const { key } of SCHOOLS) district.fill(key);
  click('consolidateWorkbook');
  hear(panel(district, 'accept', 's1'));
  hear(panel(district, 'remind', ['s1', 's2', 's3', 's4']));
  for (const school of SCHOOLS.slice(0, 3)) damage(district, school.name);
  click('consolidateWorkbook');
  hear(outcomeOf(() => district.runtime.run('closePeriod', [QUARTER])));
  damage(district, SCHOOLS[3]!.name);
  click('consolidateWorkbook');
  district.runtime.answers.push('YES');
  click('setUpWorkbook');
  hear(outcomeOf(() => district.runtime.run('closePeriod', [QUARTER])));
  for (const school of SCHOOLS) district.type(school.key, `D${district.rowOf(school.name, 'head/check')}`, true);
  for (const { key } of SCHOOLS) district.enter(key, 'marks', 1, 'five', '1');
  hear(outcomeOf(() => district.runtime.run('reopenPeriod', [QUARTER, 'рано'])));
  hear(panel(district, 'planReopening'));
  expect(said.length).toBeGreaterThan(15);
  expect(said.filter((words) => words.length > LONGEST)).toEqual([]);
});

test('a long name keeps what tells schools apart: its beginning, its number and its end', () => {
  expect(shortName('МОБУ Магдагачинская СОШ №3')).toBe('МОБУ Магдагачинская СОШ №3');
  const [short, other] = [longName(12), longName(13)].map(shortName) as [string, string];
  expect(short).toContain('№ 12');
  expect(short).not.toBe(other);
  expect(short.length).toBeLessThanOrEqual(40);
  expect(shortNames(['Школа №1', 'Школа №2', 'Школа №3'], 20)).toBe('Школа №1, Школа №2 и ещё 1');
});
