import type { Details } from './check';
import type { Figure } from './figure';
import type { FieldKind, Fields, Kept, Severity } from './form';
import type { Issue } from './issue';
import type { PeriodKey } from './period';
import type { School } from './school';
import { spacedText } from './spelling';
import type { StatusCycle } from './status';

/**
 * A register (реестр) is what the district keeps of itself: it stands on a tab of its own and goes on from period to period.
 * It is declared once; its tab, checks, export and place in a closed period's snapshot follow from it.
 */

/** What a cell holds once it is read: a number or null, words ('' for a blank), a day as ISO, the id of a row referred to. */
export type ValueOf<K extends FieldKind> = K extends 'count' | 'decimal' ? number | null : string;

/** A row of a register by field key; its id is permanent and made by the add-on. */
export type RowOf<F extends Fields> = { readonly [K in keyof F & string]: ValueOf<F[K]['kind']> } & {
  readonly id: string;
};
export type RegisterRow = Readonly<Record<string, string | number | null>> & { readonly id: string };

/** A row of the order: where the order is the hand, its words stand; elsewhere it is what the row begins with. */
export type Start<F extends Fields = Fields> = { readonly id: string } & Partial<Omit<RowOf<F>, 'id'>>;

/** A row of the order for each school, or each of a group: its id is the school's own, made of this one's number. */
export interface SchoolStart<F extends Fields = Fields> {
  readonly group?: string;
  readonly start: Start<F>;
}

/** What stands for the whole district where schools are named. */
export const DISTRICT = 'район';

/** Who writes a field: the order (in rows of the order the words come back when changed), people, or the runs. */
export type Hand = 'order' | 'coordinator' | 'computed';

/** k of n. */
export interface CountOf {
  readonly k: number;
  readonly n: number;
}

/** What schools gave in a period. */
export interface CollectedPeriod {
  readonly period: PeriodKey;
  readonly schools: number;
  readonly handedIn: number;
  /** Keys of the schools in whose form something stands, by form. */
  readonly filled: Readonly<Record<string, readonly string[]>>;
}

/** Everything a register's own computing may look at. */
export interface World {
  /** ISO day. */
  readonly today: string;
  readonly period: PeriodKey;
  readonly schools: readonly School[];
  /** Figures of the open period. */
  readonly figures: (indicator: string) => readonly Figure[];
  /** The last periods, oldest first, the open one among them; none while they are not known. */
  readonly collected: readonly CollectedPeriod[];
  /** Reports that have been built. */
  readonly reports: readonly { readonly kind: string; readonly period: PeriodKey }[];
  /** How a share has changed, as an interval of the difference in shares (Newcombe): later minus earlier. */
  readonly changeOf: (earlier: CountOf, later: CountOf) => { readonly low: number; readonly high: number };
  /** Rows of the programme's registers as they stand on their tabs. */
  readonly registers: Readonly<Record<string, readonly RegisterRow[]>>;
}

/** What a check may look at: a register's rows in typed values, and what is around them. */
export interface SeenRegister {
  readonly register: Register;
  readonly rows: readonly RegisterRow[];
  /** The same rows as the last closed period has kept them, by id. */
  readonly before: ReadonlyMap<string, RegisterRow>;
  /** Ids of the rows whose status data say: what it asks for is asked of the data. */
  readonly computed: ReadonlySet<string>;
  readonly world: World;
}

/** What is wrong in one row; without a field, with all of it. */
export interface FoundRow<D extends Details = Details> {
  readonly row: string;
  readonly field?: string;
  readonly details: D;
}
export type RowFinding = FoundRow & Pick<Issue, 'id' | 'severity'>;

/** An example: rows of a register as typed values, and what the check says of them: «id: words». */
export interface RegisterCase {
  readonly rows: readonly Partial<RegisterRow>[];
  /** The same rows when the last period was closed. */
  readonly before?: readonly Partial<RegisterRow>[];
  readonly today?: string;
  /** Schools of «Школы», as far as they matter. */
  readonly schools?: readonly (Pick<School, 'key'> & Partial<School>)[];
  readonly says: readonly string[];
}

/** A check of registers in one object: what it finds, in which words it says so, and the examples that show it. */
export interface RegisterCheck<D extends Details = Details> {
  readonly id: `register/${string}`;
  readonly severity: Severity;
  find(seen: SeenRegister): readonly FoundRow<D>[];
  /** What is wrong and what to do; `column` is the field's title in quotation marks. */
  words(details: D, titles: { readonly register: Register; readonly column: string }): string;
  readonly cases: readonly RegisterCase[];
}

/** Declares a check of registers; words that name a detail it does not find do not compile. */
export const defineRegisterCheck = <D extends Details = Readonly<Record<never, never>>>(
  check: RegisterCheck<D>,
): RegisterCheck => check as unknown as RegisterCheck;

export interface Register<F extends Fields = Fields> extends Kept<F> {
  /** What the ids begin with: «ПЛ» makes ПЛ-01 for the order's rows and ПЛ-101 for the first one added by a person. */
  readonly prefix: string;
  /** The field that names a row in lists of references, after its id. */
  readonly label: keyof F & string;
  /** Ids of the order's requirements that it answers. */
  readonly answers: readonly string[];
  /** Rows in the order's words; they come back when deleted. */
  readonly starts: readonly Start[];
  /** Rows in the order's words that each school has; below the others. */
  readonly schoolStarts?: readonly SchoolStart[];
  /** Fields written by another hand than the coordinator's. */
  readonly hand: { readonly [K in keyof F & string]?: Hand };
  /** Its tab is hidden: few look at it, and not every week. */
  readonly quiet?: boolean;
  /** Fields whose columns are hidden. */
  readonly hidden?: readonly (keyof F & string)[];
  /** Pixels of a column that wants another width than its kind's. */
  readonly widths?: { readonly [K in keyof F & string]?: number };
  /** The long words of the second field stand as the note of the first one's cell. */
  readonly notes?: { readonly [K in keyof F & string]?: keyof F & string };
  /** For each row, in their order, the fields that data say; such a cell is the runs' and not a person's. */
  readonly computed?: (rows: readonly RegisterRow[], world: World) => readonly Partial<RegisterRow>[];
  /** The field that holds the status, its states and the moves allowed. */
  readonly status?: { readonly field: keyof F & string; readonly cycle: StatusCycle };
  /** A row in one of these states has a day, not later than today, and at least one of the evidences. */
  readonly done?: {
    readonly states: readonly string[];
    readonly on: keyof F & string;
    readonly evidence: readonly (keyof F & string)[];
    /** In another state the day is that of a plan and may come. */
    readonly planned?: boolean;
  };
  /** Names of officials that the order itself names: they may stand. */
  readonly officials?: readonly string[];
  /** A row in one of these states says why. */
  readonly waived?: { readonly states: readonly string[]; readonly why: keyof F & string };
  readonly checks?: readonly RegisterCheck[];
  /** The closed period's snapshot keeps its rows. */
  readonly frozen: boolean;
}

export interface RegisterDeclaration<F extends Fields>
  extends Omit<Register<F>, 'starts' | 'schoolStarts' | 'computed' | 'identity'> {
  readonly identity: readonly (keyof NoInfer<F> & string)[];
  readonly starts?: readonly Start<NoInfer<F>>[];
  readonly schoolStarts?: readonly SchoolStart<NoInfer<F>>[];
  readonly computed?: (
    rows: readonly RowOf<NoInfer<F>>[],
    world: World,
  ) => readonly Partial<Omit<RowOf<NoInfer<F>>, 'id'>>[];
}

/** Declares a register; a misspelt field in a rule does not compile. */
export const defineRegister = <const F extends Fields>(declaration: RegisterDeclaration<F>): Register =>
  ({ ...declaration, starts: declaration.starts ?? [] }) as unknown as Register;

/** Whose cell it is. */
export const handOf = (register: Register, field: string): Hand => register.hand[field] ?? 'coordinator';

/** Between schools in one cell. */
export const SCHOOLS_APART = '; ';

/** Schools of a cell by their names; `names` are by key. */
export const namesOf = (words: string, names: ReadonlyMap<string, string>): string =>
  words
    .split(SCHOOLS_APART)
    .map((key) => names.get(key) ?? key)
    .join(SCHOOLS_APART);

/** How a row is called where it is referred to: «ПЛ-07 Углубленная диагностика», «Д-4001 Приказ (Дактуйская СОШ)». */
export function labelOf(register: Register, row: RegisterRow, names: ReadonlyMap<string, string> = new Map()): string {
  const school = register.label === 'school' || row.school === DISTRICT ? '' : String(row.school ?? '');
  const title = String(row[register.label] ?? '');
  const words = register.fields[register.label]!.schools ? namesOf(title, names) : title;
  return [row.id, words, ...(school === '' ? [] : [`(${namesOf(school, names)})`])].join(' ').trim();
}

/** The id that a label begins with, in whatever spelling; '' when it begins with none. */
export function idIn(label: string): string {
  const [, prefix, number] = /^([А-Я]{1,3}) ?- ?(\d+)(?= |$)/.exec(spacedText(label).toUpperCase()) ?? [];
  return prefix === undefined ? '' : `${prefix}-${number}`;
}
