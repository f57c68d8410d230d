import type { Issue } from '../../model';

/** An issue before it knows its place. */
export type Finding = Pick<Issue, 'id' | 'severity' | 'details' | 'field'>;

export const found = (
  id: string,
  severity: Issue['severity'],
  details: Issue['details'] = {},
  field?: string,
): Finding => ({ id, severity, details, ...(field === undefined ? {} : { field }) });
