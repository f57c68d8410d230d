import type { Interruption, Reference } from './interrupted-run';
import type { Random } from './random';

/** How much of a scene is tried. */
export interface Plan {
  readonly cuts: number;
  readonly failures: number;
  /** Cuts of the run, each paired with as many cuts of its recovery. */
  readonly doubles: number;
}

const PLANS: Readonly<Record<number, Plan>> = {
  1: { cuts: 600, failures: 24, doubles: 5 },
  7: { cuts: 16, failures: 4, doubles: 2 },
  16: { cuts: 6, failures: 2, doubles: 1 },
};
const SAMPLE = 60;

export const planFor = (schools: number, sample: number | undefined): Plan =>
  sample === undefined
    ? (PLANS[schools] ?? PLANS[16]!)
    : { cuts: sample, failures: Math.ceil(sample / 2), doubles: Math.ceil(Math.sqrt(sample / 2)) };

/** `count` of `total` spread evenly, with a start of its own. */
function spread(total: number, count: number, random: Random): number[] {
  if (count >= total) return Array.from({ length: total }, (_, index) => index);
  const step = total / count;
  const start = random.whole(Math.max(1, Math.floor(step)));
  return Array.from({ length: count }, (_, index) => Math.min(total - 1, Math.floor(start + index * step)));
}

/** Odd points are after a call, even ones before it. */
const at = (kind: Interruption['kind'], point: number): Interruption => ({
  kind,
  phase: point % 2 === 0 ? 'before' : 'after',
  call: Math.floor(point / 2) + 1,
});

const cutAfter = (call: number): Interruption => ({ kind: 'cut', phase: 'after', call });

/** Single cuts, failing services, and cuts of the recovery from a cut. */
export function interruptionsOf({ scene, calls, recovery }: Reference, plan: Plan, random: Random): Interruption[][] {
  const cuts = callsThatTell(calls);
  const drawn = (count: number) => spread(cuts.length, count, random).map((index) => cutAfter(cuts[index]!));
  const failures = spread(calls.length * 2, plan.failures, random).map((point) => [at('failure', point)]);
  const pairs = drawn(plan.doubles).flatMap((first) =>
    spread(recovery, plan.doubles, random).map((second) => [first, cutAfter(second + 1)]),
  );
  const count = scene.sampled ? Math.min(plan.cuts, SAMPLE) : plan.cuts;
  return [...drawn(count).map((cut) => [cut]), ...failures, ...pairs];
}

/** What leaves no trace that outlives the run: a run cut after it left what it would have left before. */
const LOOKING = /^(Lock|Ui)\.|\.(get|is|has|can|find|list)/;

/**
 * Numbers of the calls after which a cut leaves what no other cut leaves: those that change something, and of a stretch of
 * calls of one kind, such as widths of a tab's columns, the first and the last.
 */
export function callsThatTell(calls: readonly string[]): number[] {
  const isLike = (index: number, other: number): boolean => calls[index] === calls[other];
  return calls.flatMap((name, index) => {
    const isWithin = isLike(index, index - 1) && isLike(index, index + 1);
    return LOOKING.test(name) || isWithin ? [] : [index + 1];
  });
}
