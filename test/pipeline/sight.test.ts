import fc from 'fast-check';
import { fewestCalls, type Span, type Stretch } from '../../src/pipeline/sight';

/** `x` is in sight, `.` is not; a capital `F` may not be reached over. One row each. */
const stretches = (was: string, wanted: string, fixed = ''): Stretch[] =>
  [...was].map((sign, at) => ({
    row: at + 1,
    count: 1,
    was: sign === 'x',
    wanted: wanted[at] === 'x',
    fixed: fixed[at] === 'F',
  }));

function after(was: string, spans: readonly Span[]): string {
  const rows = [...was];
  for (const { row, count, show } of spans) rows.fill(show ? 'x' : '.', row - 1, row - 1 + count);
  return rows.join('');
}

/** By trying all calls there are. */
function fewest(was: string, wanted: string): number {
  let reached = new Set([was]);
  for (let calls = 0; ; calls += 1) {
    if (reached.has(wanted)) return calls;
    const next = new Set<string>();
    for (const state of reached)
      for (let row = 1; row <= state.length; row += 1)
        for (let count = 1; row + count <= state.length + 1; count += 1)
          for (const show of [true, false]) next.add(after(state, [{ row, count, show }]));
    reached = next;
  }
}

const signs = fc.string({ unit: fc.constantFrom('x', '.'), minLength: 5, maxLength: 5 });

describe('rows come into sight and go out of it', () => {
  test('as they are wanted, in as few calls as there can be', () => {
    fc.assert(
      fc.property(signs, signs, (was, wanted) => {
        const spans = fewestCalls(stretches(was, wanted));
        expect(after(was, spans)).toBe(wanted);
        expect(spans).toHaveLength(fewest(was, wanted));
      }),
      { numRuns: 60 },
    );
  });

  test('what is as it should be is left alone', () => {
    expect(fewestCalls(stretches('x.x.', 'x.x.'))).toEqual([]);
  });

  test('one call reaches over what is to stay, the next one turns that back', () => {
    expect(fewestCalls(stretches('.x.x.', 'xx.xx'))).toHaveLength(2);
    expect(fewestCalls(stretches('xxxxxxx', '.......'))).toEqual([{ row: 1, count: 7, show: false }]);
  });

  test('no call reaches over rows that are nobody’s business', () => {
    const spans = fewestCalls(stretches('..x..', 'xxxxx', '..F..'));
    expect(spans).toEqual([
      { row: 1, count: 2, show: true },
      { row: 4, count: 2, show: true },
    ]);
  });
});
