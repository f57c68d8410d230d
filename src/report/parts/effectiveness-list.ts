import { type AnyIndicator, formatNumber, formulaText, NBSP, plannedTarget, type QuarterNumber } from '../../model';
import type { Part } from '../kind';
import type { ReportData } from '../report-data';
import { leftColumn, paragraph, textCell } from '../texts';

/** Works that never judge a school, its head or a teacher (letter of Рособрнадзор), and conditions, which are not its doing. */
const EXCLUDED = ['vpr', 'context'];

/** Why the works are left out stands with the list: the reason is part of the text of the Положение. */
export const exclusions: Part = {
  title: 'Что не включено и почему',
  needs: [],
  blocks: () => [
    {
      kind: 'list',
      numbered: false,
      items: [
        'Результаты ВПР: по рекомендациям Рособрнадзора они не используются для оценки педагогов и организаций.',
        'Социальный паспорт и ИСБШ: это условия, в которых школа работает, а не результат её работы.',
        'Показатели, рассчитанные меньше чем по 10 обучающимся или работникам: один человек меняет их больше чем на 10 п. п.',
        'Показатели одного учителя: в школе, где предмет в классе ведёт один учитель, показатель предмета в классе – это его оценка.',
      ],
    },
  ],
};

/** Indicators of the schools' programmes that may stand in the assessment of a school and its head (roadmap 1.2.1). */
export const effectivenessList: Part = {
  title: 'Показатели',
  needs: [],
  blocks: (data) => {
    const indicators = data.programme.indicators.filter(
      ({ from, direction }) => direction !== 'none' && !EXCLUDED.includes(from.key),
    );
    return [
      {
        kind: 'table',
        key: 'effectiveness',
        dense: true,
        title: 'Показатели эффективности деятельности школы и её руководителя',
        columns: [
          leftColumn('№', 0.05),
          leftColumn('Показатель', 0.23),
          leftColumn('Формула', 0.26),
          leftColumn('Источник, периодичность', 0.2),
          leftColumn('Плановое значение', 0.11),
          leftColumn('ОО / руково\u00adдитель', 0.08),
          leftColumn('Баллы', 0.07),
        ],
        rows: indicators.map((indicator, index) =>
          [
            formatNumber(index + 1),
            indicator.title,
            formulaText(indicator),
            `форма «${indicator.from.title}»\n${quartersOf(indicator)}`,
            planOf(indicator),
            '',
            '',
          ].map(textCell),
        ),
        note: 'Подтверждение по каждому показателю – «Сведения школы за период», подписанные директором школы. Графы «ОО / руководитель» и «Баллы» заполняет отдел образования.',
      },
    ];
  },
};

const QUARTERS: readonly QuarterNumber[] = [1, 2, 3, 4];
const ROMAN: Readonly<Record<QuarterNumber, string>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' };

function quartersOf({ from }: AnyIndicator): string {
  const quarters = QUARTERS.filter((quarter) => from.due.some((due) => due.quarters.includes(quarter)));
  return quarters.length === 4
    ? 'ежеквартально'
    : `${quarters.map((quarter) => ROMAN[quarter]).join(', ')}${NBSP}квартал`;
}

/** What the programme plans; where it plans nothing, the direction. */
function planOf(indicator: AnyIndicator): string {
  const { direction } = indicator;
  const target = plannedTarget(indicator);
  if (target) return `${target.atLeast === 100 ? '' : 'не менее '}${formatNumber(target.atLeast)}${NBSP}%`;
  return direction === 'up' ? 'рост' : 'снижение';
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
