import type { Content, Run } from '../model';
import { WITHHELD } from './figure-text';
import type { PartBlock, PartTable } from './kind';
import type { ReportData } from './report-data';

/** The rule is said once, where the document says what it leaves out. */
const NOTE = `${WITHHELD} Не публикуется (правило – в приложении\u00a0{part:not-published}).`;

/**
 * The block as everybody may read it: a cell whose figure is withheld keeps the figure and shows a mark, a sentence that
 * tells of one is left out. Decided by the figures, never by the words.
 */
export function published(block: PartBlock, data: ReportData): readonly PartBlock[] {
  const isHeld = ({ figure, shows }: Run): boolean => figure !== undefined && data.withheld(figure, shows);
  const tells = (content: Content): boolean => typeof content !== 'string' && content.some(isHeld);
  switch (block.kind) {
    case 'table':
      return [withMarks(block, isHeld)];
    case 'list': {
      const items = block.items.filter((item) => !tells(item));
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    case 'two-sides':
    case 'used-figures':
    case 'contents':
      return [block];
    // Its picture and its words hold numbers that no rule of display could take out.
    case 'chart':
      return block.impersonal ? [block] : [];
    default:
      return tells(block.content) ? [] : [block];
  }
}

function withMarks(table: PartTable, isHeld: (run: Run) => boolean): PartTable {
  let marked = false;
  const rows = table.rows.map((row) =>
    row.map((cell) => {
      if (typeof cell.content === 'string' || !cell.content.some(isHeld)) return cell;
      marked = true;
      return { ...cell, content: cell.content.map((run) => (isHeld(run) ? { ...run, text: WITHHELD } : run)) };
    }),
  );
  return marked ? { ...table, rows, note: [table.note, NOTE].filter((text) => text).join(' ') } : table;
}
