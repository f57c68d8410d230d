import {
  type AnyIndicator,
  FEWEST_PUBLISHED,
  type Figure,
  type Indicator,
  isDerived,
  type School,
  type Shown,
  type Weights,
} from '../model';
import { type Amount, DISTRICT, isSmall, less, type Shares, termsOf } from './suppression-amounts';
import { hideTellingMeans } from './suppression-means';
import { widening } from './suppression-room';
import { type SumNode, withComplements } from './suppression-tree';

/** What a public edition must not show. */
export interface Withheld {
  readonly has: (figure: Figure, shows: Exclude<Shown, 'change'>) => boolean;
}

/** Schools with their groups, whose sums they are. */
type Schools = readonly Pick<School, 'key' | 'group'>[];

/**
 * What of a period's figures has to be withheld where everybody reads them: small wholes and small parts, and as many
 * others as it takes that none of them can be found by subtraction. It follows from the figures of the period alone,
 * whichever of them a document shows: so all documents of the period withhold the same. Figures of schools and groups by
 * subject or class are never public; of the district by one key they are.
 */
export function withheldIn(
  indicators: readonly AnyIndicator[],
  schools: Schools,
  figures: Iterable<Figure>,
  /** The period's figures as they stood before each of its corrections. */
  earlier: readonly Iterable<Figure>[] = [],
): Withheld {
  const counted = indicators.filter((indicator): indicator is Indicator => !isDerived(indicator));
  const now = publicOnes(counted, figures);
  const states = [...earlier.map((before) => publicOnes(counted, before)), now].map((state) =>
    sharesOf(counted, schools, state),
  );
  const sums = states.length === 1 ? states[0]! : sharesOf(counted, schools, now, states);
  return {
    has: (figure, shows) => {
      const own = sums.get(figure.indicator);
      if (!own) return indicators.some(({ key }) => key === figure.indicator);
      if (!isPublic(figure)) return true;
      const told = shows === 'whole' ? [own.whole] : [own.whole, own.part, own.rest];
      return told.some((amount) => amount?.hidden.has(nodeOf(figure)) ?? false);
    },
  };
}

/** By indicator and owner. */
function publicOnes(indicators: readonly Indicator[], figures: Iterable<Figure>): Figures {
  const byIndicator = new Map(indicators.map(({ key }) => [key, new Map<string, Figure>()]));
  for (const figure of figures)
    if (isPublic(figure) && figure.from === undefined) byIndicator.get(figure.indicator)?.set(nodeOf(figure), figure);
  return byIndicator;
}

type SharesByIndicator = ReadonlyMap<string, Shares>;

function sharesOf(
  indicators: readonly Indicator[],
  schools: Schools,
  figures: Figures,
  earlier: readonly SharesByIndicator[] = [],
): SharesByIndicator {
  const forms = new Map<string, Indicator[]>();
  for (const indicator of indicators)
    forms.set(indicator.from.key, [...(forms.get(indicator.from.key) ?? []), indicator]);
  return new Map([...forms.values()].flatMap((own) => [...amountsOf(own, schools, figures, earlier)]));
}

/**
 * What an edition before a correction hid stays hidden. Where it hid other numbers than today's would, the two could be
 * subtracted from each other: there everything that the correction has changed is hidden as well.
 */
function hideAsBefore(own: Shares, states: readonly Shares[]): void {
  const roles = (['whole', 'part', 'rest'] as const).flatMap((role) => {
    const amounts = states.flatMap((state) => state[role] ?? []);
    return own[role]
      ? [{ amount: own[role], amounts, before: new Set(amounts.flatMap(({ hidden }) => [...hidden])) }]
      : [];
  });
  const isAlike = roles.every(({ amounts, before }) => amounts.every(({ hidden }) => hidden.size === before.size));
  for (const { amount, amounts, before } of roles) {
    const nodes = amounts.flatMap(({ values }) => [...values.keys()]);
    const changed = (node: string): boolean =>
      amounts.some(({ values }) => values.get(node) !== amounts[0]!.values.get(node));
    for (const node of isAlike ? before : [...before, ...nodes.filter(changed)]) amount.hidden.add(node);
  }
}

const isPublic = ({ scope, slice }: Figure): boolean => slice === undefined || scope === 'district';

function nodeOf({ scope, school, group, slice }: Pick<Figure, 'scope' | 'school' | 'group' | 'slice'>): string {
  const cut = slice ? Object.entries(slice).map((entry) => entry.join('=')) : [];
  return scope === DISTRICT ? [DISTRICT, ...cut].join('|') : `${scope}|${school ?? group ?? ''}`;
}

type Figures = ReadonlyMap<string, ReadonlyMap<string, Figure>>;

/** What the indicators of one form show, with all that has to be hidden. */
function amountsOf(
  own: readonly Indicator[],
  schools: Schools,
  figures: Figures,
  earlier: readonly SharesByIndicator[],
): Map<string, Shares> {
  const known = new Map<string, Amount>();
  const amount = (indicator: Indicator, weights: Weights, bound: number, of: (figure: Figure) => number): Amount => {
    const values = [...(figures.get(indicator.key) ?? [])].map(([node, figure]) => [node, of(figure)] as const);
    const totals = values.filter(([node]) => !node.startsWith(`${DISTRICT}|`));
    const where = JSON.stringify(indicator.where ?? null);
    const id = JSON.stringify([termsOf(weights), where, totals]);
    const found: Amount = known.get(id) ?? {
      ...{ form: indicator.from, weights, where, values: new Map(), hidden: new Set() },
      ...{ bound: 0, together: 0 },
    };
    known.set(id, found);
    for (const [node, value] of values) found.values.set(node, value);
    if (countsPeople(indicator, weights)) found.bound = found.together = Math.max(found.bound, bound);
    return found;
  };
  const shares = new Map(
    own.map((indicator): [string, Shares] => {
      const { numerator, denominator, kind } = indicator;
      const whole = amount(indicator, denominator, FEWEST_PUBLISHED.inWhole, (figure) => figure.denominator);
      const isShare = kind === 'share';
      const part = amount(indicator, numerator, isShare ? FEWEST_PUBLISHED.inPart : 0, (figure) => figure.numerator);
      const rest = isShare
        ? amount(indicator, less(denominator, numerator), FEWEST_PUBLISHED.inPart, (f) => f.denominator - f.numerator)
        : null;
      return [indicator.key, { whole, part, rest }];
    }),
  );
  for (const [key, share] of shares)
    hideAsBefore(
      share,
      earlier.flatMap((state) => state.get(key) ?? []),
    );
  const all = [...shares.values()];
  for (const { key, kind } of own) if (kind === 'mean' || kind === 'score') hideTellingMeans(shares.get(key)!, all);
  hideAll([...known.values()], all, schools);
  return shares;
}

const countsPeople = ({ from }: Indicator, weights: Weights): boolean =>
  termsOf(weights).every(([field]) => from.fields[field]?.kind === 'count');

/** Small sums first; then, until nothing more follows, what goes with them and what would give them away. */
function hideAll(amounts: readonly Amount[], shares: readonly Shares[], schools: Schools): void {
  for (const { values, bound, hidden } of amounts)
    for (const [node, value] of values) if (isSmall(value, bound)) hidden.add(node);
  const size = (): number => amounts.reduce((sum, { hidden }) => sum + hidden.size, 0);
  const widen = widening(amounts, shares, (amount) => treesOf(amount.values, schools));
  do {
    for (let before = -1; before !== size(); ) {
      before = size();
      for (const share of shares) closeOver(share);
      for (const amount of amounts) complement(amount, schools);
    }
  } while (widen());
}

/** Of an unknown whole no part is told; a part and the rest are hidden together, as the whole would give one by the other. */
function closeOver({ whole, part, rest }: Shares): void {
  for (const node of whole.hidden) part.hidden.add(node);
  if (!rest) return;
  for (const node of part.hidden) rest.hidden.add(node);
  for (const node of rest.hidden) part.hidden.add(node);
}

function complement({ values, together, hidden }: Amount, schools: Schools): void {
  // Where kinds are never pooled there is no total to subtract from.
  if (hidden.size === 0 || !values.has(DISTRICT)) return;
  const [whole, ...cuts] = treesOf(values, schools);
  const trees = [{ root: whole!, wholeIsFixed: false }, ...cuts.map((root) => ({ root, wholeIsFixed: true }))];
  for (const { root, wholeIsFixed } of trees)
    for (const node of withComplements(root, { hidden, bound: together, wholeIsFixed })) hidden.add(node);
}

/** The district with its groups and schools; then the district once more for each key by which it is cut. */
function treesOf(values: ReadonlyMap<string, number>, schools: Schools): SumNode[] {
  const node = (id: string, parts: readonly SumNode[] = []): SumNode => ({ id, value: values.get(id) ?? 0, parts });
  const of = (group: string): SumNode[] =>
    schools.filter((school) => school.group === group).map(({ key }) => node(`school|${key}`));
  const groups = [...new Set(schools.map(({ group }) => group))].filter((group) => group !== '');
  const whole = node(DISTRICT, [...groups.map((group) => node(`group|${group}`, of(group))), ...of('')]);
  const cuts = new Map<string, SumNode[]>();
  for (const id of values.keys()) {
    const [scope, cut] = id.split('|');
    if (scope !== DISTRICT || cut === undefined) continue;
    const by = cut.split('=')[0]!;
    cuts.set(by, [...(cuts.get(by) ?? []), node(id)]);
  }
  return [whole, ...[...cuts.values()].map((parts) => node(DISTRICT, parts))];
}
