import type { TabDesign } from '../model';
import { UNFINISHED } from '../workbook/names';
import { prepareTab } from './create-tab';
import { hashOf } from './hash';
import { forget, remember, remembered } from './remembered';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A tab of which others are copies. It has no protections, since nobody says whether a copy has them. */
export interface Mould {
  readonly sheet: Sheet;
  readonly design: TabDesign;
  readonly isNew: boolean;
}

/** Beside a tab that is being made it has a name of its own. */
const NAME = `${UNFINISHED} (образец)`;

/** The whole mould, so that a run that goes on with what another could not end need not make it again. */
const PROPERTY = 'mould';
interface Kept {
  readonly gid: number;
  readonly of: string;
}

const kept = (): Kept | null => {
  const stored = remembered(PROPERTY);
  return stored === null ? null : (JSON.parse(stored) as Kept);
};

/** What no tab is made of any more is in nobody's way. */
export const isMould = (sheet: Sheet): boolean => sheet.getSheetId() === kept()?.gid;

const printOf = (design: TabDesign): string => hashOf(JSON.stringify(design));

export function recallMould(spreadsheet: Spreadsheet, design: TabDesign): Mould | null {
  if (kept()?.of !== printOf(design)) return null;
  const sheet = spreadsheet.getSheets().find(isMould);
  return sheet ? { sheet, design, isNew: false } : null;
}

export function makeMould(spreadsheet: Spreadsheet, design: TabDesign): Mould {
  dropMould(spreadsheet);
  const sheet = prepareTab(spreadsheet, design, undefined, NAME);
  remember(PROPERTY, JSON.stringify({ gid: sheet.getSheetId(), of: printOf(design) } satisfies Kept));
  return { sheet, design, isNew: true };
}

export function dropMould(spreadsheet: Spreadsheet): void {
  if (!kept()) return;
  const sheet = spreadsheet.getSheets().find(isMould);
  if (sheet) spreadsheet.deleteSheet(sheet);
  forget(PROPERTY);
}
