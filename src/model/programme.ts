import type { Check } from './check';
import type { Form } from './form';
import type { IdentificationRules } from './identification';
import type { AnyIndicator } from './indicator';
import type { ObjectivityRules } from './objectivity';
import type { PeriodKey } from './period';
import type { Register } from './register';
import type { Requirement } from './requirement';
import type { RiskBound, RiskLevel } from './risk';
import type { School, SchoolGroup } from './school';
import type { Setting } from './setting';
import type { Measure } from './target';

/** A form with everything that is about it: one file of the programme. */
export interface Theme {
  readonly form: Form;
  readonly indicators: readonly AnyIndicator[];
  /** Checks of this form beside those that every form has. */
  readonly checks?: readonly Check[];
  readonly settings?: readonly Setting[];
}

/** What a district asks for, as data. The core gets it as an argument and never imports one. */
export interface Programme {
  readonly title: string;
  readonly district: string;
  /** Who answers the schools, in short: «ИМЦ». */
  readonly office: string;
  /** The groups a new workbook offers; the coordinator may declare others in Настройки. */
  readonly groups: readonly SchoolGroup[];
  /** The order that is the basis of every report. */
  readonly basis: string;
  /** The same in short, with the points that ask for reports: for a first page. */
  readonly groundOfReports?: string;
  /** What makes one year's results unlike another's, for reports over years. */
  readonly breaks?: readonly string[];
  readonly lasts: readonly [PeriodKey, PeriodKey];
  /** Key of the setting with the year by which the targets are to be reached; declared is the one of their `by`. */
  readonly targetYear?: string;
  readonly forms: readonly Form[];
  /** What schools' own tables call the columns of forms, by the title of the column. */
  readonly otherTitles?: Readonly<Record<string, readonly string[]>>;
  readonly indicators: readonly AnyIndicator[];
  /** What targets are measured by beside indicators. */
  readonly measures?: readonly Measure[];
  /** What the district keeps of itself; one that others refer to stands before them. */
  readonly registers: readonly Register[];
  /** Checks of particular forms, beside those that every form has. */
  readonly checks: readonly Check[];
  /** The register a new workbook starts with. */
  readonly schools: readonly School[];
  /** What Настройки starts with, in its order. */
  readonly settings: readonly Setting[];
  /** What schools with low results and in adverse contexts are told by. */
  readonly identification?: IdentificationRules;
  /** What is recommended where a school's risk profile calls a factor significant. */
  readonly risks?: RiskRules;
  /** Signs that ask for a look at the results of works. */
  readonly objectivity?: ObjectivityRules;
  /** Each requirement of the order and where it lives. */
  readonly requirements: readonly Requirement[];
}

/** Where schools weigh what keeps their pupils back, and what the district answers to a significant factor. */
export interface RiskRules {
  /** Key of the form, its fields, and the word of high significance. */
  readonly form: string;
  readonly factor: string;
  readonly significance: string;
  readonly high: string;
  /** By factor: where data decide. */
  readonly bounds: Readonly<Record<string, readonly RiskBound[]>>;
  /** The words of each level, the first of them what the data say. */
  readonly levels: Readonly<Record<RiskLevel, readonly string[]>>;
  readonly answers: Readonly<
    Record<string, { readonly recommendation: string; readonly addressee: string; readonly proof: string }>
  >;
}
