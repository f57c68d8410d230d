import { listedWord, nearestWord } from '../../src/domain/listed-words';
import { field } from '../build';

const subjects = field('text', {
  choices: ['Русский язык', 'Химия', 'Труд', 'Математика'],
  synonyms: { 'Русский язык': ['Русс яз'] },
});
const nearest = (text: string) => nearestWord(subjects, text);

test('a word of the list is known in any spelling and under its other names', () => {
  expect(listedWord(subjects, 'Химия')).toEqual({ word: 'Химия', otherName: false });
  expect(listedWord(subjects, 'ХИМИЯ')).toEqual({ word: 'Химия', otherName: false });
  expect(listedWord(subjects, 'русс яз')).toEqual({ word: 'Русский язык', otherName: true });
  expect(listedWord(subjects, 'Вышивка')).toBeNull();
  expect(listedWord(field('text'), 'Химия')).toBeNull();
});

test('one letter too many, too few, another or swapped with the next is a slip, in a long word two of them', () => {
  expect(['Химмия', 'Химея', 'Хмиия'].map(nearest)).toEqual(new Array(3).fill('Химия'));
  expect(['Матиматека', 'Математик', 'Мтаемаитка'].map(nearest)).toEqual(new Array(3).fill('Математика'));
  expect(['Хемея', 'Матиматеки'].map(nearest)).toEqual([null, null]);
});

test('of a word of four letters no slip is guessed at, and what is on the list needs none', () => {
  expect([nearest('Труп'), nearest('Тру'), nearest('Химия'), nearest('ХИМИЯ'), nearest('русс яз')]).toEqual([
    ...[null, null, null, null, null],
  ]);
  expect(nearest('')).toBeNull();
});

test('of several words the nearest is offered, whichever stands first', () => {
  const [near, far] = ['История России', 'Историо Росии'];
  const offered = (...choices: string[]) => nearestWord(field('text', { choices }), 'Историа России');
  expect([offered(near, far), offered(far, near)]).toEqual([near, near]);
});
