import {
  type DraftOrigin,
  dayInWords,
  formatNumber,
  formatPoints,
  type MeasuredBy,
  originIn,
  type RegisterRow,
  type School,
  textOf,
} from '../model';
import { failedSubjectsOf } from './failed-subjects';
import { STATES } from './register-states';
import { figureOf, hasValue, identificationOf, ofSchool, type ReportData } from './report-data';
import { lowered } from './words/indicators';
import { pupils } from './words/pupils';
import { notPassing } from './words/sentences';
import { COUNTS_BELOW } from './words/shares';

const PASS = 'pupil-pass-rate';
const QUALITY = 'pupil-quality-rate';
const RESERVE = 'reserve-rate';
const RISK = 'risk:';

/** A recommendation as the rules draft it: a finding, what to do, who, by when, what shows it; people edit and decide. */
export interface Draft {
  readonly school: string;
  /** Permanent: by it the draft is known again when its numbers have changed. */
  readonly reason: string;
  /** A fact with its numbers. */
  readonly finding: string;
  /** Begins with a verb. */
  readonly recommendation: string;
  /** «ОО», «РМО», the office or «отдел». */
  readonly addressee: string;
  /** ISO day. */
  readonly dueTo: string;
  readonly proof: string;
  /** From the school's risk profile. */
  readonly fromRisks?: true;
  /** By what its effect is measured a year later: the indicator and the period, and what is hoped of the part. */
  readonly measured?: MeasuredBy & {
    readonly wanted: 'роста' | 'снижения';
    readonly before: number;
    readonly beforeOf: number;
  };
}

/** By what the register knows the draft. */
export const originOf = (
  { period }: Pick<ReportData, 'period'>,
  { school, addressee, reason, measured }: Draft,
): DraftOrigin => ({
  period,
  school,
  addressee,
  reason,
  ...(measured ? { measured: { indicator: measured.indicator, counts: measured.counts } } : {}),
});

/** Drafts about one school, from its figures and its risk profile. */
export function draftsOf(data: ReportData, school: School): Draft[] {
  return [debts, subjects, reserve, underExpected, risks].flatMap((rule) => rule(data, school.key));
}

const JANUARY = 0;

/** The first day of a later month, counted from the day of the data; in January, which begins with holidays, the fifteenth. */
export function dueAfter({ day }: Pick<ReportData, 'day'>, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const later = year * 12 + month - 1 + months;
  const ends = later % 12 === JANUARY ? '15' : '01';
  return `${Math.floor(later / 12)}-${String((later % 12) + 1).padStart(2, '0')}-${ends}`;
}

/** «до 1 июля» */
export const untilWords = (dueTo: string): string => `до ${dayInWords(dueTo)}`;

function debts(data: ReportData, school: string): Draft[] {
  const figure = figureOf(data, ofSchool(school), PASS);
  const failing = hasValue(figure) ? figure.denominator - figure.numerator : 0;
  if (!figure || failing <= 0) return [];
  return [
    {
      school,
      reason: 'debts',
      finding: `${notPassing(failing)} из ${formatNumber(figure.denominator)}`,
      recommendation: 'Утвердить и выполнить план ликвидации задолженности',
      addressee: 'ОО',
      dueTo: dueAfter(data, 1),
      proof: 'план, итоги пересдач',
      measured: {
        ...{ indicator: PASS, counts: 'rest', wanted: 'снижения' },
        ...{ before: failing, beforeOf: figure.denominator },
      },
    },
  ];
}

/** How many subjects a recommendation names: those with most «2». */
const MOST = 3;

function subjects(data: ReportData, school: string): Draft[] {
  const failed = failedSubjectsOf(data, school, MOST);
  if (failed.length === 0) return [];
  return [
    {
      school,
      reason: 'subjects',
      finding: `«2» – по ${failed.join(', ')}`,
      recommendation: 'Разобрать результаты и дать школе задания для повторения',
      addressee: 'РМО',
      dueTo: dueAfter(data, 2),
      proof: 'протокол, план работы с обучающимися, имеющими «2»',
    },
  ];
}

function reserve(data: ReportData, school: string): Draft[] {
  const [one, quality] = [RESERVE, QUALITY].map((key) => figureOf(data, ofSchool(school), key));
  if (!hasValue(one) || !hasValue(quality) || one.numerator === 0) return [];
  return [
    {
      school,
      reason: 'reserve',
      finding: `С одной «3» – ${pupils(one.numerator)}`,
      recommendation: 'Составить план работы с обучающимися, у которых одна «3»',
      addressee: 'ОО',
      dueTo: dueAfter(data, 2),
      proof: 'план, итоги следующего периода',
      measured: {
        ...{ indicator: QUALITY, counts: 'part', wanted: 'роста' },
        ...{ before: quality.numerator, beforeOf: quality.denominator },
      },
    },
  ];
}

function underExpected(data: ReportData, school: string): Draft[] {
  const below = identificationOf(data, school)?.expected.find(
    ({ verdict, indicator }) =>
      verdict === 'below' && (figureOf(data, ofSchool(school), indicator)?.denominator ?? COUNTS_BELOW) >= COUNTS_BELOW,
  );
  if (!below) return [];
  const by = formatPoints(Math.abs(below.deviation)).replace('+', '');
  return [
    {
      school,
      reason: 'under-expected',
      finding: `Результат ниже ожидаемого с учётом условий на ${by}`,
      recommendation: 'Провести вместе со школой аудит образовательного процесса',
      addressee: data.programme.office,
      dueTo: dueAfter(data, 3),
      proof: 'акт аудита',
    },
  ];
}

function risks(data: ReportData, school: string): Draft[] {
  const rules = data.programme.risks;
  if (!rules) return [];
  return data.rowsOf(school, rules.form).flatMap(({ texts }): Draft[] => {
    const factor = texts[rules.factor] ?? '';
    const answer = rules.answers[factor];
    if (!answer || texts[rules.significance] !== rules.high) return [];
    return [
      {
        school,
        reason: `${RISK}${factor}`,
        finding: `Рисковый профиль: ${lowered(factor)} – значимость ${rules.high}`,
        recommendation: answer.recommendation,
        addressee: answer.addressee,
        dueTo: dueAfter(data, 3),
        proof: answer.proof,
        fromRisks: true,
      },
    ];
  });
}

/** A recommendation as a document tells it: as the rules draft it, or in the words that people keep of it. */
export interface Recommendation {
  readonly school: string;
  readonly addressee: string;
  readonly recommendation: string;
  /** «до 1 июля»; '' where no term is set. */
  readonly until: string;
  readonly finding: string;
  readonly fromRisks: boolean;
  /** Of a row of the register; '' while it stands nowhere. */
  readonly status: string;
}

const told = (draft: Draft): Recommendation => ({
  school: draft.school,
  addressee: draft.addressee,
  recommendation: recommendationText(draft),
  until: untilWords(draft.dueTo),
  finding: draft.finding,
  fromRisks: draft.fromRisks ?? false,
  status: '',
});

/** What to do and what shows that it is done. */
export const recommendationText = ({ recommendation, proof }: Draft): string =>
  `${recommendation}; подтверждение – ${proof}`;

/** Rows that the rules have drafted for a school from this period's figures, whatever became of them. */
const draftedRows = ({ registers, period }: ReportData, school: string): readonly RegisterRow[] =>
  (registers.actions ?? []).filter(({ origin }) => {
    const from = originIn(origin);
    return from?.period === period && from.school === school;
  });

/** Once a school's drafts stand in the register, its rows are what is told, in people's words and without what they took out. */
export function recommendationsTo(data: ReportData, school: School): Recommendation[] {
  const rows = draftedRows(data, school.key);
  if (rows.length === 0) return draftsOf(data, school).map(told);
  return rows
    .filter(({ status }) => textOf(status ?? '') !== STATES.actions.dropped)
    .map((row) => {
      const [addressee, recommendation, finding, dueTo, status] = [
        'addressee',
        'recommendation',
        'finding',
        'dueTo',
        'status',
      ].map((key) => textOf(row[key] ?? ''));
      return {
        school: school.key,
        addressee: addressee!,
        recommendation: recommendation!,
        finding: finding!,
        until: isDay(dueTo!) ? untilWords(dueTo!) : dueTo!,
        status: status!,
        fromRisks: originIn(row.origin)!.reason.startsWith(RISK),
      };
    });
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);
