import { AlignmentType, Document, Header, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { PageLayout, ReportDocument } from '../../model/document';
import { pagesOf } from './blocks';
import { numberingOf } from './lists';
import { mmToTwips, PAGE_TWIPS } from './measure';
import { type DocxPart, partsOf } from './pack';
import { printable } from './printable';
import { stylesOf } from './styles';
import { WrittenRows } from './table-rows';
import { behindText } from './watermark';

/** «на расстоянии не менее 10 мм от верхнего края листа» (domain.md 5.3). */
const PAGE_NUMBER_FROM_EDGE_MM = 10;

/**
 * Renders a tree to the parts of a .docx file, synchronously. The same tree gives the same parts.
 * Characters XML cannot hold are dropped; empty content is a blank line. `pictures`: a PNG for each chart of the tree.
 */
export function docxParts(report: ReportDocument, pictures: readonly Uint8Array[] = []): readonly DocxPart[] {
  const written = new WrittenRows();
  const document = new Document({
    styles: stylesOf(report.layout),
    numbering: numberingOf(report),
    // Without it a typed line break stretches the line before it across the page.
    compatibility: { version: 15, doNotExpandShiftReturn: true },
    sections: pagesOf(report, pictures, written).map(({ landscape, children }, index) => ({
      properties: {
        ...(index === 0 ? { titlePage: true } : {}),
        page: {
          size: { ...PAGE_TWIPS, ...(landscape ? { orientation: PageOrientation.LANDSCAPE } : {}) },
          margin: marginTwips(report.layout),
        },
      },
      headers: {
        default: header(pageNumber(), report, written),
        ...(index === 0 ? { first: header([], report, written) } : {}),
      },
      children,
    })),
  });
  return partsOf(document, printable(report.title), (part, path) => written.into(part, path));
}

function marginTwips({ marginsMm }: PageLayout) {
  const { left, right, top, bottom } = marginsMm;
  return {
    left: mmToTwips(left),
    right: mmToTwips(right),
    top: mmToTwips(top),
    bottom: mmToTwips(bottom),
    header: mmToTwips(PAGE_NUMBER_FROM_EDGE_MM),
    footer: mmToTwips(PAGE_NUMBER_FROM_EDGE_MM),
  };
}

const pageNumber = (): TextRun[] => [new TextRun({ children: [PageNumber.CURRENT] })];

const header = (runs: readonly TextRun[], { watermark }: ReportDocument, written: WrittenRows): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'Header',
        ...(runs.length > 0 ? { alignment: AlignmentType.CENTER } : {}),
        children: [...runs, ...(watermark === undefined ? [] : [behindText(watermark, written)])],
      }),
    ],
  });
