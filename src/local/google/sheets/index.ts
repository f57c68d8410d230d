export type { ActiveState, Cloud, EditResult } from './book/cloud';
export { createBook, createSheet } from './book/create-book';
export { createRange, createSpreadsheet, createSpreadsheetApp } from './book/spreadsheet-app';
export { displayCell } from './cells/display';
export { recalculate, touchFormulas } from './formula/recalculation';
export { typeInto } from './typing/type-into';
