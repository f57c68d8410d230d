import { resolve } from 'node:path';
import { runMishaps } from '../../../src/local/proof/mishaps';

const dist = resolve(__dirname, '../../../dist');

/** A few cases of each kind; the whole proof plays hundreds. */
test.each(['register slips', 'spellings', 'changed after handing in', 'dead reports edited', 'two coordinators'])(
  '%s: whatever people do, nothing comes of it that is silently wrong',
  (title) => {
    const { played, failures } = runMishaps({ dist, sample: 5, only: (one) => one === title });
    expect(failures).toEqual([]);
    expect(played[title]!.tried).toBeGreaterThan(2);
  },
);
