import fc from 'fast-check';
import { valueOfSums, withheldIn } from '../../src/domain';
import type { Figure, Indicator } from '../../src/model';
import { programme } from '../../src/programme';
import { Bounds } from '../bounds';
import { LinearSolver, plus, type Sum } from '../linear-solver';

export const KEYS = ['pupil-pass-rate', 'pupil-quality-rate', 'excellent-rate', 'reserve-rate'];
export const indicators = KEYS.map((key) => programme.indicators.find((item) => item.key === key)!) as Indicator[];
export const FIELDS = ['excellent', 'good', 'oneThree', 'failing', 'notAssessed', 'others'] as const;
export const LEVELS = ['1-4', '5-9'] as const;

export type Counts = Readonly<Record<string, number>>;
export interface School {
  readonly key: string;
  readonly group: string;
  readonly levels: readonly Counts[];
  /** Numbers that a correction has changed: «0|failing». A reader takes all others to be as they were. */
  readonly corrected?: readonly string[];
}

export const whole = (counts: Counts): Counts => ({
  ...counts,
  assessed: FIELDS.reduce((sum, key) => sum + counts[key]!, 0),
});
export const added = (all: readonly Counts[]): Counts =>
  Object.fromEntries([...FIELDS, 'assessed'].map((key) => [key, all.reduce((sum, one) => sum + (one[key] ?? 0), 0)]));

export const schoolsOf = (size: fc.Arbitrary<number>) =>
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

export type Owner = Pick<Figure, 'scope' | 'school' | 'group' | 'slice'>;
export interface Node {
  readonly owner: Owner;
  /** Which levels of which schools it is the sum of. */
  readonly of: readonly (readonly [school: School, level: number])[];
}

export function nodesOf(list: readonly School[]): Node[] {
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

export const weighed = (weights: Readonly<Record<string, number>>, counts: Counts): number =>
  Object.entries(weights).reduce((sum, [key, weight]) => sum + weight * counts[key]!, 0);

export function figureOf({ owner, of }: Node, indicator: Indicator): Figure {
  const counts = added(of.map(([school, level]) => school.levels[level]!));
  const [numerator, denominator] = [weighed(indicator.numerator, counts), weighed(indicator.denominator, counts)];
  const about = { period: '2023-Q2', indicator: indicator.key, numerator, denominator, rows: 1, rowsLeftOut: 0 };
  return { ...owner, ...about, ...valueOfSums(indicator, numerator, denominator) };
}

const nameOf = ({ key, corrected = [] }: School, level: number, field: string): string =>
  [key, level, field, ...(corrected.includes(`${level}|${field}`) ? ['corrected'] : [])].join('|');

/** The sum in the numbers that schools gave. */
export const inNumbers = ({ of }: Node, weights: Readonly<Record<string, number>>): Sum =>
  new Map(
    of.flatMap(([school, level]) =>
      Object.entries(weights).map(([key, weight]) => [nameOf(school, level, key), weight] as const),
    ),
  );

export type Held = (figure: Figure, shows: 'value' | 'whole') => boolean;

/** Numbers of schools and what of them is not shown. */
export interface Edition {
  readonly list: readonly School[];
  readonly held: Held;
}

export interface Read {
  /** What is shown: sums and what they come to. */
  readonly told: readonly (readonly [sum: Sum, value: number])[];
  /** The small numbers behind it. */
  readonly secrets: readonly { readonly title: string; readonly sum: Sum; readonly bound: number }[];
}

export function read(list: readonly School[], held: Held): Read {
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

/** Editions that one reader has before him. */
const readAll = (editions: readonly Edition[]): Read => {
  const all = editions.map(({ list, held }) => read(list, held));
  return { told: all.flatMap(({ told }) => told), secrets: all.flatMap(({ secrets }) => secrets) };
};

/** Small numbers that can be worked out from all that is shown. */
export function found(...editions: readonly Edition[]): string[] {
  const { told, secrets } = readAll(editions);
  const solver = new LinearSolver();
  for (const [sum] of told) solver.learn(sum);
  return secrets.filter(({ sum }) => solver.knows(sum)).map(({ title }) => title);
}

/** Every pupil is in one column. */
export const columnsOf = (list: readonly School[]): Read['told'] =>
  list.flatMap((school) =>
    LEVELS.map((_, level) => {
      const columns = FIELDS.map((field) => [nameOf(school, level, field), 1] as const);
      return [new Map([...columns, [nameOf(school, level, 'assessed'), -1]]), 0] as const;
    }),
  );

/** Small numbers that can be told to lie closer than «1–4», wholes closer than «1–9», as nobody counts fewer than none. */
export function narrowed(...editions: readonly Edition[]): string[] {
  const { told, secrets } = readAll(editions);
  const bounds = new Bounds([...told, ...editions.flatMap(({ list }) => columnsOf(list))]);
  return secrets.flatMap(({ title, sum, bound }) => {
    const [least, most] = bounds.range(sum);
    return most - least < bound - 2 ? [`${title}: ${least}–${most}`] : [];
  });
}

export const figuresOf = (list: readonly School[]): Figure[] =>
  nodesOf(list).flatMap((node) => indicators.map((indicator) => figureOf(node, indicator)));

export const heldIn = (list: readonly School[], ...before: readonly (readonly School[])[]): Held =>
  withheldIn(programme.indicators, list, figuresOf(list), before.map(figuresOf)).has;

export const published = (list: readonly School[], ...before: readonly (readonly School[])[]): Edition => ({
  list,
  held: heldIn(list, ...before),
});

/** Only what is small itself is hidden. */
export const onlySmall: Held = ({ numerator, denominator }, shows) => {
  const small = (count: number, bound: number): boolean => count > 0 && count < bound;
  return small(denominator, 10) || (shows === 'value' && (small(numerator, 5) || small(denominator - numerator, 5)));
};
