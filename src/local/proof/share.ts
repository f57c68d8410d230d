/** One of several processes that do a part of the proof between them. */
export interface Share {
  readonly index: number;
  readonly of: number;
  /** Says how far it has come, and each failure as soon as it is seen. */
  readonly tell?: (words: string) => void;
}

export const WHOLE: Share = { index: 0, of: 1 };

/** Each numbered piece of work belongs to exactly one share. */
export const isOwn = (number: number, { index, of }: Share): boolean => number % of === index;
