import {
  type Block,
  type Content,
  type Explained,
  type Figure,
  type FigureKey,
  figureId,
  NBSP,
  type PeriodKey,
  quarterTitle,
  type Run,
  type ScoreLine,
  sliceTitle,
} from '../model';
import type { PartBlock } from './kind';
import { groupTitle, knownIndicator, namesOf, type ReportData } from './report-data';

/** A figure that a document tells of, under the number by which it is looked up. */
export interface UsedFigure {
  /** «Ф-12» */
  readonly id: string;
  readonly figure: Figure;
  /** As it is printed. */
  readonly text: string;
  /** Numbers of the tables in which it stands. */
  readonly tables: readonly number[];
}

type Found = Omit<UsedFigure, 'id'>;
type AnyBlock = Block | PartBlock;

/**
 * The figures of a document, those of one indicator together, each in the order in which it is read: the same tree gives
 * the same numbers.
 */
export function usedFigures(blocks: readonly AnyBlock[]): UsedFigure[] {
  const byIndicator = new Map<string, Map<string, Found>>();
  let table = 0;
  for (const block of blocks) {
    if (block.kind === 'table' || block.kind === 'used-figures') table += 1;
    for (const run of runsOf(block)) {
      const { figure, text } = run;
      if (!figure) continue;
      const own = byIndicator.get(figure.indicator) ?? new Map<string, Found>();
      byIndicator.set(figure.indicator, own);
      const id = nameOf(figure);
      const found = own.get(id) ?? { figure, text, tables: [] };
      const isIn = block.kind !== 'table' || found.tables.includes(table);
      own.set(id, {
        ...found,
        ...(tellsValue(run) ? { text } : {}),
        tables: isIn ? found.tables : [...found.tables, table],
      });
    }
  }
  return [...byIndicator.values()]
    .flatMap((own) => [...own.values()])
    .map((found, index) => ({ id: `Ф-${index + 1}`, ...found }));
}

const tellsValue = ({ shows = 'value' }: Run): boolean => shows === 'value';

/** Two targets may pool different slices of one indicator: their sums tell them apart. */
const nameOf = (figure: Figure): string => [figureId(figure), figure.numerator, figure.denominator].join('|');

const inContent = (content: Content): readonly Run[] => (typeof content === 'string' ? [] : content);

function runsOf(block: AnyBlock): readonly Run[] {
  switch (block.kind) {
    case 'paragraph':
    case 'title':
    case 'heading':
      return inContent(block.content);
    case 'two-sides':
      return [...inContent(block.left), ...inContent(block.right)];
    case 'list':
      return block.items.flatMap(inContent);
    case 'table':
      return block.rows.flat().flatMap(({ content }) => inContent(content));
    default:
      return [];
  }
}

/** «Качество знаний, Школа №2, Алгебра»; of another period than the document's with it. */
export function figureTitle(data: ReportData, figure: FigureKey): string {
  const { indicator, slice, period } = figure;
  const title = titleOfIndicator(data, indicator);
  const words = [
    title,
    ownerTitle(data, figure),
    sliceTitle(slice),
    period === data.period ? '' : quarterTitle(period),
  ];
  return words.filter((word) => word !== '').join(', ');
}

/** Of what targets are measured by, too. */
export const titleOfIndicator = (data: ReportData, key: string): string =>
  knownIndicator(data, key)?.title ?? data.scores.find(({ by }) => by.key === key)?.by.title ?? key;

function ownerTitle(data: ReportData, { scope, school, group }: FigureKey): string {
  if (scope === 'school') return namesOf(data, [school!]);
  return scope === 'group' ? groupTitle(data, group!) : 'район';
}

/** What is asked when a figure of a document is to be explained: a target's, where no single figure stands behind it. */
export function explainedBy(data: ReportData, figure: Figure): Explained {
  const line = data.scores.find((candidate) => isBehind(candidate, figure));
  if (line && (line.target.slice || !knownIndicator(data, figure.indicator)))
    return {
      kind: 'target',
      period: data.period,
      target: line.target.id,
      ...(line.school ? { school: line.school.key } : {}),
    };
  const { period, scope, school, group, slice, indicator } = figure;
  const owner = { ...(school === undefined ? {} : { school }), ...(group === undefined ? {} : { group }) };
  return { kind: 'figure', period, scope, ...owner, ...(slice ? { slice } : {}), indicator };
}

const isBehind = ({ by, school, fact, target }: ScoreLine, figure: Figure): boolean =>
  by.key === figure.indicator &&
  school?.key === figure.school &&
  (school !== undefined || target.group === (figure.group ?? '')) &&
  fact?.numerator === figure.numerator &&
  fact.denominator === figure.denominator;

/** «Ф-1 – Ф-9» */
export const rangeOf = (used: readonly UsedFigure[]): string => {
  const [first, last] = [used[0]!.id, used[used.length - 1]!.id];
  return first === last ? first : `${first}${NBSP}– ${last}`;
};

/** The periods that figures come from, the latest first. */
export const periodsOf = (used: readonly UsedFigure[]): PeriodKey[] =>
  [...new Set(used.map(({ figure }) => figure.from ?? figure.period))].sort().reverse();
