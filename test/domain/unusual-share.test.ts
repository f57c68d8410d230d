import { unusualShare } from '../../src/domain/unusual-share';
import { type Cell, count, defineForm, defineIndicator, EVERY_QUARTER, type Seen, text } from '../../src/model';
import { rawRows } from '../build';

const form = defineForm({
  ...{ key: 'passport', title: '', help: '', identity: ['grade'], due: EVERY_QUARTER },
  fields: { grade: text('Класс', ''), enrolled: count('По списку', ''), poor: count('', ''), many: count('', '') },
});
const share = (field: string, more = {}) =>
  defineIndicator({
    ...{ key: `${field}-rate`, title: '', kind: 'share', unit: 'percent', direction: 'down', source: '', from: form },
    ...{ numerator: { [field]: 1 }, denominator: { enrolled: 1 }, examples: [], ...more },
  } as unknown as Parameters<typeof defineIndicator>[0]);

type Row = Readonly<Record<string, Cell>>;
const school = (enrolled: Cell, poor: Cell, many: Cell = ''): Row => ({ enrolled, poor, many });
/** Schools like it, a row each unless more are given. */
const alike = (...shares: number[]): Row[][] => shares.map((part) => [school(100, part)]);
const TEN = alike(10, 10, 10, 10, 10);

function unusual(own: readonly Row[], peers: readonly (readonly Row[])[], indicators: unknown[] = [share('poor')]) {
  const rows = rawRows('passport', ...own).map((raw) => ({ raw, entry: { numbers: {} } }));
  const seen = { rows, indicators, peers: () => peers.map((each) => rawRows('passport', ...each)) };
  const found = unusualShare(seen as unknown as Seen);
  return found && [found.indicator.key, found.part, found.whole, found.isMore];
}
const of = (enrolled: number, poor: number, peers = TEN) => unusual([school(enrolled, poor)], peers);

test('a share is far that differs by a seventh of the pupils, by ten of them, and by more than chance', () => {
  // Of 100 pupils 10 are usual, three more or fewer by chance.
  expect(of(100, 25)).toEqual(['poor-rate', 25, 100, true]);
  expect(of(100, 24)).toBeNull();
  expect(of(50, 15)).toEqual(['poor-rate', 15, 50, true]);
  expect(of(50, 14)).toBeNull();
  const half = alike(50, 50, 50, 50, 50);
  expect(of(100, 32, half)).toEqual(['poor-rate', 32, 100, false]);
  expect(of(100, 33, half)).toBeNull();
  expect(of(19, 19)).toBeNull();
  expect(of(20, 20)).toEqual(['poor-rate', 20, 20, true]);
});

test('where the others differ much among themselves nothing is far', () => {
  expect(of(100, 100, alike(30, 40, 50, 60, 70))).toBeNull();
  expect(of(100, 100, alike(49, 50, 50, 50, 51))).toEqual(['poor-rate', 100, 100, true]);
});

test('it is held against five schools with twenty pupils at least, or against none', () => {
  expect(of(100, 60, TEN.slice(1))).toBeNull();
  expect(of(100, 60, [...TEN.slice(1), [school(19, 2)]])).toBeNull();
  expect(of(100, 60, [...TEN.slice(1), [school(10, 1), school(10, 1)]])).toEqual(['poor-rate', 60, 100, true]);
});

test('rows of a school are added up; one that cannot be read, or exceeds its whole, is left out', () => {
  const rest = [school(50, 'нет'), school('?', 1), school(10, 11), school(10, -1)];
  expect(unusual([school(60, 30), school(40, 30), ...rest], TEN)).toEqual(['poor-rate', 60, 100, true]);
  // A blank number is none.
  expect(unusual([school(60, 60), school(40, '')], TEN)).toEqual(['poor-rate', 60, 100, true]);
  expect(unusual([], TEN)).toBeNull();
  const spoilt = alike(90, 90, 90).map((rows) => rows.map((row) => ({ ...row, poor: 'нет' })));
  expect(of(100, 60, [...TEN, ...spoilt])).toEqual(['poor-rate', 60, 100, true]);
});

test('of several shares the one that is furthest is told', () => {
  const peers = TEN.map(() => [school(100, 10, 50)]);
  const both = [share('poor'), share('many')];
  expect(unusual([school(100, 40, 90)], peers, both)![0]).toBe('poor-rate');
  expect(unusual([school(100, 40, 90)], peers, [...both].reverse())![0]).toBe('poor-rate');
  expect(unusual([school(100, 12, 90)], peers, both)![0]).toBe('many-rate');
});

test('only a share of all pupils can be compared: no mean, nothing of a part of the rows or of schools alone', () => {
  const none = [{ kind: 'score' }, { pooled: false }, { where: { grade: '5' } }].map((more) => share('poor', more));
  for (const one of [...none, { kind: 'derived', of: [] }]) expect(unusual([school(100, 90)], TEN, [one])).toBeNull();
  expect(unusual([school(100, 90)], TEN, [])).toBeNull();
});
