/** ln Γ(x), Lanczos' approximation (g = 7, nine terms); needs x > 0. */
function logGamma(x: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ];
  const at = x - 1;
  const base = at + 7.5;
  const sum = terms.reduce((total, term, index) => total + term / (at + index + 1), 0.9999999999998099);
  return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(base) - base + Math.log(sum);
}

const TINY = 1e-300;
const notZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

/** The continued fraction of the incomplete beta function, by Lentz (Numerical Recipes, 6.4). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 300; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return fraction;
}

/** Regularized incomplete beta function Iₓ(a, b), for x below the mean of the distribution: beyond it, it converges slowly. */
function incompleteBeta(x: number, a: number, b: number): number {
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return (front * betaFraction(x, a, b)) / a;
}

/** P(|T| > t) of Student's distribution with `df` degrees of freedom. */
const outside = (t: number, df: number): number => incompleteBeta(df / (df + t * t), df / 2, 0.5);

/** No distribution leaves so much on each side beyond less than the normal one does, 1.96; that of one degree beyond 12.7. */
const BETWEEN = [1.9, 13] as const;

/** The t that leaves 2.5 % on each side (Student's distribution); needs df >= 1. */
export function studentQuantile(df: number): number {
  let [low, high]: readonly [number, number] = BETWEEN;
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (outside(middle, df) > 0.05) low = middle;
    else high = middle;
  }
  return high;
}
