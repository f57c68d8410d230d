import { type AnyIndicator, type Figure, isDerived, MIXED_LEVELS, type Slice } from '../model';
import { valueOfSums } from './figure-of-sums';

/** The key by which figures of levels are cut, and the levels of school as reports name them. */
const LEVEL = 'level';
const LEVELS = [
  { title: '1–4 классы', from: 1, to: 4 },
  { title: '5–9 классы', from: 5, to: 9 },
  { title: '10–11 классы', from: 10, to: 11 },
] as const;

function levelOf(grade: string): string {
  const [, from, to = from] = /^(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?$/.exec(grade) ?? [];
  const found = LEVELS.find((level) => Number(from) >= level.from && Number(to) <= level.to);
  return found?.title ?? MIXED_LEVELS;
}

const isOfGrade = (slice: Slice | undefined): slice is { grade: string } => slice?.grade !== undefined;

const isOfSeveralSchools = ({ scope }: Figure): boolean => scope !== 'school';

/** Figures by level of school, each the sum of its classes: of groups and the district unless others are wanted. */
export function levelFigures(
  indicators: readonly AnyIndicator[],
  figures: Iterable<Figure>,
  isWanted: (figure: Figure) => boolean = isOfSeveralSchools,
): Figure[] {
  const byKey = new Map(indicators.map((indicator) => [indicator.key, indicator]));
  const sums = new Map<string, Figure>();
  for (const figure of figures) {
    const { scope, school, group, slice, indicator } = figure;
    const known = byKey.get(indicator);
    if (!isWanted(figure) || !isOfGrade(slice) || !known || isDerived(known)) continue;
    const level = levelOf(slice.grade);
    const id = [scope, school ?? group ?? '', indicator, level].join('|');
    const before = sums.get(id);
    const [numerator, denominator] = (['numerator', 'denominator'] as const).map(
      (key) => (before?.[key] ?? 0) + figure[key],
    ) as [number, number];
    const { low: _, high: __, reason: ___, ...own } = figure;
    sums.set(id, {
      ...own,
      slice: { [LEVEL]: level },
      ...{ numerator, denominator, ...valueOfSums(known, numerator, denominator) },
      rows: (before?.rows ?? 0) + figure.rows,
      rowsLeftOut: (before?.rowsLeftOut ?? 0) + figure.rowsLeftOut,
    });
  }
  const order = [...LEVELS.map(({ title }) => title as string), MIXED_LEVELS];
  return [...sums.values()].sort((a, b) => order.indexOf(a.slice![LEVEL]!) - order.indexOf(b.slice![LEVEL]!));
}
