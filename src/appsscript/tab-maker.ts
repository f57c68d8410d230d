import type { TabDesign } from '../model';
import { commonTab, isWorthWhile } from '../workbook/common-tab';
import { UNFINISHED } from '../workbook/names';
import { nameTab, prepareTab } from './create-tab';
import { Guard } from './guard';
import { dropMould, type Mould, makeMould, recallMould } from './mould';
import { likeMould, remake } from './remake-tab';
import { outOfTime } from './run';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Makes many tabs: a copy of what they have in common keeps formats, rules, notes and looks at the cost of one call, and
 * only what differs is set anew. `models` are what the mould is made after; the same ones give the same mould.
 */
export class TabMaker {
  /** Undefined before the first tab, null where a mould would be more work. */
  private mould: Mould | null | undefined;
  private readonly guard: Guard;

  constructor(
    private readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
    private readonly designs: readonly TabDesign[],
    private readonly models: readonly TabDesign[],
  ) {
    this.guard = new Guard(spreadsheet);
  }

  /**
   * All but the name, the mark that the tab is whole; behind all others unless `index` sheets are to stand before it. Null
   * when making the mould took all the time there was: the next run goes on with it.
   */
  prepare(design: TabDesign, index?: number): Sheet | null {
    if (this.mould === undefined) {
      this.mould = this.moulded();
      if (this.mould?.isNew && outOfTime()) return null;
    }
    const sheet = this.copied(design, index) ?? prepareTab(this.spreadsheet, design, index);
    return this.guard.secure(sheet, design);
  }

  create(design: TabDesign): Sheet | null {
    const sheet = this.prepare(design);
    return sheet && nameTab(sheet, design);
  }

  /** When time has run out, or all tabs are made: then nothing needs the mould any more. */
  finish(isWhole: boolean): void {
    this.guard.remember();
    if (this.mould && isWhole) dropMould(this.spreadsheet);
  }

  private copied(design: TabDesign, index?: number): Sheet | null {
    const { mould, spreadsheet } = this;
    const made = mould && likeMould(mould, design);
    if (!made) return null;
    const { sheet: template } = mould;
    const sheet =
      index === undefined ? template.copyTo(spreadsheet) : spreadsheet.insertSheet(UNFINISHED, index, { template });
    remake(sheet, design, made);
    return sheet;
  }

  private moulded(): Mould | null {
    const { spreadsheet, designs, models } = this;
    const design = commonTab(models);
    return recallMould(spreadsheet, design) ?? (isWorthWhile(design, designs) ? makeMould(spreadsheet, design) : null);
  }
}
