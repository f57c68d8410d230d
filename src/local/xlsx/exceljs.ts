import type * as ExcelJs from 'exceljs';

export type {
  Cell,
  ConditionalFormattingRule,
  DataValidation,
  Style,
  Workbook,
  Worksheet,
  WorksheetView,
} from 'exceljs';

/** Loaded when first needed: it takes longer to load than most runs take to run. */
export const excelJs = (): typeof ExcelJs => require('exceljs');

const DEFAULT_FONT = /<font>(?:(?!<\/font>).)*Calibri(?:(?!<\/font>).)*<\/font>/;
const GOOGLES_FONT = '<font><sz val="10"/><name val="Arial"/><family val="2"/></font>';

interface StyleWriter {
  addStyles(
    zip: { append(xml: string, file: { name: string }): void },
    model: { styles: { xml: string } },
  ): Promise<void>;
}

/**
 * Widths of columns are counted in letters of the workbook's own font, and `exceljs` knows only Calibri: where that is not
 * installed every column would become a third wider.
 */
export function countInArial({ xlsx }: ExcelJs.Workbook): void {
  (xlsx as unknown as StyleWriter).addStyles = async (zip, { styles }) =>
    zip.append(styles.xml.replace(DEFAULT_FONT, GOOGLES_FONT), { name: 'xl/styles.xml' });
}
