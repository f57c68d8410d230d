export { dueDayOf } from '../domain';
export {
  calledAs,
  composeReport,
  explainedBy,
  figureTitle,
  GOST,
  type ReportData,
  type ReportKind,
  reportKinds,
  subjectTitle,
  titleOf,
  usedFigures,
} from '../report';
export * from './answer-edit';
export * from './archive';
export { believed, type RunMoment, seenStatuses } from './believed-status';
export { boardOf } from './board';
export { calculatedPatch } from './calculated-columns';
export * from './carried-figures';
export * from './carried-rows';
export * from './check-tab';
export * from './closed-rows';
export { closedTabs } from './closed-tabs';
export { closingPlan } from './closing-plan';
export * from './collected';
export { completenessOf } from './completeness';
export * from './consolidate';
export { movedBy, type Wanted } from './coordinator-moves';
export * from './corrections';
export { countedPeriods } from './counted';
export * from './edit';
export * from './edited-document';
export { enterDrafts } from './enter-drafts';
export * from './evolve';
export * from './explain';
export * from './explain-cell';
export type { Explaining } from './explain-figure';
export { explainRow } from './explain-row';
export * from './export-results';
export * from './figure-rows';
export * from './frozen-registers';
export { changedForms } from './frozen-rows';
export { frozenTotals } from './frozen-totals';
export * from './heal-tab';
export * from './heartbeat';
export { differsFrom, heldBy } from './held-by';
export * from './help-contents';
export { differenceWords } from './import-difference';
export * from './import-plan';
export * from './imported-rows';
export { afterImport, isAsHandedIn } from './imported-tab';
export type { KeptTab, KeptTabs } from './kept-tab';
export { notCountedWords } from './not-counted';
export { overviewRequest } from './overview';
export { type OwnResults, ownResultsPatches } from './own-results';
export { ownResultsOf } from './own-results-words';
export { type PanelInput, planPanel } from './panel';
export { once } from './period-figures';
export * from './period-slip';
export { proposalPatches, proposalsShown } from './proposed-settings';
export * from './redate-tab';
export * from './registers';
export { EARLY, type Letter, letterTo, remindedAt, stageOf } from './reminders';
export * from './report-data';
export * from './restored-tabs';
export { reviewOf } from './review';
export * from './roll-tab';
export * from './scores';
export * from './set-up';
export * from './set-up-draft';
export * from './shown-rows';
export { widestSnapshot } from './snapshot-room';
export * from './spare-rows';
export { splitByPeriod } from './split-by-period';
export * from './stored-periods';
export * from './tab-facts';
export { blankColumns, headOrderPatches, looksPatches, orderPatches } from './tab-order';
export * from './tab-patches';
export { rowsOf } from './tab-rows';
export { droppedBy } from './tab-status';
export * from './tab-words';
export * from './tabs';
export { turnBack } from './turn-back';
export type { ClosedTab } from './turned-back-rows';
export { typedSince } from './typed-since';
export { isVersion010 } from './version-0-1-0';
export { displacedBy } from './words-among-remarks';
