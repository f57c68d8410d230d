import type { FigureKey } from './figure';
import type { PeriodKey } from './period';

/** «Откуда цифра?»: how a figure was made, down to the cells that schools typed. */
export interface ExplainPanel {
  readonly contents: ExplainContents;
  readonly actions: {
    /** What the cell is that is selected now. */
    selected(): Selected;
    explain(of: Explained): Explanation;
    /** The figures of a document that was built, by their ids. */
    figuresOf(document: DocumentKey): DocumentFigures;
    /** Goes to a cell. */
    show(place: CellPlace): null;
  };
}

export interface ExplainContents {
  readonly selected: Selected;
  readonly documents: readonly { readonly key: DocumentKey; readonly title: string }[];
}

/** The explanation of the selected cell, or why there is none and which cells have one. */
export type Selected = { readonly explanation: Explanation } | { readonly words: string };

/** What can be explained. */
export type Explained =
  | ({ readonly kind: 'figure' } & FigureKey)
  /** How far the groups that the programme tells apart are from each other. */
  | { readonly kind: 'gap'; readonly period: PeriodKey; readonly indicator: string }
  /** What came of a target: of its schools together, or of one. */
  | { readonly kind: 'target'; readonly period: PeriodKey; readonly target: string; readonly school?: string }
  /** What a school's social context lets expect of its result. */
  | { readonly kind: 'expected'; readonly period: PeriodKey; readonly school: string; readonly indicator: string }
  /** One row of a school's form: a cell typed there, or an indicator beside it. */
  | ({ readonly kind: 'row'; readonly indicator?: string } & CellPlace);

/** A cell of a school's form, by what it says: positions change when people sort. */
export interface CellPlace {
  readonly period: PeriodKey;
  readonly school: string;
  readonly form: string;
  /** The nth row with data of the form, from 1. */
  readonly row: number;
  /** What tells the row from others: «5 А Математика». */
  readonly name: string;
  readonly field?: string;
}

export interface DocumentKey {
  readonly kind: string;
  readonly period: PeriodKey;
  readonly edition: string;
  readonly subject: string | null;
}

export interface DocumentFigures {
  readonly title: string;
  /** What has become of the data since the document was written; '' when it still says the same. */
  readonly changed: string;
  readonly figures: readonly DocumentFigure[];
}

export interface DocumentFigure {
  /** «Ф-12» */
  readonly id: string;
  /** «Качество знаний, Школа №2» */
  readonly title: string;
  readonly value: string;
  /** Numbers of the tables in which it stands; none of one that only sentences tell. */
  readonly tables: readonly number[];
  readonly of: Explained;
}

/** Ready words: the page shows them and asks for more. */
export interface Explanation {
  readonly of: Explained;
  readonly title: string;
  /** Whose, of which subject or class, of which period. */
  readonly about: string;
  /** «26 из 32 (81,3 %)», as far as so many let be told. */
  readonly value: string;
  /** «С учётом численности: от 64,7 до 91,1 %»; '' where there is none. */
  readonly interval: string;
  /** In Russian; '' of a number as it was typed. */
  readonly formula: string;
  readonly numerator: Term | null;
  readonly denominator: Term | null;
  /** What counts, from where it is carried, why there is no value, what has become of the rows since. */
  readonly notes: readonly string[];
  /** What it is made of, each to be opened in turn. */
  readonly parts: readonly ExplainedPart[];
  readonly rows: readonly ExplainedRow[];
  /** How many rows more there are. */
  readonly moreRows: number;
  readonly leftOut: readonly LeftOutRow[];
  readonly history: readonly ExplainedPart[];
  /** «12.07.2023, Школа №2, 5 А: „5“ – было 4, стало 5. Причина: опечатка» */
  readonly corrections: readonly string[];
}

/** «„5“ + „4“»: 26. */
export interface Term {
  readonly words: string;
  readonly sum: string;
}

export interface ExplainedPart {
  readonly title: string;
  readonly value: string;
  /** Without it nothing more can be said of it. */
  readonly of?: Explained;
}

export interface ExplainedRow {
  readonly title: string;
  readonly place: CellPlace;
  readonly cells: readonly { readonly title: string; readonly value: string; readonly place: CellPlace }[];
}

export interface LeftOutRow {
  readonly title: string;
  readonly why: string;
  readonly place: CellPlace;
}
