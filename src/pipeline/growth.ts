import { counted, formatNumber } from '../model';
import type { PublishRequest } from '../workbook';

/** What a Google workbook may hold: platform.md, «Limits». */
const MOST_CELLS = 10_000_000;

/**
 * What a closed quarter leaves in the workbook for good, and for how many such quarters there is room beside the schools'
 * tabs, which do not grow.
 */
export function growthInWords(publish: readonly PublishRequest[], onTabs: number): string {
  const cells = publish.reduce((sum, { rows, table }) => sum + rows.length * table.columns.length, 0);
  if (cells === 0) return '';
  const quarters = Math.max(0, Math.floor((MOST_CELLS - onTabs) / cells));
  const room =
    quarters === 0
      ? 'больше, чем вмещает книга Google'
      : `в книге Google поместится ${counted(quarters, 'такой квартал', 'таких квартала', 'таких кварталов')}`;
  return `Квартал занимает ячеек: ${formatNumber(cells)}; ${room}.`;
}
