/** A sum of unknowns with whole weights. */
export type Sum = ReadonlyMap<string, number>;

/** A prime whose products are exact numbers: what follows over it follows over the fractions. */
const PRIME = 67_108_859;
const residue = (x: number): number => ((x % PRIME) + PRIME) % PRIME;

function inverse(x: number): number {
  let [a, b, u, v] = [residue(x), PRIME, 1, 0];
  while (b !== 0) {
    const q = Math.floor(a / b);
    [a, b, u, v] = [b, a - q * b, v, u - q * v];
  }
  return residue(u);
}

/** Somebody with paper and pencil: told some sums, which others can he work out? Gauss's elimination. */
export class LinearSolver {
  private readonly rows = new Map<string, Map<string, number>>();

  learn(sum: Sum): void {
    const rest = this.reduced(sum);
    const first = rest.keys().next();
    if (first.done) return;
    const by = inverse(rest.get(first.value)!);
    this.rows.set(first.value, new Map([...rest].map(([name, weight]) => [name, (weight * by) % PRIME])));
  }

  knows(sum: Sum): boolean {
    return this.reduced(sum).size === 0;
  }

  private reduced(sum: Sum): Map<string, number> {
    const rest = new Map(
      [...sum].flatMap(([name, weight]) => (residue(weight) ? [[name, residue(weight)] as const] : [])),
    );
    for (const [pivot, row] of this.rows) {
      const weight = rest.get(pivot);
      if (weight === undefined) continue;
      for (const [name, own] of row) {
        const left = residue((rest.get(name) ?? 0) - weight * own);
        if (left === 0) rest.delete(name);
        else rest.set(name, left);
      }
    }
    return rest;
  }
}

/** `a` with `times` of `b`. */
export function plus(a: Sum, b: Sum, times = 1): Sum {
  const sum = new Map(a);
  for (const [name, weight] of b) sum.set(name, (sum.get(name) ?? 0) + times * weight);
  return sum;
}
