import type { DerivedIndicator } from './indicator';
import type { PeriodKey } from './period';

/** An assessment (оценочная процедура) whose results tell schools with low results: ВПР, ОГЭ, ЕГЭ. */
export interface ProcedureRule {
  /** Key of its form. */
  readonly form: string;
  /** How it is called: «ВПР». */
  readonly title: string;
  /** Field that counts the participants, and the one that counts those below the lowest bound. */
  readonly participants: string;
  readonly low: string;
  readonly subject: string;
  readonly grade?: string;
}

/** What identification (выявление ШНОР и ШНСУ) rests on, as the district declares it. */
export interface IdentificationRules {
  readonly procedures: readonly ProcedureRule[];
  /** Key of the index of context (ИСБШ), and how it is computed when every variable in it weighs the same. */
  readonly index: string;
  readonly withEqualWeights: DerivedIndicator['compute'];
  /** Results that are held against what the context lets expect: first learning, then what is beyond lessons. */
  readonly results: readonly [learning: string, extracurricular: string];
  /** What tells of a single subject, where one does. */
  readonly bySubject?: string;
}

/** One procedure of one school in one year: as (kind, subject, class). */
export interface Procedure {
  readonly form: string;
  readonly subject: string;
  readonly grade?: string;
  readonly period: PeriodKey;
  readonly participants: number;
  readonly low: number;
}

export type Label = 'ШНОР' | 'ШНСУ' | 'ШНОР, ШНСУ';

export type Band = 'low' | 'middle' | 'high';

/** A procedure that counts against a school: how many of how many, and over three years together. */
export interface LowProcedure extends Procedure {
  /** 0-100. */
  readonly share: number;
  readonly threeYears: { readonly participants: number; readonly low: number };
}

/** What a school's context lets expect of one of its results. */
export interface ExpectedResult {
  readonly indicator: string;
  readonly value: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly deviation: number;
  readonly verdict: 'above' | 'below' | 'as expected';
}

/** What the context lets expect, over all schools: the result at an index, and how much a point of the index changes it. */
export interface ExpectedLine {
  readonly index: number;
  readonly value: number;
  readonly slope: number;
}

/**
 * What the figures say of a school, beside the group that the order gives it; they never override it. Signs, no
 * verdicts: `falseAlarm` is how often a normal school of that size would look the same by chance.
 */
export interface Identification {
  readonly period: PeriodKey;
  readonly school: string;
  /** As the order gives it. */
  readonly group: string;
  /** ШНОР: two and more low procedures in a year; the same one low in two years running. */
  readonly tests: { readonly severalInYear: boolean; readonly twoYears: boolean };
  readonly procedures: readonly LowProcedure[];
  /** How many procedures had enough participants to be counted in the last year that the school has any of. */
  readonly counted: number;
  readonly lowResults: boolean;
  /** Met also by three years pooled: before that nobody is called a school with low results. */
  readonly steady: boolean;
  /** 0..1; null where no test is met. */
  readonly falseAlarm: number | null;
  /** ИСБШ, its band, and the band when every variable weighs the same; null without an index. */
  readonly index: number | null;
  readonly band: Band | null;
  readonly bandWithEqualWeights: Band | null;
  /** ШНСУ: the index is in the lowest band. */
  readonly adverseContext: boolean | null;
  /** What the signs amount to: ШНОР (low results that three years confirm), ШНСУ (adverse context); null with neither. */
  readonly label: Label | null;
  readonly expected: readonly ExpectedResult[];
  /** Signs of resilience: of the third in the least favourable conditions, with results that withstand them. */
  readonly resilient: boolean;
  readonly quadrant: Quadrant | null;
  /** Schools with the nearest index, the nearest first. */
  readonly peers: readonly string[];
  /** For a participant of the programme: the leading school nearest by context whose result is better. */
  readonly partner: string | null;
}

/** Context low or not; result below what is expected or not (domain.md 2.4). */
export type Quadrant = 'targeted help' | 'source of practices' | 'management audit' | 'leading';
