import type { EditPatch } from '../model';

/** What a person changed on a school's tab; rows and columns from 1. */
export interface Edit {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface EditAnswer {
  readonly patches: readonly EditPatch[];
  /** Shown for some seconds in the corner; '' for nothing. */
  readonly toast: string;
}
