/** A row of the tab «Школы»: the district's register, edited by the coordinator. */
export interface School {
  /** Permanent key, Latin letters, digits and hyphens; what is stored. */
  readonly key: string;
  readonly name: string;
  /** «СОШ», «ООШ» … An ООШ is not asked for 10-11 grades. */
  readonly type: string;
  /** A word of the district by which its schools are told apart. */
  readonly group: string;
  /** Key of the partner school; may be blank. */
  readonly partner: string;
  readonly partnerName?: string;
  /** Its local act gives the second grade no marks in the half-year. */
  readonly unmarkedSecond?: boolean;
  /** ISO day until which the coordinator waits for it, where that is later than the period's deadline. */
  readonly extended?: string;
}

/** A group of schools that the programme tells apart. */
export interface SchoolGroup {
  /** The word of the register. */
  readonly key: string;
  /** As a heading, in the plural: «Ведущие школы». */
  readonly title: string;
  /** «Ведущие» */
  readonly short: string;
  /** «ведущих школ» */
  readonly genitive: string;
  /** «в ведущих школах» */
  readonly within: string;
  /** «с ведущими школами» */
  readonly together: string;
  /** A programme may be for some schools and have others help them. */
  readonly role?: GroupRole;
}

export type GroupRole = 'participants' | 'leading';

/** The word of the group with that role, if the programme has one. */
export const groupWith = (groups: readonly SchoolGroup[], role: GroupRole): SchoolGroup | undefined =>
  groups.find((group) => group.role === role);
