import { type Block, periodTitle, type ReportDocument } from '../model';
import { type WholeBlock, withHowComputed } from './how-computed';
import type { Called, Part, PartBlock, ReportKind } from './kind';
import { GOST } from './layout';
import { published } from './published';
import { captioned, type Numbers, numberedChart, referred } from './references';
import {
  DISTRICT,
  figureOf,
  hasValue,
  isPublic,
  knownIndicator,
  ofSchool,
  type ReportData,
  schoolOf,
  subjectTitle,
} from './report-data';
import { withSmallNote } from './small-numbers';
import { paragraph } from './texts';

interface Written {
  readonly part: Part;
  readonly blocks: readonly PartBlock[];
}

/** With the list of its figures where it has one. */
interface WholePart {
  readonly part: Part;
  readonly blocks: readonly WholeBlock[];
}

/**
 * Puts a report together: which parts it has, their numbers and those of tables and charts, references, notes that figures
 * ask for. Charts that cannot be drawn are left out by their keys.
 */
export function composeReport(
  kind: ReportKind,
  data: ReportData,
  subject: string | null,
  undrawn: ReadonlySet<string> = new Set(),
): ReportDocument {
  const seen = (block: PartBlock): boolean => block.kind !== 'chart' || !undrawn.has(block.key);
  const drafted = kind
    .parts(data, subject)
    .map((part): Written => ({ part, blocks: blocksOf(part, data, subject, kind).filter(seen) }))
    .filter(({ blocks }) => blocks.length > 0);
  const listed = withHowComputed(
    drafted.flatMap(({ blocks }) => blocks),
    data,
  );
  const written = drafted.map(({ part, blocks }): WholePart => ({ part, blocks: blocks.flatMap(listed) }));
  return {
    kind: kind.key,
    edition: data.edition,
    ...(subject === null ? {} : { subject }),
    title: titleOf(kind, data, subject),
    period: data.period,
    layout: GOST,
    ...((kind.preliminary ?? isOpen)(data, subject) ? { watermark: PRELIMINARY } : {}),
    blocks: numbered(written, data),
  };
}

const PRELIMINARY = 'ПРЕДВАРИТЕЛЬНО';
const isOpen = ({ closed }: ReportData): boolean => !closed;

/** Parts with a title, tables and charts are numbered from 1 on, each by itself. */
function numbered(written: readonly WholePart[], data: ReportData): Block[] {
  const numbers = numbersOf(written);
  let tables = 0;
  let charts = 0;
  const headings = headingsOf(written);
  return written.flatMap(({ part, blocks }) => {
    const title = headings.get(part);
    const heading: Block[] = title === undefined ? [] : [{ kind: 'heading', level: 1, content: title }];
    const own = blocks.flatMap((block): Block[] => {
      if (block.kind === 'chart') {
        charts += 1;
        return [paragraph(block.intro), numberedChart(block, charts)].map((item) => referred(item, numbers));
      }
      if (block.kind !== 'table') return [referred(block, numbers)];
      tables += 1;
      return [referred(captioned(withSmallNote(block, data), tables), numbers)];
    });
    return onPages(blocks, [...heading, ...own]);
  });
}

/** A part that begins with a wide table lies on its side; its charts, drawn for upright pages, and what follows them do not. */
function onPages(blocks: readonly WholeBlock[], written: readonly Block[]): Block[] {
  const [first] = blocks;
  if (first?.kind !== 'table' || !first.landscape) return [...written];
  const chart = written.findIndex(({ kind }) => kind === 'chart');
  // The sentence that leads to a chart goes with it.
  const upright = chart < 0 ? written.length : chart - 1;
  return [
    { kind: 'page', landscape: true },
    ...written.slice(0, upright),
    { kind: 'page', landscape: false },
    ...written.slice(upright),
  ];
}

/** «3. Учебные достижения», «Приложение 1. Формулы»: both numbered from 1 on. */
function headingsOf(written: readonly WholePart[]): ReadonlyMap<Part, string> {
  const titled = written.flatMap(({ part }) => (part.title === undefined ? [] : [part]));
  return new Map(
    [false, true].flatMap((appendix) =>
      titled
        .filter((part) => (part.appendix ?? false) === appendix)
        .map((part, index) => [part, `${appendix ? 'Приложение ' : ''}${index + 1}. ${part.title}`] as const),
    ),
  );
}

/** What can be referred to by key, wherever in the report it stands. */
function numbersOf(written: readonly WholePart[]): Numbers {
  const numbers = new Map<string, number>();
  const titled = written.map(({ part }) => part).filter(({ title }) => title !== undefined);
  for (const appendix of [false, true])
    titled
      .filter((part) => (part.appendix ?? false) === appendix)
      .forEach(({ key }, index) => {
        if (key) numbers.set(`part:${key}`, index + 1);
      });
  const tables = written.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'table');
  tables.forEach(({ key }, index) => {
    if (key) numbers.set(key, index + 1);
  });
  const charts = written.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'chart');
  charts.forEach(({ key }, index) => {
    numbers.set(`figure:${key}`, index + 1);
  });
  return numbers;
}

/** «Аналитическая справка, II квартал 2023 г. (…)»; of one school, with its name. */
export function titleOf(kind: ReportKind, data: ReportData, subject: string | null): string {
  return [
    calledAs(kind, subject).title,
    ...(isPublic(data) ? ['для сайта'] : []),
    ...(subject === null ? [] : [subjectTitle(data, subject)]),
    periodTitle(data.period),
  ].join(', ');
}

/** What a document is called: that of a school may have a title of its own. */
export const calledAs = (kind: ReportKind, subject: string | null): Called =>
  subject === null ? kind : (kind.ofSchool ?? kind);

function blocksOf(part: Part, data: ReportData, subject: string | null, kind: ReportKind): readonly PartBlock[] {
  const unknown = part.needs.filter((key) => !knownIndicator(data, key));
  if (unknown.length > 0)
    return [
      paragraph(`Раздел не составлен: в программе нет показателей, без которых он невозможен (${unknown.join(', ')}).`),
    ];
  const written = hasData(part, data, subject) ? part.blocks(data, subject, calledAs(kind, subject)) : [];
  const blocks = isPublic(data) ? written.flatMap((block) => published(block, data)) : written;
  return blocks.length > 0 || part.absent === undefined ? blocks : [paragraph(part.absent)];
}

function hasData({ needs }: Part, data: ReportData, subject: string | null): boolean {
  const school = schoolOf(data, subject);
  const owner = school ? ofSchool(school.key) : DISTRICT;
  return needs.length === 0 || needs.some((key) => hasValue(figureOf(data, owner, key)));
}
