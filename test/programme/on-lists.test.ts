import type { SeenRow } from '../../src/model';
import { onLists } from '../../src/programme/forms/on-lists';

const list = (from: number, to: number, enrolled: number | null): SeenRow =>
  ({ classes: { from, to, letters: [] }, entry: { numbers: { enrolled } } }) as unknown as SeenRow;
const unread = { classes: null, entry: { numbers: { enrolled: 90 } } } as unknown as SeenRow;

test.each<[string, SeenRow[], number | undefined]>([
  [
    'the classes of these grades, those of others apart',
    [list(4, 4, 9), list(5, 7, 20), list(8, 9, 5), list(10, 11, 7)],
    25,
  ],
  ['those whose classes can be read', [list(5, 9, 20), unread], 20],
  ['unknown where one row has grades from below, too', [list(4, 5, 9), list(6, 9, 20)], undefined],
  ['unknown where one row has grades from above, too', [list(5, 8, 9), list(9, 10, 20)], undefined],
  ['unknown where one has no number', [list(5, 8, 9), list(9, 9, null)], undefined],
  ['unknown where none is of these grades', [list(1, 4, 9), list(10, 11, 20)], undefined],
])('how many pupils of grades 5-9 the class list has: %s', (_, lists, count) => {
  expect(onLists({ from: 5, to: 9 }, lists)).toBe(count);
});
