import { TABS } from '../workbook/names';
import type { answerEditOf } from './answer-edit';
import { type AsleepCode, codeOf, woken } from './code-file';
import type { ProgrammeTexts } from './keystroke/programme';
import { buildMenu, type MenuEntry } from './menu';
import type { Called } from './on-call';
import { showOwnTab, showPanel } from './own-tab';
import { tellHeartbeat } from './tell-heartbeat';

/** The menu that the commands make, put in by the build: to open a workbook the commands themselves are not needed. */
declare const MENU: readonly MenuEntry[];

/** What the build makes of `answer-edit.ts`, with the texts it asks for; only whoever types on a school's tab runs it. */
declare const forEdits_: ProgrammeTexts & {
  readonly edit: AsleepCode<(texts: ProgrammeTexts) => { answerEditOf: typeof answerEditOf }>;
};

const OF_NO_SCHOOL = new Set<string>(Object.values(TABS));

/** Simple triggers, run at every opening and every keystroke. The build gives each a top-level function of its name. */
export const triggers = {
  /** The menu for coordinators, its own tab for a school; to everybody, how the runs of the night went. */
  onOpen: () => {
    const coordinator = buildMenu(MENU);
    if (coordinator) showPanel();
    else showOwnTab();
    tellHeartbeat(coordinator);
  },
  /** Remarks, calculated columns, completeness, «Проверить», «Сдать». */
  onEdit: (event: GoogleAppsScript.Events.SheetsOnEdit) => {
    if (!OF_NO_SCHOOL.has(event.range.getSheet().getName())) woken(forEdits_.edit)(forEdits_).answerEditOf(event);
  },
};

/** Everything else that Google calls by name lies in a file of its own, which is run when something of it is called. */
export const call = (name: string, given: readonly never[]): unknown =>
  codeOf<Called>('commands').entries[name]!(...given);
