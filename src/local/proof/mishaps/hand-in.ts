import { programme } from '../../../programme';
import { readTable, statusTable, TABS } from '../../../workbook';
import type { Desk } from '../desk';
import { OPEN } from '../invented';
import { CONSOLIDATE } from '../scenes';
import { gridOf, sheetNamed } from '../school-tab';

const SUBMIT = 'D4';

/** What the last consolidation says of a school's tab. */
export const isHandedIn = ({ runtime }: Desk, school: string): boolean =>
  readTable(statusTable(programme.forms), gridOf(sheetNamed(runtime.book, TABS.status))).some(
    (row) => row.period === OPEN && row.school === school && row.state === 'submitted',
  );

/** All schools hand in, and are collected. */
export function handIn(desk: Desk, schools: readonly string[]): void {
  for (const school of schools)
    desk.runtime.edit(`Школа №${school.slice(1)}`, SUBMIT, true, { user: `${school}@school.example` });
  desk.finish(CONSOLIDATE);
  const drafts = schools.filter((school) => !isHandedIn(desk, school));
  if (drafts.length > 0) throw new Error(`not handed in: ${drafts.join(', ')}`);
}
