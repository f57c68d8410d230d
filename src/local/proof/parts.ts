import { olderWorld } from './add-ons';
import { runCuts } from './cuts';
import { failureLine, runDamage } from './damage';
import { runInterleavings } from './interleavings';
import { runMishaps } from './mishaps';
import { runProperties } from './properties';
import type { Share } from './share';
import type { Sizes } from './sizes';
import { runTyped } from './typed';

/** What a part, or a share of it, came to: counts by what is counted, in words. */
export interface Tally {
  /** How many cases were played, whatever they are called. */
  readonly cases: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
}

/** The add-on that a part is played on. */
export interface UnderProof {
  readonly dist: string;
  /** Folder of the same after its programme has grown. */
  readonly grown: string;
  readonly sizes: Sizes;
}

export interface Part {
  /** What its cases are called. */
  readonly of: string;
  /** When it is not divided as the others are. */
  readonly shares?: number;
  /** It looks at the code, whatever programme is at work. */
  readonly once?: boolean;
  readonly run: (what: UnderProof, share: Share) => Tally | Promise<Tally>;
}

async function cuts({ dist, grown, sizes }: UnderProof, share: Share): Promise<Tally> {
  const older = await olderWorld(dist);
  const { points, doubles, failures, ...counts } = runCuts({ ...sizes.cuts, dist, grown: () => grown, older, share });
  return { cases: points + doubles, counts: { 'cut points': points, 'second cuts': doubles, ...counts }, failures };
}

function atOnce({ dist, sizes: { schedules } }: UnderProof, share: Share): Tally {
  const { failures, ...counts } = runInterleavings({ schedules, dist, share });
  return { cases: counts.schedules, counts, failures };
}

function damage({ dist, grown: grownDist, sizes }: UnderProof, share: Share): Tally {
  const { kinds, pairs, grown, failures } = runDamage({ ...sizes.damage, grownDist: () => grownDist, share, dist });
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
  return { cases: sum('tried'), counts, failures: failures.map(failureLine) };
}

/** Of each kind how many were played, and how many ended as none may. */
function mishaps({ dist, sizes }: UnderProof, share: Share): Tally {
  const { played, failures } = runMishaps({ dist, sample: sizes.mishaps, share });
  const counts = Object.entries(played).map(([title, { tried, wrong, never }]) => ({ [title]: tried, [never]: wrong }));
  const cases = Object.values(played).reduce((sum, { tried }) => sum + tried, 0);
  return { cases, counts: Object.assign({}, ...counts), failures };
}

function typed({ dist }: UnderProof): Tally {
  const { tried, wrong } = runTyped({ dist });
  return { cases: tried, counts: { spellings: tried, wrong: wrong.length }, failures: wrong };
}

function properties(_: UnderProof, share: Share): Tally {
  const { failures, ...counts } = runProperties(share);
  return { cases: counts.tests, counts: { ...counts, wrong: failures.length }, failures };
}

/** The parts of the proof by name, in the order in which they are told. */
export const PARTS: Readonly<Record<string, Part>> = {
  'typed inputs': { of: 'spellings', shares: 1, run: typed },
  cuts: { of: 'cuts', run: cuts },
  'at once': { of: 'meetings', run: atOnce },
  damage: { of: 'damaged tabs', run: damage },
  mishaps: { of: 'mishaps', run: mishaps },
  // Each share runs the tests of the same files.
  properties: { of: 'tests of properties', shares: 2, once: true, run: properties },
};

export const added = (tallies: readonly Tally[]): Tally => {
  const counts: Record<string, number> = {};
  for (const tally of tallies)
    for (const [key, count] of Object.entries(tally.counts)) counts[key] = (counts[key] ?? 0) + count;
  return {
    cases: tallies.reduce((sum, { cases }) => sum + cases, 0),
    counts,
    failures: tallies.flatMap(({ failures }) => failures),
  };
};
