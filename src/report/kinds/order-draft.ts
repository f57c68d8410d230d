import type { ReportKind } from '../kind';
import { improvementRule, orderHead, orderText, testedSchools } from '../parts/order-draft';

/** «Проект приказа» of roadmap 3.1: schools with the greatest and stable improvement; signed or not by the department. */
export const orderDraft: ReportKind = {
  key: 'order-draft',
  title: 'Проект приказа о стимулировании',
  editions: ['служебная'],
  subjects: () => [null],
  parts: () => [orderHead, orderText, improvementRule, testedSchools],
};
