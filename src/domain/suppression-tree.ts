/** A sum and the sums that add up to it: the district, its groups, their schools; or the district and one cut of it. */
export interface SumNode {
  readonly id: string;
  readonly value: number;
  readonly parts: readonly SumNode[];
}

interface Request {
  readonly hidden: ReadonlySet<string>;
  /** Hidden parts of a published sum must come to at least as much together. */
  readonly bound: number;
  /** What becomes of the whole is decided elsewhere: only parts can be hidden for it. */
  readonly wholeIsFixed: boolean;
}

/**
 * The hidden nodes and those that have to be hidden with them, so that nothing is found by subtraction: below every
 * published sum none or at least two are hidden, and a hidden sum is never that of published parts, nor what is left of
 * a published one.
 */
export function withComplements(root: SumNode, { hidden: given, bound, wholeIsFixed }: Request): ReadonlySet<string> {
  const hidden = new Set(given);
  for (let more: SumNode | null = nextOf(root); more; more = nextOf(root)) hidden.add(more.id);
  return hidden;

  function nextOf(whole: SumNode): SumNode | null {
    const inner = innerOf(whole);
    // What a hidden sum needs serves the published one above it, too.
    for (const node of inner) {
      const found = hidden.has(node.id) && forHidden(node, whole);
      if (found) return found;
    }
    for (const node of inner) {
      const found = !hidden.has(node.id) && forPublished(node);
      if (found) return found;
    }
    return null;
  }

  function forPublished(node: SumNode): SumNode | null {
    const open = hiddenLeaves(node, hidden);
    if (open.length === 0 || (open.length > 1 && sumOf(open) >= bound)) return null;
    return candidate(node, () => true) ?? itself(node);
  }

  function forHidden(node: SumNode, whole: SumNode): SumNode | null {
    const own = hiddenLeaves(node, hidden);
    if (own.length === 0) return candidate(node, () => true);
    const above = publishedAbove(node, whole, hidden);
    if (!above || hiddenLeaves(above, hidden).length > own.length) return null;
    const inside = new Set([node.id, ...below(node)]);
    return candidate(above, ({ id }) => !inside.has(id)) ?? itself(above);
  }

  function itself(node: SumNode): SumNode | null {
    return node === root && wholeIsFixed ? null : node;
  }

  /** The smallest published part that is not nothing; parts without parts first, as hiding one of them costs least. */
  function candidate(node: SumNode, may: (node: SumNode) => boolean): SumNode | null {
    const reach = publishedParts(node, hidden).filter(may);
    const leaves = reach.filter(isLeaf);
    const order = [leaves.filter(isSome), reach.filter((part) => !isLeaf(part)), leaves];
    return order.map(smallest).find((found) => found !== null) ?? null;
  }
}

const isLeaf = ({ parts }: SumNode): boolean => parts.length === 0;
const isSome = ({ value }: SumNode): boolean => value > 0;
const sumOf = (nodes: readonly SumNode[]): number => nodes.reduce((sum, { value }) => sum + value, 0);

const smallest = (nodes: readonly SumNode[]): SumNode | null =>
  nodes.reduce<SumNode | null>((least, node) => (least === null || node.value < least.value ? node : least), null);

/** The sums of a tree, the whole first. */
export const innerOf = (node: SumNode): SumNode[] => (isLeaf(node) ? [] : [node, ...node.parts.flatMap(innerOf)]);
const below = ({ parts }: SumNode): string[] => parts.flatMap((part) => [part.id, ...below(part)]);

/** Hidden leaves that no published sum between counts. */
const hiddenLeaves = ({ parts }: SumNode, hidden: ReadonlySet<string>): SumNode[] =>
  parts.flatMap((part) => {
    if (!hidden.has(part.id)) return [];
    return isLeaf(part) ? [part] : hiddenLeaves(part, hidden);
  });

/** The published nodes next below, through hidden ones. */
const publishedParts = ({ parts }: SumNode, hidden: ReadonlySet<string>): SumNode[] =>
  parts.flatMap((part) => (hidden.has(part.id) ? publishedParts(part, hidden) : [part]));

function publishedAbove(node: SumNode, whole: SumNode, hidden: ReadonlySet<string>): SumNode | null {
  let above: SumNode | null = null;
  for (let at = parentOf(node, whole); at; at = parentOf(at, whole)) {
    above = at;
    if (!hidden.has(at.id)) return at;
  }
  return above && !hidden.has(above.id) ? above : null;
}

const parentOf = (node: SumNode, whole: SumNode): SumNode | undefined =>
  innerOf(whole).find(({ parts }) => parts.includes(node));
