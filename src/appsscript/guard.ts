import type { TabDesign } from '../model';
import { protectArea, takeOff } from './add-section';
import { ShutHeads } from './shut-heads';

type Protection = GoogleAppsScript.Spreadsheet.Protection;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Protects new tabs. Whoever may edit the workbook is asked for once, and new protections of a kind are alike: whether
 * they let a domain in is asked of the first.
 */
export class Guard {
  private known: readonly string[] | null = null;
  private shut: ShutHeads | null = null;
  private readonly letDomainIn = new Map<GoogleAppsScript.Spreadsheet.ProtectionType, boolean>();

  constructor(private readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {}

  /** The owner among them: a protection lets in whoever comes later, until somebody is taken off it. */
  private get editors(): readonly string[] {
    this.known ??= this.spreadsheet.getEditors().map((user) => user.getEmail());
    return this.known;
  }

  /**
   * A service tab is closed to schools at once. A school's tab is protected with its editors listed in the protection;
   * until any are entered, permissions mirror those of the workbook.
   */
  secure(sheet: Sheet, design: TabDesign): Sheet {
    for (const decoration of design.section.decorations) {
      if (!decoration.protect) continue;
      const protection = protectArea(sheet, decoration);
      if (decoration.protect.warningOnly) continue;
      this.keepOut(protection);
      this.heads.madeShut(String(sheet.getSheetId()));
    }
    if (!design.protect) return sheet;
    const protection = sheet.protect();
    if (!design.key.startsWith('school/')) this.keepOut(protection);
    // Its words come last: one without them a run that died has left, and it may be open.
    protection.setDescription(design.protect.description);
    return sheet;
  }

  private get heads(): ShutHeads {
    this.shut ??= new ShutHeads(this.editors);
    return this.shut;
  }

  /** A closing, which may take eight calls a school, then finds the heads shut. */
  remember(): void {
    this.shut?.remember();
  }

  private keepOut(protection: Protection): void {
    takeOff(protection, this.editors);
    const kind = protection.getProtectionType();
    const known = this.letDomainIn.get(kind);
    const isIn = known ?? protection.canDomainEdit();
    this.letDomainIn.set(kind, isIn);
    if (isIn) protection.setDomainEdit(false);
  }
}
