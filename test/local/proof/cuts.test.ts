import { resolve } from 'node:path';
import { runCuts } from '../../../src/local/proof/cuts';
import { keepContexts } from '../../../src/local/runtime/contexts';

keepContexts();

const dist = resolve(__dirname, '../../../dist');
const isGrown = (name: string): boolean => name.endsWith('programme grown');

/** A few points of each scene; the whole proof tries thousands. */
test('a run that dies loses nothing, leaves nothing and, run again, comes to the same', () => {
  const result = runCuts({ dist, sample: 2, sizes: [1], scenes: (name) => !isGrown(name) });
  expect(result.points).toBeGreaterThan(30);
  expect(result.doubles).toBeGreaterThan(8);
  expect(result.failures).toEqual([]);
});

test('several schools: consolidation, closing and opening again', () => {
  const scenes = ['consolidation', 'closing', 'opening again'];
  const result = runCuts({ dist, sample: 1, sizes: [2], scenes: (name) => scenes.includes(name) });
  expect(result.failures).toEqual([]);
});
