import fc from 'fast-check';
import { valueOfSums, withheldIn } from '../../src/domain';
import { type SumNode, withComplements } from '../../src/domain/suppression-tree';
import type { Figure, Indicator } from '../../src/model';
import { programme } from '../../src/programme';
import { Bounds } from '../bounds';
import { LinearSolver, plus, type Sum } from '../linear-solver';

const KEYS = ['pupil-pass-rate', 'pupil-quality-rate', 'excellent-rate', 'reserve-rate'];
const indicators = KEYS.map((key) => programme.indicators.find((item) => item.key === key)!) as Indicator[];
const FIELDS = ['excellent', 'good', 'oneThree', 'failing', 'notAssessed', 'others'] as const;
const LEVELS = ['1-4', '5-9'] as const;

type Counts = Readonly<Record<string, number>>;
interface School {
  readonly key: string;
  readonly group: string;
  readonly levels: readonly Counts[];
}

const whole = (counts: Counts): Counts => ({ ...counts, assessed: FIELDS.reduce((sum, key) => sum + counts[key]!, 0) });
const added = (all: readonly Counts[]): Counts =>
  Object.fromEntries([...FIELDS, 'assessed'].map((key) => [key, all.reduce((sum, one) => sum + (one[key] ?? 0), 0)]));

const schoolsOf = (size: fc.Arbitrary<number>) =>
  fc
    .array(
      fc.record({
        group: fc.constantFrom('П', 'П', 'В', ''),
        levels: fc.tuple(...LEVELS.map(() => fc.record(Object.fromEntries(FIELDS.map((key) => [key, size]))))),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((list): School[] =>
      list.map(({ group, levels }, index) => ({
        key: `s${index}`,
        group,
        levels: levels.map((one) => whole(one as Counts)),
      })),
    );

type Owner = Pick<Figure, 'scope' | 'school' | 'group' | 'slice'>;
interface Node {
  readonly owner: Owner;
  /** Which levels of which schools it is the sum of. */
  readonly of: readonly (readonly [school: School, level: number])[];
}

function nodesOf(list: readonly School[]): Node[] {
  const every = (of: readonly School[], levels = LEVELS.map((_, index) => index)) =>
    of.flatMap((school) => levels.map((level) => [school, level] as const));
  return [
    { owner: { scope: 'district' }, of: every(list) },
    ...LEVELS.map(
      (title, level): Node => ({ owner: { scope: 'district', slice: { level: title } }, of: every(list, [level]) }),
    ),
    ...['П', 'В'].map(
      (group): Node => ({ owner: { scope: 'group', group }, of: every(list.filter((s) => s.group === group)) }),
    ),
    ...list.map((school): Node => ({ owner: { scope: 'school', school: school.key }, of: every([school]) })),
  ];
}

const weighed = (weights: Readonly<Record<string, number>>, counts: Counts): number =>
  Object.entries(weights).reduce((sum, [key, weight]) => sum + weight * counts[key]!, 0);

function figureOf({ owner, of }: Node, indicator: Indicator): Figure {
  const counts = added(of.map(([school, level]) => school.levels[level]!));
  const [numerator, denominator] = [weighed(indicator.numerator, counts), weighed(indicator.denominator, counts)];
  const about = { period: '2023-Q2', indicator: indicator.key, numerator, denominator, rows: 1, rowsLeftOut: 0 };
  return { ...owner, ...about, ...valueOfSums(indicator, numerator, denominator) };
}

/** The sum in the numbers that schools gave. */
const inNumbers = ({ of }: Node, weights: Readonly<Record<string, number>>): Sum =>
  new Map(
    of.flatMap(([school, level]) =>
      Object.entries(weights).map(([key, weight]) => [`${school.key}|${level}|${key}`, weight] as const),
    ),
  );

type Held = (figure: Figure, shows: 'value' | 'whole') => boolean;

interface Read {
  /** What is shown: sums and what they come to. */
  readonly told: readonly (readonly [sum: Sum, value: number])[];
  /** The small numbers behind it. */
  readonly secrets: readonly { readonly title: string; readonly sum: Sum; readonly bound: number }[];
}

function read(list: readonly School[], held: Held): Read {
  const each = nodesOf(list).flatMap((node) =>
    indicators.map((indicator) => {
      const figure = figureOf(node, indicator);
      const { numerator, denominator } = figure;
      const [part, all] = [inNumbers(node, indicator.numerator), inNumbers(node, indicator.denominator)];
      const isHeld = [held(figure, 'whole') && held(figure, 'value'), held(figure, 'value')];
      const told = [[all, denominator] as const, [part, numerator] as const].filter((_, index) => !isHeld[index]);
      const secrets = (
        [
          ['часть', numerator, 5, part],
          ['остаток', denominator - numerator, 5, plus(all, part, -1)],
          ['всего', denominator, 10, all],
        ] as const
      )
        .filter(([, count, bound]) => count > 0 && count < bound)
        .map(([title, , bound, sum]) => ({
          title: `${JSON.stringify(node.owner)} ${indicator.key} ${title}`,
          ...{ sum, bound },
        }));
      return { told, secrets };
    }),
  );
  return { told: each.flatMap(({ told }) => told), secrets: each.flatMap(({ secrets }) => secrets) };
}

/** Small numbers that can be worked out from all that is shown. */
function found(list: readonly School[], held: Held): string[] {
  const { told, secrets } = read(list, held);
  const solver = new LinearSolver();
  for (const [sum] of told) solver.learn(sum);
  return secrets.filter(({ sum }) => solver.knows(sum)).map(({ title }) => title);
}

/** Every pupil is in one column. */
const columnsOf = (list: readonly School[]): Read['told'] =>
  list.flatMap(({ key }) =>
    LEVELS.map((_, level) => {
      const columns = FIELDS.map((field) => [`${key}|${level}|${field}`, 1] as const);
      return [new Map([...columns, [`${key}|${level}|assessed`, -1]]), 0] as const;
    }),
  );

/** Small numbers that can be told to lie closer than «1–4», wholes closer than «1–9», as nobody counts fewer than none. */
function narrowed(list: readonly School[], held: Held): string[] {
  const { told, secrets } = read(list, held);
  const bounds = new Bounds([...told, ...columnsOf(list)]);
  return secrets.flatMap(({ title, sum, bound }) => {
    const [least, most] = bounds.range(sum);
    return most - least < bound - 2 ? [`${title}: ${least}–${most}`] : [];
  });
}

const heldIn = (list: readonly School[]): Held => {
  const figures = nodesOf(list).flatMap((node) => indicators.map((indicator) => figureOf(node, indicator)));
  return withheldIn(programme.indicators, list, figures).has;
};

/** Only what is small itself is hidden. */
const onlySmall: Held = ({ numerator, denominator }, shows) => {
  const small = (count: number, bound: number): boolean => count > 0 && count < bound;
  return small(denominator, 10) || (shows === 'value' && (small(numerator, 5) || small(denominator - numerator, 5)));
};

test('nobody who adds and subtracts all that is published finds a number below five', () => {
  fc.assert(
    fc.property(schoolsOf(fc.nat(12)), (list) => {
      expect(found(list, heldIn(list))).toEqual([]);
    }),
    { numRuns: 150, seed: 341 },
  );
});

const sizes = fc.oneof(fc.nat(6), fc.nat(30));

test('nor can he tell within which four a small number lies, though he knows which numbers are among which', () => {
  fc.assert(
    fc.property(schoolsOf(sizes), (list) => {
      expect(narrowed(list, heldIn(list))).toEqual([]);
    }),
    { numRuns: 80, seed: 13 },
  );
});

test('where the excellent of two schools are hidden but not the good among whom they are, he tells how many they are', () => {
  const of = (excellent: number, good: number): Counts =>
    whole({ excellent, good, oneThree: 9, failing: 0, notAssessed: 0, others: 20 });
  const list: readonly School[] = [
    { key: 'a', group: 'П', levels: [of(3, 2), of(0, 0)] },
    { key: 'b', group: 'П', levels: [of(6, 0), of(0, 0)] },
    { key: 'c', group: 'В', levels: [of(10, 20), of(10, 20)] },
  ];
  const twoHidden: Held = ({ indicator, school }, shows) =>
    shows === 'value' && indicator === 'excellent-rate' && (school === 'a' || school === 'b');
  expect(found(list, twoHidden)).toEqual([]);
  expect(narrowed(list, twoHidden)).toEqual(['{"scope":"school","school":"a"} excellent-rate часть: 3–5']);
  expect(narrowed(list, heldIn(list))).toEqual([]);
});

test('a mean mark is not told where with the shares beside it it tells of a few excellent', () => {
  const vpr = programme.indicators.filter(({ from }) => from.key === 'vpr') as Indicator[];
  const tells = (five: number): boolean => {
    const marks: Counts = { five, four: 30, three: 20, two: 6, participants: five + 56 };
    const figures = vpr
      .filter(({ numerator }) => Object.keys(numerator).every((field) => field in marks))
      .map((indicator): Figure => {
        const [numerator, denominator] = [weighed(indicator.numerator, marks), weighed(indicator.denominator, marks)];
        const about = {
          scope: 'district',
          period: '2023-Q2',
          indicator: indicator.key,
          rows: 1,
          rowsLeftOut: 0,
        } as const;
        return { ...about, numerator, denominator, ...valueOfSums(indicator, numerator, denominator) };
      });
    const mean = figures.find(({ indicator }) => indicator === 'vpr-mean-mark')!;
    return !withheldIn(programme.indicators, [], figures).has(mean, 'value');
  };
  expect([tells(4), tells(0), tells(5)]).toEqual([false, true, true]);
});

const counts = (failing: number, good: number): Counts =>
  whole({ excellent: 10, good, oneThree: 7, failing, notAssessed: 0, others: 20 });
const DISTRICT: readonly School[] = [
  { key: 'a', group: 'П', levels: [counts(3, 20), counts(0, 20)] },
  { key: 'b', group: 'П', levels: [counts(6, 20), counts(9, 20)] },
  { key: 'c', group: 'П', levels: [counts(7, 20), counts(8, 20)] },
  { key: 'd', group: 'В', levels: [counts(8, 20), counts(12, 20)] },
  { key: 'e', group: 'В', levels: [counts(9, 20), counts(15, 20)] },
];

test('where only small numbers themselves are hidden, subtraction finds them', () => {
  expect(found(DISTRICT, onlySmall)).toEqual(['{"scope":"school","school":"a"} pupil-pass-rate остаток']);
  expect(found(DISTRICT, heldIn(DISTRICT))).toEqual([]);
});

test('with a hidden school goes the one next in size, and nothing else', () => {
  const held = heldIn(DISTRICT);
  const hidden = nodesOf(DISTRICT).flatMap((node) =>
    indicators.flatMap((indicator) => (held(figureOf(node, indicator), 'value') ? [[node.owner, indicator.key]] : [])),
  );
  expect(hidden).toEqual([
    [{ scope: 'school', school: 'a' }, 'pupil-pass-rate'],
    [{ scope: 'school', school: 'b' }, 'pupil-pass-rate'],
  ]);
});

test('of a school below ten nothing is told, of a larger one the number of its pupils', () => {
  const few = { excellent: 1, good: 2, oneThree: 1, failing: 1, notAssessed: 0, others: 2 };
  const none = { excellent: 0, good: 0, oneThree: 0, failing: 0, notAssessed: 0, others: 0 };
  const list = [{ key: 'tiny', group: 'П', levels: [whole(few), whole(none)] }, ...DISTRICT];
  const held = heldIn(list);
  const of = (school: string, key: string) => {
    const node = nodesOf(list).find(({ owner }) => owner.school === school)!;
    const figure = figureOf(node, indicators.find((indicator) => indicator.key === key)!);
    return [held(figure, 'whole'), held(figure, 'value')];
  };
  expect(of('tiny', 'pupil-quality-rate')).toEqual([true, true]);
  expect(of('a', 'pupil-pass-rate')).toEqual([true, true]);
  expect(of('b', 'pupil-pass-rate')).toEqual([false, true]);
  expect(of('d', 'pupil-pass-rate')).toEqual([false, false]);
});

test('figures of schools by subject or class are never public, those worked out from others neither', () => {
  const held = heldIn(DISTRICT);
  const figure = figureOf(nodesOf(DISTRICT)[0]!, indicators[0]!);
  expect(held({ ...figure, scope: 'school', school: 'd', slice: { grade: '5' } }, 'whole')).toBe(true);
  expect(held({ ...figure, indicator: 'context-index' }, 'value')).toBe(true);
});

describe('in a tree of sums', () => {
  const leaf = (id: string, value: number): SumNode => ({ id, value, parts: [] });
  const node = (id: string, ...parts: SumNode[]): SumNode => ({ id, value: 0, parts });
  const hide = (root: SumNode, ...hidden: string[]) =>
    [...withComplements(root, { hidden: new Set(hidden), bound: 5, wholeIsFixed: false })].sort();

  test('a group whose sum is hidden has a hidden school, and so has another group', () => {
    const root = node('all', node('p', leaf('a', 20), leaf('b', 30)), node('v', leaf('c', 40), leaf('d', 50)));
    expect(hide(root, 'p')).toEqual(['a', 'c', 'p', 'v']);
  });

  test('an only school is hidden with the sums that are the same', () => {
    expect(hide(node('all', node('p', leaf('a', 3))), 'a')).toEqual(['a', 'all', 'p']);
  });

  test('two that make less than five together are not hidden enough', () => {
    expect(hide(node('all', leaf('a', 1), leaf('b', 2), leaf('c', 9), leaf('d', 30)), 'a', 'b')).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});
