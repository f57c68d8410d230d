import { resolve } from 'node:path';
import { MISHAPS, runMishaps } from '../../../src/local/proof/mishaps';
import { keepContexts } from '../../../src/local/runtime/contexts';

keepContexts();

/** A few cases of each kind; the whole proof plays hundreds. */
const { played, failures } = runMishaps({ dist: resolve(__dirname, '../../../dist'), sample: 4 });

test.each(MISHAPS.map(({ title }) => title))(
  '%s: whatever people do, nothing comes of it that is silently wrong',
  (title) => {
    expect(failures.filter((words) => words.startsWith(`${title}:`))).toEqual([]);
    expect(played[title]!.tried).toBeGreaterThan(1);
  },
);
