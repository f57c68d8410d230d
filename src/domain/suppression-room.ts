import { type Amount, DISTRICT, isSmall, less, type Shares, termsOf } from './suppression-amounts';
import { type Addition, anyNumber, exactly, narrow, type Range } from './suppression-bounds';
import { innerOf, type SumNode } from './suppression-tree';

/** Everybody of the one is counted in the other; those who are left over are a number, too. */
interface Among {
  readonly one: Amount;
  readonly other: Amount;
  readonly left: Amount;
}

type TreesOf = (amount: Amount) => readonly SumNode[];
type Ranges = (amount: Amount, node: string) => Range;

/**
 * Where what is published leaves to a small number less room than «1–4» would, more is hidden beside it: further parts
 * of the sum, or, where there are none, the larger numbers that it is among. Says whether there was anything to hide.
 */
export function widening(amounts: readonly Amount[], shares: readonly Shares[], treesOf: TreesOf): () => boolean {
  const pairs = pairsOf(amounts.filter(({ values }) => values.size > 0));
  return () => {
    const rangeOf = rangesOf(amounts, shares, pairs, treesOf);
    let more = false;
    for (const amount of amounts)
      for (const [node, value] of amount.values) {
        const { least, most } = rangeOf(amount, node);
        if (!isSmall(value, amount.bound) || most - least >= amount.bound - 2) continue;
        more = hideBeside(amount, node, pairs) || more;
      }
    return more;
  };
}

function hideBeside(amount: Amount, node: string, pairs: readonly Among[]): boolean {
  if (amount.together <= Math.max(...amount.values.values())) {
    amount.together *= 2;
    return true;
  }
  const above = pairs.filter(({ one, other }) => one === amount && other.values.has(node) && !other.hidden.has(node));
  for (const { other } of above) other.hidden.add(node);
  return above.length > 0;
}

/** What a reader can tell of each number, who adds up schools, parts and rests and knows which numbers are among which. */
function rangesOf(
  amounts: readonly Amount[],
  shares: readonly Shares[],
  pairs: readonly Among[],
  treesOf: TreesOf,
): Ranges {
  const ranges = new Map<Amount, Map<string, Range>>();
  const rangeOf: Ranges = (amount, node) => {
    const own = ranges.get(amount) ?? new Map<string, Range>();
    ranges.set(amount, own);
    const known = own.get(node) ?? (amount.hidden.has(node) ? anyNumber() : exactly(amount.values.get(node) ?? 0));
    own.set(node, known);
    return known;
  };
  const additions: Addition[] = amounts
    .filter(({ values, hidden }) => hidden.size > 0 && values.has(DISTRICT))
    .flatMap((amount) =>
      treesOf(amount)
        .flatMap(innerOf)
        .filter(addsUp)
        .map(({ id, parts }) => addition(amount, id, parts)),
    );
  for (const { whole, part, rest } of shares)
    for (const node of rest?.hidden ?? [])
      additions.push({ whole: rangeOf(whole, node), parts: [rangeOf(part, node), rangeOf(rest!, node)] });
  for (const { one, other, left } of pairs)
    for (const node of left.values.keys())
      additions.push({ whole: rangeOf(other, node), parts: [rangeOf(one, node), rangeOf(left, node)] });
  narrow(additions);
  return rangeOf;

  function addition(amount: Amount, id: string, parts: readonly SumNode[]): Addition {
    return { whole: rangeOf(amount, id), parts: parts.map((part) => rangeOf(amount, part.id)) };
  }
}

/** Where kinds are left out, or some rows of a form, the parts are not all of the whole. */
const addsUp = ({ value, parts }: SumNode): boolean => value === parts.reduce((sum, part) => sum + part.value, 0);

/** Which numbers are among which, and again among what is left of them. */
function pairsOf(amounts: readonly Amount[]): Among[] {
  const known = new Map(amounts.map((amount) => [idOf(amount), amount]));
  const leftOf = (one: Amount, other: Amount): Amount => {
    const nodes = [...other.values.keys()].filter((node) => one.values.has(node));
    const values = new Map(nodes.map((node) => [node, other.values.get(node)! - one.values.get(node)!]));
    const left = {
      ...one,
      weights: less(other.weights, one.weights),
      values,
      hidden: new Set(nodes),
      bound: 0,
      together: 0,
    };
    const found = known.get(idOf(left));
    if (!found) known.set(idOf(left), left);
    // Of other rows, some left out, it is another number.
    return found && nodes.every((node) => found.values.get(node) === values.get(node)) ? found : left;
  };
  const pairs = (ones: readonly Amount[], others: readonly Amount[]): Among[] =>
    ones
      .flatMap((one) => others.filter((other) => isAmong(one, other)).map((other) => ({ one, other })))
      .map(({ one, other }) => ({ one, other, left: leftOf(one, other) }))
      .filter(({ left }) => [...left.values.values()].every((value) => value >= 0));
  const first = pairs(amounts, amounts);
  const rests = [...known.values()].filter((amount) => !amounts.includes(amount));
  return [...first, ...pairs(amounts, rests)];
}

const idOf = ({ where, weights }: Amount): string => JSON.stringify([where, termsOf(weights)]);

/** As far as the form's own sums tell. */
function isAmong(one: Amount, other: Amount): boolean {
  if (one === other || one.bound === 0 || one.where !== other.where) return false;
  const left = new Map(Object.entries(less(other.weights, one.weights)));
  const add = (field: string, weight: number) => left.set(field, (left.get(field) ?? 0) + weight);
  const sums = one.form.sums.filter(({ relation, severity }) => relation !== 'at-least' && severity === 'error');
  // What is among parts of a whole is found after what is among the whole.
  for (const { parts, whole } of [...sums, ...sums]) {
    const short = Math.max(...Object.keys(parts).map((field) => -(left.get(field) ?? 0)));
    if (short <= 0) continue;
    add(whole, -short);
    for (const [field, weight] of Object.entries(parts)) add(field, short * weight);
  }
  return [...left.values()].every((weight) => weight >= 0);
}
