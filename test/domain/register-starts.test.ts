import { aimsOf } from '../../src/domain';
import {
  isOwnNumber,
  nextOwnNumber,
  numberIn,
  orderIdentity,
  orderRowOf,
  withSchoolStarts,
} from '../../src/domain/register-starts';
import { programme } from '../../src/programme';
import { papers } from './sample-register';

test('rows of people are numbered from 101 on, never with a number of the order’s rows or of those of its schools', () => {
  expect([100, 101, 999, 1000, 4002, 99_999, 100_000].map(isOwnNumber)).toEqual([
    ...[false, true, true, false, false, false, true],
  ]);
  expect([0, 100, 101, 998, 999, 99_999, 100_000].map(nextOwnNumber)).toEqual([
    ...[101, 101, 102, 999, 100_000, 100_000, 100_001],
  ]);
  expect([numberIn(papers, 'Б-107'), numberIn(papers, 'М-107'), numberIn(papers, 'Б107')]).toEqual([
    107,
    Number.NaN,
    Number.NaN,
  ]);
});

const ofSchools = {
  ...papers,
  schoolStarts: [
    { start: { id: 'Б-4', title: 'Для всех' } },
    { group: 'ведущая', start: { id: 'Б-5', title: 'Для ведущих' } },
  ],
} as unknown as typeof papers;
const school = (key: string, group: string) => ({ key, name: key, type: '', group, partner: '' });

test('a school keeps the number of its rows when another leaves; a new one gets the next', () => {
  const { register, numbered } = withSchoolStarts(ofSchools, [school('c', 'ведущая'), school('a', '')], ['a', 'b']);
  expect(numbered).toEqual(['a', 'b', 'c']);
  const own = register.starts.slice(papers.starts.length) as unknown as { id: string; school: string; title: string }[];
  expect(own.map(({ id, school: of, title }) => `${id} ${of} ${title}`)).toEqual([
    'Б-4003 c Для всех',
    'Б-4001 a Для всех',
    'Б-5003 c Для ведущих',
  ]);
  expect(withSchoolStarts(papers, [school('a', '')], ['x'])).toEqual({ register: papers, numbered: ['x'] });
});

test('what the order says of a row is known by its number, of a school’s row, too', () => {
  expect(orderRowOf(papers, 'Б-02')).toBe(papers.starts[1]);
  expect(orderRowOf(ofSchools, 'Б-5003')).toBe(ofSchools.schoolStarts![1]!.start);
  expect([orderRowOf(ofSchools, 'Б-6003'), orderRowOf(papers, 'Б-4001'), orderRowOf(papers, 'Б-101')]).toEqual([
    ...[undefined, undefined, undefined],
  ]);
});

test('a row of the order is known by the order’s own words, and by all its name where the order has none of it', () => {
  expect(orderIdentity({ ...papers, identity: ['number', 'proof'] } as typeof papers)).toEqual(['number']);
  expect(orderIdentity({ ...papers, identity: ['proof', 'why'] } as typeof papers)).toEqual(['proof', 'why']);
});

test('the target indicators of the programme come before its expected results, each in the order of their numbers', () => {
  const ids = aimsOf(programme, {}).map(({ target }) => target.id);
  const firstResult = ids.findIndex((id) => !id.startsWith('TI'));
  expect(ids.slice(firstResult).filter((id) => id.startsWith('TI'))).toEqual([]);
  const ascending = (list: string[]) => [...list].sort();
  expect(ids).toEqual([...ascending(ids.slice(0, firstResult)), ...ascending(ids.slice(firstResult))]);
  expect(firstResult).toBeGreaterThan(3);
});
