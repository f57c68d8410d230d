import { anyNumber, exactly, narrow, type Range } from '../../src/domain/suppression-bounds';
import { type SumNode, withComplements } from '../../src/domain/suppression-tree';

describe('who adds and subtracts', () => {
  const upTo = (most: number): Range => ({ least: 0, most });
  /** What he knows of each number when he has the additions before him. */
  const known = (ranges: Readonly<Record<string, Range>>, ...additions: readonly string[]) => {
    narrow(
      additions.map((words) => {
        const [whole, ...parts] = words.split(/ = | \+ /).map((name) => ranges[name]!);
        return { whole: whole!, parts };
      }),
    );
    return Object.fromEntries(Object.entries(ranges).map(([name, { least, most }]) => [name, [least, most]]));
  };

  test('knows a part from the whole and the other part', () => {
    expect(known({ all: exactly(10), a: exactly(4), b: anyNumber() }, 'all = a + b').b).toEqual([6, 6]);
  });

  test('knows the whole from its parts', () => {
    expect(known({ all: anyNumber(), a: exactly(4), b: exactly(3) }, 'all = a + b').all).toEqual([7, 7]);
  });

  test('knows of an unknown whole that it is not less than the parts told', () => {
    expect(known({ all: anyNumber(), a: exactly(4), b: anyNumber() }, 'all = a + b').all).toEqual([4, Infinity]);
  });

  test('knows of two hidden parts no more than that each lies between none and what is left', () => {
    const ranges = { all: exactly(10), a: exactly(4), b: anyNumber(), c: anyNumber() };
    expect(known(ranges, 'all = a + b + c')).toMatchObject({ b: [0, 6], c: [0, 6] });
  });

  test('knows the least of a part from the most of the others', () => {
    const ranges = { all: exactly(10), a: upTo(3), b: upTo(9) };
    expect(known(ranges, 'all = a + b')).toMatchObject({ a: [1, 3], b: [7, 9] });
    const more = { all: exactly(10), a: upTo(3), b: upTo(4), c: anyNumber() };
    expect(known(more, 'all = a + b + c')).toMatchObject({ a: [0, 3], b: [0, 4], c: [3, 10] });
  });

  test('knows the bounds of the whole from those of its parts', () => {
    const ranges = { all: anyNumber(), a: { least: 2, most: 3 }, b: { least: 1, most: 9 } };
    expect(known(ranges, 'all = a + b').all).toEqual([3, 12]);
  });

  test('uses in one addition what another has told him, whichever comes first', () => {
    const ranges = () => ({ all: exactly(9), a: anyNumber(), b: anyNumber(), c: exactly(2), d: exactly(3) });
    const [first, second] = ['all = a + b', 'a = c + d'];
    for (const additions of [
      [first, second],
      [second, first],
    ])
      expect(known(ranges(), ...(additions as string[]))).toMatchObject({ a: [5, 5], b: [4, 4] });
  });
});

describe('in a tree of sums with something hidden', () => {
  const leaf = (id: string, value: number): SumNode => ({ id, value, parts: [] });
  const node = (id: string, ...parts: SumNode[]): SumNode => {
    return { id, value: parts.reduce((sum, { value }) => sum + value, 0), parts };
  };
  const hide = (root: SumNode, hidden: readonly string[], wholeIsFixed = false) =>
    [...withComplements(root, { hidden: new Set(hidden), bound: 5, wholeIsFixed })].sort().join(' ');

  test.each<[string, SumNode, string[], string]>([
    ['nothing is hidden where nothing has to be', node('all', leaf('a', 9), leaf('b', 8)), [], ''],
    ['the next in size goes with one', node('all', leaf('a', 3), leaf('b', 30), leaf('c', 20)), ['a'], 'a c'],
    ['of two alike the first goes', node('all', leaf('a', 3), leaf('b', 20), leaf('c', 20)), ['a'], 'a b'],
    ['two that make five are enough', node('all', leaf('a', 2), leaf('b', 3), leaf('c', 20)), ['a', 'b'], 'a b'],
    ['who has nobody hides nothing', node('all', leaf('a', 3), leaf('b', 0), leaf('c', 20)), ['a'], 'a c'],
    ['but he goes where there is nobody else', node('all', leaf('a', 3), leaf('b', 0)), ['a'], 'a all b'],
    [
      'a group goes where no school beside is left that has anybody, and a school of it',
      node('all', leaf('a', 3), leaf('b', 0), node('g', leaf('c', 9), leaf('d', 8))),
      ['a'],
      'a d g',
    ],
    [
      'in a group of two the other one goes',
      node('all', node('g', leaf('a', 3), leaf('b', 20)), node('h', leaf('c', 6), leaf('d', 7))),
      ['a'],
      'a b',
    ],
    [
      'of an only school in its group the group goes, with the smallest of another',
      node(
        'all',
        node('g', leaf('a', 3)),
        node('h', leaf('c', 6), leaf('d', 7)),
        node('i', leaf('e', 5), leaf('f', 9)),
      ),
      ['a'],
      'a c g h',
    ],
    [
      'a hidden group is not the sum of schools that are told',
      node('all', node('g', leaf('a', 13), leaf('b', 12)), leaf('c', 50)),
      ['g'],
      'b c g',
    ],
    ['the whole goes where all else is hidden', node('all', node('g', leaf('a', 3))), ['a'], 'a all g'],
  ])('%s', (_, root, hidden, all) => {
    expect(hide(root, hidden)).toBe(all);
  });

  test('the whole stays where others decide of it', () => {
    expect(hide(node('all', leaf('a', 3)), ['a'], true)).toBe('a');
    expect(hide(node('all', leaf('a', 3), leaf('b', 9)), ['a'], true)).toBe('a b');
    expect(hide(node('all', node('g', leaf('a', 3))), ['a'], true)).toBe('a g');
  });
});
