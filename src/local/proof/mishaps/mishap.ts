import type { Stage } from './stage';

/** One way in which people or Google get in the way, played to its end. */
export interface Case {
  readonly name: string;
  /** What has come out wrong, in words; nothing when all is right, null when this cannot happen at all. */
  play(stage: Stage): readonly string[] | null;
}

/** Many cases of one kind. */
export interface Mishap {
  readonly title: string;
  /** What none of them may lead to, for the count. */
  readonly never: string;
  cases(stage: Stage): readonly Case[];
}
