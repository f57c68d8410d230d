/** The setting that says whose data are shown, and its words. */
export const COUNTS = { key: 'counts', all: 'все', handedIn: 'сданные', accepted: 'принятые' } as const;

/** Whose data figures are made of, where these are not all schools. */
export interface CountedSchools {
  /** The word of the setting. */
  readonly rule: string;
  readonly schools: readonly string[];
  /** How many schools there are. */
  readonly of: number;
}
