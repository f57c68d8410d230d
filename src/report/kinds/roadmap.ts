import type { ReportKind } from '../kind';
import { planProposals } from '../parts/plan-proposals';
import { documentsPart, planOverdue, planTables } from '../parts/plan-report';
import { planSummary } from '../parts/plan-summary';
import { requisites } from '../parts/requisites';
import { signature } from '../parts/signature';

/** «Исполнение дорожной карты»: what is done, what is late, which documents are there. */
export const roadmap: ReportKind = {
  key: 'roadmap',
  title: 'Исполнение дорожной карты',
  about: 'муниципальной программы',
  editions: ['служебная'],
  subjects: () => [null],
  parts: () => [requisites, planSummary, planOverdue, planTables, documentsPart, planProposals, signature],
};
