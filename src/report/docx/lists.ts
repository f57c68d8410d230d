import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix, Paragraph, TabStopType } from 'docx';
import type { Block, PageLayout, ReportDocument } from '../../model/document';
import { mmToTwips } from './measure';
import { textRuns } from './text';

/** From a list's number to its text. */
const NUMBER_WIDTH_MM = 7.5;

export type ListBlock = Extract<Block, { kind: 'list' }>;

/**
 * docx writes `{reference-instance}` into the XML and replaces it afterwards, in typed text too. U+007F never passes
 * `printable`, so nobody can have typed the same.
 */
const reference = (index: number): string => `list\u007f${index}`;

/** One numbering for each list block, so that every list starts from 1. */
export function numberingOf(report: ReportDocument): INumberingOptions {
  const firstLine = mmToTwips(report.layout.firstLineIndentMm);
  return {
    config: report.blocks.flatMap((block, index) =>
      block.kind !== 'list'
        ? []
        : {
            reference: reference(index),
            levels: [
              {
                level: 0,
                format: block.numbered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
                text: block.numbered ? '%1.' : '–',
                alignment: AlignmentType.LEFT,
                suffix: LevelSuffix.TAB,
                style: { paragraph: { indent: { left: 0, firstLine } } },
              },
            ],
          },
    ),
  };
}

/** The items of the list that is block number `index` of the tree. */
export function listItems(list: ListBlock, index: number, layout: PageLayout, keepNext: boolean): Paragraph[] {
  // A space would be stretched or squeezed beside those of a justified line.
  const text = { type: TabStopType.LEFT, position: mmToTwips(layout.firstLineIndentMm + NUMBER_WIDTH_MM) };
  return list.items.map(
    (item, i) =>
      new Paragraph({
        style: 'ListParagraph',
        numbering: { reference: reference(index), level: 0 },
        keepNext: (keepNext && i === list.items.length - 1) || undefined,
        tabStops: [text],
        children: textRuns(item),
      }),
  );
}
