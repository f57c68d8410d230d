/** 0.975 quantile of the normal distribution: 95 % intervals. */
export const Z = 1.959963984540054;

/**
 * Wilson score interval of k out of n, as shares 0..1 (E. B. Wilson, 1927; good for small n).
 * Exactly 0 at k = 0 and 1 at k = n. Needs n > 0 and 0 <= k <= n.
 */
export function wilson(k: number, n: number): { low: number; high: number } {
  const p = k / n;
  const z2 = Z * Z;
  const centre = p + z2 / (2 * n);
  const spread = Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return {
    low: k === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: k === n ? 1 : Math.min(1, (centre + spread) / scale),
  };
}

/**
 * Newcombe's hybrid interval of the difference of two shares, p1 − p2 (R. G. Newcombe, 1998, method 10).
 * `k` out of `n` each; the result is in shares −1..1.
 */
export function newcombe(later: { k: number; n: number }, earlier: { k: number; n: number }) {
  const p1 = later.k / later.n;
  const p2 = earlier.k / earlier.n;
  const w1 = wilson(later.k, later.n);
  const w2 = wilson(earlier.k, earlier.n);
  const difference = p1 - p2;
  return {
    difference,
    low: difference - Math.hypot(p1 - w1.low, w2.high - p2),
    high: difference + Math.hypot(w1.high - p1, p2 - w2.low),
  };
}

/** What may be said of a change: only one whose interval leaves 0 out is called by name. */
export function changeInWords(later: { k: number; n: number }, earlier: { k: number; n: number }) {
  const { low, high } = newcombe(later, earlier);
  return low > 0 ? 'рост' : high < 0 ? 'снижение' : 'без устойчивых изменений';
}

/** The median slope of all pairs of points (H. Theil, 1950; P. K. Sen, 1968); null of fewer than two. */
export function theilSen(points: readonly (readonly [x: number, y: number])[]): number | null {
  const slopes = points.flatMap(([x, y], index) =>
    points.slice(index + 1).flatMap(([x2, y2]) => (x2 === x ? [] : [(y2 - y) / (x2 - x)])),
  );
  return median(slopes);
}

export function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
