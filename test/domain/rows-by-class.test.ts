import { readClassSet } from '../../src/domain/class-set';
import { rowsByClass } from '../../src/domain/rows-by-class';

const row = (place: number, grade: string, letter = '') => ({ place, classes: readClassSet(grade, letter) });
/** Places of the rows that may speak of the same pupils as the first. */
const beside = (...classes: (readonly [string, string?])[]) => {
  const [own, ...others] = classes.map(([grade, letter], place) => row(place, grade, letter));
  const lookUp = rowsByClass([...others.reverse(), own!]);
  return lookUp(own!).map(({ place }) => place);
};

test('rows of the same pupils are found in their order, whatever the order of their grades', () => {
  expect(beside(['1-4'], ['3'], ['1'], ['2'], ['5'])).toEqual([1, 2, 3]);
  expect(beside(['2'], ['1-4'], ['1-2', 'А'], ['3-4'])).toEqual([1, 2]);
});

test('a row without a letter speaks of all letters, and each of them of it; other letters are other pupils', () => {
  expect(beside(['5'], ['5', 'А'], ['5', 'Б'], ['6', 'А'])).toEqual([1, 2]);
  expect(beside(['5', 'А'], ['5'], ['5', 'Б'], ['5', 'А, Б'])).toEqual([1, 3]);
  expect(beside(['5', 'А'], ['5', 'А'])).toEqual([1]);
});

test('a row that names no class is beside none, nor is a row beside itself', () => {
  expect(beside(['шестой'], ['6'])).toEqual([]);
  expect(beside(['6'], ['шестой'])).toEqual([]);
  expect(beside(['6'])).toEqual([]);
});
