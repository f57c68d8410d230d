import type { Block, ChartBlock, Edition, PeriodKey, Shown, TableColumn } from '../model';
import type { Owner, ReportData } from './report-data';

type IndicatorKey = string;
type TableBlock = Extract<Block, { kind: 'table' }>;

/** A table as a part gives it; its number and caption are the composer's. */
export interface PartTable extends Omit<TableBlock, 'caption'> {
  /** What «таблица {key}» in any text of the report refers to. */
  readonly key?: string;
  readonly title: string;
  /** Too wide for an upright page. */
  readonly landscape?: true;
}

/** A chart as a part gives it; where it cannot be drawn it goes with its sentence, and the tables stand alone. */
export interface PartChart extends Omit<ChartBlock, 'caption'> {
  readonly title: string;
  /** The sentence that refers to it: «Ход работы показан на рисунке {figure:…}.» */
  readonly intro: string;
  /** Counts nothing of people: it stands in the edition for everybody, too. */
  readonly impersonal?: true;
}

/** Where the composer lists the figures that the whole report tells of. */
export interface UsedFiguresHere {
  readonly kind: 'used-figures';
}

export type PartBlock =
  | Exclude<Block, TableBlock | ChartBlock | { kind: 'page' }>
  | PartTable
  | PartChart
  | UsedFiguresHere;

/** A part (раздел) of a report. One without data says `absent`, or is left out where it has no such words. */
export interface Part {
  /** What «раздел {part:key}» refers to. */
  readonly key?: string;
  /** Without one the part has neither heading nor number, as requisites and signatures. */
  readonly title?: string;
  /** The indicators it cannot do without: the programme must have them all, and at least one must have a value. */
  readonly needs: readonly IndicatorKey[];
  /** Indicators that it tells of where the programme has them. */
  readonly mentions?: readonly IndicatorKey[];
  /** `subject` is whom the report is about, as `ReportKind.subjects` names it; `kind` is the kind that the part stands in. */
  readonly blocks: (data: ReportData, subject: string | null, kind: Called) => readonly PartBlock[];
  readonly absent?: string;
  /** It stands behind the signature, under a heading of its own («Приложение 1»). */
  readonly appendix?: true;
}

/** What a document is called, about what and of which time. */
export type Called = Pick<ReportKind, 'title' | 'about' | 'when'>;

/** A kind of report: parts in their order. */
export interface ReportKind {
  /** Permanent; what is stored with a document. */
  readonly key: string;
  readonly title: string;
  /** What it is about, in its heading: «о качестве образования» unless said. */
  readonly about?: string;
  /** Of which time it is, after that: «по итогам …» unless said. */
  readonly when?: (period: PeriodKey) => string;
  readonly editions: readonly Edition[];
  /** Whether its data may still change: while the period is open, unless said. */
  readonly preliminary?: (data: ReportData, subject: string | null) => boolean;
  /** There is a document about each school; without it one for all. */
  readonly each?: 'school';
  /** Beside the one for all there is a document about each school, under a title of its own. */
  readonly ofSchool?: Called;
  /** Whom there is a report about: keys of schools, say; `[null]` where there is one for all. */
  readonly subjects: (data: ReportData) => readonly (string | null)[];
  readonly parts: (data: ReportData, subject: string | null) => readonly Part[];
}

/** A column that shows an indicator: its value, the whole it rests on, its change. */
export interface FigureColumn extends TableColumn {
  readonly indicator: string;
  readonly shows: Shown;
}

/** A line of a table of figures: whose they are. */
export interface Line {
  readonly title: string;
  readonly owner: Owner;
  readonly bold?: boolean;
}
