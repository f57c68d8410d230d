import { resolve } from 'node:path';
import { runInterleavings } from '../../../src/local/proof/interleavings';
import { randomFrom } from '../../../src/local/proof/random';
import { keepContexts } from '../../../src/local/runtime/contexts';

keepContexts();

const dist = resolve(__dirname, '../../../dist');

test('runs and edits at once: no typed value lost, nothing mixed, no duplicates', () => {
  const { schedules, lost, mixed, duplicates, failures } = runInterleavings({ dist, schedules: 40 });
  expect(schedules).toBe(40);
  expect({ lost, mixed, duplicates, failures }).toEqual({ lost: 0, mixed: 0, duplicates: 0, failures: [] });
});

test('numbers drawn are even and the same for one seed', () => {
  const [one, other] = [randomFrom(1), randomFrom(1)];
  const drawn = Array.from({ length: 3000 }, () => one.whole(3));
  expect(drawn.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => other.whole(3)));
  for (const value of [0, 1, 2]) expect(drawn.filter((each) => each === value).length).toBeGreaterThan(900);
});
