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
