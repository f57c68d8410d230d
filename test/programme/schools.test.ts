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

test('every requirement says where in the product it lives', () => {
  for (const { id, words, lives } of programme.requirements) expect(id && words && lives).not.toBe('');
  const ids = programme.requirements.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every setting has a title, a help line and a key of its own', () => {
  const { settings, derived } = programme;
  expect(settings.filter(({ title, help }) => title === '' || help === '')).toEqual([]);
  const keys = settings.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of Object.keys(derived.weights)) {
    expect(keys).toEqual(expect.arrayContaining([`weight:${key}`, `low:${key}`, `high:${key}`]));
  }
});

test('settings start with the weights and anchors that the programme names', () => {
  const values = new Map(programme.settings.map(({ key, value }) => [key, value]));
  for (const [key, weight] of Object.entries(programme.derived.weights)) {
    expect(values.get(`weight:${key}`)).toBe(weight);
    expect([values.get(`low:${key}`), values.get(`high:${key}`)]).toEqual(programme.derived.anchors[key]);
  }
});
