import type { Edition } from './document';

/** «Отчёт» in the sidebar: which report, of what, for whom; what will be missing in it; the documents there are. */
export interface ReportPanel {
  readonly contents: ReportContents;
  readonly actions: {
    /** Builds one document, or says what a person has to decide first. */
    build(request: ReportRequest): ReportAnswer;
    /** Writes the drafts of a period's recommendations into their register; what came of it, in words. */
    enterDrafts(period: string): string;
  };
}

export interface ReportContents {
  /** The newest first. */
  readonly periods: readonly ReportPeriod[];
  readonly kinds: readonly ReportKindEntry[];
}

export interface ReportPeriod {
  readonly key: string;
  readonly title: string;
  /** What a report of it will be without, a sentence each. */
  readonly missing: readonly string[];
  /** Documents there are of it. */
  readonly documents: readonly ReportLink[];
}

export interface ReportKindEntry {
  readonly key: string;
  readonly title: string;
  readonly editions: readonly Edition[];
  /** Whom there is a document about each; none where there is one for all. */
  readonly subjects: readonly { readonly key: string; readonly title: string }[];
  /** Beside those about single schools there is one for all. */
  readonly whole?: boolean;
}

export interface ReportRequest {
  readonly kind: string;
  readonly period: string;
  readonly edition: string;
  readonly subject: string | null;
  /** What was decided about the document as it was when it was asked about. */
  readonly answer?: { readonly state: string; readonly choice: 'beside' | 'replace' };
}

export interface ReportLink {
  readonly title: string;
  readonly url: string;
}

/** A document that people have written in, or that cannot be told from one. */
export interface ReportDoubt {
  readonly state: string;
  readonly url: string;
  readonly words: string;
  /** Whether its text can be replaced, or only a new document made beside it. */
  readonly replaceable: boolean;
}

export type ReportAnswer =
  | { readonly built: ReportLink & { readonly words: string } }
  | { readonly doubt: ReportDoubt };
