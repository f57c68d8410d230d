import { dayInWords, formatNumber, formatPoints, type School } from '../model';
import { failedSubjectsOf } from './failed-subjects';
import { figureOf, hasValue, identificationOf, ofSchool, type ReportData } from './report-data';
import { pupils } from './words/pupils';
import { notPassing } from './words/sentences';
import { COUNTS_BELOW } from './words/shares';

const PASS = 'pupil-pass-rate';
const QUALITY = 'pupil-quality-rate';
const RESERVE = 'reserve-rate';

/** A recommendation as the rules draft it: a finding, what to do, who, by when, what shows it; people edit and decide. */
export interface Draft {
  readonly school: string;
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
  readonly measured?: {
    readonly indicator: string;
    readonly period: string;
    readonly wanted: 'роста' | 'снижения';
    readonly before: number;
    readonly beforeOf: number;
  };
}

/** Drafts about one school, from its figures and its risk profile. */
export function draftsOf(data: ReportData, school: School): Draft[] {
  return [debts, subjects, reserve, underExpected, risks].flatMap((rule) => rule(data, school.key));
}

/** The first day of a later month, counted from the day of the data. */
function afterMonths({ day }: ReportData, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const later = year * 12 + month - 1 + months;
  return `${Math.floor(later / 12)}-${String((later % 12) + 1).padStart(2, '0')}-01`;
}

/** «до 1 июля» */
export const untilWords = ({ dueTo }: Draft): string => `до ${dayInWords(dueTo)}`;

function debts(data: ReportData, school: string): Draft[] {
  const figure = figureOf(data, ofSchool(school), PASS);
  const failing = hasValue(figure) ? figure.denominator - figure.numerator : 0;
  if (!figure || failing <= 0) return [];
  return [
    {
      school,
      finding: `${notPassing(failing)} из ${formatNumber(figure.denominator)}`,
      recommendation: 'Утвердить и выполнить план ликвидации задолженности',
      addressee: 'ОО',
      dueTo: afterMonths(data, 1),
      proof: 'план, итоги пересдач',
      measured: {
        ...{ indicator: PASS, period: data.period, wanted: 'снижения' },
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
      finding: `«2» – по ${failed.join(', ')}`,
      recommendation: 'Разобрать результаты и дать школе задания для повторения',
      addressee: 'РМО',
      dueTo: afterMonths(data, 2),
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
      finding: `С одной «3» – ${pupils(one.numerator)}`,
      recommendation: 'Составить план работы с обучающимися, у которых одна «3»',
      addressee: 'ОО',
      dueTo: afterMonths(data, 2),
      proof: 'план, итоги следующего периода',
      measured: {
        ...{ indicator: QUALITY, period: data.period, wanted: 'роста' },
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
      finding: `Результат ниже ожидаемого с учётом условий на ${by}`,
      recommendation: 'Провести вместе со школой аудит образовательного процесса',
      addressee: data.programme.office,
      dueTo: afterMonths(data, 3),
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
        finding: `Рисковый профиль: ${factor.charAt(0).toLowerCase()}${factor.slice(1)} – значимость ${rules.high}`,
        recommendation: answer.recommendation,
        addressee: answer.addressee,
        dueTo: afterMonths(data, 3),
        proof: answer.proof,
        fromRisks: true,
      },
    ];
  });
}
