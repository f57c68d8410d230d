import { driftsOf, jumpsOf, sameNumbers } from '../../src/domain/jumps';
import {
  count,
  decimal,
  defineForm,
  defineIndicator,
  EVERY_QUARTER,
  type Form,
  type Seen,
  type SeenRow,
  text,
} from '../../src/model';

type Numbers = Readonly<Record<string, number | null>>;

const CLASSES = {
  grade: text('Класс', '', { carried: true }),
  letter: text('Литера', '', { carried: true, optional: true }),
  enrolled: count('По списку', '', { carried: true }),
};
const form = (more: Partial<Form> = {}): Form => ({
  ...defineForm({
    key: 'works',
    title: 'Работы',
    help: '',
    fields: {
      work: text('Работа', ''),
      writers: count('Писали', ''),
      two: count('«2»', ''),
      five: count('«5»', ''),
      prizes: count('Грамоты', ''),
    },
    identity: ['work'],
    due: EVERY_QUARTER,
    sums: [],
  }),
  ...more,
});
const WORKS = form();
const share = (field: string, direction: 'up' | 'down', whole = 'writers', weight = 1) =>
  defineIndicator({
    ...{ key: `share-${field}`, title: '', kind: 'share', unit: 'percent', direction, source: '', from: WORKS },
    ...{ numerator: { [field]: weight }, denominator: { [whole]: 1 }, examples: [] },
  } as unknown as Parameters<typeof defineIndicator>[0]);

const rowsOf = (list: readonly Numbers[]) =>
  list.map((numbers, place) => ({ place, entry: { numbers, texts: {} } }) as unknown as SeenRow);

/** What stands in the rows now, and what stood in them in the last period. */
function tab(then: readonly Numbers[], now: readonly Numbers[], more: Partial<Seen> = {}) {
  const past = rowsOf(then);
  const seen = { form: WORKS, indicators: [], ...more, rows: rowsOf(now) } as unknown as Seen;
  const of = ({ place }: SeenRow): SeenRow | undefined => past[place];
  return {
    jumps: jumpsOf(seen, of).map(({ at, field, found, was }) => [at.place, field, was, found]),
    drifts: driftsOf(seen, of),
    same: sameNumbers(seen, of),
  };
}
const jumps = (was: Numbers, is: Numbers, more: Partial<Seen> = {}) =>
  tab([was], [is], more).jumps.map(([, field]) => field);

test('five times as many or as few, and eight more or less, is a digit too many or too few', () => {
  expect(tab([{ prizes: 2 }], [{ prizes: 10 }]).jumps).toEqual([[0, 'prizes', 2, 10]]);
  expect(jumps({ prizes: 10 }, { prizes: 2 })).toEqual(['prizes']);
  expect(jumps({ prizes: 2 }, { prizes: 9 })).toEqual([]);
  expect(jumps({ prizes: 3 }, { prizes: 12 })).toEqual([]);
  expect(jumps({ prizes: 0 }, { prizes: 8 })).toEqual(['prizes']);
  expect(jumps({ prizes: 0 }, { prizes: 7 })).toEqual([]);
});

test('two and a half times as many is a jump only where chance does not move numbers as far', () => {
  expect(jumps({ prizes: 40 }, { prizes: 100 })).toEqual(['prizes']);
  expect(jumps({ prizes: 100 }, { prizes: 40 })).toEqual(['prizes']);
  expect(jumps({ prizes: 40 }, { prizes: 99 })).toEqual([]);
  expect(jumps({ prizes: 6 }, { prizes: 16 })).toEqual([]);
  expect(jumps({ prizes: 5 }, { prizes: 14 })).toEqual([]);
  expect(jumps({ prizes: 8 }, { prizes: 22 })).toEqual([]);
  expect(jumps({ prizes: 8 }, { prizes: 23 })).toEqual(['prizes']);
});

test('where all rows move much, a number that moves like them is no jump', () => {
  const was = [100, 100, 100, 100, 100, 100, 40];
  const moved = [60, 150, 80, 140, 100, 160, 100];
  const prizes = (list: readonly number[]) => list.map((each) => ({ prizes: each }));
  expect(tab(prizes(was), prizes(moved)).jumps).toEqual([]);
  const quiet = [100, 101, 100, 99, 100, 101, 100];
  expect(tab(prizes(was), prizes(quiet)).jumps).toEqual([[6, 'prizes', 40, 100]]);
  expect(tab(prizes(was.slice(1)), prizes(moved.slice(1))).jumps).toEqual([]);
  // Rows of many sizes that stay as they are, or all grow by as much, do not move much.
  const sizes = [10, 100, 300, 500, 700, 900, 40];
  expect(tab(prizes(sizes), prizes([...sizes.slice(0, 6), 100])).jumps).toEqual([[6, 'prizes', 40, 100]]);
  const large = [200, 300, 400, 500, 600, 700, 40];
  expect(tab(prizes(large), prizes(large.map((each) => each + 60))).jumps).toEqual([[6, 'prizes', 40, 100]]);
  // Fewer than six rows do not show how much their numbers move.
  expect(tab(prizes(was.slice(2)), prizes(moved.slice(2))).jumps).toEqual([[4, 'prizes', 40, 100]]);
  // One that nothing is known of from then is none of the six.
  const [before, now] = [prizes(was.slice(2)), prizes(moved.slice(2))];
  expect(tab([...before, { prizes: null }], [...now, { prizes: 9 }]).jumps).toEqual([[4, 'prizes', 40, 100]]);
});

test('of a blank number, now or then, and of a row that is new nothing is said', () => {
  expect(jumps({ prizes: null }, { prizes: 90 })).toEqual([]);
  expect(jumps({ prizes: 90 }, { prizes: null })).toEqual([]);
  expect(tab([], [{ prizes: 90 }]).jumps).toEqual([]);
});

test('a class of twice or half the pupils lets expect twice or half as many; one that has changed more, nothing', () => {
  const more = { indicators: [share('two', 'down'), share('five', 'up')] };
  const of = (five: number, is: number, writers: number, now: number) =>
    jumps({ five, writers }, { five: is, writers: now }, more);
  expect(of(15, 75, 20, 40)).toEqual(['five']);
  expect(of(75, 7, 80, 40)).toEqual(['five']);
  expect(of(15, 30, 20, 40)).toEqual([]);
  expect(of(15, 90, 20, 41)).toEqual([]);
  expect(of(90, 2, 100, 49)).toEqual([]);
});

test('only a whole of one column, and of another one, tells how many to expect', () => {
  const [was, is] = [
    { five: 16, two: 2, writers: 20 },
    { five: 40, two: 4, writers: 40 },
  ];
  const ofSum = { ...share('five', 'up'), denominator: { writers: 1, two: 1 } };
  expect(jumps(was, is, { indicators: [ofSum] })).toEqual(['five']);
  expect(jumps(was, is, { indicators: [share('five', 'up', 'five')] })).toEqual(['five']);
});

test('four that have become fourteen, chance moving them by less than ten, are asked about', () => {
  expect(jumps({ prizes: 4 }, { prizes: 14 })).toEqual(['prizes']);
});

test('where the class has grown its marks have, too: they are compared with what that lets expect', () => {
  const more = { indicators: [share('five', 'up')] };
  expect(jumps({ five: 16, writers: 20 }, { five: 40, writers: 40 }, more)).toEqual([]);
  expect(jumps({ five: 16, writers: 20 }, { five: 40, writers: 20 }, more)).toEqual(['five']);
  // Of a whole that has jumped itself that is said, and of its parts nothing.
  expect(jumps({ five: 10, writers: 12 }, { five: 90, writers: 99 }, more)).toEqual(['writers']);
  expect(jumps({ five: 90, writers: 99 }, { five: 10, writers: 12 }, more)).toEqual(['writers']);
  // A whole of nobody, or a blank one, lets expect nothing.
  expect(jumps({ five: 2, writers: 0 }, { five: 40, writers: 5 }, more)).toEqual(['five']);
  expect(jumps({ five: 2, writers: 5 }, { five: 40, writers: 0 }, more)).toEqual(['writers', 'five']);
  expect(jumps({ five: 2, writers: null }, { five: 40, writers: 20 }, more)).toEqual(['five']);
  expect(jumps({ five: 2, writers: 20 }, { five: 40, writers: null }, more)).toEqual(['five']);
});

test('a number’s whole is that of the form’s own sum; «not fewer than» says nothing of it', () => {
  const parts = { five: 1, two: 1 };
  const sum = { id: 'too-many', title: '', parts, whole: 'writers', severity: 'error' } as const;
  const [was, is] = [
    { five: 16, writers: 20 },
    { five: 40, writers: 40 },
  ];
  expect(jumps(was, is, { form: form({ sums: [{ ...sum, relation: 'at-most' }] }) })).toEqual([]);
  expect(jumps(was, is, { form: form({ sums: [{ ...sum, relation: 'at-least' }] }) })).toEqual(['five']);
  expect(jumps({ prizes: 16, writers: 20 }, { prizes: 40, writers: 40 })).toEqual(['prizes']);
});

test('a number of a class on the list is held against the pupils of the class', () => {
  const fields = { ...CLASSES, prizes: count('Грамоты', '') };
  const more = { form: form({ fields, identity: ['grade'] }) };
  expect(jumps({ prizes: 16, enrolled: 20 }, { prizes: 40, enrolled: 40 }, more)).toEqual([]);
  expect(jumps({ prizes: 16, enrolled: 20 }, { prizes: 40, enrolled: 20 }, more)).toEqual(['prizes']);
});

test('many that have become none are asked about, few are not', () => {
  expect(jumps({ prizes: 5 }, { prizes: 0 })).toEqual(['prizes']);
  expect(jumps({ prizes: 4 }, { prizes: 0 })).toEqual(['prizes']);
  expect(jumps({ prizes: 3 }, { prizes: 0 })).toEqual([]);
});

test('none of a class where chance would leave some is asked about', () => {
  const more = { indicators: [share('five', 'up')] };
  const of = (five: number, writers: number, now = writers) =>
    jumps({ five, writers }, { five: 0, writers: now }, more);
  expect(of(5, 20)).toEqual(['five']);
  expect(of(4, 20)).toEqual([]);
  expect(of(4, 10)).toEqual(['five']);
  expect(of(4, 9)).toEqual([]);
  expect(of(30, 20)).toEqual(['five']);
  // Half the class lets expect half as many: three of ten are not many.
  expect(of(6, 20, 10)).toEqual([]);
  expect(of(5, 13, 10)).toEqual([]);
  // Nor are three that a grown class lets expect more of.
  expect(of(3, 10, 20)).toEqual([]);
  // Where nobody writes any more, both are asked about.
  expect(of(5, 20, 0)).toEqual(['writers', 'five']);
});

test('no «2» any more is what everybody works for: nobody asks where they have gone', () => {
  const vanished = (field: string, more: Partial<Seen>) => jumps({ [field]: 9 }, { [field]: 0 }, more);
  expect(vanished('two', { indicators: [share('two', 'down')] })).toEqual([]);
  expect(vanished('two', { indicators: [share('two', 'up')] })).toEqual(['two']);
  expect(vanished('five', { indicators: [share('two', 'down')] })).toEqual(['five']);
  expect(vanished('two', { indicators: [share('two', 'up', 'writers', -1)] })).toEqual([]);
  expect(vanished('two', { indicators: [share('two', 'down', 'writers', -1)] })).toEqual(['two']);
  // What lasts, as books and computers do, does not vanish.
  expect(vanished('two', { indicators: [share('two', 'down')], form: form({ lasting: true }) })).toEqual(['two']);
});

test('the number of pupils on the list moves by less than five, or by a quarter at most', () => {
  const more = { form: form({ fields: CLASSES, identity: ['grade', 'letter'] }) };
  const of = (was: number, is: number) => jumps({ enrolled: was }, { enrolled: is }, more);
  expect([of(12, 16), of(20, 25), of(25, 20)]).toEqual([[], [], []]);
  expect([of(12, 17), of(20, 26), of(20, 14)]).toEqual([['enrolled'], ['enrolled'], ['enrolled']]);
  // In a form whose rows are no classes it is a number like another.
  const other = { form: form({ fields: CLASSES, identity: ['letter'] }) };
  expect(jumps({ enrolled: 20 }, { enrolled: 26 }, other)).toEqual([]);
});

describe('a whole column', () => {
  const six = (prizes: number): Numbers[] => new Array(6).fill({ prizes });
  const drift = (was: number, is: number) => tab(six(was), six(is)).drifts.map(({ field }) => field);

  test('that has moved in all rows together is asked about, one row being no jump', () => {
    expect(tab(six(10), six(20)).drifts).toEqual([{ field: 'prizes', found: 120, was: 60 }]);
    expect(drift(30, 15)).toEqual(['prizes']);
    expect(drift(20, 34)).toEqual(['prizes']);
    expect(drift(20, 33)).toEqual([]);
    expect(drift(2, 4)).toEqual([]);
    expect(drift(4, 8)).toEqual([]);
    expect(drift(0, 4)).toEqual(['prizes']);
    expect(drift(0, 3)).toEqual([]);
    expect(drift(3, 7)).toEqual([]);
    const now = [5, 5, 5, 5, 6, 6].map((prizes) => ({ prizes }));
    expect(tab(six(2), now).drifts).toEqual([{ field: 'prizes', found: 32, was: 12 }]);
  });

  test('of hours, which are no count of people or things, is not', () => {
    const hours = { form: form({ fields: { work: text('Работа', ''), hours: decimal('Часов', '') } }) };
    const all = (number: number): Numbers[] => new Array(6).fill({ hours: number });
    expect(tab(all(10), all(20), hours).drifts).toEqual([]);
  });

  test('of five rows, and one that stands from before, is not', () => {
    expect(tab(six(10).slice(1), six(20).slice(1)).drifts).toEqual([]);
    const enrolled = (number: number): Numbers[] => new Array(6).fill({ enrolled: number });
    const seen = { form: form({ fields: CLASSES, identity: ['letter'] }) };
    expect(tab(enrolled(10), enrolled(20), seen).drifts).toEqual([]);
  });
});

test('six numbers above 0 that are all what they were are said to be the same', () => {
  const rows = (...list: number[]): Numbers[] => list.map((prizes) => ({ prizes, two: 0, five: null }));
  expect(tab(rows(1, 2, 3, 4, 5, 6), rows(1, 2, 3, 4, 5, 6)).same).toBe(6);
  expect(tab(rows(1, 2, 3, 4, 5, 6), rows(1, 2, 3, 4, 5, 7)).same).toBe(0);
  expect(tab(rows(0, 2, 3, 4, 5, 6), rows(0, 2, 3, 4, 5, 6)).same).toBe(0);
  // At least half of the rows must have stood there then.
  const now = rows(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  expect(tab(now.slice(0, 6), now).same).toBe(6);
  expect(tab(now.slice(0, 6), [...now, ...rows(13)]).same).toBe(0);
});
