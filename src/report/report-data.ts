import {
  type Amount,
  type AnyIndicator,
  type Change,
  type CountedSchools,
  type Edition,
  type Entry,
  type ExpectedLine,
  type Figure,
  type FigureKey,
  type Form,
  figureId,
  groupWith,
  type Identification,
  type ObjectivityQuestion,
  type PeriodKey,
  type Programme,
  type RegisterRow,
  type School,
  type SchoolImprovement,
  type ScoreLine,
  type Shown,
  shiftPeriod,
  type YearGap,
} from '../model';

/** A school's part in the collection. */
export interface SchoolCollection {
  readonly school: string;
  readonly classes: number;
  readonly pupils: number;
  /** On the class lists of the same quarter a year before; null where there are none. */
  readonly pupilsYearAgo: number | null;
  readonly rows: number;
  readonly leftOut: number;
  /** Why its tab could not be read; '' when it could. */
  readonly trouble: string;
  /** Null where version 0.1.0 closed the period: it kept no more than words. */
  readonly submitted: boolean | null;
  /** How it was handed in; null where the period was closed by a version that did not keep it. */
  readonly handedIn: HandedIn | null;
}

/** What a school's tab was like when it was last collected. */
export interface HandedIn {
  /** Local ISO; '' while it is not handed in. */
  readonly at: string;
  /** Days after the deadline; null while it is not handed in. */
  readonly lateDays: number | null;
  /** How often it was given back to be mended. */
  readonly returns: number;
  /** When it was given back, while it waits to be handed in again; '' else. Local ISO. */
  readonly returnedAt: string;
  readonly errors: number;
  /** Warnings without an explanation. */
  readonly questions: number;
  /** Cells filled of those expected, over all forms. */
  readonly filled: number;
  readonly expected: number;
}

/** How a quarter was handed in, by school. */
export interface QuarterHandedIn {
  readonly period: PeriodKey;
  /** Null where that is not known; undefined where the school owed nothing. */
  readonly bySchool: Readonly<Record<string, HandedIn | null>>;
}

/** A number put right after the period was closed. */
export interface CorrectedNumber {
  /** «12.07.2023» */
  readonly day: string;
  /** The school's name. */
  readonly school: string;
  /** «Отметки: 5 А Математика» */
  readonly row: string;
  /** The field's title. */
  readonly field: string;
  readonly was: string;
  readonly became: number;
  readonly reason: string;
}

/** A form of a school's tab as it was typed. */
export interface TypedForm {
  readonly form: Form;
  /** Cells of it were expected in the period. */
  readonly asked: boolean;
  readonly rows: readonly TypedRow[];
}
export interface TypedRow {
  readonly entry: Entry;
  /** False where an error keeps it out of the figures. */
  readonly valid: boolean;
}

type Whose = Omit<FigureKey, 'period'>;

/** What the order leaves open of a target, as the district's setting reads it. */
export interface Reading {
  readonly setting: string;
  readonly words: string;
}

/** Questions that works of the last year raise. */
export interface Objectivity {
  /** How many works there are, and of how many of them the region's results are known. */
  readonly works: number;
  readonly withRegion: number;
  /** In the order of the register of schools. */
  readonly questions: readonly ObjectivityQuestion[];
}

/** Years up to the period, the earliest first. */
export interface YearsBefore {
  /** Results of the period's own kind. */
  readonly sameKind: (of: Whose) => readonly Figure[];
  /** One for each year: of its end, where there are such results. */
  readonly eachYear: (of: Whose) => readonly Figure[];
  /** Of a school's levels (1–4, 5–9, 10–11) the results of the period's own kind, level by level. */
  readonly levels: (school: string, indicator: string) => readonly Figure[];
  /** The last three results of the period's own kind as one: for what needs attention, never for official figures. */
  readonly threeYears: (of: Whose) => Amount & { readonly years: number };
  /** How far participants are from leading schools. */
  readonly gaps: (indicator: string) => readonly YearGap[];
  /** Which schools have improved stably (roadmap 3.1), in the order of the register. */
  readonly improvements: () => readonly SchoolImprovement[];
}

/** Everything that reports of one period are written from: figures already computed, nothing is counted here. */
export interface ReportData {
  readonly programme: Programme;
  readonly edition: Edition;
  /** Whether a form was asked of a school in the period: what was not is not missing. */
  readonly isAsked: (form: Form, school: School) => boolean;
  readonly period: PeriodKey;
  readonly closed: boolean;
  /** ISO day of the consolidation the figures come from. */
  readonly day: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly schools: readonly School[];
  readonly collection: readonly SchoolCollection[];
  /** How the last quarters were handed in, the period's own among them; the earliest first. */
  readonly quarters: readonly QuarterHandedIn[];
  /** Whose data the figures are made of, where these are not all schools. */
  readonly counted?: CountedSchools | null;
  /** By `figureId`. */
  readonly figures: Pick<ReadonlyMap<string, Figure>, 'get' | 'values'>;
  /** An indicator's figures of the whole district among them: few beside those of its schools. */
  readonly ofDistrict: (indicator: string) => readonly Figure[];
  /** Totals of the same quarter a year before, by `figureId`. */
  readonly yearAgo: Pick<ReadonlyMap<string, Figure>, 'get'>;
  /** What the figures say of each school, beside the group that the order gives it. */
  readonly identification: readonly Identification[];
  /** By result: the line that the context draws through all schools. */
  readonly expectedLines: Readonly<Record<string, ExpectedLine>>;
  /** Rows of the district's registers, by register. */
  readonly registers: Readonly<Record<string, readonly RegisterRow[]>>;
  /** What stands on a school's tab in this period, form by form, rows with errors too; forms asked for without rows as well. */
  readonly typedBy: (school: string) => readonly TypedForm[];
  /** A school's counted rows of a form, of the latest quarter within a year that has any. */
  readonly rowsOf: (school: string, form: string) => readonly Entry[];
  /** How a figure of this period differs from its earlier one; null when there is nothing to compare with. */
  readonly changeOf: (figure: Figure) => Change | null;
  /** Whether a public edition must not show it; nothing of an edition for the office is withheld. */
  readonly withheld: (figure: Figure, shows?: Shown) => boolean;
  /** The same quarter of the last school year, by form key; null where it has no figures of that form. */
  readonly comparisons: Readonly<Record<string, PeriodKey | null>>;
  /** Of schools by key, those of the earlier period among them. */
  readonly names: ReadonlyMap<string, string>;
  readonly subjects: readonly string[];
  readonly corrections: readonly CorrectedNumber[];
  /** Plan and fact of the targets as of this period. */
  readonly scores: readonly ScoreLine[];
  readonly readings: readonly Reading[];
  /** Questions to the results of works; null where the programme has none of them. */
  readonly objectivity: () => Objectivity | null;
  /** What the years before say; worked out when it is asked for. */
  readonly years: YearsBefore;
}

/** Whose figure is meant. */
export type Owner = Omit<FigureKey, 'period' | 'indicator'>;

export const DISTRICT: Owner = { scope: 'district' };
export const ofSchool = (school: string): Owner => ({ scope: 'school', school });
export const ofGroup = (group: string): Owner => ({ scope: 'group', group });
export const ofSubject = (subject: string): Owner => ({ scope: 'district', slice: { subject } });

export const ofSchoolSubject = (school: string, subject: string): Owner => ({
  scope: 'school',
  school,
  slice: { subject },
});

/** The school that a report is about; undefined where it is about all of them or about something else. */
export const schoolOf = ({ schools }: ReportData, subject: string | null): School | undefined =>
  schools.find(({ key }) => key === subject);

/** A school's name; any other subject is its own title. */
export const subjectTitle = (data: ReportData, subject: string): string => schoolOf(data, subject)?.name ?? subject;

export const knownIndicator = ({ programme }: Pick<ReportData, 'programme'>, key: string): AnyIndicator | undefined =>
  programme.indicators.find((item) => item.key === key);

/** «Школа №1, Школа №2» */
export const namesOf = ({ names }: ReportData, schools: readonly string[]): string =>
  schools.map((key) => names.get(key) ?? key).join(', ');

/** Of a part's `needs`: without them the composer does not call it. */
export const indicatorOf = (data: ReportData, key: string): AnyIndicator => {
  const indicator = knownIndicator(data, key);
  if (!indicator) throw new Error(`a part of the report shows ${key} and does not say that it needs it`);
  return indicator;
};

export const figureOf = (
  data: Pick<ReportData, 'figures' | 'period'>,
  owner: Owner,
  indicator: string,
): Figure | undefined => data.figures.get(figureId({ ...owner, period: data.period, indicator }));

export const changeOf = (data: ReportData, owner: Owner, indicator: string): Change | null => {
  const figure = figureOf(data, owner, indicator);
  return figure ? data.changeOf(figure) : null;
};

/** The same owner's figure a year before, of the same kind of result. */
export const yearAgoOf = ({ yearAgo, period }: ReportData, owner: Owner, indicator: string): Figure | undefined =>
  yearAgo.get(figureId({ ...owner, period: shiftPeriod(period, -4), indicator }));

export const identificationOf = ({ identification }: ReportData, school: string): Identification | undefined =>
  identification.find((item) => item.school === school);

/** What it tells is read by everybody. */
export const isPublic = ({ edition }: Pick<ReportData, 'edition'>): boolean => edition === 'публичная';

export const hasValue = (figure: Figure | undefined): figure is Figure & { value: number } =>
  figure !== undefined && figure.value !== null;

/** «Ведущие школы»; of a group that the programme has not, its own word. */
export const groupTitle = ({ programme }: Pick<ReportData, 'programme'>, group: string): string =>
  programme.groups.find(({ key }) => key === group)?.title ?? `Группа «${group}»`;

/** Whether the programme is for this school. */
export const isParticipant = (
  { programme }: Pick<ReportData, 'programme'>,
  { group }: Pick<School, 'group'>,
): boolean => groupWith(programme.groups, 'participants')?.key === group;

export const groupsOf = ({ schools }: ReportData): string[] =>
  [...new Set(schools.map((school) => school.group))].filter((group) => group !== '').sort((a, b) => (a < b ? 1 : -1));
