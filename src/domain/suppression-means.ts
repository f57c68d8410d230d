import { FEWEST_PUBLISHED, type Weights } from '../model';
import { type Amount, isSmall, less, type Shares, termsOf } from './suppression-amounts';

/** A weighted sum of numbers of people and what it comes to at a node. */
interface Sum {
  readonly weights: Weights;
  readonly value: number;
}

/**
 * A mean times its whole, less what the shares beside it count, gives the number of those in its last step: from the mean
 * mark the «5». Where they are few, the mean is hidden.
 */
export function hideTellingMeans({ whole, part }: Shares, shares: readonly Shares[]): void {
  const { form, where } = part;
  const beside = shares
    .filter(({ rest, part: { form: from, where: of } }) => rest !== null && from === form && of === where)
    .flatMap((share) => [share.part, share.rest!])
    .sort((a, b) => termsOf(b.weights).length - termsOf(a.weights).length);
  for (const [node, value] of part.values) {
    const all = whole.values.get(node);
    if (all === undefined || part.hidden.has(node)) continue;
    const least = Math.min(...Object.keys(whole.weights).map((field) => part.weights[field] ?? 0));
    const above = without({ weights: part.weights, value }, { weights: whole.weights, value: all }, least);
    const last = beside.reduce((sum, amount) => peeled(sum, amount, node), above);
    const steps = termsOf(last.weights).map(([, weight]) => weight);
    if (isSmall(last.value / Math.min(...steps), FEWEST_PUBLISHED.inPart)) part.hidden.add(node);
  }
}

/** The sum without as many of the amount as it holds. */
function peeled(sum: Sum, { weights, values }: Amount, node: string): Sum {
  const value = values.get(node);
  const fields = termsOf(weights);
  if (value === undefined || fields.some(([, weight]) => weight < 0)) return sum;
  const times = Math.min(...fields.map(([field, weight]) => (sum.weights[field] ?? 0) / weight));
  return times > 0 ? without(sum, { weights, value }, times) : sum;
}

const without = (sum: Sum, other: Sum, times: number): Sum => ({
  weights: less(
    sum.weights,
    Object.fromEntries(Object.entries(other.weights).map(([key, weight]) => [key, weight * times])),
  ),
  value: sum.value - times * other.value,
});
