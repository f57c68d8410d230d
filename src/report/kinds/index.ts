import type { ReportKind } from '../kind';
import { district } from './district';
import { school } from './school';

/** Every kind of report: a new one is one file here and one line. */
export const reportKinds: readonly ReportKind[] = [district, school];
