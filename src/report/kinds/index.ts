import type { ReportKind } from '../kind';
import { district } from './district';
import { effectiveness } from './effectiveness';
import { evidence } from './evidence';
import { final } from './final';
import { orderDraft } from './order-draft';
import { roadmap } from './roadmap';
import { school } from './school';
import { staff } from './staff';
import { submission } from './submission';

/** Every kind of report: a new one is one file here and one line. */
export const reportKinds: readonly ReportKind[] = [
  district,
  school,
  staff,
  roadmap,
  submission,
  final,
  orderDraft,
  effectiveness,
  evidence,
];
