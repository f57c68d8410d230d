import type { Cell } from './cell';
import type { ClassSet, Entry, RawRow } from './entry';
import type { Form, Severity } from './form';
import type { AnyIndicator } from './indicator';
import type { Issue } from './issue';
import type { PeriodKey } from './period';
import type { School } from './school';

/**
 * How far a check looks: at single rows, at all rows of the form, at the other forms of the tab; `whole`: at these when the
 * whole tab is looked at; at the rows of the last period, of the year before, of the other schools. `memory` is what the tab
 * remembers of its rows: found where the tab is read.
 */
export type Needs = 'row' | 'form' | 'tab' | 'whole' | 'before' | 'year' | 'district' | 'memory';

/**
 * Not looked for at every edit but when a whole tab is checked («Проверить», «Сдать», a consolidation); what was found stays
 * in the memory of the row for as long as its cells stay.
 */
export const isKept = ({ needs }: Pick<Check, 'needs'>): boolean =>
  needs === 'whole' || needs === 'before' || needs === 'year' || needs === 'district';

export type Details = Issue['details'];

/** A cell that could not be read. */
export interface Unread {
  readonly id: string;
  readonly field: string;
  readonly found: string;
}

/** A row as checks see it. */
export interface SeenRow {
  /** Its place among the rows of its form, from 0. */
  readonly place: number;
  readonly entry: Entry;
  readonly raw: RawRow;
  readonly unread: readonly Unread[];
  /** The classes it speaks of; null where its grade cannot be read or the form has none. */
  readonly classes: ClassSet | null;
  /** One spelling of the classes, to look rows of other forms up by; '' without classes. */
  readonly classKey: string;
  /** One spelling of what tells the row from the others of its form. */
  readonly identity: string;
}

export type SeenSchool = Pick<School, 'key' | 'type'> & Partial<Pick<School, 'name' | 'group' | 'partner'>>;

/** What a check may look at: one form of one school in one period, and what is around it. */
export interface Seen {
  readonly form: Form;
  readonly school: SeenSchool;
  readonly period: PeriodKey;
  /** Whether the form is asked for. */
  readonly due: boolean;
  /** Of a form that is asked for, a field that is not. */
  readonly isSpared: (field: string) => boolean;
  /** The grades whose rows alone are asked for. */
  readonly grades?: readonly [from: number, to: number];
  /** The programme's indicators of this form. */
  readonly indicators: readonly AnyIndicator[];
  /** Those of all forms. */
  readonly allIndicators: readonly AnyIndicator[];
  /** Rows with data. */
  readonly rows: readonly SeenRow[];
  /**
   * True of a row about which a check that still holds had nothing to say: neither of it nor of two such rows together is
   * anything found now. Nothing is quiet when a whole tab is checked.
   */
  readonly isQuiet: (row: SeenRow) => boolean;
  /** Rows in which only what was carried over stands. */
  readonly unbegun: readonly SeenRow[];
  /** Rows of another form of the tab that may be relied on. */
  readonly tab: (form: string) => readonly SeenRow[];
  /** The same row in the last period; with a name, the row that was called so then. */
  readonly before: (row: SeenRow, name?: string) => SeenRow | undefined;
  /** The same row in the same quarter of the year before. */
  readonly yearAgo: (row: SeenRow) => SeenRow | undefined;
  /** The form's rows of the other schools, by school. */
  readonly district: () => ReadonlyMap<string, readonly SeenRow[]>;
  /** The same as they were typed, of the schools that are like this one; [] where they are too few to say what is usual. */
  readonly peers: () => readonly (readonly RawRow[])[];
}

export interface Found<D extends Details = Details> {
  /** Absent when it is about the whole form. */
  readonly at?: SeenRow;
  readonly field?: string;
  /** Where it is not always the check's own. */
  readonly severity?: Severity;
  readonly details: D;
}

/** What words may name. */
export interface Titles {
  readonly form: Form;
  /** Key of the field, if the issue has one. */
  readonly field?: string;
  /** The field's title in quotation marks. */
  readonly column: string;
}

type Typed = Readonly<Record<string, Cell>>;

/** An example: what is typed, and what the check says of it. The examples are the tests. */
export interface Case {
  readonly form: string;
  readonly rows: readonly Typed[];
  /** What is known of each of the rows beside its cells. */
  readonly more?: Partial<Pick<RawRow, 'explanation' | 'misplaced' | 'notCounted' | 'percent'>>;
  /** Rows of the tab's other forms. */
  readonly tab?: Readonly<Record<string, readonly Typed[]>>;
  /** The form's rows in the last period. */
  readonly before?: readonly Typed[];
  /** Those of the year before. */
  readonly yearAgo?: readonly Typed[];
  /** The form's rows of other schools. */
  readonly district?: Readonly<Record<string, readonly Typed[]>>;
  /** Whether these are of the same type and group; so they are when it is not said. */
  readonly unlike?: boolean;
  readonly school?: Partial<School>;
  readonly period?: PeriodKey;
  /** «row: words», in order; none where the check has nothing to say. */
  readonly says: readonly string[];
}

/** A check in one object: what it finds, in which words it says so, and the examples that show it. */
export interface Check<D extends Details = Details> {
  readonly id: `${'cell' | 'row' | 'form' | 'tab'}/${string}`;
  readonly needs: Needs;
  readonly severity: Severity;
  /** Key of the only form it looks at; every form when not said. */
  readonly form?: string;
  /** With `needs: 'tab'`: keys of the other forms it looks at; any form of the tab when not said. */
  readonly beside?: readonly string[];
  /** True where of those forms only rows that share a class with a row bear on what it finds of it. */
  readonly sameClass?: boolean;
  /** True where what it finds of a row depends on no other row of the form; so it does when `needs` is 'row'. */
  readonly byRow?: (form: Form) => boolean;
  /** Said only of a row with which nothing else is wrong. */
  readonly unlessErrors?: boolean;
  /** Says that something is missing: the school's word about the whole form («Ответ») answers it. */
  readonly answeredByForm?: boolean;
  /** Called once for a form; not there where reading a cell or a tab finds it. */
  find?(seen: Seen): readonly Found<D>[];
  /** What is wrong and what to do, without the place; an error tells how to put it right. */
  words(details: D, titles: Titles): string;
  readonly cases: readonly Case[];
}

/** Declares a check; words that name a detail it does not find do not compile. */
export const defineCheck = <D extends Details = Readonly<Record<never, never>>>(check: Check<D>): Check =>
  check as unknown as Check;
