import { dispersionOf, gapOf, newcombe } from '../../../src/domain';
import {
  type DocumentFigure,
  type Figure,
  figureId,
  formatNumber,
  groupWith,
  plannedTarget,
  shiftPeriod,
  trimmedNumber,
} from '../../../src/model';
import type { Results } from '../../../src/pipeline';
import { programme } from '../../../src/programme';
import { SHARE_WORDS } from '../../../src/report/words/indicators';

/** Numbers as they are printed, without a sign and without spaces in thousands. */
export type Pool = Set<string>;
/** «school:s1», «group:участник», «district:». */
export type Whose = string;

export const DISTRICT: Whose = 'district:';
const whoseOf = ({ scope, school, group }: Pick<Figure, 'scope' | 'school' | 'group'>): Whose =>
  [scope, school ?? group ?? ''].join(':');

/** As display rules round. */
function addValue(pool: Pool, value: number | null): void {
  if (value === null) return;
  for (const digits of [1, 2]) pool.add(formatNumber(Math.abs(value), digits).replace(/\u00a0/g, ''));
}

const addCount = (pool: Pool, count: number): Pool => pool.add(trimmedNumber(Math.abs(count)));

/** Every number in it, as a count and as a value. */
export function addNumbers(pool: Pool, value: unknown): void {
  if (typeof value === 'number') {
    addCount(pool, value);
    addValue(pool, value);
  } else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) addNumbers(pool, item);
}

/** Part and whole as a table tells them of a few: «3 из 4». */
const addPair = (pool: Pool, part: number, whole: number): Pool =>
  pool.add(`${trimmedNumber(part)} из ${trimmedNumber(whole)}`);

/** What can be said of a figure: value, part and whole, what is left of the whole, how far the plan is. */
function addFigure(pool: Pool, { value, numerator, denominator, indicator }: Figure): void {
  addValue(pool, value);
  for (const count of [numerator, denominator, denominator - numerator]) addCount(pool, count);
  addPair(pool, numerator, denominator);
  const known = programme.indicators.find(({ key }) => key === indicator);
  const plan = known && plannedTarget(known);
  if (!plan || value === null) return;
  addValue(pool, value - plan.atLeast);
  addCount(pool, Math.ceil((plan.atLeast * denominator) / 100 - 1e-9) - numerator);
}

/** Numbers that results.json accounts for. */
export class Pools {
  private readonly byId: ReadonlyMap<string, Figure>;
  private readonly byOwner = new Map<string, Figure[]>();
  /** By owner and the word that a slice is of; without a slice the word is blank. */
  private readonly byWord = new Map<string, Map<string, Figure[]>>();
  private readonly known = new Map<string, Pool>();

  constructor(private readonly results: Results) {
    const figures = [...results.results, ...results.carried].filter(({ value }) => value !== null);
    this.byId = new Map(figures.map((figure) => [figureId(figure), figure]));
    for (const figure of figures) {
      const owner = `${whoseOf(figure)} ${figure.period}`;
      listed(this.byOwner, owner).push(figure);
      const [word = ''] = Object.values(figure.slice ?? {});
      const words = this.byWord.get(owner) ?? new Map<string, Figure[]>();
      this.byWord.set(owner, words);
      listed(words, word).push(figure);
    }
  }

  private once(id: string, fill: (pool: Pool) => void): Pool {
    const known = this.known.get(id);
    if (known) return known;
    const pool: Pool = new Set();
    fill(pool);
    this.known.set(id, pool);
    return pool;
  }

  private ownOf(whose: Whose, period: string): readonly Figure[] {
    return this.byOwner.get(`${whose} ${period}`) ?? [];
  }

  /** The figure that a document's number stands for, as results.json has it. */
  figureOf({ of }: DocumentFigure): Figure | undefined {
    return of.kind === 'figure' ? this.byId.get(figureId(of)) : undefined;
  }

  /** Whose it is; of a target the group that it is set for. */
  whoseOf({ of }: DocumentFigure): Whose {
    if (of.kind === 'figure') return whoseOf(of);
    if (of.kind !== 'target') return DISTRICT;
    if (of.school !== undefined) return `school:${of.school}`;
    const group = this.results.targets.find(({ id }) => id === of.target)?.group ?? '';
    return group === '' ? DISTRICT : `group:${group}`;
  }

  /** Of a document's figure, and what it is compared with. */
  ofTraced(traced: DocumentFigure): Pool {
    return this.once(`traced ${JSON.stringify(traced.of)}`, (pool) => {
      const figure = this.figureOf(traced);
      if (figure) this.addWithYearAgo(pool, figure);
      const { of } = traced;
      if (of.kind !== 'target') return;
      // Of single schools results.json has no targets: the document's own word is all there is.
      if (of.school !== undefined) this.addTargetOfSchool(pool, traced.value, of.target, of.school);
      for (const target of this.results.targets.filter(({ id }) => id === of.target)) this.addTarget(pool, target);
    });
  }

  private addWithYearAgo(pool: Pool, figure: Figure): void {
    addFigure(pool, figure);
    const before = this.byId.get(figureId({ ...figure, period: shiftPeriod(figure.period, -4) }));
    if (!before) return;
    addFigure(pool, before);
    addValue(pool, figure.value! - before.value!);
    addCount(pool, figure.numerator - before.numerator);
    const change = newcombe(countsOf(figure), countsOf(before));
    for (const bound of [change.low, change.high]) addValue(pool, 100 * bound);
  }

  private addTargetOfSchool(pool: Pool, value: string, target: string, school: string): void {
    for (const number of value.match(/\d+(?:,\d+)?/g) ?? []) pool.add(number);
    for (const count of ['0', '1']) pool.add(count);
    const by = programme.indicators.find(({ targets }) => targets.some(({ id }) => id === target));
    const slice = by?.targets.find(({ id }) => id === target)?.slice;
    for (const figure of this.byId.values())
      if (figure.school === school && figure.indicator === by?.key && figure.slice?.[slice?.field ?? ''] !== undefined)
        if (slice!.words.includes(figure.slice[slice!.field]!)) addFigure(pool, figure);
  }

  private addTarget(pool: Pool, { value, n, plan }: Results['targets'][number]): void {
    addValue(pool, value);
    addCount(pool, n);
    if (value !== null) addPair(pool, Math.round((value * n) / 100), n);
    if (plan === null || value === null) return;
    addValue(pool, value - plan);
    addCount(pool, Math.round((value * n) / 100) - Math.ceil((plan * n) / 100 - 1e-9));
  }

  /** Whatever figures there are of somebody in a period and a year before. */
  ofAll(whose: Whose, period: string): Pool {
    return this.once(`all ${whose} ${period}`, (pool) => {
      for (const figure of this.ownOf(whose, period)) this.addWithYearAgo(pool, figure);
    });
  }

  private of(whose: Whose, period: string, word: string): readonly Figure[] {
    return this.byWord.get(`${whose} ${period}`)?.get(word) ?? [];
  }

  /** What sentences tell of pupils, and what a line tells of the subject, class or group of people that it is named after. */
  ofWords(whose: Whose, period: string, named: readonly string[]): Pool[] {
    const words = named.filter((word) => word !== '' && this.of(whose, period, word).length > 0);
    return ['', ...words].map((word) =>
      this.once(`word ${whose} ${period} ${word}`, (pool) => {
        for (const figure of this.of(whose, period, word))
          if (word !== '' || SHARE_WORDS[figure.indicator]) this.addWithYearAgo(pool, figure);
      }),
    );
  }

  /** What is told of somebody beside figures: context, what it lets expect, the tab, what was before the programme. */
  ofOthers(whose: Whose, period: string): Pool {
    return this.once(`others ${whose} ${period}`, (pool) => {
      const [scope, key] = whose.split(':') as [string, string];
      const { identification, statuses, targets } = this.results;
      if (scope === 'school') {
        for (const one of identification) if (one.school === key && one.period === period) addNumbers(pool, one);
        for (const one of statuses) if (one.school === key) addStatus(pool, one);
      }
      for (const target of targets) if (scope !== 'school' && target.group === key) this.addTarget(pool, target);
      this.addBaselines(pool, scope, key, period);
      addLevels(pool, this.ownOf(whose, period));
      // A school's card has them over the years, of the same kind of result.
      if (scope === 'school')
        for (const before of this.results.periods)
          if (before.key < period && before.key.slice(-1) === period.slice(-1))
            addLevels(pool, this.ownOf(whose, before.key));
    });
  }

  private addBaselines(pool: Pool, scope: string, key: string, period: string): void {
    const owners = this.results.schools.filter(
      (school) => scope === 'district' || school.key === key || (scope === 'group' && school.group === key),
    );
    const names = owners.flatMap((school) => [school.key, school.name]);
    const series = new Map<string, Map<string, Counts>>();
    for (const { indicator, year, school, numerator, denominator } of this.results.registers.references ?? []) {
      if (!names.includes(String(school)) || typeof numerator !== 'number' || typeof denominator !== 'number') continue;
      const years = series.get(String(indicator)) ?? new Map<string, Counts>();
      series.set(String(indicator), years);
      const { k, n } = years.get(String(year)) ?? { k: 0, n: 0 };
      years.set(String(year), { k: k + numerator, n: n + denominator });
    }
    for (const [title, years] of series) {
      const since = programme.indicators.find((one) => one.title === title);
      const later = yearsOf(period).flatMap((at) =>
        this.ownOf(`${scope}:${key}`, at).filter((one) => one.indicator === since?.key && !one.slice),
      );
      addSeries(pool, [...years.values(), ...later.map(countsOf)]);
    }
  }

  /** How far the groups are apart, and how far schools are, year by year. */
  gaps(period: string): Pool {
    return this.once(`gaps ${period}`, (pool) => {
      const [helping, helped] = [groupWith(programme.groups, 'leading')!, groupWith(programme.groups, 'participants')!];
      for (const at of yearsOf(period))
        for (const indicator of programme.indicators) {
          const of = (group: string) =>
            this.byId.get(figureId({ period: at, scope: 'group', group, indicator: indicator.key }));
          const gap = gapOf(indicator, of(helping.key), of(helped.key));
          const schools = this.results.schools.flatMap(
            ({ key: school }) =>
              this.byId.get(figureId({ period: at, scope: 'school', school, indicator: indicator.key })) ?? [],
          );
          const apart = dispersionOf(schools);
          for (const one of [gap?.difference, gap?.low, gap?.high, apart?.least, apart?.most, apart?.deviation])
            addValue(pool, one ?? null);
        }
    });
  }

  /** An indicator that a line is named after, of groups and the district, in any year. */
  ofIndicators(titles: readonly string[], period: string): Pool {
    const named = programme.indicators.filter(({ title }) =>
      titles.some((one) => one === title || one.startsWith(`${title}:`)),
    );
    return this.once(`indicators ${named.map(({ key }) => key).join()} ${period}`, (pool) => {
      const keys = new Set(named.map(({ key }) => key));
      for (const figure of this.byId.values())
        if (keys.has(figure.indicator) && figure.scope !== 'school' && figure.period <= period) addFigure(pool, figure);
    });
  }

  /** Years of one kind of result put together, of the subject that a line is named after. */
  ofYears(whose: Whose, period: string, named: readonly string[]): Pool[] {
    const words = named.filter(
      (word) => word !== '' && yearsOf(period).some((at) => this.of(whose, at, word).length > 0),
    );
    return words.map((word) =>
      this.once(`years ${whose} ${period} ${word}`, (pool) => {
        const sums = new Map<string, Figure>();
        for (const figure of yearsOf(period).flatMap((at) => this.of(whose, at, word))) {
          const sum = sums.get(figure.indicator) ?? { ...figure, numerator: 0, denominator: 0 };
          const [numerator, denominator] = [sum.numerator + figure.numerator, sum.denominator + figure.denominator];
          const value = figure.value! > 100 ? figure.value : (100 * numerator) / denominator;
          sums.set(figure.indicator, { ...sum, numerator, denominator, value });
        }
        for (const figure of sums.values()) addFigure(pool, figure);
      }),
    );
  }

  plans(): Pool {
    return this.once('plans', (pool) => {
      for (const { targets } of [...programme.indicators, ...(programme.measures ?? [])])
        for (const { atLeast } of targets) if (atLeast !== null) addCount(pool, atLeast);
    });
  }

  /** Numbers that stand in registers, how many rows of them say the same, how many schools there are. */
  general(period: string): Pool {
    return this.once(`general ${period}`, (pool) => {
      for (const rows of Object.values(this.results.registers)) {
        addCounts(pool, rows);
        for (const row of rows) addNumbers(pool, row);
        // The number of a document is words; where it is digits alone it looks like any other.
        for (const { regNo } of rows) if (typeof regNo === 'string' && /^\d+$/.test(regNo)) pool.add(regNo);
      }
      addCounts(pool, this.results.schools);
      addCounts(
        pool,
        this.results.statuses.filter((status) => status.period === period),
      );
    });
  }
}

/** The list at a key, begun if there is none. */
function listed<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** A period and those of the three years before with the same kind of result. */
const yearsOf = (period: string): string[] => [0, -4, -8, -12].map((steps) => shiftPeriod(period, steps));

interface Counts {
  readonly k: number;
  readonly n: number;
}
const countsOf = ({ numerator, denominator }: Figure): Counts => ({ k: numerator, n: denominator });

/** What one year was, and how any two differ. */
function addSeries(pool: Pool, years: readonly Counts[]): void {
  for (const one of years) {
    addValue(pool, (100 * one.k) / one.n);
    for (const other of years) {
      if (other === one) continue;
      const { low, high } = newcombe(one, other);
      for (const part of [one.k / one.n - other.k / other.n, low, high]) addValue(pool, 100 * part);
    }
  }
}

const LEVELS = [
  [1, 4],
  [5, 9],
  [10, 11],
] as const;

/** Classes added up to levels of school. */
function addLevels(pool: Pool, own: readonly Figure[]): void {
  const byGrade = own.filter(({ slice, indicator }) => slice?.grade !== undefined && indicator.startsWith('pupil-'));
  for (const indicator of new Set(byGrade.map((one) => one.indicator)))
    for (const [from, to] of LEVELS) {
      const within = byGrade.filter(({ slice, indicator: key }) => {
        const [first = Number.NaN, last = first] = slice!.grade!.split(/[-–]/).map(Number);
        return key === indicator && first >= from && last <= to;
      });
      const sum = (of: 'numerator' | 'denominator') => within.reduce((all, figure) => all + figure[of], 0);
      const [numerator, denominator] = [sum('numerator'), sum('denominator')];
      for (const count of [numerator, denominator]) addCount(pool, count);
      addPair(pool, numerator, denominator);
      if (denominator > 0) addValue(pool, (100 * numerator) / denominator);
    }
}

function addStatus(pool: Pool, { lateDays, errors, unexplained, forms }: Results['statuses'][number]): void {
  for (const count of [lateDays, errors, unexplained]) if (count !== null) addCount(pool, count);
  const sum = (of: 'filled' | 'expected') => Object.values(forms).reduce((all, form) => all + form[of], 0);
  for (const count of [sum('filled'), sum('expected')]) addCount(pool, count);
  if (sum('expected') > 0) addValue(pool, (100 * sum('filled')) / sum('expected'));
}

/** How many rows there are, and how many of them say the same in a field, or in two. */
function addCounts(pool: Pool, rows: readonly object[]): void {
  const counts = new Map<string, number>([['', rows.length]]);
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const row of rows) {
    const said = Object.entries(row).filter(([, value]) => typeof value === 'string' && value.length < 30);
    said.forEach(([key, value], index) => {
      add(`${key}=${value}`);
      for (const [other, word] of said.slice(index + 1)) add(`${key}=${value}&${other}=${word}`);
    });
  }
  for (const count of counts.values()) pool.add(String(count));
}
