import type { Chart } from './chart';
import type { Figure } from './figure';

/**
 * A report as a tree of blocks: what it says, without how any program stores it.
 * Sizes are in points, widths in shares of the text width, margins in millimetres.
 */
export interface ReportDocument {
  /** Kind of report, e.g. `district`. */
  readonly kind: string;
  readonly edition: Edition;
  /** Whom it is about, for kinds with a document for each. */
  readonly subject?: string;
  /** File name and document property, without extension. */
  readonly title: string;
  readonly period: string;
  readonly layout: PageLayout;
  /** A word that stands pale behind the text of every page. */
  readonly watermark?: string;
  readonly blocks: readonly Block[];
}

/** «служебная» — for the department; «публичная» — small numbers suppressed. */
export type Edition = 'служебная' | 'публичная';

/** A named profile of formatting: «ГОСТ Р 7.0.97». */
export interface PageLayout {
  readonly font: string;
  readonly textSize: number;
  readonly tableSize: number;
  /** Of tables that are `dense`. */
  readonly denseSize: number;
  readonly marginsMm: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly firstLineIndentMm: number;
  /** Multiple of a single line. */
  readonly lineSpacing: number;
}

export type Align = 'left' | 'center' | 'right' | 'justify';

/** What a text tells of a figure: its value, the whole it rests on, its change since an earlier period. */
export type Shown = 'value' | 'whole' | 'change';

/** A run of text; it keeps the figure it tells of, so that it can be traced and rules of display can act on it. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly figure?: Figure;
  /** The value unless said. */
  readonly shows?: Shown;
}

export type Content = string | readonly Run[];

export interface TableColumn {
  readonly title: string;
  /** Share of the text width; the shares of a table add up to 1. */
  readonly width: number;
  readonly align: Align;
}

export interface TableCell {
  readonly content: Content;
  readonly bold?: boolean;
  readonly align?: Align;
  /** How many columns it covers. */
  readonly span?: number;
  /** An address that its words lead to; one that is no web address leads nowhere. */
  readonly link?: string;
}

export type Block =
  | {
      readonly kind: 'paragraph';
      readonly content: Content;
      readonly align?: Align;
      readonly indent?: boolean;
      readonly keepNext?: boolean;
      readonly spaceAfter?: number;
    }
  /** The kind of document in capitals: «АНАЛИТИЧЕСКАЯ СПРАВКА». */
  | { readonly kind: 'title'; readonly content: Content }
  /** A numbered part; level 1 and 2 become real heading styles. */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly content: Content }
  /** The headings of the document with their pages, under a title of its own. */
  | { readonly kind: 'contents'; readonly content: string }
  /** Two texts on one line, pushed to the margins: date and place, position and name; `below` never parts from them. */
  | {
      readonly kind: 'two-sides';
      readonly left: Content;
      readonly right: Content;
      readonly spaceBefore?: number;
      readonly below?: Content;
    }
  | { readonly kind: 'list'; readonly items: readonly Content[]; readonly numbered: boolean }
  /** The header row is repeated on each page; caption above («Таблица 1 – …»), note below. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly TableCell[])[];
      readonly note?: string;
      /** In small print: many columns, or a list to look things up in. */
      readonly dense?: true;
    }
  /** What follows stands on pages of their own, upright or on their side. */
  | { readonly kind: 'page'; readonly landscape: boolean }
  | ChartBlock;

/** A drawing of numbers that a table gives too; caption («Рисунок 1 – …») and note below. Drawn by whoever renders the tree. */
export interface ChartBlock {
  readonly kind: 'chart';
  readonly key: string;
  readonly caption: string;
  readonly chart: Chart;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  /** Its width is that of the text. */
  readonly heightMm: number;
  readonly note?: string;
}
