import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  type FileChild,
  HeadingLevel,
  InternalHyperlink,
  PageReference,
  Paragraph,
  type ParagraphChild,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { Block, ReportDocument } from '../../model/document';
import { chartElements } from './chart';
import { listItems } from './lists';
import { textWidthTwips } from './measure';
import { spacing } from './styles';
import { tableElements, twoSidesElements } from './table';
import type { WrittenRows } from './table-rows';
import { ALIGNMENT, textRuns } from './text';

/** Pages that lie alike, one after another. */
export interface Pages {
  readonly landscape: boolean;
  readonly children: readonly FileChild[];
}

/** The blocks of a tree in their order; `pictures` has one for each of its charts, `written` gets the rows of its tables. */
export function pagesOf(report: ReportDocument, pictures: readonly Uint8Array[], written: WrittenRows): Pages[] {
  const pages: { landscape: boolean; children: FileChild[] }[] = [{ landscape: false, children: [] }];
  const elements = elementsOf(report, pictures, written);
  let landscape = false;
  report.blocks.forEach((block, index) => {
    if (block.kind === 'page') {
      landscape = block.landscape;
      return;
    }
    const last = pages[pages.length - 1]!;
    if (last.children.length === 0) last.landscape = landscape;
    else if (last.landscape !== landscape) pages.push({ landscape, children: [] });
    pages[pages.length - 1]!.children.push(...elements(block, index, landscape));
  });
  return pages;
}

function elementsOf(report: ReportDocument, pictures: readonly Uint8Array[], written: WrittenRows) {
  let charts = 0;
  return (block: Exclude<Block, { kind: 'page' }>, index: number, landscape: boolean): FileChild[] => {
    const width = textWidthTwips(report.layout, landscape);
    // A signature never stands alone on its page; what refers to a chart stands above it.
    const next = report.blocks[index + 1]?.kind;
    const keepNext = next === 'two-sides' || next === 'chart';
    switch (block.kind) {
      case 'paragraph':
        return [paragraph(block, keepNext, report.layout.lineSpacing)];
      case 'title':
        return [new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(block.content) })];
      case 'heading':
        return [new Paragraph({ heading: HEADING[block.level], children: marked(index, textRuns(block.content)) })];
      case 'contents':
        return contentsElements(block.content, report, width);
      case 'two-sides':
        return twoSidesElements(block, width, report.layout.lineSpacing);
      case 'list':
        return listItems(block, index, report.layout, keepNext);
      case 'table':
        return tableElements(block, width, written);
      case 'chart':
        charts += 1;
        return chartElements(block, { number: charts, png: pictures[charts - 1], width });
      default:
        return unknown(block);
    }
  };
}

const HEADING = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 };

const anchorOf = (index: number): string => `_Part${index}`;

/** Contents lead to it and ask for its page. */
const marked = (index: number, runs: readonly TextRun[]): ParagraphChild[] =>
  // docx' own bookmark numbers itself by a counter of its module: the same tree would not give the same bytes.
  [
    new BookmarkStart(anchorOf(index), index),
    ...runs,
    new BookmarkEnd(index),
  ] as readonly unknown[] as ParagraphChild[];

/**
 * The headings as links with their pages. A field of Word's own kind would stand without numbers until somebody renews it;
 * references to pages are worked out by LibreOffice and Word when they open the file. Where a program works out none, the
 * numbers of the sections and the links are there.
 */
function contentsElements(title: string, { blocks, layout }: ReportDocument, width: number): FileChild[] {
  const lines = blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.level === 1
      ? [
          new Paragraph({
            style: 'Normal',
            keepLines: true,
            tabStops: [{ type: TabStopType.RIGHT, position: width }],
            spacing: spacing(layout.lineSpacing, 0, 2),
            children: [
              new InternalHyperlink({ anchor: anchorOf(index), children: textRuns(block.content) }),
              new TextRun({ children: [new Tab()] }),
              new PageReference(anchorOf(index)),
            ],
          }),
        ]
      : [],
  );
  const heading = new Paragraph({
    style: 'Normal',
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: spacing(layout.lineSpacing, 12, 6),
    children: [new TextRun({ text: title, bold: true })],
  });
  return [heading, ...lines];
}

/** Only justified text is indented unless the block says so: an indent would push centred text off the centre. */
function paragraph(block: Extract<Block, { kind: 'paragraph' }>, keepNext: boolean, lineSpacing: number): Paragraph {
  const { align = 'justify', indent = align === 'justify', spaceAfter } = block;
  return new Paragraph({
    style: indent ? 'BodyText' : 'Normal',
    alignment: ALIGNMENT[align],
    keepNext: (block.keepNext ?? keepNext) || undefined,
    spacing: spaceAfter === undefined ? undefined : spacing(lineSpacing, 0, spaceAfter),
    children: textRuns(block.content),
  });
}

function unknown(block: never): never {
  throw new Error(`docxParts knows no block of kind ${JSON.stringify((block as Block).kind)}`);
}
