export { calledAs, composeReport, titleOf } from './compose';
export { type Draft, draftsOf, originOf, recommendationText } from './drafts';
export { figureText } from './figure-text';
export type { Part, PartBlock, PartChart, PartTable, ReportKind } from './kind';
export { reportKinds } from './kinds';
export { GOST } from './layout';
export { QUALITY_CHART } from './parts/by-school';
export { progressChart } from './parts/charts/progress';
export { schoolsChart } from './parts/charts/schools';
export { GAP, gapChart, targetsChart } from './parts/charts/targets';
export { roadmapOf } from './parts/progress';
export {
  type CorrectedNumber,
  type HandedIn,
  isParticipant,
  type QuarterHandedIn,
  type Reading,
  type ReportData,
  type SchoolCollection,
  subjectTitle,
} from './report-data';
export { explainedBy, figureTitle, type UsedFigure, usedFigures } from './used-figures';
export { BANDS, RESISTS, VERDICTS, withinShare } from './words/conditions';
export { COUNTS_BELOW, countsText } from './words/shares';
