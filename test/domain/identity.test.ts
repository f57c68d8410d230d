import fc from 'fast-check';
import { identityOf, themeOf, validateSchool } from '../../src/domain';
import { rowParser } from '../../src/domain/parse';
import { type Cell, count, defineForm, EVERY_QUARTER, text } from '../../src/model';
import { programme } from '../../src/programme';
import { formOf, MARKS_A, PERIOD, rawRow, rawRows, SCHOOL } from '../build';
import { respelt } from '../respelt';

const marks = formOf('marks');
const entryOf = (grade: Cell, letter: Cell, subject: Cell) =>
  rowParser(marks)(rawRow('marks', 1, { grade, letter, subject })).entry;
const idOf = (grade: Cell, letter: Cell, subject: Cell) => identityOf(marks, entryOf(grade, letter, subject));

test('case, ё, dashes and spaces do not tell rows apart', () => {
  expect(idOf('5', 'А', 'Русский язык')).toBe(idOf(5, ' а', 'русский \u00a0ЯЗЫК'));
  expect(idOf('1-4', '', 'Музыка')).toBe(idOf('1 – 4', '', 'музыка'));
  expect(idOf('05', '', 'Музыка')).toBe(idOf('5', '', 'Музыка'));
});

test('a Latin letter of a class is the same class', () => {
  expect(idOf('5', 'A', 'Музыка')).toBe(idOf('5', 'А', 'Музыка'));
  expect(idOf('5', 'Y', 'Музыка')).toBe(idOf('5', 'У', 'Музыка'));
  expect(idOf('5', 'Б', 'Музыка')).not.toBe(idOf('5', 'А', 'Музыка'));
});

test('«5А» in one cell is class 5 with the letter «А» in its own', () => {
  for (const grade of ['5А', '5 «а»', '5-A', '5 А класс'])
    expect(idOf(grade, '', 'Музыка')).toBe(idOf('5', 'А', 'Музыка'));
  expect(idOf('5', '5А', 'Музыка')).toBe(idOf('5', 'А', 'Музыка'));
  expect(idOf('5А', 'А', 'Музыка')).toBe(idOf('5', 'А', 'Музыка'));
});

test('a class that is listed twice in another order is the same classes', () => {
  expect(idOf('5', 'А, Б', 'Музыка')).toBe(idOf('5', 'б+а', 'Музыка'));
  expect(idOf('5', '—', 'Музыка')).toBe(idOf('5', '', 'Музыка'));
});

test('where a form has no column of letters, the class tells rows apart by its letter too', () => {
  const works = defineForm({
    ...{ key: 'works', title: 'Работы', help: '', due: EVERY_QUARTER, identity: ['grade'] },
    fields: { grade: text('Класс', ''), five: count('«5»', '') },
  });
  const name = (grade: string): string => identityOf(works, { texts: { grade } });
  expect(name('5А')).not.toBe(name('5Б'));
  expect(name('5А')).toBe(name('5 «a»'));
});

test('Latin letters inside a Cyrillic word were typed by mistake', () => {
  expect(idOf('5', '', 'Mатематика')).toBe(idOf('5', '', 'Математика'));
  expect(idOf('5', '', 'Xимия')).toBe(idOf('5', '', 'ХИМИЯ'));
});

test('what schools call a subject is the subject of the list', () => {
  for (const name of ['Физкультура', 'физ. культура', 'ФИЗ-РА'])
    expect(idOf('5', 'А', name)).toBe(idOf('5', 'А', 'Физическая культура'));
  expect(entryOf('5', 'А', 'Информатика и ИКТ').texts.subject).toBe('Информатика');
  expect(entryOf('5', 'А', 'Краеведение').texts.subject).toBe('Краеведение');
});

test('what is left of a row without grade and letter is its subject', () => {
  expect(themeOf(marks, entryOf('5', 'А', 'Музыка'))).toBe('музыка');
});

const subjects = fc.constantFrom('Русский язык', 'Иностранный язык (английский)', 'Краеведение', 'Физкультура');
const spelling = fc
  .tuple(fc.constantFrom('5', '1-4', '10'), fc.constantFrom('', 'А', 'У', 'А, Б'), subjects)
  .chain(([grade, letter, subject]) =>
    fc.record({
      typed: fc.constant({ grade, letter, subject }),
      spelt: fc.record({ grade: respelt(grade), letter: respelt(letter), subject: respelt(subject) }),
    }),
  );

test('a row entered again in whatever spelling is a row entered twice, and none is counted', () => {
  fc.assert(
    fc.property(spelling, ({ typed, spelt }) => {
      const rows = rawRows('marks', { ...MARKS_A, ...typed }, { ...MARKS_A, ...spelt });
      const found = validateSchool(programme, SCHOOL, PERIOD, rows).find(({ form }) => form.key === 'marks')!;
      expect(found.rows.map(({ valid }) => valid)).toEqual([false, false]);
      expect(found.issues.filter(({ id }) => id === 'row/duplicate')).toHaveLength(2);
    }),
  );
});
