import type { EditPatch } from '../model';

/** What a person changed on a school's tab; rows and columns from 1. */
export interface Edit {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface EditAnswer {
  /** Written first: words of a person on their way to where they are kept. */
  readonly moves: readonly Extract<EditPatch, { kind: 'values' }>[];
  /** Whether there is a call left to look where they have come to stand. */
  readonly looksAgain?: boolean;
  readonly patches: readonly EditPatch[];
  /** Shown for some seconds in the corner; '' for nothing. */
  readonly toast: string;
}
