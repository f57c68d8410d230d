export { composeReport, subjectTitle, titleOf } from './compose';
export type { Part, PartBlock, PartTable, ReportKind } from './kind';
export { reportKinds } from './kinds';
export { GOST } from './layout';
export type { CorrectedNumber, ReportData, SchoolCollection } from './report-data';
