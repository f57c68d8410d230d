import { schoolKeyOf } from '../../src/workbook';

const key = (name: string, ...taken: string[]) => schoolKeyOf(name, new Set(taken));

test('a new school’s key is its name in Latin letters, without what every name begins with', () => {
  expect(key('МОБУ Зареченская СОШ №1')).toBe('zarechenskaya-sosh-1');
  expect(key(' МБОУ  ООШ, с. Гудачи ')).toBe('oosh-s-gudachi');
  expect(key('Мокушинская СОШ')).toBe('mokushinskaya-sosh');
  expect(key('«Объезд» Щукино')).toBe('obezd-schukino');
});

test('it is at most forty letters long and ends with none of the signs between words', () => {
  const long = key('Основная общеобразовательная школа имени Героя');
  expect(long.length).toBeLessThanOrEqual(40);
  expect(long).toMatch(/^[a-z0-9].*[a-z0-9]$/);
  expect(key(`${'а'.repeat(38)} -- Б`)).toBe(`${'a'.repeat(38)}-b`);
  expect(key(`${'а'.repeat(39)} -- Б`)).toBe('a'.repeat(39));
});

test('a name without letters is «school», and of equal keys the later ones are numbered', () => {
  expect([key('№ № №'), key('')]).toEqual(['school', 'school']);
  expect(key('СОШ 1', 'sosh-1')).toBe('sosh-1-2');
  expect(key('СОШ 1', 'sosh-1', 'sosh-1-2')).toBe('sosh-1-3');
});
