import { AlignmentType, TextRun } from 'docx';
import type { Align, Content } from '../../model/document';
import { printableLines } from './printable';

/** Word's names for the sides. */
export const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} satisfies Record<Align, string>;

/** Content as runs; a typed line end becomes a line break, empty content no run at all. */
export function textRuns(content: Content, bold?: boolean): TextRun[] {
  const runs = typeof content === 'string' ? [{ text: content }] : content;
  return runs.flatMap((run) =>
    printableLines(run.text).flatMap((text, line) =>
      text === '' && line === 0
        ? []
        : new TextRun({ text, break: line > 0 ? 1 : undefined, bold: run.bold ?? bold, italics: run.italic }),
    ),
  );
}

/** How many characters the content has. */
export const textLength = (content: Content): number =>
  typeof content === 'string' ? content.length : content.reduce((sum, run) => sum + run.text.length, 0);
