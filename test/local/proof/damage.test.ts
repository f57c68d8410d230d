import { resolve } from 'node:path';
import { failureLine, KINDS, runDamage } from '../../../src/local/proof/damage';
import { keepContexts } from '../../../src/local/runtime/contexts';

keepContexts();

const DIST = resolve(__dirname, '../../../dist');

test('at least forty kinds of damage are known', () => {
  expect(Object.keys(KINDS).length).toBeGreaterThanOrEqual(40);
});

test('whatever is done to a tab, the figures are right or the place is named, and nothing is lost', () => {
  const { kinds, pairs, failures } = runDamage({ seeds: 1, pairs: 20, wholeEvery: 60, dist: DIST });
  expect(failures.map(failureLine)).toEqual([]);
  for (const [kind, { tried }] of Object.entries(kinds)) expect(`${kind}: ${tried > 0}`).toBe(`${kind}: true`);
  expect(pairs.tried).toBeGreaterThan(15);
});

test('nor when the programme grows before the damage is found', () => {
  const only = ['column inserted and filled', 'column deleted', 'column moved', 'slip in a header', 'keys row cleared'];
  const { grown, failures } = runDamage({ seeds: 0, pairs: 0, grown: 1, only, dist: DIST });
  expect(failures.map(failureLine)).toEqual([]);
  expect(grown.tried).toBe(5);
});
