import { addOnOf, GROWN } from './add-ons';
import { interruptionsOf, planFor } from './cut-points';
import { Desks } from './desk';
import { type Finding, type Interruption, interrupted, type Reference, referenceOf } from './interrupted-run';
import type { KeptWorld } from './kept-world';
import { prepareWorlds } from './prepared-worlds';
import { randomFrom } from './random';
import { grownScenes, olderScenes, type Scene, scenesOf } from './scenes';
import { isOwn, type Share, WHOLE } from './share';

export interface CutsOptions {
  /** Points and pairs tried of each scene; by default all points of one school and as many as the time allows of more. */
  readonly sample?: number;
  readonly sizes?: readonly number[];
  /** Which scenes by their names; all by default. */
  readonly scenes?: (name: string) => boolean;
  /** Folder of the built add-on. */
  readonly dist: string;
  /** The workbook of version 0.1.0; without it nothing is made anew. */
  readonly older?: KeptWorld;
  /** Folder of the add-on after its programme has grown. */
  readonly grown?: () => string;
  readonly seed?: number;
  readonly share?: Share;
}

export interface CutsResult {
  readonly points: number;
  readonly doubles: number;
  /** Points at which nothing was given out until the recovery: refused in words. */
  readonly refused: number;
  readonly lost: number;
  readonly mixed: number;
  readonly different: number;
  readonly leftovers: number;
  /** Each kind of failure once, with how often and where first. */
  readonly failures: readonly string[];
}

interface Tally {
  points: number;
  doubles: number;
  refused: number;
  readonly counts: Record<Finding['what'], number>;
  readonly failures: Map<string, { count: number; first: string }>;
}

/** Cuts every kind of long run at its service calls and lets it recover. */
export function runCuts({
  sample,
  sizes = [1, 7, 16],
  scenes,
  dist,
  older,
  grown = () => addOnOf(GROWN),
  seed = 1,
  share = WHOLE,
}: CutsOptions): CutsResult {
  const desksAt = new Map<string, Desks>();
  const counts = { lost: 0, mixed: 0, different: 0, leftover: 0 };
  const tally: Tally = { points: 0, doubles: 0, refused: 0, counts, failures: new Map() };
  let number = seed;
  const groups: [size: number, scenes: () => Scene[]][] = sizes.map((size) => [
    size,
    () => scenesFor(size, dist, grown),
  ]);
  if (older) groups.push([OLDER_SCHOOLS, () => olderScenes(older)]);
  for (const [size, prepared] of groups) {
    for (const scene of prepared().filter(({ name }) => scenes?.(name) ?? true)) {
      number += 1;
      if (!isOwn(number, share)) continue;
      const at = scene.dist?.() ?? dist;
      const desks = desksAt.get(at) ?? new Desks(at);
      desksAt.set(at, desks);
      const reference = referenceOf(scene, desks);
      const label = `${scene.name}, schools: ${size}`;
      for (const interruptions of interruptionsOf(reference, planFor(size, sample), randomFrom(number))) {
        const outcome = interrupted(reference, interruptions, desks);
        note(tally, label, interruptions, reference, outcome, share);
      }
      share.tell?.(`${label}: ${reference.calls.length} calls; ${tally.points + tally.doubles} cuts so far`);
    }
  }
  const failures = [...tally.failures].map(([words, { count, first }]) => `${count} × ${words} — first ${first}`);
  const { points, doubles, refused } = tally;
  const { lost, mixed, different, leftover } = counts;
  return { points, doubles, refused, lost, mixed, different, leftovers: leftover, failures };
}

const OLDER_SCHOOLS = 7;

function scenesFor(size: number, dist: string, grown: () => string): Scene[] {
  const worlds = prepareWorlds(size, dist);
  return [...scenesOf(worlds), ...grownScenes(worlds, grown)];
}

function note(
  tally: Tally,
  scene: string,
  interruptions: readonly Interruption[],
  { calls }: Reference,
  { findings, refused, reached }: ReturnType<typeof interrupted>,
  { tell }: Share,
): void {
  if (interruptions.length > 1) {
    // A recovery shorter than the second point has not been cut twice.
    if (reached) tally.doubles += 1;
  } else tally.points += 1;
  if (refused) tally.refused += 1;
  const place = interruptions
    .map(({ kind, phase, call }, index) => `${kind} ${phase} call ${call}${index === 0 ? ` ${calls[call - 1]}` : ''}`)
    .join(', then ');
  for (const what of new Set(findings.map((finding) => finding.what))) tally.counts[what] += 1;
  for (const { what, words } of inShort(findings)) {
    const key = `${scene}: ${what}: ${words}`;
    const known = tally.failures.get(key);
    if (known) known.count += 1;
    else {
      tally.failures.set(key, { count: 1, first: place });
      tell?.(`${key} — ${place}`);
    }
  }
}

/** One difference stands for all of one point: a missing step shows in many places. */
function inShort(findings: readonly Finding[]): Finding[] {
  const different = findings.filter(({ what }) => what === 'different');
  const others = findings.filter(({ what }) => what !== 'different');
  if (different.length < 2) return [...findings];
  const [first] = different;
  return [{ what: 'different', words: `${first!.words}, and ${different.length - 1} more places` }, ...others];
}
