import { formatNumber, groupWith } from '../../model';
import { figureCell, figureText, isFew, NONE } from '../figure-text';
import type { PartTable } from '../kind';
import { figureOf, hasValue, knownIndicator, ofGroup, type ReportData } from '../report-data';
import { centredColumn, leftColumn, textCell } from '../texts';

/** What the district's report sets side by side. */
const RESOURCES = ['staffing-rate', 'category-rate', 'trained-rate', 'renewal-rate'];

/** What leading schools have more of: the order's «выравнивание ресурсных баз». */
export function resourceGap(data: ReportData, resources: readonly string[] = RESOURCES): PartTable[] {
  const { groups } = data.programme;
  const [helping, helped] = [groupWith(groups, 'leading'), groupWith(groups, 'participants')];
  if (!helping || !helped) return [];
  const rows = resources.flatMap((key) => {
    const indicator = knownIndicator(data, key);
    const [leading, own] = [helping, helped].map((group) => figureOf(data, ofGroup(group.key), key));
    if (!indicator || !hasValue(leading) || !hasValue(own)) return [];
    const pair = [leading, own];
    const isTold = !pair.some((figure) => data.withheld(figure) || isFew(indicator, figure));
    const gap = isTold ? formatNumber(leading.value - own.value, 1) : NONE;
    const cells = pair.map((figure) => figureCell(figureText(indicator, figure), figure));
    return [[textCell(indicator.title), ...cells, textCell(gap)]];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      key: 'resources',
      dense: true,
      title: `Ресурсы ${helping.genitive} и ${helped.genitive}`,
      columns: [
        leftColumn('Показатель', 0.43),
        centredColumn(`${helping.short}, %`, 0.19),
        centredColumn(`${helped.short}, %`, 0.19),
        centredColumn('Разница, п.\u00a0п.', 0.19),
      ],
      rows,
    },
  ];
}
