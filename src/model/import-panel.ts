import type { KnownSchool, SentCounts } from './imported';

/** «Внести из файла» in the sidebar: files are read in the browser, only counts of schools go to the server. */
export interface ImportPanel {
  readonly contents: ImportContents;
  readonly actions: {
    /** What would come of it: nothing is changed. */
    compare(sent: readonly SentCounts[], assumesOpen: boolean): ImportFound;
    put(request: ImportRequest): ImportDone;
    openTab(school: string): null;
  };
}

export interface ImportContents {
  /** The open one. */
  readonly period: string;
  readonly municipality: string;
  readonly schools: readonly KnownSchool[];
  readonly forms: readonly { readonly key: string; readonly title: string }[];
  /** The subjects of each form that asks for them, by its key. */
  readonly subjects: Readonly<Record<string, SubjectList>>;
}

export interface SubjectList {
  readonly words: readonly string[];
  /** Other names of the words. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/** A row in which the tab and the file differ; the answer to it holds for what stood on both sides. */
export interface ImportDifference {
  readonly id: string;
  /** Its key. */
  readonly school: string;
  /** Title of the form. */
  readonly form: string;
  /** Row of the tab, from 1. */
  readonly row: number;
  /** «8 Б Химия» */
  readonly name: string;
  readonly fields: readonly DifferentField[];
}

export interface DifferentField {
  readonly field: string;
  readonly title: string;
  readonly standing: string;
  readonly given: string;
}

/** Rows of one form of one school, by their key and title. */
export interface ImportedForm {
  readonly school: string;
  readonly form: string;
  readonly rows: number;
}

export interface ImportFound {
  /** What would be written, and what the tabs say already. */
  readonly put: readonly ImportedForm[];
  readonly same: readonly ImportedForm[];
  readonly differences: readonly ImportDifference[];
  /** Forms that are not asked for in this period, by key. */
  readonly notDue: readonly (ImportedForm & { readonly key: string })[];
  /** Why something is not written, in Russian. */
  readonly refused: readonly string[];
  /** Rows of which the file does not say the period. */
  readonly undated: number;
}

/** How other systems call a school: said once, kept in «Школы». */
export interface SchoolAlias {
  readonly school: string;
  readonly by: 'login' | 'code' | 'name';
  readonly value: string;
}

export interface ImportRequest {
  readonly sent: readonly SentCounts[];
  readonly aliases: readonly SchoolAlias[];
  /** Differences in which the file is right. */
  readonly replace: readonly string[];
  /** Forms, by key, that are to be opened although nobody asks for them. */
  readonly open: readonly string[];
  /** What does not say its period is of the open one. */
  readonly assumesOpen: boolean;
}

export interface ImportDone extends ImportFound {
  readonly replaced: readonly ImportDifference[];
  /** What was remembered of schools and what could not be, in Russian. */
  readonly remembered: readonly string[];
}
