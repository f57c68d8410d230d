/** P(X >= k) of a binomial X with `n` trials of probability `p`. */
export function atLeast(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  let term = (1 - p) ** n;
  let below = 0;
  for (let i = 0; i < k; i += 1) {
    below += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return Math.max(0, 1 - below);
}

/** The smallest number of `n` participants that makes the share `threshold`; a hair is allowed, as 0.3 × 10 is not 3. */
export const fewestFor = (threshold: number, n: number): number => Math.ceil(threshold * n - 1e-9);

/** P(at least `count` of independent events happen), whose probabilities are given (Poisson's binomial distribution). */
export function severalOf(probabilities: readonly number[], count: number): number {
  // happened[i]: the probability that exactly i have happened so far; the last one gathers `count` and more.
  const happened = [1, ...new Array<number>(count).fill(0)];
  for (const p of probabilities) {
    happened[count]! += happened[count - 1]! * p;
    for (let i = count - 1; i > 0; i -= 1) happened[i] = happened[i]! * (1 - p) + happened[i - 1]! * p;
    happened[0]! *= 1 - p;
  }
  return count === 0 ? 1 : happened[count]!;
}
