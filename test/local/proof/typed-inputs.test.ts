import { resolve } from 'node:path';
import { runTyped } from '../../../src/local/proof/typed';
import { keepContexts } from '../../../src/local/runtime/contexts';

keepContexts();

test('of hundreds of spellings none is guessed at: the number it is, or an error that says where and what to do', () => {
  const { tried, wrong } = runTyped({ dist: resolve(__dirname, '../../../dist') });
  expect(tried).toBeGreaterThanOrEqual(300);
  expect(wrong).toEqual([]);
});
