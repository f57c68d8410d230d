import type { PeriodKey } from './period';

/** A part of a whole, wherever it comes from. */
export interface Counts {
  readonly k: number;
  readonly n: number;
}

/** Results of one work or exam: of a school, or of the region. */
export interface WorkMarks {
  readonly subject: string;
  readonly grade: string;
  readonly participants: number;
  /** «4» and «5» together. */
  readonly good: number;
  readonly two: number;
}

/** A school's work; how its marks stand to those of the journal, where the comparison is given. */
export interface SchoolWork extends WorkMarks {
  readonly school: string;
  readonly period: PeriodKey;
  readonly lowered?: number;
  readonly raised?: number;
  readonly compared?: number;
}

/** Signs that ask for a look (domain.md 1.4); no verdicts, and never about a teacher. */
export type ObjectivitySign = 'Н1' | 'Н2' | 'Н4' | 'Н5' | 'Н6';

/** A question to a school, with what it rests on. */
export interface ObjectivityQuestion {
  readonly sign: ObjectivitySign;
  readonly school: string;
  readonly subject: string;
  readonly grade: string;
  readonly own: Counts;
  /** What it is held against: the region, the exam a year later, the same children a year before. */
  readonly other?: Counts;
  /** Of Н2: how often nobody would have «2» by chance, 0..1. */
  readonly chance?: number;
  /** Of Н4: marks below or above those of the journal. */
  readonly way?: 'lowered' | 'raised';
  /** Of Н6: the interval of the change, in points. */
  readonly low?: number;
  readonly high?: number;
}

/** Where works and exams are kept, and what the district calls a sign. */
export interface ObjectivityRules {
  /** Keys of the forms of works and of the exam a year after grade `examAfter`. */
  readonly works: string;
  readonly exam: string;
  readonly examAfter: number;
  /** The word of the register of regional data for works. */
  readonly regional: string;
  /** Keys of the settings. */
  readonly settings: {
    readonly participants: string;
    readonly excess: string;
    readonly chance: string;
    readonly shift: string;
    readonly examGap: string;
    readonly jump: string;
  };
}
