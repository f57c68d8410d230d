import { olderWorld } from './add-ons';
import { runCuts } from './cuts';
import { failureLine, runDamage } from './damage';
import { runInterleavings } from './interleavings';
import { runMishaps } from './mishaps';
import type { Share } from './share';
import { runTyped } from './typed';

const SEEDS = 200;
const PAIRS = 2000;
/** Seeds of each kind done before the programme grows. */
const GROWN = 10;
const SCHEDULES = 10_000;

/** What a part, or a share of it, came to: counts by what is counted, in words. */
export interface Tally {
  readonly counts: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
}

export interface Part {
  /** Into how many shares it can be divided; each has to prepare its workbooks. */
  readonly shares: number;
  readonly run: (dist: string, share: Share) => Tally | Promise<Tally>;
}

function damage(dist: string, share: Share): Tally {
  const { kinds, pairs, grown, failures } = runDamage({ seeds: SEEDS, pairs: PAIRS, grown: GROWN, share, dist });
  const all = [...Object.values(kinds), pairs, grown];
  const sum = (key: keyof typeof pairs) => all.reduce((total, one) => total + one[key], 0);
  const counts = {
    kinds: Object.keys(kinds).length,
    'cases of one kind': sum('tried') - pairs.tried - grown.tried,
    'of two': pairs.tried,
    'before the programme grew': grown.tried,
    'through the menu': sum('whole'),
    right: sum('right'),
    named: sum('named'),
    healed: sum('healed'),
    silent: sum('silent'),
    lost: sum('lost'),
  };
  return { counts, failures: failures.map(failureLine) };
}

/** Of each kind how many were played, and how many ended as none may. */
function mishaps(dist: string, share: Share): Tally {
  const { played, failures } = runMishaps({ dist, share });
  const counts = Object.entries(played).map(([title, { tried, wrong, never }]) => ({ [title]: tried, [never]: wrong }));
  return { counts: Object.assign({}, ...counts), failures };
}

/** The parts of the proof by name, in the order in which they are told. */
export const PARTS: Readonly<Record<string, Part>> = {
  'typed inputs': {
    shares: 1,
    run: (dist) => {
      const { tried, wrong } = runTyped({ dist });
      return { counts: { spellings: tried, wrong: wrong.length }, failures: wrong };
    },
  },
  cuts: {
    shares: 6,
    run: async (dist, share) => {
      const older = await olderWorld(dist);
      const { points, doubles, failures, ...counts } = runCuts({ dist, older, share });
      return { counts: { 'cut points': points, 'second cuts': doubles, ...counts }, failures };
    },
  },
  'at once': {
    shares: 8,
    run: (dist, share) => {
      const { failures, ...counts } = runInterleavings({ schedules: SCHEDULES, dist, share });
      return { counts, failures };
    },
  },
  damage: { shares: 8, run: damage },
  mishaps: { shares: 4, run: mishaps },
};

export const added = (tallies: readonly Tally[]): Tally => {
  const counts: Record<string, number> = {};
  for (const tally of tallies)
    for (const [key, count] of Object.entries(tally.counts)) counts[key] = (counts[key] ?? 0) + count;
  return { counts, failures: tallies.flatMap(({ failures }) => failures) };
};
