import { takeOff } from './add-section';
import { hashOf } from './hash';
import { remember, remembered } from './remembered';

type Protection = GoogleAppsScript.Spreadsheet.Protection;

const PROPERTY = 'shut-heads';
interface Stored {
  /** Of those who could edit the workbook when the heads were last known to keep them out. */
  readonly of: string;
  readonly tabs: readonly string[];
}

/**
 * Heads from whose lists people have been taken: from then on nobody should get onto them by himself. Google does not say
 * whether that holds where nobody but the owner stood there, so when others can edit the workbook one head is asked: all
 * are alike.
 */
export class ShutHeads {
  private readonly of: string;
  private readonly known: Set<string>;
  private readonly before: string | null;
  /** Whom they were shut against. */
  private against: string;

  constructor(private readonly editors: readonly string[]) {
    this.of = hashOf([...editors].sort().join());
    this.before = remembered(PROPERTY);
    const { of, tabs }: Stored = this.before === null ? { of: this.of, tabs: [] } : JSON.parse(this.before);
    this.known = new Set(tabs);
    this.against = of;
  }

  /** A head that is made by this run and has let nobody in. */
  madeShut(id: string): void {
    this.known.add(id);
  }

  keepOut(head: Protection, id: string): void {
    if (this.editors.length === 0) return;
    if (this.known.has(id) && this.against !== this.of) this.ask(head);
    if (this.known.has(id)) return;
    takeOff(head, this.editors);
    this.known.add(id);
  }

  /** One that lets all editors in mirrors the workbook, and so may the others. */
  private ask(head: Protection): void {
    const listed = head.getEditors().map((user) => user.getEmail());
    if (this.editors.every((address) => listed.includes(address))) this.known.clear();
    this.against = this.of;
  }

  remember(): void {
    const stored = JSON.stringify({ of: this.against, tabs: [...this.known].sort() } satisfies Stored);
    if (stored !== this.before && this.known.size > 0) remember(PROPERTY, stored);
  }
}
