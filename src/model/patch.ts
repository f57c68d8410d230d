import type { Cell, Grid } from './cell';

/** Rows and columns count from 1, as Apps Script counts them. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A change of cells, worked out by the core and done by the shell as it is. `tab` is a tab key, not a visible name. */
export type Patch =
  | {
      readonly kind: 'values';
      readonly tab: string;
      readonly row: number;
      readonly column: number;
      readonly values: Grid;
    }
  | {
      readonly kind: 'notes';
      readonly tab: string;
      readonly row: number;
      readonly column: number;
      readonly notes: readonly (readonly string[])[];
    }
  /** New columns at the right edge; their words are written apart. `from` is the first row below the headers. */
  | {
      readonly kind: 'add-columns';
      readonly tab: string;
      readonly after: number;
      readonly from: number;
      readonly columns: readonly ColumnDesign[];
    }
  /** The same in cells that stand apart: one call, however many they are. */
  | { readonly kind: 'value'; readonly tab: string; readonly areas: readonly Area[]; readonly value: Cell }
  | { readonly kind: 'insert-rows'; readonly tab: string; readonly after: number; readonly count: number }
  /** Below all that stands on a tab: as many as it lacks to have so many `rows`. */
  | { readonly kind: 'make-room'; readonly tab: string; readonly after: number; readonly rows: number }
  /** Rows in which nothing stands. */
  | { readonly kind: 'delete-rows'; readonly tab: string; readonly row: number; readonly count: number }
  /** Whole rows with all they have; `before` counts as they stand when they are moved. */
  | {
      readonly kind: 'move-rows';
      readonly tab: string;
      readonly row: number;
      readonly count: number;
      readonly before: number;
    }
  /** Cells with all they have, sideways, to where nothing stands. */
  | { readonly kind: 'move-cells'; readonly tab: string; readonly area: Area; readonly column: number }
  /** Makes the cells' number format what it was: a date typed last quarter would turn every number after it into a date. */
  | { readonly kind: 'format'; readonly tab: string; readonly areas: readonly Area[]; readonly format: string }
  | { readonly kind: 'hide-rows' | 'show-rows'; readonly tab: string; readonly row: number; readonly count: number }
  /** A new stretch of a tab, looks first and values last; rows and columns it needs are added below and at the right. */
  | {
      readonly kind: 'section';
      readonly tab: string;
      readonly row: number;
      readonly column: number;
      readonly section: Section;
    }
  /** All conditional looks of a tab, in place of those it has. */
  | { readonly kind: 'conditions'; readonly tab: string; readonly conditions: readonly Condition[] };

/** A column as it is added to a tab. */
export interface ColumnDesign {
  /** Pixels. */
  readonly width: number;
  /** Number format; `@` for words, which keeps them from being parsed. */
  readonly format: string;
  readonly help?: string;
  readonly hidden?: boolean;
  readonly rule?: InputRule;
}

/** What a cell accepts; breaking it warns and never rejects. */
export type InputRule =
  | { readonly kind: 'whole-number'; readonly help: string }
  | { readonly kind: 'number'; readonly help: string }
  | { readonly kind: 'date'; readonly help: string }
  | { readonly kind: 'list'; readonly choices: readonly string[]; readonly help: string }
  /** The words that stand under a key of another keyed tab at any time. */
  | {
      readonly kind: 'rows-of';
      readonly tab: string;
      readonly name: string;
      readonly key: string;
      readonly help: string;
    };

/** How an area looks and behaves; only what is named is set. */
export interface Decoration extends Area {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly background?: string;
  readonly wrap?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly border?: boolean;
  /** Number format; `@` is plain text. */
  readonly format?: string;
  /** `null` takes a rule away that another decoration gives. */
  readonly rule?: InputRule | null;
  readonly checkbox?: boolean;
  readonly note?: string;
  readonly hideRows?: boolean;
  /** Of its rows, in pixels, whatever stands there. */
  readonly height?: number;
  readonly protect?: { readonly description: string; readonly warningOnly: boolean };
}

/** Rows that look otherwise while a formula holds; `formula` is written for the area's first cell. */
export interface Condition extends Area {
  readonly formula: string;
  readonly background: string;
  readonly bold?: boolean;
}

/** Stands in a design's words for the number of the sheet that is made of it, which links need. */
export const SHEET_NUMBER = '{gid}';

/** A stretch of rows with its decorations, rows counted from the stretch's first. */
export interface Section {
  readonly values: Grid;
  readonly decorations: readonly Decoration[];
}

/** A whole tab as it is made. */
export interface TabDesign {
  readonly key: string;
  readonly name: string;
  readonly section: Section;
  /** Number formats by column for all rows below the section; words are wrapped. */
  readonly formats?: readonly string[];
  readonly conditions?: readonly Condition[];
  /** What the last row of the grid says in its first column. */
  readonly lastRow?: string;
  /** Size of the grid; at least the section's. */
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly hiddenColumns: readonly number[];
  /** Pixels by column. */
  readonly widths: readonly number[];
  readonly hidden: boolean;
  /** Protection of the whole tab. */
  readonly protect?: { readonly description: string; readonly warningOnly: boolean };
}

/** Moves a section down by `rows`. */
export const shifted = (decorations: readonly Decoration[], rows: number): Decoration[] =>
  decorations.map((decoration) => ({ ...decoration, row: decoration.row + rows }));

/** Sections one under another. */
export function stacked(sections: readonly Section[]): Section {
  const values: Cell[][] = [];
  const decorations: Decoration[] = [];
  for (const section of sections) {
    decorations.push(...shifted(section.decorations, values.length));
    values.push(...section.values);
  }
  return { values, decorations };
}

/** What an edit of a school's tab is answered with. */
export type EditPatch = Extract<Patch, { kind: 'values' | 'format' | 'hide-rows' | 'show-rows' }>;
