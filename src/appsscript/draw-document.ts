import type { ChartBlock, ReportDocument } from '../model';
import { drawChart } from './draw-chart';

/** A report with the pictures of its charts, in their order. */
export interface DrawnDocument {
  readonly document: ReportDocument;
  readonly pictures: readonly Uint8Array[];
  /** What could not be drawn, for the coordinator; '' where all was. */
  readonly trouble: string;
}

/** Composes the report again without those charts, by their keys. */
export type Without = (undrawn: ReadonlySet<string>) => ReportDocument;

/** Draws the charts of a report; one that Google does not draw is left out, its table stands alone. */
export function drawDocument(document: ReportDocument, without: Without): DrawnDocument {
  const charts = document.blocks.filter((block): block is ChartBlock => block.kind === 'chart');
  const drawn = charts.map((block) => ({ block, made: drawChart(block) }));
  const pictures = drawn.flatMap(({ made }) => ('png' in made ? [made.png] : []));
  const failed = drawn.flatMap(({ block, made }) => ('trouble' in made ? [{ block, why: made.trouble }] : []));
  if (failed.length === 0) return { document, pictures, trouble: '' };
  for (const { block, why } of failed) console.error(`${block.caption}: ${why}`);
  return {
    document: without(new Set(failed.map(({ block }) => block.key))),
    pictures,
    trouble: ` Google не нарисовал: ${failed.map(({ block }) => numberOf(block)).join(', ')}; остались таблицы. Постройте отчёт ещё раз позже.`,
  };
}

/** «рисунок 1» */
const numberOf = ({ caption }: ChartBlock): string => caption.split(' – ')[0]!.toLowerCase();
