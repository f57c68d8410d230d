import { namedSchools, unknownAmong } from '../../src/domain/named-schools';

const school = (key: string, name: string) => ({ key, name, type: 'ООШ', group: 'участник', partner: '' });
const SCHOOLS = [school('tolbuzino', 'Толбузинская ООШ'), school('gudachi', 'ООШ, с. Гудачи')];
const named = (words: string) => namedSchools(words, SCHOOLS);

test('schools are known by name or key, in whatever spelling, and kept as keys', () => {
  expect(named('толбузинская  ООШ')).toBe('tolbuzino');
  expect(named('tolbuzino')).toBe('tolbuzino');
  expect(named('Район')).toBe('район');
  expect(named('')).toBe('');
});

test('several stand between semicolons or commas; a comma in a name parts nothing', () => {
  expect(named('Толбузинская ООШ; ООШ, с. Гудачи')).toBe('tolbuzino; gudachi');
  expect(named('Толбузинская ООШ, gudachi')).toBe('tolbuzino; gudachi');
  expect(named('ООШ, с. Гудачи')).toBe('gudachi');
});

test('words that name no school stay and are told', () => {
  expect(named('Толбузинская ООШ; Заречная СОШ')).toBe('tolbuzino; Заречная СОШ');
  expect(unknownAmong(SCHOOLS)('tolbuzino; Заречная СОШ; район')).toEqual(['Заречная СОШ']);
});
