import { type DocumentFigure, formatNumber } from '../../../src/model';
import type { Results } from '../../../src/pipeline';
import { programme } from '../../../src/programme';
import { type Element, findAll, textOf } from '../docx/read-docx';
import { type KnownTexts, knownTexts, numbersIn, withoutKnown } from './known-words';
import { DISTRICT, type Pool, Pools, type Whose } from './pools';

/** A number of a document that nothing accounts for, with where it stands. */
export interface Unaccounted {
  readonly number: string;
  readonly place: string;
}

/** A document as it was written, and the figures that the add-on says stand in it. */
export interface WrittenReport {
  readonly body: Element;
  readonly period: string;
  /** The school that it is about. */
  readonly subject?: string | undefined;
  /** Unknown: any figure of whoever a line names may stand in it. */
  readonly figures?: readonly DocumentFigure[];
}

interface Place {
  readonly report: WrittenReport;
  /** Whom the sentence or the line names. */
  readonly whose: readonly Whose[];
  /** Of a table its figures; of a sentence those of the whole document. */
  readonly traced: readonly DocumentFigure[];
  /** In a sentence, and in a table without figures, counts may be of anything. */
  readonly isFree: boolean;
}

/** Holds the numbers of documents against results.json. */
export class Accounts {
  private readonly known: KnownTexts;
  private readonly pools: Pools;

  /** `counted` are numbers that results.json does not hold: how many rows were typed. */
  constructor(
    private readonly results: Results,
    private readonly counted: Pool = new Set(),
  ) {
    this.known = knownTexts(results);
    this.pools = new Pools(results);
  }

  unaccounted(report: WrittenReport): Unaccounted[] {
    let table = 0;
    const inOrder = report.body.children.filter((child): child is Element => typeof child !== 'string');
    return inOrder.flatMap((block) => {
      if (block.name === 'w:tbl') return this.inTable(block, table, report);
      const text = textOf(block);
      table = Number(/^таблица (\d+)/.exec(plain(text))?.[1] ?? table);
      return this.inSentences(text, report);
    });
  }

  private inSentences(text: string, report: WrittenReport): Unaccounted[] {
    const whose = [...new Set([...this.whoIn(text, report), DISTRICT])];
    const place = { report, whose, traced: report.figures ?? [], isFree: true };
    return this.missing(text, place, text);
  }

  private inTable(table: Element, number: number, report: WrittenReport): Unaccounted[] {
    const [header = [], ...rows] = findAll(table, 'w:tr').map((row) => findAll(row, 'w:tc').map(textOf));
    const traced = (report.figures ?? []).filter(({ tables }) => tables.includes(number));
    let section = '';
    return rows.flatMap((cells, row) => {
      // Whom the lines below it are of stands once, in a row of one cell.
      if (cells.length === 1 && header.length > 1) section = cells[0]!;
      const line = cells.join(' | ');
      const named = this.whoIn(`${section} | ${line}`, report);
      const place = { report, whose: named, traced, isFree: traced.length === 0 };
      return cells.flatMap((cell, index) =>
        header[index] === '№' && cell === String(row + 1)
          ? []
          : this.missing(cell, this.headedBy(place, header[index] ?? ''), `${header[index] ?? ''}: ${line}`),
      );
    });
  }

  private missing(text: string, place: Place, where: string): Unaccounted[] {
    if (!/\d/.test(text)) return [];
    const told = withoutSums(withoutKnown(text, this.known));
    // Of a few the cell tells part and whole: both of one figure.
    const numbers = place.isFree ? numbersIn(told) : (pairIn(told) ?? numbersIn(told));
    if (numbers.length === 0) return [];
    const pools = this.poolsOf(place, where);
    return numbers
      .filter((number) => !this.isAccounted(number, pools, place))
      .map((number) => ({ number, place: where.slice(0, 200) }));
  }

  private isAccounted(number: string, pools: readonly Pool[], { report, whose, isFree }: Place): boolean {
    if (pools.some((pool) => pool.has(number))) return true;
    if (!isFree || (report.figures && number.includes(','))) return false;
    const { period } = report;
    return (
      this.counted.has(number) ||
      this.pools.general(period).has(number) ||
      whose.some((one) => this.pools.ofAll(one, period).has(number))
    );
  }

  /** What the numbers of a place may be: figures of those it names, in its own slice, and what else is told of them. */
  private poolsOf({ report, whose, traced }: Place, where: string): Pool[] {
    const text = plain(where);
    const words = where.split(/: | \| /);
    const own = traced.filter((one) => {
      const { of } = one;
      const slices = of.kind === 'figure' && of.slice ? Object.values(of.slice) : [];
      return whose.includes(this.pools.whoseOf(one)) && slices.every((word) => text.includes(stem(word)));
    });
    return [
      ...own.map((one) => this.pools.ofTraced(one)),
      ...whose.map((one) => this.pools.ofOthers(one, report.period)),
      ...whose.flatMap((one) => this.pools.ofWords(one, report.period, words)),
      ...whose.flatMap((one) => this.pools.ofYears(one, report.period, words)),
      this.pools.ofIndicators(words, report.period),
      ...(/разрыв|разница|интервал|от и до|откло.?нение: \d{4}/.test(text) ? [this.pools.gaps(report.period)] : []),
      this.pools.plans(),
    ];
  }

  /** A column may be of a group: «Ведущие, %», «По группе, району». */
  private headedBy(place: Place, header: string): Place {
    const own = this.results.schools.find(({ key }) => key === place.report.subject);
    if (own && header.startsWith('По группе')) return { ...place, whose: [`group:${own.group}`, DISTRICT] };
    const group = programme.groups.find(({ short }) => header.startsWith(short));
    return group ? { ...place, whose: [`group:${group.key}`] } : place;
  }

  /** Whom a text names; where it names nobody, whoever the document is about, or the district. */
  private whoIn(words: string, { subject }: WrittenReport): Whose[] {
    const text = plain(words);
    const schools = this.results.schools.filter(({ name }) => text.includes(plain(name)));
    const groups = programme.groups.filter(({ title, genitive, within, together }) =>
      [title, genitive, within, together].some((one) => text.includes(plain(one))),
    );
    const named = [...schools.map(({ key }) => `school:${key}`), ...groups.map(({ key }) => `group:${key}`)];
    const about = subject === undefined ? [] : [`school:${subject}`];
    return named.length > 0 ? named : [...about, DISTRICT];
  }
}

/** «4 из 13 (30,8 %)»: the share is right if it is that of the two numbers beside it, which are looked up like others. */
const withoutSums = (text: string): string =>
  text.replace(/(\d+) из (\d+) \((\d+,\d) %/g, (whole, k: string, n: string, share: string) =>
    formatNumber((100 * Number(k)) / Number(n), 1) === share ? `${k} из ${n} (` : whole,
  );

const pairIn = (cell: string): string[] | null => cell.trim().match(/^\d+ из \d+$/);

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\u00ad/g, '')
    .replace(/[\u00a0\s]+/g, ' ');

/** Enough of a word to know it by in any case: «математик» of «Математика». */
const stem = (word: string): string => plain(word).slice(0, Math.max(3, word.length - 4));
