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
  7: { cuts: 30, failures: 4, doubles: 2 },
  16: { cuts: 12, failures: 2, doubles: 1 },
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

/** Single cuts, failing services, and cuts of the recovery from a cut. */
export function interruptionsOf({ scene, calls, recovery }: Reference, plan: Plan, random: Random): Interruption[][] {
  const points = calls.length * 2;
  const single = (kind: Interruption['kind'], count: number) =>
    cutPoints(points, count, random).map((point) => [at(kind, point)]);
  const firsts = spread(points, plan.doubles, random);
  const pairs = firsts.flatMap((first) =>
    spread(recovery * 2, plan.doubles, random).map((second) => [at('cut', first), at('cut', second)]),
  );
  return [
    ...single('cut', scene.sampled ? Math.min(plan.cuts, SAMPLE) : plan.cuts),
    ...single('failure', plan.failures),
    ...pairs,
  ];
}

/** A run cut after a call and one cut before the next call leave the same: where not all can be tried, one of them is. */
function cutPoints(points: number, count: number, random: Random): number[] {
  if (count >= points) return spread(points, count, random);
  return spread(points / 2, count, random).map((call) => call * 2 + 1);
}
