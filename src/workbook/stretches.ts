/** Neighbours that are alike: first index, length, value. */
export type Stretch<T> = readonly [first: number, count: number, value: T];

/** Neighbouring equal values as stretches. */
export function stretches<T>(values: readonly T[]): Stretch<T>[] {
  const found: [number, number, T][] = [];
  values.forEach((value, index) => {
    const last = found[found.length - 1];
    if (last && last[2] === value) last[1] += 1;
    else found.push([index, 1, value]);
  });
  return found;
}

/** Stretches of what is wanted in which at least one place is otherwise: each is a call, and one too many costs nothing. */
export const differingStretches = <T>(standing: readonly T[], wanted: readonly T[]): Stretch<T>[] =>
  stretches(wanted).filter(([first, count, value]) =>
    Array.from({ length: count }, (_, index) => standing[first + index]).some((each) => each !== value),
  );
