import { type FileChild, ImageRun, Paragraph } from 'docx';
import type { ChartBlock } from '../../model/document';
import { TWIPS_PER_POINT } from './measure';
import { printable } from './printable';
import { spacing } from './styles';
import { textRuns } from './text';

const MM_PER_INCH = 25.4;
/** docx takes the size of a picture in pixels of the screen. */
const PIXELS_PER_INCH = 96;
const POINTS_PER_INCH = 72;

interface Picture {
  /** From 1 on, through the document. */
  readonly number: number;
  readonly png: Uint8Array | undefined;
  /** Twips. */
  readonly width: number;
}

/** The picture as wide as the text, below it caption and note, all on one page. */
export function chartElements(block: ChartBlock, { number, png, width }: Picture): FileChild[] {
  if (!png) throw new Error(`docxParts has no picture of the chart ${block.key}`);
  const name = printable(block.caption);
  const picture = new ImageRun({
    type: 'png',
    data: png,
    transformation: {
      width: Math.round((width / TWIPS_PER_POINT / POINTS_PER_INCH) * PIXELS_PER_INCH),
      height: Math.round((block.heightMm / MM_PER_INCH) * PIXELS_PER_INCH),
    },
    // docx would go on counting from document to document.
    altText: { id: String(number), name, title: name, description: printable(block.alt) },
  });
  // A note follows close on its caption.
  const caption = block.note === undefined ? {} : { keepNext: true, spacing: spacing(1, 2, 0) };
  return [
    new Paragraph({ style: 'Chart', children: [picture] }),
    new Paragraph({ style: 'ChartCaption', ...caption, children: textRuns(block.caption) }),
    ...(block.note === undefined ? [] : [new Paragraph({ style: 'TableNote', children: textRuns(block.note) })]),
  ];
}
