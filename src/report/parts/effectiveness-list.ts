import { type AnyIndicator, formatNumber, formulaText, isDerived, NBSP, type QuarterNumber } from '../../model';
import type { Part, PartBlock, PartTable } from '../kind';
import { namedOrCounted } from '../missing';
import { figureOf, hasValue, ofSchool, type ReportData } from '../report-data';
import { centredColumn, leftColumn, paragraph, textCell } from '../texts';
import { SMALL_BELOW } from '../words/shares';
import { planText } from '../words/targets';

/** Works that never judge a school, its head or a teacher (letter of Рособрнадзор), and conditions, which are not its doing. */
const EXCLUDED = ['vpr', 'context'];

/** What is the head's own doing; the rest is what the school has achieved. */
const OF_HEAD = ['staff', 'materialBase', 'programme'];

/** What shows that the numbers of a form are right, beside the school's signed paper. */
const PROOFS: Readonly<Record<string, string>> = {
  pupils: 'протокол педсовета',
  yearResults: 'протокол педсовета, книга выдачи аттестатов',
  controlWorks: 'протоколы работ',
  oge: 'протоколы РЦОИ',
  ege: 'протоколы РЦОИ',
  satisfaction: 'отчёт об анкетировании',
  coverage: 'приказы по школе, журналы объединений',
  staff: 'документы о квалификации',
  materialBase: 'инвентарные карточки, акты ввода',
  programme: 'отчёт о выполнении программы перехода',
};
const SIGNED_PAPER = '«Сведения школы за период»';

/** Schools in which an indicator rests on so few that one person decides it; each with its whole. */
interface Few {
  readonly schools: readonly string[];
  /** Schools of which there is a figure at all. */
  readonly of: number;
}

function fewIn(data: ReportData, { key }: AnyIndicator): Few {
  const known = data.schools.flatMap((school) => {
    const figure = figureOf(data, ofSchool(school.key), key);
    return hasValue(figure) ? [{ school: school.key, whole: figure.denominator }] : [];
  });
  const few = known.filter(({ whole }) => whole < SMALL_BELOW).map(({ school }) => school);
  return { schools: few, of: known.length };
}

const isMostlyFew = ({ schools, of }: Few): boolean => 2 * schools.length > of;

interface Candidate {
  readonly indicator: AnyIndicator;
  readonly few: Few;
}

/** What the programme asks for or each school is told of itself first: the rest would count the same thing twice. */
function candidates(data: ReportData): Candidate[] {
  const asked = new Set(data.scores.map(({ by }) => by.key));
  return data.programme.indicators
    .filter((indicator) => indicator.direction !== 'none' && !EXCLUDED.includes(indicator.from.key))
    .filter((indicator) => asked.has(indicator.key) || isOfProgramme(indicator))
    .map((indicator) => ({ indicator, few: fewIn(data, indicator) }));
}

/** A target that is read otherwise is not asked for, whatever the indicator has. */
const isOfProgramme = (indicator: AnyIndicator): boolean =>
  !isDerived(indicator) &&
  indicator.targets.length === 0 &&
  (indicator.headline !== undefined || indicator.from.key === 'programme');

/** Why the works are left out stands with the list: the reason is part of the text of the Положение. */
export const exclusions: Part = {
  title: 'Что не включено и почему',
  needs: [],
  blocks: (data) => [
    {
      kind: 'list',
      numbered: false,
      items: [
        'Результаты ВПР: по рекомендациям Рособрнадзора они не используются для оценки педагогов и организаций.',
        'Социальный паспорт и ИСБШ: это условия, в которых школа работает, а не результат её работы.',
        `Показатели, рассчитанные меньше чем по ${SMALL_BELOW} обучающимся или работникам: один человек меняет их больше чем на 10${NBSP}п.${NBSP}п.${leftOut(data)}`,
        'Показатели одного учителя: в школе, где предмет в классе ведёт один учитель, показатель предмета в классе – это его оценка.',
        'Показатели, которые повторяют включённые: отметки по предметам, средний балл, СОУ.',
      ],
    },
  ],
};

function leftOut(data: ReportData): string {
  const found = candidates(data).filter(({ few }) => isMostlyFew(few) && few.of > 0);
  if (found.length === 0) return '';
  return ` Поэтому не вошли: ${found.map(({ indicator }) => `«${indicator.title}»`).join(', ')}.`;
}

/** Indicators of the schools' programmes that may stand in the assessment of a school and its head (roadmap 1.2.1). */
export const effectivenessList: Part = {
  title: 'Показатели',
  needs: [],
  blocks: (data): PartBlock[] => {
    const listed = candidates(data).filter(({ few }) => !isMostlyFew(few) || few.of === 0);
    return [listTable(data, listed), ...notApplied(data, listed)];
  },
};

const listTable = (data: ReportData, listed: readonly Candidate[]): PartTable => ({
  kind: 'table',
  key: 'effectiveness',
  dense: true,
  title: 'Показатели эффективности деятельности школы и её руководителя',
  columns: [
    centredColumn('№', 0.04),
    leftColumn('Показатель из программы перехода', 0.18),
    leftColumn('Формула', 0.18),
    leftColumn('Источник, периодичность', 0.2),
    leftColumn('ОО / руково\u00adдитель', 0.08),
    leftColumn('Плановое значение', 0.1),
    leftColumn('Подтвер\u00adждение', 0.15),
    leftColumn('Баллы', 0.07),
  ],
  rows: listed.map(({ indicator }, index) =>
    [
      formatNumber(index + 1),
      indicator.title,
      formulaText(indicator),
      `форма «${indicator.from.title}»\n${quartersOf(indicator)}`,
      OF_HEAD.includes(indicator.from.key) ? 'руково\u00adдитель' : 'ОО',
      planOf(data, indicator),
      PROOFS[indicator.from.key] ?? SIGNED_PAPER,
      '',
    ].map(textCell),
  ),
  note: `Каждый показатель подтверждают и ${SIGNED_PAPER}, подписанные директором школы. Плановые значения в процентах установлены для участников программы. Графа «ОО / руководитель» – предложение: чей это показатель (образовательной организации или руководителя), утверждает отдел образования; баллы вносит он же.`,
});

/** Where an indicator of the list is not applied: one child decides it there. */
function notApplied(data: ReportData, listed: readonly Candidate[]): PartBlock[] {
  const items = listed.flatMap(({ indicator, few }, index) =>
    few.schools.length === 0
      ? []
      : [`№${NBSP}${index + 1} «${indicator.title}» – ${namedOrCounted(data, few.schools)}`],
  );
  return items.length === 0
    ? []
    : [
        paragraph(`Не применяются там, где рассчитаны меньше чем по ${SMALL_BELOW} обучающимся или работникам:`),
        { kind: 'list', numbered: false, items: items.map((item, at) => item + (at < items.length - 1 ? ';' : '.')) },
      ];
}

const QUARTERS: readonly QuarterNumber[] = [1, 2, 3, 4];
const ROMAN: Readonly<Record<QuarterNumber, string>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' };

function quartersOf({ from }: AnyIndicator): string {
  const quarters = QUARTERS.filter((quarter) => from.due.some((due) => due.quarters.includes(quarter)));
  return quarters.length === 4
    ? 'ежеквартально'
    : `${quarters.map((quarter) => ROMAN[quarter]).join(', ')}${NBSP}квартал`;
}

/** What the programme plans, as the district reads it; where it plans nothing, the direction. */
function planOf(data: ReportData, indicator: AnyIndicator): string {
  const plans = data.scores
    .filter(({ by }) => by.key === indicator.key)
    .map(({ target }) => planText(target) + (target.atLeast === null ? '' : `${NBSP}%`));
  return [...new Set(plans)].join('; ') || (indicator.direction === 'up' ? 'рост' : 'снижение');
}

/** For what the list is made. */
export const effectivenessGround: Part = {
  needs: [],
  blocks: ({ programme }: ReportData) => [
    paragraph(
      `Проект перечня к Положению об оценке эффективности деятельности образовательной организации и её руководителя (дорожная карта, п. 1.2.1). Основание: ${programme.basis}.`,
    ),
  ],
};
