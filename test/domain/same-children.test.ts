import { readClassSet } from '../../src/domain/class-set';
import { sameChildren } from '../../src/domain/same-children';
import { type Due, defineForm, EVERY_QUARTER, type Seen, type SeenRow, text } from '../../src/model';

const formDue = (...due: Due[]) =>
  defineForm({
    ...{ key: 'marks', title: '', help: '' },
    fields: { grade: text('Класс', ''), letter: text('Литера', ''), subject: text('Предмет', '') },
    identity: ['grade', 'letter', 'subject'],
    due,
  });

/** The name under which a row of the last period is looked for; «та же» for its own. */
function nameOf(grade: string, letter: string, period: string, due: readonly Due[] = EVERY_QUARTER) {
  let name: string | undefined;
  const before = (_: SeenRow, other?: string) => {
    name = other ?? 'та же';
    return undefined;
  };
  const seen = { form: formDue(...due), school: { key: 'a', type: 'СОШ' }, period, before } as unknown as Seen;
  const texts = { grade, letter, subject: 'Химия' };
  sameChildren(seen)({ classes: readClassSet(grade, letter), entry: { texts } } as unknown as SeenRow);
  return name;
}

test('within a school year a class is called what it was called', () => {
  expect(nameOf('6', 'А', '2023-Q2')).toBe('та же');
  expect(nameOf('6', 'А', '2022-Q4')).toBe('та же');
});

test('after a summer the same children were a class lower, in the same letter and subject', () => {
  const name = nameOf('6', 'А', '2022-Q3')!;
  expect(name).toContain('5');
  expect(name).not.toContain('6');
  expect(name.toLowerCase()).toMatch(/химия|xимия/);
  expect(nameOf('6', 'Б', '2022-Q3')).not.toBe(name);
});

test('a form of the second quarter only has a summer between its results', () => {
  expect(nameOf('6', 'А', '2023-Q2', [{ quarters: [2] }])).toContain('5');
  expect(nameOf('6', 'А', '2023-Q2', [{ quarters: [1, 2] }])).toBe('та же');
  expect(nameOf('6', 'А', '2022-Q4', [{ quarters: [3, 4] }])).toBe('та же');
  expect(nameOf('6', 'А', '2022-Q4', [{ quarters: [2, 4] }])).toContain('5');
});

test('first classes were nowhere; tenth ones come together anew; eleventh ones were tenth', () => {
  expect(nameOf('1', 'А', '2022-Q3')).toBeUndefined();
  expect(nameOf('10', 'А', '2022-Q3')).toBeUndefined();
  expect(nameOf('2', 'А', '2022-Q3')).toContain('1');
  expect(nameOf('11', 'А', '2022-Q3')).toContain('10');
});

test('rows of several classes are held against the row of their own name', () => {
  expect(nameOf('5-9', '', '2022-Q3')).toBe('та же');
  expect(nameOf('6', 'А, Б', '2022-Q3')).toBe('та же');
  expect(nameOf('шестой', '', '2022-Q3')).toBeUndefined();
});
