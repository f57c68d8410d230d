import { answerEditOf } from '../../../appsscript/answer-edit';
import type { Runtime } from '../../runtime';

const SERVICES = ['SpreadsheetApp', 'Utilities', 'Session'];

/** Does `work` with Google's services as the add-on's shell finds them. */
export function asOwner<T>(runtime: Runtime, work: () => T): T {
  const realm = globalThis as Record<string, unknown>;
  for (const name of SERVICES) realm[name] = runtime.globals[name];
  try {
    return work();
  } finally {
    for (const name of SERVICES) delete realm[name];
  }
}

/** The add-on's answer to cells that came with cutting and pasting: Google tells of where they were put. */
export const answered = (runtime: Runtime, range: GoogleAppsScript.Spreadsheet.Range): void =>
  asOwner(runtime, () => answerEditOf({ range } as GoogleAppsScript.Events.SheetsOnEdit));
