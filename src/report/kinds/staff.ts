import type { ReportKind } from '../kind';
import { basis } from '../parts/basis';
import { requisites } from '../parts/requisites';
import { signature } from '../parts/signature';
import { coursesPlan, staffBrief, staffGap } from '../parts/staff-plan';
import { courseMoney, courses, education, qualification, retraining, staffing } from '../parts/staff-report';

/** «Справка по кадрам» of September (roadmap 1.1.6): staffing, education, courses, retraining, categories. */
export const staff: ReportKind = {
  key: 'staff',
  title: 'Справка по кадрам',
  about: 'о кадрах школ района',
  editions: ['служебная'],
  subjects: () => [null],
  parts: () => [
    ...[requisites, staffBrief, staffing, education, courses, retraining, qualification, staffGap],
    ...[courseMoney, coursesPlan, signature, basis],
  ],
};
