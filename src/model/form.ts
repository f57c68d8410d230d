import type { Cell } from './cell';
import type { Due, FieldDue, QuarterNumber } from './due';

/**
 * What a school is asked for: a form (форма) is a list of fields (графы) with the rules its rows obey.
 * A form is declared once; its block on a school's tab, its consolidated tab, its checks and its help follow from it.
 */

/**
 * `count` — whole number of people or things; `decimal` — e.g. staff positions; `text` — a few typed words; `choice` — one
 * of a list; `date` — a day, kept as ISO; `link` — an address; `long-text` — a paragraph; `ref` — id of a register's row.
 */
export type FieldKind = 'count' | 'decimal' | 'text' | 'choice' | 'date' | 'link' | 'long-text' | 'ref';

/** The frozen columns beside the remarks in which a row's name stands: class, letter, subject. */
export type Slot = 'first' | 'second' | 'third';

export interface Field<K extends FieldKind = FieldKind> {
  readonly kind: K;
  /** Column header in Russian. */
  readonly title: string;
  /** What to enter, from which source, as of which date. Shown as the header's note. */
  readonly help: string;
  /** The allowed words of a `choice`; suggestions only for a `text`. */
  readonly choices?: readonly string[];
  /** Other names of the words of `choices`, under which people know them; a text only. */
  readonly synonyms?: Readonly<Record<string, readonly string[]>>;
  /** Stays in the row when a new period begins («переносится»): classes, subjects, numbers on the list. */
  readonly carried?: boolean;
  /** Stands in the row from the start, anew each time: typing begins with another field. */
  readonly prefilled?: boolean;
  /** May be left blank without a remark. */
  readonly optional?: boolean;
  /** A count that tells on single children in a small group (ОВЗ, учёт, опека …). */
  readonly sensitive?: boolean;
  /** A number above this is unlikely and asks for an explanation; never an error. */
  readonly plausibleUpTo?: number;
  /** …nor is one above so many times another field's. */
  readonly plausibleTimes?: readonly [field: string, times: number];
  readonly slot?: Slot;
  /** A text that names schools, kept as their keys: nothing but schools and «район», or other words too. */
  readonly schools?: 'only' | 'also';
  /** Not always asked for where its form is. */
  readonly due?: FieldDue;
  /** Key of the register whose rows a `ref` may name. */
  readonly ref?: string;
}

export type Fields = Readonly<Record<string, Field>>;

/** The keys of the fields that can be added up. */
export type NumericKey<F extends Fields> = {
  [K in keyof F & string]: F[K]['kind'] extends 'count' | 'decimal' ? K : never;
}[keyof F & string];

/** The keys of the fields that hold words. */
export type WordKey<F extends Fields> = Exclude<keyof F & string, NumericKey<F>>;

/** Weight of each field in a sum: `{ five: 1, four: 1 }` is five + four. */
export type Weights = Readonly<Record<string, number>>;
export type WeightsOf<F extends Fields> = Readonly<Partial<Record<NumericKey<F>, number>>>;

/** Σ weight × part must not exceed (`at-most`), must reach (`at-least`) or must equal (`equal`) the whole. */
export interface SumRule {
  readonly id: string;
  readonly parts: Weights;
  readonly whole: string;
  readonly relation: 'at-most' | 'at-least' | 'equal';
  readonly severity: Severity;
  /** When the filled parts already reach the whole, the blank ones are proved to be 0. */
  readonly provesZeros?: boolean;
  /** What is being compared, in Russian, e.g. «отметки, н/а и освобождённые». */
  readonly title: string;
}

export type Severity = 'error' | 'warning';

/** What a form of a school and a register of the district have in common: rows of named fields. */
export interface Kept<F extends Fields = Fields> {
  /** Permanent key, e.g. `marks`. It is what is stored. */
  readonly key: string;
  readonly title: string;
  /** One line under the title: what it is about and which date it describes. */
  readonly help: string;
  readonly fields: F;
  /** The fields that tell one row from another (деловой ключ строки). */
  readonly identity: readonly string[];
}

/** What is known of a school before it has typed anything. */
export interface StartKnown {
  readonly quarter: QuarterNumber;
  readonly type: string;
  /** Name of the partner school; '' where there is none. */
  readonly partner: string;
  /** How many pupils the class list has in these grades; null where it does not say. */
  readonly enrolledIn: (from: number, to: number) => number | null;
}

export type StartRow = Readonly<Record<string, Cell>>;

export interface Form<F extends Fields = Fields> extends Kept<F> {
  readonly due: readonly Due[];
  /** What version 0.1.0 called it: its workbooks know tabs by their names alone. */
  readonly formerTitle?: string;
  /** The fields whose words cut the form's figures, one at a time: by subject, by grade. */
  readonly slices?: readonly string[];
  readonly sums: readonly SumRule[];
  /** Numbers of this form are compared with the class list (`classes`): class by class and in total. */
  readonly followsClassList?: boolean;
  /** Classes below this grade need not stand in the form (grade 1 has no marks). */
  readonly firstGrade?: number;
  /** The district has its numbers and enters them, of all rows or of those with these words; the school confirms. */
  readonly byDistrict?: boolean | Readonly<Record<string, readonly string[]>>;
  /** It describes what lasts: where nobody asks for it, what was said last time holds for a year. */
  readonly lasting?: boolean;
  /** The rows it begins with; those of a form with one row for a class follow from the class list. */
  readonly starts?: (known: StartKnown) => readonly StartRow[];
  /** How many rows a new tab offers while none is filled; 15 unless said. */
  readonly startingRows?: number;
  /** Free rows kept below the filled ones; 5 unless said. */
  readonly spareRows?: number;
  /** Where the words of these fields change, the captions are repeated among the rows. */
  readonly captionsBy?: readonly string[];
  /** Number of people below which a row with a filled sensitive field asks to merge classes. */
  readonly smallGroup?: number;
}

export interface FormDeclaration<F extends Fields>
  extends Omit<Form<F>, 'sums' | 'identity' | 'slices' | 'captionsBy'> {
  readonly identity: readonly (keyof NoInfer<F> & string)[];
  readonly slices?: readonly WordKey<NoInfer<F>>[];
  readonly captionsBy?: readonly WordKey<NoInfer<F>>[];
  readonly sums?: readonly (Omit<SumRule, 'parts' | 'whole'> & {
    readonly parts: WeightsOf<NoInfer<F>>;
    readonly whole: NumericKey<NoInfer<F>>;
  })[];
}

/** Declares a form; a misspelt field in a rule does not compile. */
export function defineForm<const F extends Fields>(declaration: FormDeclaration<F>): Form<F> {
  return { ...declaration, sums: (declaration.sums ?? []) as readonly SumRule[] };
}

type FieldOptions = Omit<Field, 'kind' | 'title' | 'help' | 'choices' | 'synonyms'>;

export const count = (title: string, help: string, options: FieldOptions = {}): Field<'count'> => ({
  kind: 'count',
  title,
  help,
  ...options,
});

export const decimal = (title: string, help: string, options: FieldOptions = {}): Field<'decimal'> => ({
  kind: 'decimal',
  title,
  help,
  ...options,
});

export const text = (
  title: string,
  help: string,
  options: FieldOptions & Pick<Field, 'choices' | 'synonyms'> = {},
): Field<'text'> => ({ kind: 'text', title, help, ...options });

export const choice = (
  title: string,
  help: string,
  choices: readonly string[],
  options: FieldOptions = {},
): Field<'choice'> => ({ kind: 'choice', title, help, choices, ...options });

export const date = (title: string, help: string, options: FieldOptions = {}): Field<'date'> => ({
  kind: 'date',
  title,
  help,
  ...options,
});

export const link = (title: string, help: string, options: FieldOptions = {}): Field<'link'> => ({
  kind: 'link',
  title,
  help,
  ...options,
});

export const longText = (title: string, help: string, options: FieldOptions = {}): Field<'long-text'> => ({
  kind: 'long-text',
  title,
  help,
  ...options,
});

export const ref = (title: string, help: string, register: string, options: FieldOptions = {}): Field<'ref'> => ({
  kind: 'ref',
  title,
  help,
  ...options,
  ref: register,
});

/** Stands in a row from the start: nobody has typed it. */
export const isGiven = (field: Field | undefined): boolean => field?.carried === true || field?.prefilled === true;

export const isNumeric = (field: Field): boolean => field.kind === 'count' || field.kind === 'decimal';

export const numericKeys = (form: Form): string[] =>
  Object.keys(form.fields).filter((key) => isNumeric(form.fields[key]!));
