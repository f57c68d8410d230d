import { resolve } from 'node:path';
import { olderWorld } from '../../../src/local/proof/add-ons';
import { runCuts } from '../../../src/local/proof/cuts';

const dist = resolve(__dirname, '../../../dist');

/** A few points of each scene; the whole proof tries thousands. */
test('a run that dies loses nothing, leaves nothing and, run again, comes to the same', () => {
  const result = runCuts({ dist, sample: 3, sizes: [1] });
  expect(result.points).toBeGreaterThan(50);
  expect(result.doubles).toBeGreaterThan(25);
  expect(result.failures).toEqual([]);
});

test('several schools: consolidation, also of a programme that has grown, and closing', () => {
  const scenes = ['consolidation', 'consolidation, programme grown', 'closing'];
  const result = runCuts({ dist, sample: 4, sizes: [2], scenes });
  expect(result.failures).toEqual([]);
});

test('tabs of version 0.1.0 are made anew: none is lost on the way, each school has one in the end', async () => {
  const result = runCuts({ dist, sample: 2, sizes: [], older: await olderWorld(dist) });
  expect(result.points).toBeGreaterThan(2);
  expect(result.failures).toEqual([]);
});
