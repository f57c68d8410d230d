export type { ActiveState, Cloud, EditResult } from './cloud';
export { createBook, createSheet } from './create-book';
export { displayCell } from './display';
export { recalculate, touchFormulas } from './recalculation';
export { createRange, createSpreadsheet, createSpreadsheetApp } from './spreadsheet-app';
export { typeInto } from './type-into';
