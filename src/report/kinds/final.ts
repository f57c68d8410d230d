import type { Part, PartBlock, ReportKind } from '../kind';
import { basis } from '../parts/basis';
import { contents } from '../parts/contents';
import { corrections } from '../parts/corrections';
import {
  breaks,
  effectOfMeasures,
  finalConclusions,
  managementTeachingConditions,
  practicesPart,
  schoolsAtTheEnd,
  teachingStaff,
} from '../parts/final-programme';
import { finalBrief, finalProgramme, finalResults, finalTargets, gapByYear } from '../parts/final-results';
import { notPublished } from '../parts/not-published';
import { documentsPart } from '../parts/plan-report';
import { planSummary } from '../parts/plan-summary';
import { requisites } from '../parts/requisites';
import { signature } from '../parts/signature';
import { isPublic } from '../report-data';

/** «Итоговая справка» of the programme (third stage): end it, extend it or change it. */
export const final: ReportKind = {
  key: 'final',
  title: 'Итоговая справка',
  about: 'о выполнении программы',
  editions: ['служебная', 'публичная'],
  subjects: () => [null],
  parts: (data) => (isPublic(data) ? OPEN : FULL),
};

const roadmap: Part = {
  title: 'Дорожная карта и документы',
  needs: [],
  // A chart moves to the next page whole: behind texts and tables it leaves none half empty.
  blocks: (...about) => {
    const all = [planSummary, documentsPart].flatMap((part) => part.blocks(...about));
    const isChart = ({ kind }: PartBlock): boolean => kind === 'chart';
    return [...all.filter((block) => !isChart(block)), ...all.filter(isChart)];
  },
};

const FULL: readonly Part[] = [
  requisites,
  contents,
  finalBrief,
  finalProgramme,
  finalTargets,
  finalResults,
  gapByYear,
  managementTeachingConditions,
  teachingStaff,
  roadmap,
  effectOfMeasures,
  schoolsAtTheEnd,
  practicesPart,
  finalConclusions,
  signature,
  breaks,
  corrections,
  basis,
];

/** Without single schools, staff and measures taken in them. */
const OPEN: readonly Part[] = [
  requisites,
  contents,
  finalBrief,
  finalProgramme,
  finalTargets,
  finalResults,
  gapByYear,
  managementTeachingConditions,
  roadmap,
  finalConclusions,
  signature,
  breaks,
  notPublished,
  basis,
];
