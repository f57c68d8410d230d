import type { ReportKind } from '../kind';
import { effectivenessGround, effectivenessList, exclusions } from '../parts/effectiveness-list';
import { requisites } from '../parts/requisites';
import { signature } from '../parts/signature';
import { dataOfPeriod } from '../words/quarters';

/** «Перечень показателей эффективности» (roadmap 1.2.1): a draft for the department's Положение. */
export const effectiveness: ReportKind = {
  key: 'effectiveness',
  title: 'Перечень показателей эффективности',
  about: 'деятельности школ и их руководителей',
  when: dataOfPeriod,
  editions: ['служебная'],
  subjects: () => [null],
  parts: () => [requisites, effectivenessGround, effectivenessList, exclusions, signature],
};
