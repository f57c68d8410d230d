import type { TabDesign } from '../model';
import { commonTab } from '../workbook/common-tab';
import { UNFINISHED } from '../workbook/names';
import { nameTab, prepareTab } from './create-tab';
import { Guard } from './guard';
import { likeMould, type Mould, remake } from './remake-tab';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Beside one that is being made from nothing. */
const MOULD = `${UNFINISHED} (образец)`;

/**
 * Makes many tabs: a copy of what they have in common keeps formats, rules, notes and looks at the cost of one call, and
 * only what differs is set anew. The mould is a tab of its own without protections, since nobody says whether a copy has
 * them; what is left of it when the work dies is removed by the next set-up.
 */
export class TabMaker {
  /** Undefined before the first tab, null where a mould would be more work. */
  private mould: Mould | null | undefined;
  private readonly guard: Guard;

  constructor(
    private readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
    private readonly designs: readonly TabDesign[],
  ) {
    this.guard = new Guard(spreadsheet);
  }

  /** All but the name, the mark that the tab is whole; behind all others unless `index` sheets are to stand before it. */
  prepare(design: TabDesign, index?: number): Sheet {
    const sheet = this.copied(design, index) ?? prepareTab(this.spreadsheet, design, index);
    return this.guard.secure(sheet, design);
  }

  create(design: TabDesign): Sheet {
    return nameTab(this.prepare(design), design);
  }

  finish(): void {
    if (this.mould) this.spreadsheet.deleteSheet(this.mould.sheet);
  }

  private copied(design: TabDesign, index?: number): Sheet | null {
    const { spreadsheet } = this;
    if (this.mould === undefined) this.mould = this.moulded();
    const made = this.mould && likeMould(this.mould, design);
    if (!made) return null;
    const { sheet: template } = this.mould!;
    const sheet =
      index === undefined ? template.copyTo(spreadsheet) : spreadsheet.insertSheet(UNFINISHED, index, { template });
    remake(sheet, design, made);
    return sheet;
  }

  private moulded(): Mould | null {
    const design = commonTab(this.designs);
    return design && { sheet: prepareTab(this.spreadsheet, design, undefined, MOULD), design };
  }
}
