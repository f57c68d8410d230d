/** One thing the order tells to do: its own words, and beside them a short title, dates and who answers for it. */
export interface Action {
  /** The order's own number: «1.1.1», «Мера 2.2», «Этап 1». */
  readonly number: string;
  /** Ours, at most 60 characters; the order's words stand in the note. */
  readonly title: string;
  /** The heading under which it stands in the order. */
  readonly section: string;
  /** The order's words; of an action with parts, those before the first part. */
  readonly action: string;
  readonly subs?: readonly SubAction[];
  readonly term: string;
  readonly expected: string;
  readonly frequency: string;
  /** First and last day, ISO: our reading of the term. */
  readonly due: readonly [string, string];
  readonly responsible: string;
}

export interface SubAction {
  readonly title: string;
  readonly action: string;
  readonly responsible?: string;
}

export const sub = (title: string, action: string, responsible?: string): SubAction => ({
  title,
  action,
  ...(responsible === undefined ? {} : { responsible }),
});
