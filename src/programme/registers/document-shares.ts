import type { RegisterRow } from '../../model';

/** How many are ready of how many there are to be. */
export interface Ready {
  readonly ready: number;
  readonly of: number;
}

const APPROVED = 'утверждён';

/** A set of the fund names its subject, class or stage; a document does none. */
export const isOfFund = ({ subject, grade, workStage }: RegisterRow): boolean =>
  [subject, grade, workStage].some((words) => words !== '' && words !== undefined && words !== null);

/** It stands, has a day and a number, and its text can be opened (TI3a: «документации, электронных приложений»). */
export const isReadyDocument = ({ status, signedOn, regNo, electronic }: RegisterRow): boolean =>
  status === APPROVED && [signedOn, regNo, electronic].every((words) => words !== '');

/** A set of the fund is ready with its link: спецификация, задания, ключ. */
export const isReadySet = ({ status, electronic }: RegisterRow): boolean => status === APPROVED && electronic !== '';

const count = (rows: readonly RegisterRow[], isReady: (row: RegisterRow) => boolean): Ready => ({
  ready: rows.filter(isReady).length,
  of: rows.length,
});

/** TI3a, documents: those that are demanded, a school's once for each school. What others have replaced is not counted. */
export const documentShare = (rows: readonly RegisterRow[]): Ready =>
  count(
    rows.filter((row) => !isOfFund(row) && row.required === 'да' && row.status !== 'утратил силу'),
    isReadyDocument,
  );

/** TI3a, fund: sets that are planned. */
export const fundShare = (rows: readonly RegisterRow[]): Ready =>
  count(
    rows.filter((row) => isOfFund(row) && row.status !== 'утратил силу'),
    isReadySet,
  );
