import { messageOf } from './answers';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Names of all that is made for trying begin so, whatever a run that died has left is known by it. */
const SHEET = '⏳ проверка';
export const KEY = 'probe:';
/** Property of a temporary document on Drive. */
export const MARK = { key: 'probe', value: 'installation' } as const;

/** Entry points that triggers call. */
export interface Handlers {
  /** Of a temporary trigger; no lasting trigger calls it. */
  readonly trial: string;
  readonly nightly: string;
}

/** Where beliefs are tried: hidden temporary sheets of the bound workbook, removed in the end by `sweep`. */
export class Workbench {
  readonly timeZone: string;
  private made = 0;
  private nextRow = 1;
  private readonly scratch: Sheet;

  constructor(
    readonly spreadsheet: Spreadsheet,
    readonly handlers: Handlers,
  ) {
    this.timeZone = spreadsheet.getSpreadsheetTimeZone();
    this.scratch = this.newSheet();
  }

  newSheet(): Sheet {
    const name = this.freeName();
    return this.spreadsheet.insertSheet(name, this.spreadsheet.getSheets().length).hideSheet();
  }

  /** A copy made by Google takes a name of Google's; it must be known as temporary too. */
  copyOf(sheet: Sheet): Sheet {
    return sheet.copyTo(this.spreadsheet).setName(this.freeName());
  }

  /** Blank cells that no other probe touches; rows put in below do not reach the next ones. */
  area(rows = 1, columns = 1): Range {
    const row = this.nextRow;
    this.nextRow += rows + 2;
    return this.scratch.getRange(row, 1, rows, columns);
  }

  private freeName(): string {
    this.made += 1;
    return `${SHEET} ${this.made}`;
  }
}

/**
 * Removes everything that trying has made, now or in a run that died; can be repeated. Never throws: gives what could not
 * be removed and why. What is in the cache goes by itself within a minute.
 */
export function sweep(spreadsheet: Spreadsheet, { trial }: Handlers): string[] {
  const left: string[] = [];
  const clear = (what: string, work: () => void) => {
    try {
      work();
    } catch (error) {
      left.push(`${what}: ${messageOf(error)}`);
    }
  };
  for (const sheet of spreadsheet.getSheets()) {
    const name = sheet.getName();
    // A copy that had no name of its own yet has this one in the name that Google gave it.
    if (name.includes(SHEET)) clear(`вкладка «${name}»`, () => spreadsheet.deleteSheet(sheet));
  }
  clear('свойства документа', removeProperties);
  clear('триггер', () => removeTriggers(trial));
  clear('документ', removeDocuments);
  return left;
}

function removeProperties(): void {
  const properties = PropertiesService.getDocumentProperties();
  for (const key of properties.getKeys()) if (key.startsWith(KEY)) properties.deleteProperty(key);
}

function removeTriggers(trial: string): void {
  for (const trigger of ScriptApp.getProjectTriggers()) {
    if (trigger.getHandlerFunction() === trial) ScriptApp.deleteTrigger(trigger);
  }
}

function removeDocuments(): void {
  if (typeof Drive === 'undefined' || !Drive) return;
  const q = `appProperties has { key='${MARK.key}' and value='${MARK.value}' } and trashed = false`;
  for (const file of Drive.Files.list({ q, fields: 'files(id)' }).files ?? []) Drive.Files.remove(file.id!);
}
