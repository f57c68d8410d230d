import { NBSP, plannedTarget, type ScoreLine } from '../../../model';
import type { PartChart } from '../../kind';
import type { ReportData } from '../../report-data';
import { SMALL_BELOW } from '../../words/shares';
import { yearsChart } from './years';

/** Shares of pupils with a planned number over the years: of their group as a whole, or of one school that is not small. */
export function targetsChart({ scores }: Pick<ReportData, 'scores'>, school?: string): PartChart[] {
  const drawn = scores.filter(
    (line) => line.school?.key === school && isOfPupils(line) && (line.fact?.denominator ?? 0) >= SMALL_BELOW,
  );
  return yearsChart({
    key: 'years-targets',
    title:
      school === undefined
        ? 'Успеваемость и качество знаний по годам, план и факт'
        : 'Итоги школы по годам, план и факт',
    shown: 'Изменение по годам показано',
    axis: '%',
    lines: drawn.map((line) => ({ ...line, name: line.by.title })),
  });
}

/** The target that the indicator is first of all held against, of what is counted pupil by pupil. */
const isOfPupils = ({ by, target }: ScoreLine): boolean =>
  'kind' in by && by.kind === 'share' && by.from.key === 'pupils' && plannedTarget(by)?.id === target.id;

/** The measure of how far one group is ahead of the other. */
export const GAP = 'quality-gap';

/** How far one group is ahead of the other, by year (ER4). */
export const gapChart = ({ scores }: Pick<ReportData, 'scores'>): PartChart[] =>
  scores
    .filter(({ by, school }) => school === undefined && by.key === GAP)
    .flatMap((line) =>
      yearsChart({
        key: 'years-gap',
        title: `${line.by.title}, по годам`,
        shown: 'Разрыв между группами школ по годам показан',
        axis: `п.${NBSP}п.`,
        lines: [{ ...line, name: 'разрыв' }],
      }),
    );
