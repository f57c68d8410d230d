/** Where nobody can say for certain what Google does: the side that the runtime plays. Named here and nowhere else. */
export interface Uncertain {
  /** Seconds after which a converted document's `modifiedTime` has moved by itself; 0: it stays. */
  modifiedMoves: number;
  /** Sharing a document moves its `modifiedTime`. */
  modifiedMovesOnSharing: boolean;
  /** Seconds after which a revision is told of. */
  revisionsLate: number;
  /** A time trigger is given the workbook by `SpreadsheetApp.getActive()`; if not, null. */
  bookAtNight: boolean;
  /** Scopes of the manifest that people refuse. */
  refusedScopes: string[];
  /** A new protection lets in everybody of the domain that owns the workbook. */
  domainEditors: boolean;
  /** A protection off whose list nobody was taken, the owner staying on it, goes on to let in whoever comes later. */
  listsMirror: boolean;
  /** A lock is still held when a dialog has been answered. */
  lockOutlivesDialog: boolean;
  /** The service Charts draws, gives an empty picture or throws. */
  charts: 'drawn' | 'empty' | 'refused';
}

/** Played unless told otherwise: what is harder for the add-on, as far as it can work so. */
export const HARDER: Uncertain = {
  modifiedMoves: 25,
  modifiedMovesOnSharing: true,
  revisionsLate: 3,
  bookAtNight: true,
  refusedScopes: [],
  domainEditors: true,
  // Google's reference: a list no longer mirrors the workbook's once a script has called removeEditors.
  listsMirror: false,
  lockOutlivesDialog: false,
  charts: 'drawn',
};
