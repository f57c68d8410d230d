import {
  type Figure,
  figureId,
  type Indicator,
  isDerived,
  type ReportDocument,
  type Run,
  shiftPeriod,
  type Weights,
} from '../../src/model';
import { composeReport, reportKinds } from '../../src/pipeline';
import { programme } from '../../src/programme';
import type { ReportData } from '../../src/report';
import { LinearSolver, plus, type Sum } from '../linear-solver';
import { TrainingDistrict } from './training-district';

const [EARLIER, LATER] = ['2022-Q4', '2023-Q4'];
const YEARS = ['2021-Q4', '2022-Q2', '2022-Q3', EARLIER, '2023-Q1', '2023-Q2', '2023-Q3', LATER];
/** Quarters that have other figures: the year with ВПР, the beginning with staff and passports. */
const ALL = ['2022-Q2', '2022-Q3', EARLIER, '2023-Q2', '2023-Q3', LATER];
const district = new TrainingDistrict(YEARS);
const dataOf = new Map(ALL.map((period) => [period, district.data(period, 'публичная')]));
const open = reportKinds.filter(({ editions }) => editions.includes('публичная'));

type Withheld = ReportData['withheld'];
const documents = (period: string, withheld?: Withheld): ReportDocument[] => {
  const data = dataOf.get(period)!;
  const own = withheld ? { ...data, withheld } : data;
  return open.flatMap((kind) => kind.subjects(own).map((subject) => composeReport(kind, own, subject)));
};

const tablesIn = ({ blocks }: ReportDocument) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));

const runsIn = ({ blocks }: ReportDocument): Run[] =>
  blocks
    .flatMap((block) => {
      if (block.kind === 'table') return block.rows.flat().map(({ content }) => content);
      if (block.kind === 'list') return block.items;
      return block.kind === 'two-sides' || !('content' in block) ? [] : [block.content];
    })
    .flatMap((content) => (typeof content === 'string' ? [] : content));

const indicators = new Map(programme.indicators.map((indicator) => [indicator.key, indicator]));
const counted = ({ indicator }: Figure): Indicator | null => {
  const known = indicators.get(indicator);
  return known && !isDerived(known) ? known : null;
};

/** Numbers that schools gave in a period: of a school, or of a cut of the district. */
function sumOf(figure: Figure, indicator: Indicator, weights: Weights): Sum {
  const { scope, school, group, slice, period, from } = figure;
  const at = from ?? period;
  const schools = district.periods.find(({ key }) => key === at)!.schools;
  const of = schools.filter(
    (one) => scope === 'district' || one.key === school || (scope === 'group' && one.group === group),
  );
  const owners = slice ? [Object.entries(slice).join()] : of.map(({ key }) => key);
  const where = JSON.stringify(indicator.where ?? null);
  return new Map(
    owners.flatMap((owner) =>
      Object.entries(weights).map(
        ([field, weight]) => [[at, owner, indicator.from.key, where, field].join('|'), weight] as const,
      ),
    ),
  );
}

const partOf = (figure: Figure, indicator: Indicator): Sum => sumOf(figure, indicator, indicator.numerator);
const wholeOf = (figure: Figure, indicator: Indicator): Sum => sumOf(figure, indicator, indicator.denominator);

/** A reader who has all public documents of the periods, knows that sums add up, and subtracts. */
function reader(periods: readonly string[], withheld?: Withheld): LinearSolver {
  const solver = new LinearSolver();
  for (const period of periods) {
    for (const figure of dataOf.get(period)!.figures.values()) addUp(solver, figure);
    for (const run of documents(period, withheld).flatMap(runsIn)) read(solver, run, period);
  }
  return solver;
}

const seenCuts = new WeakMap<LinearSolver, Set<string>>();

/** The cuts of the district by one key are the district. */
function addUp(solver: LinearSolver, figure: Figure): void {
  const indicator = counted(figure);
  if (figure.scope !== 'district' || figure.slice || figure.from || !indicator || indicator.pooled === false) return;
  const { figures } = dataOf.get(figure.period)!;
  const known = seenCuts.get(solver) ?? new Set();
  seenCuts.set(solver, known);
  for (const by of ['level', 'subject', ...(indicator.from.slices ?? []).filter((key) => key !== 'grade')]) {
    const id = `${figureId(figure)}|${by}`;
    const cuts = [...figures.values()].filter(
      (one) => one.scope === 'district' && one.indicator === figure.indicator && one.slice?.[by] !== undefined,
    );
    if (cuts.length === 0 || known.has(id)) continue;
    known.add(id);
    for (const sum of [partOf, wholeOf])
      solver.learn(cuts.reduce((rest, cut) => plus(rest, sum(cut, indicator), -1), sum(figure, indicator)));
  }
}

function read(solver: LinearSolver, { text, figure, shows = 'value' }: Run, period: string): void {
  const indicator = figure && counted(figure);
  if (!figure || !indicator || !/\d/.test(text)) return;
  if (shows === 'whole') solver.learn(wholeOf(figure, indicator));
  else ratio(solver, figure, indicator, figure);
  if (/ из /.test(text)) solver.learn(wholeOf(figure, indicator));
  const before = dataOf.get(period)!.yearAgo.get(figureId({ ...figure, period: shiftPeriod(figure.period, -4) }));
  if (before && (shows === 'change' || /год назад/i.test(text))) ratio(solver, before, indicator, before);
}

/** A percentage ties the part to the whole; with the whole it gives the part. */
function ratio(solver: LinearSolver, figure: Figure, indicator: Indicator, { numerator, denominator }: Figure): void {
  const scaled = (sum: Sum, by: number): Sum => new Map([...sum].map(([name, weight]) => [name, weight * by]));
  if (![numerator, denominator].every(Number.isInteger)) return;
  solver.learn(plus(scaled(partOf(figure, indicator), denominator), wholeOf(figure, indicator), -numerator));
}

interface Secret {
  readonly title: string;
  readonly sum: Sum;
}

const people = (indicator: Indicator, weights: Weights): boolean =>
  Object.keys(weights).every((field) => indicator.from.fields[field]!.kind === 'count');

/** Every small number behind a figure: of schools and groups, also by class and subject; of the district and its cuts. */
function secretsOf(period: string): Secret[] {
  return [...dataOf.get(period)!.figures.values()].flatMap((figure) => {
    const indicator = counted(figure);
    if (indicator?.kind !== 'share' || figure.from || (figure.slice && figure.scope !== 'district')) return [];
    const [part, whole] = [partOf(figure, indicator), wholeOf(figure, indicator)];
    const { numerator, denominator } = figure;
    const counts = [
      ['часть', numerator, 5, part, people(indicator, indicator.numerator)],
      ['остаток', denominator - numerator, 5, plus(whole, part, -1), people(indicator, indicator.numerator)],
      ['всего', denominator, 10, whole, people(indicator, indicator.denominator)],
    ] as const;
    return counts.flatMap(([title, count, bound, sum, ofPeople]) =>
      ofPeople && count > 0 && count < bound ? [{ title: `${figureId(figure)} ${title} ${count}`, sum }] : [],
    );
  });
}

const foundBy = (solver: LinearSolver, periods: readonly string[]): string[] =>
  periods.flatMap(secretsOf).flatMap(({ title, sum }) => (solver.knows(sum) ? [title] : []));

test('there is something to be hidden in every quarter', () => {
  for (const period of ALL) expect(secretsOf(period).length).toBeGreaterThan(20);
});

test.each([
  ['two half-years', [EARLIER, LATER]],
  ['two school years', ['2022-Q2', '2023-Q2']],
  ['a year and its beginning, whose figures the half-year repeats', ['2022-Q3', '2023-Q3', LATER]],
])('who has every public document of %s and adds and subtracts finds no small number', (_, periods) => {
  expect(foundBy(reader(periods), periods)).toEqual([]);
});

test('where only small numbers themselves are hidden, the same reader finds many', () => {
  const small = (count: number, bound: number): boolean => count > 0 && count < bound;
  const broken: Withheld = ({ numerator, denominator }, shows = 'value') =>
    small(denominator, 10) || (shows !== 'whole' && (small(numerator, 5) || small(denominator - numerator, 5)));
  expect(foundBy(reader([EARLIER, LATER], broken), [EARLIER, LATER]).length).toBeGreaterThan(3);
});

test('and where each document hides its own, but changes are told, he finds what the year before hid', () => {
  const careless: Withheld = (figure, shows = 'value') =>
    shows !== 'change' && dataOf.get(LATER)!.withheld(figure, shows);
  expect(foundBy(reader([EARLIER, LATER], careless), [EARLIER, LATER])).not.toEqual([]);
});

test('a hidden cell keeps its figure and shows a mark, which the note explains', () => {
  const [report] = documents(LATER);
  const table = tablesIn(report!).find(({ caption }) => caption.includes('Итоги обучающихся по школам'))!;
  const marked = table.rows.flat().filter(({ content }) => typeof content !== 'string' && content[0]!.text === '*');
  expect(marked.length).toBeGreaterThan(0);
  for (const { content } of marked) expect((content as Run[])[0]!.figure!.value).not.toBeNull();
  expect(table.note).toMatch(/\* Не публикуется: за числом стоит меньше 5\sчеловек/);
});

test('no number of people stands in a public table without the figure that decides whether it may', () => {
  /** Worked out from figures that are told, or no numbers of people at all. */
  const worked = /^(?:План|Исход|Откл|Разница|Разрыв|Интервал|Просро)/;
  const bare = (table: ReturnType<typeof tablesIn>[number]): unknown[] =>
    table.rows.flatMap((row) =>
      row
        .filter((_, index) => index > 0 && !worked.test(table.columns[index]!.title))
        .map(({ content }) => content)
        .filter((content) => typeof content === 'string' && /^[+−]?[\d\s,]+(?:%|$)/.test(content)),
    );
  for (const period of ALL) expect(documents(period).flatMap(tablesIn).flatMap(bare)).toEqual([]);
});

test('a gap between groups is told where both are', () => {
  const { figures } = dataOf.get(LATER)!;
  const quality = [...figures.values()].find(
    ({ indicator, scope }) => indicator === 'pupil-quality-rate' && scope === 'group',
  )!;
  const text = (withheld?: Withheld) => JSON.stringify(documents(LATER, withheld)[0]!.blocks);
  expect(text()).toContain('Разрыв с ведущими школами по качеству знаний');
  expect(text((figure) => figureId(figure) === figureId(quality))).not.toContain('Разрыв с ведущими школами');
  expect(text()).not.toContain('Разрыв по качеству знаний: ведущие − участницы');
});

test('a public edition has no paragraphs by school, no social passport, no recommendations, no staff of a school', () => {
  for (const report of documents('2023-Q3').concat(documents(LATER))) {
    const headings = report.blocks.flatMap((block) => (block.kind === 'heading' ? [String(block.content)] : [])).join();
    expect(headings).not.toMatch(/По школам|Социальный|Рисковый|рекомендации|с учётом условий/);
    const staff = tablesIn(report).find(({ caption }) => /Кадры$/.test(caption));
    expect(staff?.rows.map(([first]) => first!.content) ?? []).not.toContain('МОБУ Ушумунская СОШ');
  }
});
