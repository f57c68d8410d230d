import {
  type Content,
  type Figure,
  figureId,
  type Indicator,
  isDerived,
  type ReportDocument,
  type Run,
  type School,
  shiftPeriod,
  type Weights,
} from '../../src/model';
import { composeReport, reportKinds } from '../../src/pipeline';
import { programme } from '../../src/programme';
import type { ReportData } from '../../src/report';
import { Bounds } from '../bounds';
import { LinearSolver, plus, type Sum } from '../linear-solver';
import type { TrainingDistrict } from './training-district';

const open = reportKinds.filter(({ editions }) => editions.includes('публичная'));

export type Withheld = ReportData['withheld'];

/** All public documents of a district's periods, and what they are made of. */
export class PublicEditions {
  readonly dataOf: ReadonlyMap<string, ReportData>;

  constructor(
    district: TrainingDistrict,
    readonly periods: readonly string[],
  ) {
    this.dataOf = new Map(periods.map((period) => [period, district.data(period, 'публичная')]));
  }

  documents(period: string, withheld?: Withheld): ReportDocument[] {
    const data = this.dataOf.get(period)!;
    const own = withheld ? { ...data, withheld } : data;
    return open.flatMap((kind) => kind.subjects(own).map((subject) => composeReport(kind, own, subject)));
  }

  /** Every small number behind a figure: of schools and groups, also by class and subject; of the district and its cuts. */
  secretsOf(period: string): Secret[] {
    const { figures, schools } = this.dataOf.get(period)!;
    return [...figures.values()].flatMap((figure) => secretsIn(figure, schools));
  }
}

export const tablesIn = ({ blocks }: ReportDocument) =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));

const contentsIn = ({ blocks }: ReportDocument): Content[] =>
  blocks.flatMap((block): readonly Content[] => {
    if (block.kind === 'table') return [...block.rows.flat().map(({ content }) => content), block.note ?? ''];
    if (block.kind === 'list') return block.items;
    return block.kind === 'two-sides' || !('content' in block) ? [] : [block.content];
  });

export const runsIn = (report: ReportDocument): Run[] =>
  contentsIn(report).flatMap((content) => (typeof content === 'string' ? [] : content));

/** What is written, apart from what tells of a figure. */
export const textsIn = (report: ReportDocument): string[] =>
  contentsIn(report).flatMap((content) =>
    typeof content === 'string' ? [content] : content.filter(({ figure }) => !figure).map(({ text }) => text),
  );

const indicators = new Map(programme.indicators.map((indicator) => [indicator.key, indicator]));
export const counted = ({ indicator }: Figure): Indicator | null => {
  const known = indicators.get(indicator);
  return known && !isDerived(known) ? known : null;
};

/** Numbers that schools gave in a period: of a school, or of a cut of the district. */
function sumOf(figure: Figure, indicator: Indicator, weights: Weights, schools: readonly School[]): Sum {
  const { scope, school, group, slice, period, from } = figure;
  const at = from ?? period;
  const of = schools.filter(
    (one) => scope === 'district' || one.key === school || (scope === 'group' && one.group === group),
  );
  const owners = slice ? [`${school ?? group ?? ''} ${Object.entries(slice).join()}`] : of.map(({ key }) => key);
  const where = JSON.stringify(indicator.where ?? null);
  return new Map(
    owners.flatMap((owner) =>
      Object.entries(weights).map(
        ([field, weight]) => [[at, owner, indicator.from.key, where, field].join('|'), weight] as const,
      ),
    ),
  );
}

type SumOf = (figure: Figure, indicator: Indicator, schools: readonly School[]) => Sum;
const partOf: SumOf = (figure, indicator, schools) => sumOf(figure, indicator, indicator.numerator, schools);
const wholeOf: SumOf = (figure, indicator, schools) => sumOf(figure, indicator, indicator.denominator, schools);

/** A reader who has all public documents of the periods, knows that sums add up, and subtracts. */
export class Reader {
  readonly solver = new LinearSolver();
  /** What he was told, by form and period: nothing of one form follows from another. */
  private readonly told = new Map<string, [Sum, number][]>();
  private readonly cuts = new Set<string>();

  private readonly schools: readonly School[];

  constructor(
    private readonly editions: PublicEditions,
    private readonly periods: readonly string[],
    runsOf: (period: string) => readonly Run[] = (period) => editions.documents(period).flatMap(runsIn),
  ) {
    this.schools = [...editions.dataOf.values()][0]!.schools;
    for (const period of periods) {
      for (const figure of editions.dataOf.get(period)!.figures.values()) this.addUp(figure);
      for (const run of runsOf(period)) this.read(run, period);
    }
  }

  /** Small numbers that he works out. */
  found(): string[] {
    return this.secrets().flatMap(({ title, sum }) => (this.solver.knows(sum) ? [title] : []));
  }

  /** Small numbers that he can tell to lie closer than «1–4», wholes closer than «1–9», as nobody counts fewer than none. */
  narrowed(): string[] {
    const bounds = new Map([...this.told].map(([of, told]) => [of, new Bounds(told)]));
    return this.secrets().flatMap(({ title, sum, bound }) => {
      const [least, most] = bounds.get(themeOf(sum))?.range(sum) ?? [0, Number.POSITIVE_INFINITY];
      return most - least < bound - 2 ? [`${title}: ${least}–${most}`] : [];
    });
  }

  private secrets(): Secret[] {
    return this.periods.flatMap((period) => this.editions.secretsOf(period));
  }

  /** The cuts of the district by one key are the district. */
  private addUp(figure: Figure): void {
    const indicator = counted(figure);
    if (figure.scope !== 'district' || figure.slice || figure.from || !indicator || indicator.pooled === false) return;
    const { figures } = this.editions.dataOf.get(figure.period)!;
    for (const by of ['level', 'subject', ...(indicator.from.slices ?? []).filter((key) => key !== 'grade')]) {
      const id = `${figureId(figure)}|${by}`;
      const cuts = [...figures.values()].filter(
        (one) => one.scope === 'district' && one.indicator === figure.indicator && one.slice?.[by] !== undefined,
      );
      if (cuts.length === 0 || this.cuts.has(id)) continue;
      this.cuts.add(id);
      for (const [sum, count] of [
        [partOf, (one: Figure) => one.numerator],
        [wholeOf, (one: Figure) => one.denominator],
      ] as const)
        this.learn(
          cuts.reduce(
            (rest, cut) => plus(rest, sum(cut, indicator, this.schools), -1),
            sum(figure, indicator, this.schools),
          ),
          cuts.reduce((rest, cut) => rest - count(cut), count(figure)),
        );
    }
  }

  private read({ text, figure, shows = 'value' }: Run, period: string): void {
    const indicator = figure && counted(figure);
    if (!figure || !indicator || !/\d/.test(text)) return;
    if (shows === 'whole') this.learn(wholeOf(figure, indicator, this.schools), figure.denominator);
    else this.both(figure, indicator);
    const before = this.editions.dataOf
      .get(period)!
      .yearAgo.get(figureId({ ...figure, period: shiftPeriod(figure.period, -4) }));
    if (before && (shows === 'change' || /год назад/i.test(text))) this.both(before, indicator);
  }

  /** A percentage or a mean is taken to give away its whole, and so its part. */
  private both(figure: Figure, indicator: Indicator): void {
    this.learn(wholeOf(figure, indicator, this.schools), figure.denominator);
    this.learn(partOf(figure, indicator, this.schools), figure.numerator);
  }

  private learn(sum: Sum, value: number): void {
    if (sum.size === 0) return;
    this.solver.learn(sum);
    const theme = themeOf(sum);
    this.told.set(theme, [...(this.told.get(theme) ?? []), [sum, value]]);
  }
}

/** The period, the form and which of its rows: the rest of a number's name is whose it is and the column. */
const themeOf = (sum: Sum): string => {
  const [at, , ...rest] = [...sum.keys()][0]!.split('|');
  return [at, ...rest.slice(0, -1)].join('|');
};

interface Secret {
  readonly title: string;
  readonly sum: Sum;
  readonly bound: number;
}

export const people = (indicator: Indicator, weights: Weights): boolean =>
  Object.keys(weights).every((field) => indicator.from.fields[field]!.kind === 'count');

function secretsIn(figure: Figure, schools: readonly School[]): Secret[] {
  const indicator = counted(figure);
  if (indicator?.kind !== 'share' || figure.from || (figure.slice && figure.scope !== 'district')) return [];
  const [part, whole] = [partOf(figure, indicator, schools), wholeOf(figure, indicator, schools)];
  const { numerator, denominator } = figure;
  const counts = [
    ['часть', numerator, 5, part, people(indicator, indicator.numerator)],
    ['остаток', denominator - numerator, 5, plus(whole, part, -1), people(indicator, indicator.numerator)],
    ['всего', denominator, 10, whole, people(indicator, indicator.denominator)],
  ] as const;
  return counts.flatMap(([title, count, bound, sum, ofPeople]) =>
    ofPeople && count > 0 && count < bound ? [{ title: `${figureId(figure)} ${title} ${count}`, sum, bound }] : [],
  );
}
