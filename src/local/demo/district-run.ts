import { isConfirmed } from '../../domain';
import { type Form, type Programme, periodDays, type Register, type SentCounts, shiftPeriod } from '../../model';
import type { Results } from '../../pipeline';
import {
  ANSWER_COLUMN,
  AS_BEFORE,
  type Block,
  FIRST_ROW,
  NONE_THERE,
  REASON_COLUMN,
  REMARK_COLUMN,
  readSchoolTab,
  schoolTabName,
  settingPlace,
  TABS,
  written,
} from '../../workbook';
import { createRuntime, type Runtime, type RuntimeOptions } from '../runtime';
import { type BuiltDocument, buildReport, buildReports, bytesOnDrive } from './built-documents';
import { CSV_ROWS, csvRowsText, inCsvRows, placeOf } from './csv-rows';
import type { DataRow, Dataset } from './dataset';
import { pasteOver, type RegisterLine } from './fill-register';
import { TRAINING } from './mark-training';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const SUBMIT_CELL = 'D4';

/** The district's people at work in the local runtime: everything goes through the add-on's own entry points. */
export class DistrictRun {
  readonly runtime: Runtime;
  private moment: Date;
  private readonly sources = new Map<string, number[]>();

  /** Rows may stand on tabs that are in no CSV file. */
  private imported = false;
  /** Lines of registers that are still to be written up. */
  private readonly waiting = new Map<string, readonly RegisterLine[]>();

  constructor(
    private readonly programme: Programme,
    private readonly data: Dataset,
    dist?: string,
    onCall?: RuntimeOptions['onCall'],
  ) {
    this.moment = dayOf(data.periods[0]!, 1, 2);
    this.runtime = createRuntime({ now: () => this.moment, onCall, ...(dist ? { dist } : {}) });
  }

  /** The coordinator sets the workbook up: register and settings first, then the tabs. */
  setUp(): void {
    this.click('setUpWorkbook');
    const register = this.sheet(TABS.schools);
    const room = register.getMaxRows() - FIRST_ROW + 1;
    register.getRange(FIRST_ROW, 1, room, 6).clearContent();
    if (this.data.schools.length > room) register.insertRowsAfter(FIRST_ROW, this.data.schools.length);
    const rows = this.data.schools.map(({ key, name, type, group, partner }) =>
      [key, name, type, group, partner].map((text) => written(text, '@')),
    );
    register.getRange(FIRST_ROW, 1, rows.length, 5).setValues(rows);
    const settings = this.sheet(TABS.settings);
    const set = (key: string, value: string) => {
      const { row, column } = settingPlace(settings.getDataRange().getValues(), key)!;
      settings.getRange(row, column).setValue(value);
    };
    set('period', this.data.periods[0]!);
    if (this.data.training) set('note', TRAINING);
    while (this.click('setUpWorkbook') === 'Вкладки готовы не все');
    for (const { key } of this.data.schools) this.spreadsheet().addEditor(accountOf(key));
  }

  /** Counts from files, as the panel sends them. */
  applyImport(sent: readonly SentCounts[]): readonly string[] {
    this.imported = true;
    const { lines } = this.runtime.run('applyImport', [sent]) as { lines: readonly string[] };
    this.check();
    return lines;
  }

  /** Schools type the quarter's data in and hand their tabs in. */
  enter(period: string): void {
    this.moment = dayOf(period, 3, 25);
    this.fillRegisters(period);
    for (const school of this.data.schools) {
      const rows = this.data.rows.filter((row) => row.period === period && row.school === school.key);
      for (const form of this.programme.forms) {
        if (!rows.some((row) => row.form === form.key) && this.isAsBefore(form, school.key, period)) continue;
        this.paste(
          school.key,
          school.name,
          form,
          rows.filter((row) => row.form === form.key),
          period,
        );
      }
      if (rows.length === 0) continue;
      this.answer(school.key, schoolTabName(school.name), period);
      this.type(schoolTabName(school.name), SUBMIT_CELL, 'TRUE', school.key);
    }
  }

  /** The office writes up what it keeps of itself: what there is by now, in the last period all that is said of no day. */
  private fillRegisters(period: string): void {
    const { registers } = this.programme;
    const today = this.moment.toISOString().slice(0, 10);
    for (const register of registers) {
      const waiting = this.waiting.get(register.key) ?? this.data.registers[register.key] ?? [];
      const isLast = period === this.data.periods.at(-1);
      const later = waiting.filter((line) => isLater(register, line, today, isLast));
      const lines = waiting.filter((line) => !later.includes(line));
      this.waiting.set(register.key, later);
      if (lines.length > 0) this.fillRegister(register, lines);
    }
  }

  private fillRegister(register: Register, lines: readonly RegisterLine[]): void {
    const sheet = this.sheet(register.title);
    const shown = sheet.getDataRange().getDisplayValues();
    const { row, cells } = pasteOver(register, this.programme.registers, shown, lines, this.data.schools);
    const missing = row + cells.length - 1 - sheet.getMaxRows();
    if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
    const area = sheet.getRange(row, 1, cells.length, cells[0]!.length).getA1Notation();
    this.runtime.edit(register.title, area, cells);
    this.check();
  }

  consolidate(): void {
    this.click('consolidateWorkbook');
  }

  close(period: string): void {
    this.moment = dayOf(shiftPeriod(period, 1), 1, 12);
    while ((this.runtime.run('closePeriod', [period]) as { more?: boolean }).more) this.check();
    this.check();
  }

  /** By the button of the report's panel: drafts of a period's recommendations become rows of their register. */
  enterDrafts(period: string): void {
    const answer = this.runtime.run('panelCall', ['report', 'enterDrafts', [period]]) as { refused?: string };
    this.check();
    if (answer.refused !== undefined) throw new Error(answer.refused);
  }

  results(): Results {
    return inCsvRows(this.runtime.run('exportResults', []) as Results, this.sources, this.imported);
  }

  /** The bytes of an archive of all there is. */
  archive(): Uint8Array {
    const attached = { [CSV_ROWS]: csvRowsText(this.sources) };
    const { id } = this.runtime.run('saveArchive', [attached]) as { id: string };
    return bytesOnDrive(this.runtime, id);
  }

  reports(kind: string, period: string, edition: string): BuiltDocument[] {
    return buildReports(this.runtime, kind, period, edition);
  }

  report(kind: string, period: string, edition: string, subject?: string): BuiltDocument {
    return buildReport(this.runtime, kind, period, edition, subject);
  }

  /** Pastes a form's rows over what stands in its block, as a person with the table in Excel would. */
  private paste(key: string, name: string, form: Form, rows: readonly DataRow[], period: string): void {
    const tab = schoolTabName(name);
    const sheet = this.sheet(tab);
    let block = this.blockOf(sheet, form);
    if (!block) {
      // An add-on of fewer forms has no place for the others; nothing is lost where the data say nothing of them either.
      if (rows.length === 0) return;
      throw new Error(`${tab}: no block ${form.key}`);
    }
    const { columns } = block;
    const fields = Object.keys(form.fields);
    const places = fields.map((field) => columns.get(field)!);
    const first = Math.min(...places);
    const width = Math.max(...places) - first + 1;
    const standing = sheet
      .getRange(block.firstRow, first, block.endRow - block.firstRow, width)
      .getValues()
      .reduce((last, cells, index) => (cells.some((cell) => cell !== '') ? index + 1 : last), 0);
    const count = Math.max(standing, rows.length);
    if (count === 0) return;
    const missing = count - (block.endRow - block.firstRow);
    if (missing > 0) {
      sheet.insertRowsAfter(block.firstRow, missing);
      block = this.blockOf(sheet, form)!;
    }
    const { firstRow } = block;
    const cells = Array.from({ length: count }, (_, index) => {
      const line = Array<string>(width).fill('');
      fields.forEach((field, place) => {
        line[places[place]! - first] = rows[index]?.cells[field] ?? '';
      });
      return line;
    });
    this.type(tab, sheet.getRange(firstRow, first, count, width).getA1Notation(), cells, key);
    const filled = rows.filter((row) => Object.values(row.cells).some((cell) => cell.trim() !== ''));
    this.sources.set(
      placeOf({ period, school: key, form: form.key }),
      filled.map((row) => row.row),
    );
  }

  /** Nothing is given of a form that has only to be confirmed and was given within the year. */
  private isAsBefore(form: Form, key: string, period: string): boolean {
    const school = this.data.schools.find((one) => one.key === key)!;
    const given = (quarters: number): boolean =>
      (this.sources.get(placeOf({ period: shiftPeriod(period, -quarters), school: key, form: form.key })) ?? [])
        .length > 0;
    return form.lasting === true && isConfirmed(form, period, school) && !given(0) && [1, 2, 3].some(given);
  }

  /**
   * Forms that are asked for and of which the data have nothing are answered «как в прошлый раз» where that is enough, else
   * «не было»: nobody can hand in otherwise.
   */
  private answer(key: string, tab: string, period: string): void {
    const { facts, lines, blocks, grid } = readSchoolTab(this.programme, this.sheet(tab).getDataRange().getValues());
    const holds = ({ firstRow, endRow }: Block): boolean =>
      grid.slice(firstRow - 1, endRow - 1).some((cells) => cells.slice(REMARK_COLUMN).some((cell) => cell !== ''));
    for (const form of facts?.due ?? []) {
      const [line, block] = [lines.get(form), blocks.get(form)];
      if (!line || !block) continue;
      const at = (column: number): string => this.sheet(tab).getRange(line.row, column).getA1Notation();
      if (this.isAsBefore(block.form, key, period)) this.type(tab, at(ANSWER_COLUMN), AS_BEFORE, key);
      else if (!holds(block)) {
        this.type(tab, at(ANSWER_COLUMN), NONE_THERE, key);
        this.type(tab, at(REASON_COLUMN), 'В загруженных таблицах этой формы нет', key);
      }
    }
  }

  private blockOf(sheet: Sheet, form: Form) {
    return readSchoolTab(this.programme, sheet.getDataRange().getValues()).blocks.get(form.key);
  }

  private type(tab: string, a1: string, typed: string | string[][], school: string): void {
    this.runtime.edit(tab, a1, typed, { user: accountOf(school) });
    this.check();
  }

  /** Gives the title of what the add-on said. */
  private click(name: string): string {
    this.runtime.run(name);
    this.check();
    const said = this.runtime.shown[this.runtime.shown.length - 1];
    if (said?.kind === 'alert' && said.title === 'Не выполнено') throw new Error(`${name}: ${said.message}`);
    return said?.title ?? '';
  }

  /** A simple trigger's error is hidden from the user; here it stops the run. */
  private check(): void {
    const [failure] = this.runtime.failures;
    if (failure) throw failure;
  }

  spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return (this.runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp).getActive();
  }

  private sheet(name: string): Sheet {
    const sheet = this.spreadsheet().getSheetByName(name);
    if (!sheet) throw new Error(`no tab ${name}`);
    return sheet;
  }
}

/** What is said to be known from a day on that is yet to come, or was done on one. */
const isLater = ({ done }: Register, line: RegisterLine, today: string, isLast: boolean): boolean => {
  if (line.since !== undefined) return line.since > today;
  if (isLast) return false;
  const [, day, month, year] = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec((done && line[done.on]) ?? '') ?? [];
  return `${year}-${month}-${day}` > today && year !== undefined;
};

const accountOf = (school: string): string => `${school}@school.example`;

/** Ten in the morning in Yakutsk on a day of the quarter's first, second or third month. */
function dayOf(period: string, month: 1 | 2 | 3, day: number): Date {
  const [first] = periodDays(period);
  const [year, start] = first.split('-').map(Number);
  return new Date(Date.UTC(year!, start! + month - 2, day, 1));
}
