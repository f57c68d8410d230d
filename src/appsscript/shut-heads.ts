import { takeOff } from './add-section';
import { hashOf } from './hash';

type Protection = GoogleAppsScript.Spreadsheet.Protection;

const PROPERTY = 'shut-heads';

/**
 * Heads that are known to let in nobody but the owner. One that was made before anybody else could edit the workbook
 * lets in whoever came later, until they are taken from its list once; nobody gets onto that list by himself again.
 */
export class ShutHeads {
  private readonly of: string;
  private readonly known: Set<string>;
  private readonly before: number;

  constructor(private readonly editors: readonly string[]) {
    this.of = hashOf([...editors].sort().join());
    const stored = PropertiesService.getDocumentProperties().getProperty(PROPERTY);
    const { of, tabs } =
      stored === null ? { of: '', tabs: [] } : (JSON.parse(stored) as { of: string; tabs: string[] });
    this.known = new Set(of === this.of ? tabs : []);
    this.before = this.known.size;
  }

  keepOut(head: Protection, id: string): void {
    if (this.editors.length === 0 || this.known.has(id)) return;
    takeOff(head, this.editors);
    this.known.add(id);
  }

  remember(): void {
    if (this.known.size === this.before) return;
    const stored = JSON.stringify({ of: this.of, tabs: [...this.known] });
    PropertiesService.getDocumentProperties().setProperty(PROPERTY, stored);
  }
}
