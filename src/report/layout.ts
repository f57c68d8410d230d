import type { PageLayout } from '../model';

/** ГОСТ Р 7.0.97 with the district's practice: A4, margins 20/10/20/20 mm, Times New Roman 13 (of 13 and 14) at single spacing, tables 12 and, with many columns, 10. */
export const GOST: PageLayout = {
  font: 'Times New Roman',
  textSize: 13,
  tableSize: 12,
  denseSize: 10,
  marginsMm: { left: 20, right: 10, top: 20, bottom: 20 },
  firstLineIndentMm: 12.5,
  lineSpacing: 1,
};
