import fc from 'fast-check';
import { canonicalJson } from '../../src/model';

/** The same data with the keys of every object put in the other order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reordered(item)]),
  );
}

test('equal data give equal text, whatever order they were made in', () => {
  expect(canonicalJson({ b: 1, a: [{ d: 'я', c: null }] })).toBe('{"a":[{"c":null,"d":"я"}],"b":1}');
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(reordered(value))).toBe(canonicalJson(value));
    }),
  );
});

test('it is JSON of the same data', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('what is not there is not written, and the order of a list is kept', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  expect(canonicalJson([3, 1, 2])).toBe('[3,1,2]');
  expect(canonicalJson([undefined, 1])).toBe('[null,1]');
});
