import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import type { PageLayout } from '../../model/document';
import { mmToTwips, TWIPS_PER_POINT } from './measure';

const SINGLE = 240;
const BLACK = '000000';
const SMALLEST_NOTE = 8;

/** Spacing of a paragraph: gaps in points, line as a multiple of a single one. The rule is always written: importers guess it otherwise. */
export const spacing = (line: number, before = 0, after = 0) => ({
  before: Math.round(before * TWIPS_PER_POINT),
  after: Math.round(after * TWIPS_PER_POINT),
  line: Math.round(line * SINGLE),
  lineRule: LineRuleType.AUTO,
});

/** The styles of a report: every size, font and indent of the layout stands here once, blocks only name a style. */
export function stylesOf(layout: PageLayout): IStylesOptions {
  const { font, textSize, lineSpacing } = layout;
  const centred = { alignment: AlignmentType.CENTER, keepNext: true, keepLines: true };
  const heading = { size: halfPoints(textSize), bold: true, color: BLACK, font };
  const headingStyle = { basedOn: 'Normal', next: 'BodyText', quickFormat: true, run: heading };
  return {
    default: {
      document: {
        run: {
          font: { ascii: font, hAnsi: font, eastAsia: font, cs: font },
          size: halfPoints(textSize),
          language: { value: 'ru-RU', eastAsia: 'ru-RU', bidirectional: 'ru-RU' },
        },
        paragraph: { spacing: spacing(lineSpacing) },
      },
      title: { ...headingStyle, paragraph: { ...centred, spacing: spacing(lineSpacing, 12, 6) } },
      heading1: { ...headingStyle, paragraph: { ...centred, spacing: spacing(lineSpacing, 10, 4) } },
      heading2: {
        ...headingStyle,
        paragraph: {
          ...centred,
          alignment: AlignmentType.LEFT,
          indent: { firstLine: mmToTwips(layout.firstLineIndentMm) },
          spacing: spacing(lineSpacing, 9, 3),
        },
      },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true },
      ...textStyles(layout),
      ...tableStyles(layout),
      { id: 'Header', name: 'header', basedOn: 'Normal', ...small(layout.tableSize) },
    ],
  };
}

function textStyles({ lineSpacing, firstLineIndentMm }: PageLayout): IParagraphStyleOptions[] {
  const justified = { alignment: AlignmentType.JUSTIFIED, spacing: spacing(lineSpacing) };
  const indent = { firstLine: mmToTwips(firstLineIndentMm) };
  return [
    { id: 'BodyText', name: 'Body Text', basedOn: 'Normal', quickFormat: true, paragraph: { ...justified, indent } },
    { id: 'ListParagraph', name: 'List Paragraph', basedOn: 'Normal', paragraph: justified },
  ];
}

function tableStyles({ tableSize, denseSize }: PageLayout): IParagraphStyleOptions[] {
  const noteSize = Math.max(Math.min(SMALLEST_NOTE, tableSize), tableSize - 2);
  const caption = { spacing: spacing(1, 6, 2), keepNext: true, keepLines: true };
  const note = { spacing: spacing(1, 2, 6), keepLines: true };
  const centred = { alignment: AlignmentType.CENTER, keepNext: true, keepLines: true };
  const chartCaption = { alignment: AlignmentType.CENTER, keepLines: true, spacing: spacing(1, 2, 6) };
  return [
    { id: 'Caption', name: 'caption', basedOn: 'Normal', ...small(tableSize, caption) },
    // Above its caption, in the middle, on the caption's page.
    { id: 'Chart', name: 'Chart', basedOn: 'Normal', ...small(tableSize, { ...centred, spacing: spacing(1, 3, 0) }) },
    { id: 'ChartCaption', name: 'Chart Caption', basedOn: 'Normal', ...small(tableSize, chartCaption) },
    { id: 'TableText', name: 'Table Text', basedOn: 'Normal', ...small(tableSize) },
    { id: 'DenseText', name: 'Dense Table Text', basedOn: 'Normal', ...small(denseSize) },
    { id: 'TableNote', name: 'Table Note', basedOn: 'Normal', ...small(noteSize, note) },
    // Stands after every table: two tables in a row would grow together, and text would stick to the lower border.
    // The gap is space after, not a line, which would spill onto a page of its own after a full page.
    { id: 'TableEnd', name: 'Table End', basedOn: 'Normal', ...small(1, { spacing: spacing(1, 0, 4) }) },
  ];
}

const small = (points: number, paragraph: IParagraphStyleOptions['paragraph'] = {}) => ({
  run: { size: halfPoints(points), color: BLACK },
  paragraph: { alignment: AlignmentType.LEFT, spacing: spacing(1), ...paragraph },
});

const halfPoints = (points: number): number => Math.round(points * 2);
