import { isPeriod } from '../../src/model';
import { programme } from '../../src/programme';

test('the register starts with the seven schools that the order names', () => {
  expect(programme.schools.map(({ name, type, group }) => [name, type, group])).toEqual([
    ['МОБУ Магдагачинская СОШ №1', 'СОШ', 'ведущая'],
    ['МОБУ Ушумунская СОШ', 'СОШ', 'ведущая'],
    ['МОБУ Дактуйская СОШ', 'СОШ', 'ведущая'],
    ['МОБУ Магдагачинская СОШ №3', 'СОШ', 'участник'],
    ['МОКУ Толбузинская ООШ', 'ООШ', 'участник'],
    ['МОКУ Кузнецовская ООШ', 'ООШ', 'участник'],
    ['МОКУ Гудачинская ООШ', 'ООШ', 'участник'],
  ]);
});

test('each school has a key of its own', () => {
  const keys = programme.schools.map((school) => school.key);
  expect(new Set(keys).size).toBe(7);
  expect(keys.filter((key) => !/^[a-z0-9-]+$/.test(key))).toEqual([]);
});

test('the programme lasts from the beginning of 2020 to the end of 2023', () => {
  expect(programme.lasts).toEqual(['2020-Q1', '2023-Q4']);
  expect(programme.lasts.every(isPeriod)).toBe(true);
});

test('every setting has a title, a help line and a key of its own', () => {
  const { settings } = programme;
  expect(settings.filter(({ title, help }) => title === '' || help === '')).toEqual([]);
  const keys = settings.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(settings.filter(({ below }) => below !== undefined && !keys.includes(below))).toEqual([]);
});

test('numbers are declared as numbers within their bounds', () => {
  for (const {
    kind,
    value,
    atLeast = 0,
    atMost = kind === 'share' ? 1 : Number.POSITIVE_INFINITY,
  } of programme.settings) {
    expect(typeof value).toBe(kind === 'number' || kind === 'share' ? 'number' : 'string');
    if (typeof value === 'number') expect(value >= atLeast && value <= atMost).toBe(true);
  }
});

test('each share of the index has a weight and two anchors of its own', () => {
  const keys = programme.settings.map(({ key }) => key);
  const index = programme.indicators.find(({ key }) => key === 'context-index');
  for (const key of index?.kind === 'derived' ? index.of : [])
    expect(keys).toEqual(expect.arrayContaining([`weight:${key}`, `low:${key}`, `high:${key}`]));
});
