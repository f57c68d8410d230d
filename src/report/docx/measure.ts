import type { PageLayout, TableColumn } from '../../model/document';

/** A twip is 1/20 of a point, the unit of widths in a DOCX. */
export const TWIPS_PER_POINT = 20;

/** A4, twips. */
export const PAGE_TWIPS = { width: 11906, height: 16838 };

/** Millimetres to whole twips. */
export const mmToTwips = (mm: number): number => Math.round((mm * 1440) / 25.4);

/** Width between the margins, twips. */
export const textWidthTwips = ({ marginsMm }: PageLayout, landscape = false): number =>
  (landscape ? PAGE_TWIPS.height : PAGE_TWIPS.width) - mmToTwips(marginsMm.left) - mmToTwips(marginsMm.right);

/** The columns' shares of `total` in whole twips that add up to exactly `total`, whatever the shares add up to. */
export function columnWidthsTwips(columns: readonly Pick<TableColumn, 'width'>[], total: number): number[] {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  let share = 0;
  let left = 0;
  return columns.map((column) => {
    share += column.width;
    const right = Math.round((share / whole) * total);
    const width = right - left;
    left = right;
    return width;
  });
}
