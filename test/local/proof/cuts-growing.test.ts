import { resolve } from 'node:path';
import { olderWorld } from '../../../src/local/proof/add-ons';
import { runCuts } from '../../../src/local/proof/cuts';
import { keepContexts } from '../../../src/local/runtime/contexts';

keepContexts();

const dist = resolve(__dirname, '../../../dist');
const isGrown = (name: string): boolean => name.endsWith('programme grown');

test('a run that dies while it brings tabs to a programme that has grown loses nothing and, run again, comes to the same', () => {
  const one = runCuts({ dist, sample: 2, sizes: [1], scenes: isGrown });
  expect(one.points).toBeGreaterThan(8);
  expect(one.failures).toEqual([]);
  const several = runCuts({ dist, sample: 1, sizes: [2], scenes: (name) => name === 'consolidation, programme grown' });
  expect(several.points).toBeGreaterThan(1);
  expect(several.failures).toEqual([]);
});

test('tabs of version 0.1.0 are made anew: none is lost on the way, each school has one in the end', async () => {
  const result = runCuts({ dist, sample: 1, sizes: [], older: await olderWorld(dist) });
  expect(result.points).toBeGreaterThan(1);
  expect(result.failures).toEqual([]);
});
