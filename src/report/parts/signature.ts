import type { Part, PartBlock } from '../kind';
import type { ReportData } from '../report-data';

/** Who has prepared a справка signs it (order No 341, p. 4.2); the head of the department signs orders. */
export const prepared = ({ settings }: ReportData): PartBlock[] => [
  {
    kind: 'two-sides',
    left: settings['prepared-position'] || (settings['signatory-position'] ?? ''),
    right: settings['prepared-name'] || (settings['signatory-name'] ?? ''),
    spaceBefore: 24,
    below: `Исполнитель: ${settings.author ?? ''}`,
  },
];

export const signature: Part = { needs: [], blocks: prepared };
