import { daysBetween, dueDayOf } from '../domain';
import {
  type Cell,
  type Completeness,
  canonicalJson,
  handedInAt,
  type PeriodKey,
  type School,
  type SettingValues,
  type Submission,
} from '../model';
import type { TabStatus } from '../workbook';
import type { CheckedTab } from './check-tab';
import { completenessOf } from './completeness';
import { isSubmitted } from './tab-words';

/** The state of a tab that could not be read. */
export const UNREAD = 'unread';

/** What a run found of a school's tab, as data. */
export function submissionOf(checked: CheckedTab | null, status: TabStatus | null): Submission {
  if (!checked || !status) return { state: UNREAD, at: '', by: 'clock' };
  const { state, at, by, comment, changed, handedIn, returns } = status;
  const { errors, unexplained, blocks } = checked;
  const forms = blocks.map((block): [string, Completeness] => [block.block.form.key, completenessOf(block)]);
  const known = forms.filter(([, { filled, expected }]) => filled + expected > 0);
  return {
    ...{ state, at, by, errors, unexplained, forms: Object.fromEntries(known) },
    ...(comment ? { comment } : {}),
    ...(changed ? { changed } : {}),
    ...(handedIn ? { handedIn } : {}),
    ...(returns ? { returns } : {}),
  };
}

/** Days after the deadline that a tab was handed in, 0 when it was in time; null when it is not handed in. */
export function lateDaysOf(
  submission: Submission,
  period: PeriodKey,
  settings: SettingValues,
  school: Pick<School, 'extended'> | undefined,
): number | null {
  const at = handedInAt(submission);
  if (!isSubmitted(submission) || at === '') return null;
  return Math.max(0, daysBetween(dueDayOf(period, settings, school), at.slice(0, 10)));
}

export const submissionCell = (submission: Submission): string => canonicalJson(submission);

/** Null where no run of this version has written it, or somebody has. */
export function readSubmission(cell: Cell | undefined): Submission | null {
  if (typeof cell !== 'string' || !cell.startsWith('{')) return null;
  try {
    const submission = JSON.parse(cell) as Submission;
    return typeof submission.state === 'string' && typeof submission.at === 'string' ? submission : null;
  } catch {
    return null;
  }
}
