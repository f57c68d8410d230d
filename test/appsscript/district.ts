import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Book, CellState, SheetState } from '../../src/local/google/book';
import { recalculate } from '../../src/local/google/sheets/formula/recalculation';
import { createRuntime, type Runtime, type Typed } from '../../src/local/runtime';
import type { OnCall } from '../../src/local/runtime/calls';
import { keepContexts } from '../../src/local/runtime/contexts';
import type { Figure, School } from '../../src/model';
import type { Results } from '../../src/pipeline';
import { programme } from '../../src/programme';

keepContexts();

/** What is pushed. */
export const DIST = resolve(__dirname, '../../dist');
/** The same with the four forms that these tests know. */
export const FOUR_FORMS = process.env.FOUR_FORMS!;
export const OWNER = 'owner@example.org';
export const FORMS = {
  classes: 'Число обучающихся',
  marks: 'Отметки',
  pupils: 'Итоги обучающихся',
  context: 'Паспорт',
} as const;
export type FormKey = keyof typeof FORMS;
/** The published tabs: consolidated ones, Показатели, Состояние, Журнал. */
export const OUTPUT_TABS = [
  ...Object.values(FORMS).map((title) => `Сводные данные. ${title}`),
  'Сводные данные. Показатели',
  'Показатели',
  'Состояние',
  'Целевые индикаторы',
  'Журнал',
];

/** The tabs of registers, and the columns in which days are counted anew every day. */
export const REGISTER_TABS = programme.registers.map(({ title }) => title);
export const isDayCount = (line: string): boolean => /^План программы![JK]\d+ value$/.test(line);

export type Cells = Readonly<Record<string, string>>;

/** Schools s1, s2 …: every other one a participant, every third one an ООШ. */
export const schoolsOf = (count: number): School[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `s${index + 1}`,
    name: `Школа №${index + 1}`,
    type: index % 3 === 2 ? 'ООШ' : 'СОШ',
    group: index % 2 === 0 ? 'ведущая' : 'участник',
    partner: '',
  }));

export const accountOf = (school: string): string => `${school}@school.example`;

/** A copy of dist/ with files added or replaced. */
export function distWith(files: Readonly<Record<string, string>>): string {
  const dist = mkdtempSync(join(tmpdir(), 'dist-'));
  cpSync(DIST, dist, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dist, name), text);
  return dist;
}

const letters = (column: number): string =>
  (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + letter(column);
const letter = (column: number): string => String.fromCharCode(65 + ((column - 1) % 26));
export const a1 = (row: number, column: number): string => `${letters(column)}${row}`;

interface Options {
  readonly schools?: readonly School[];
  readonly period?: string;
  /** Time of day in Yakutsk at which all happens, until moved. */
  readonly at?: string;
  /** Another bundle than the one in dist/. */
  readonly dist?: string;
}

const STORES = ['getDocumentProperties', 'getUserProperties'] as const;

/** A district's workbook in the local runtime, its people at work: everything goes through the built add-on. */
export class District {
  readonly runtime: Runtime;
  /** May be set at any time: told of every service call. */
  onCall: OnCall | undefined;
  schools: readonly School[];
  private moment: Date;

  constructor({ schools = schoolsOf(2), at = '2023-06-25T10:00:00+09:00', dist = FOUR_FORMS }: Options = {}) {
    this.schools = schools;
    this.moment = new Date(at);
    this.runtime = createRuntime({ dist, now: () => this.moment, onCall: (call) => this.onCall?.(call) });
  }

  /** A workbook set up in both steps, the schools invited as editors. */
  static ready(options: Options = {}): District {
    const district = new District(options);
    district.click('setUpWorkbook');
    district.register(district.schools);
    district.set('period', options.period ?? '2023-Q2');
    district.setUp();
    for (const { key } of district.schools) district.runtime.book.editors.add(accountOf(key));
    return district;
  }

  /** The same workbook at the same moment in a runtime of its own, or with another add-on. */
  copy({ dist }: Pick<Options, 'dist'> = {}): District {
    const at = new Date(this.runtime.now()).toISOString();
    const copy = new District({ schools: this.schools, at, ...(dist ? { dist } : {}) });
    const { sheets, ...rest } = this.runtime.book;
    Object.assign(copy.runtime.book, cloned(rest), { sheets: sheets.map(copyOf) });
    for (const store of STORES) copy.properties(store).setProperties(this.properties(store).getProperties());
    copy.runtime.files.push(...cloned(this.runtime.files));
    copy.runtime.triggers.push(...cloned(this.runtime.triggers));
    if (this.runtime.files.length + this.runtime.triggers.length > 0) copy.skipIds();
    copy.runtime.calls.reset();
    return copy;
  }

  /** A runtime numbers what it makes anew: without this a copy's next file would have the id of one it already has. */
  private skipIds(): void {
    const { Files } = this.runtime.globals.Drive as {
      Files: GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection;
    };
    for (let n = 0; n < 20; n += 1) {
      Files.create({ name: 'skipped' });
      this.runtime.files.pop();
    }
  }

  /** Of users only the owner's can be reached from outside. */
  properties(store: (typeof STORES)[number] = 'getDocumentProperties'): GoogleAppsScript.Properties.Properties {
    return (this.runtime.globals.PropertiesService as GoogleAppsScript.Properties.PropertiesService)[store]();
  }

  spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return (this.runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp).getActive();
  }

  /** The tab as Google's own object, in the hands of the owner. */
  sheet(name: string): GoogleAppsScript.Spreadsheet.Sheet {
    const sheet = this.spreadsheet().getSheetByName(name);
    if (!sheet) throw new Error(`no tab ${name}`);
    return sheet;
  }

  state(name: string): SheetState {
    const state = this.runtime.book.sheets.find((sheet) => sheet.name === name);
    if (!state) throw new Error(`no tab ${name}`);
    recalculate(this.runtime.book, state);
    return state;
  }

  tab(school: string): string {
    return this.schools.find(({ key }) => key === school)!.name;
  }

  move(to: string): void {
    this.moment = new Date(to);
  }

  /** A click of the coordinator; gives what was shown last. */
  click(name: string): { title: string; message: string } {
    const before = this.runtime.shown.length;
    this.runtime.run(name);
    const shown = this.runtime.shown.slice(before).filter((each) => each.kind !== 'toast');
    const last = shown[shown.length - 1];
    if (!last) return { title: '', message: '' };
    return { title: last.title, message: 'message' in last ? last.message : 'html' in last ? last.html : '' };
  }

  /** «Создать или починить вкладки» as often as it says it has not finished; gives how often that was. */
  setUp(): number {
    for (let clicks = 1; clicks <= 8; clicks += 1) {
      if (this.click('setUpWorkbook').title === 'Вкладки готовы') return clicks;
    }
    throw new Error('the tabs are not ready');
  }

  results(): Results {
    return this.runtime.run('exportResults', []) as Results;
  }

  figures(): readonly Figure[] {
    return this.results().results;
  }

  /** Fills the register anew; the tabs follow with the next set-up. */
  register(schools: readonly School[]): void {
    this.schools = schools;
    const sheet = this.sheet('Школы');
    sheet.getRange(4, 1, sheet.getMaxRows() - 3, 6).clearContent();
    const rows = schools.map(({ key, name, type, group, partner }) => [key, name, type, group, partner]);
    this.runtime.edit('Школы', 'A4', rows);
  }

  /** Changes a value on Настройки. */
  set(key: string, value: string): void {
    this.runtime.edit('Настройки', a1(this.rowOf('Настройки', key), 3), value);
  }

  values(tab: string): unknown[][] {
    return this.sheet(tab).getDataRange().getValues();
  }

  /** The rows of a published tab, by column key. */
  rowsIn(tab: string): Record<string, unknown>[] {
    const [, keys, , ...rows] = this.values(tab);
    const bare = keys!.map((key) => String(key).replace(/^[^|]*\|([^|]*).*$/, '$1'));
    return rows
      .map((cells) => Object.fromEntries(bare.map((key, index) => [key, cells[index]])))
      .filter(({ period }) => /^\d{4}-Q\d$/.test(String(period)));
  }

  /** Keys of a service tab's columns, in their order. */
  keysOf(tab: string): string[] {
    return this.values(tab)[1]!.map((key) => String(key).replace(/^[^|]*\|([^|]*).*$/, '$1'));
  }

  value(tab: string, cell: string): unknown {
    return this.sheet(tab).getRange(cell).getValue();
  }

  /** The first row whose cell in column A says `text`. */
  rowOf(tab: string, text: string): number {
    const row = this.state(tab).cells.findIndex((cells) => cells?.[0]?.value === text);
    if (row < 0) throw new Error(`${tab}: no row ${text}`);
    return row + 1;
  }

  /** Row of the tab of a form's nth row for data: captions that stand once more above a class are none. */
  row(school: string, form: FormKey, n = 1): number {
    const { cells } = this.state(this.tab(school));
    const header = this.rowOf(this.tab(school), `${form}/header`);
    const grade = this.column(school, form, 'grade');
    const wordAt = (row: number, column: number) => cells[row - 1]?.[column - 1]?.value ?? '';
    const isCaption = (row: number) =>
      wordAt(row, 1) === `${form}/caption` && wordAt(row, grade) === wordAt(header, grade);
    let row = header;
    for (let left = n; left > 0; left -= 1) {
      row += 1;
      while (isCaption(row)) row += 1;
    }
    return row;
  }

  /** Rows of a form's block from the first to the last that holds anything a school could have typed. */
  private standing(school: string, form: FormKey): number {
    const { cells } = this.state(this.tab(school));
    const first = this.rowOf(this.tab(school), `${form}/header`);
    const end = this.rowOf(this.tab(school), `${form}/end`) - 1;
    const places = Object.keys(goodRows(0)[form][0]!).map((key) => this.column(school, form, key) - 1);
    const holds = (row: number) => places.some((place) => (cells[row]?.[place]?.value ?? '') !== '');
    let last = end - 1;
    while (last >= first && !holds(last)) last -= 1;
    return last - first + 1;
  }

  /** Column of a field, of `calc:indicator`, or of `explanation`. */
  column(school: string, form: FormKey, key: string): number {
    const keys = this.state(this.tab(school)).cells[this.rowOf(this.tab(school), `${form}/keys`) - 1]!;
    const column = keys.findIndex((cell) => cell?.value === key);
    if (column < 0) throw new Error(`${form}: no column ${key}`);
    return column + 1;
  }

  at(school: string, form: FormKey, n: number, key: string): string {
    return a1(this.row(school, form, n), this.column(school, form, key));
  }

  field(school: string, form: FormKey, n: number, key: string): unknown {
    return this.value(this.tab(school), this.at(school, form, n, key));
  }

  remark(school: string, form: FormKey, n: number): string {
    return String(this.value(this.tab(school), a1(this.row(school, form, n), 3)));
  }

  /** Types into a cell of a school's tab as its account; an error of `onEdit` fails the test. */
  type(school: string, cell: string, typed: Typed): string[] {
    const { toasts, error } = this.runtime.edit(this.tab(school), cell, typed, { user: accountOf(school) });
    if (error) throw error;
    return toasts.map((toast) => ('message' in toast ? toast.message : ''));
  }

  /** Types one field. */
  enter(school: string, form: FormKey, n: number, key: string, typed: string): string[] {
    return this.type(school, this.at(school, form, n, key), typed);
  }

  /** Pastes rows from the form's first field on; fields that a row does not name are blank. */
  paste(school: string, form: FormKey, rows: readonly Cells[], from = 1): string[] {
    return this.type(school, this.at(school, form, from, 'grade'), this.table(school, form, rows));
  }

  /** Room for so many rows: inserted above the line that ends a form, as a person does it. */
  makeRoom(school: string, form: FormKey, rows: number): void {
    const tab = this.tab(school);
    const count = rows - this.standing(school, form);
    if (count > 0) this.sheet(tab).insertRowsBefore(this.rowOf(tab, `${form}/end`), count);
  }

  /** The rows as they are pasted: fields side by side, as the keys row has them. */
  table(school: string, form: FormKey, rows: readonly Cells[]): string[][] {
    const cells = this.state(this.tab(school)).cells[this.rowOf(this.tab(school), `${form}/keys`) - 1] ?? [];
    const keys = Array.from(cells, (cell) => String(cell?.value ?? '')).slice(3);
    // Columns without a key are slots that the form does not use.
    const fields = keys.slice(
      0,
      keys.findIndex((key) => key.startsWith('calc:') || key === 'explanation'),
    );
    return rows.map((row) => fields.map((field) => row[field] ?? ''));
  }

  /**
   * Every form of a school, two classes, no errors and no remarks, over whatever stands there. `shift` makes schools and
   * quarters differ.
   */
  fill(school: string, shift = 0): void {
    for (const form of Object.keys(FORMS) as FormKey[]) this.replace(school, form, goodRows(shift)[form]);
  }

  /** Pastes rows over all that stands in a form, captions too. */
  replace(school: string, form: FormKey, rows: readonly Cells[]): void {
    const left = Math.max(0, this.standing(school, form) - rows.length);
    this.paste(school, form, [...rows, ...Array<Cells>(left).fill({})]);
  }
}

/** Two classes' data without a single remark. */
export function goodRows(shift: number): Record<FormKey, Cells[]> {
  const few = shift % 5;
  const marks = (grade: string, letter: string, subject: string, all: number, five: number, four: number) => ({
    ...{ grade, letter, subject, enrolled: String(all), exempt: '0', five: String(five), four: String(four) },
    ...{ three: String(all - five - four - 3), two: '2', notAssessed: '1' },
  });
  const pupils = (grade: string, letter: string, all: number, good: number) => ({
    ...{
      grade,
      letter,
      enrolled: String(all),
      assessed: String(all),
      excellent: '2',
      good: String(good),
      oneThree: '1',
    },
    ...{ failing: '2', notAssessed: '1', notMastered: '1' },
  });
  const context = (grade: string, letter: string, all: number) => ({
    ...{
      grade,
      letter,
      enrolled: String(all),
      incompleteFamilies: String(3 + few),
      lowIncome: '4',
      largeFamilies: '2',
    },
    ...{ guardianship: '1', higherEducationParent: '7', unemployedParents: '1', registered: '0', disabilities: '1' },
    ...{ nonNativeRussian: '0', transported: '2' },
  });
  return {
    classes: [
      { grade: '5', letter: 'А', enrolled: '20' },
      { grade: '9', letter: '', enrolled: '16' },
    ],
    marks: [
      marks('5', 'А', 'Математика', 20, 4 + few, 6),
      marks('5', 'А', 'Русский язык', 20, 3, 5 + few),
      marks('9', '', 'Алгебра', 16, 1 + few, 4),
    ],
    pupils: [pupils('5', 'А', 20, 5 + few), pupils('9', '', 16, 3)],
    context: [context('5', 'А', 20), context('9', '', 16)],
  };
}

/** Styles and validations are shared: nobody changes them in place. */
const copyOf = ({ cells, ...rest }: SheetState): SheetState => ({
  ...cloned(rest),
  cells: cells.map((row) => row?.map((cell) => cell && { ...cell })),
});

/** A copy that shares nothing. */
export function cloned<T>(value: T): T {
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Date]') return new Date((value as unknown as Date).getTime()) as T;
  if (tag === '[object Set]') return new Set([...(value as Set<unknown>)].map(cloned)) as T;
  if (tag === '[object Map]') return new Map([...(value as Map<unknown, unknown>)].map(cloned) as never) as T;
  if (Array.isArray(value)) return value.map(cloned) as T;
  if (Buffer.isBuffer(value)) return Buffer.from(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cloned(item)])) as T;
}

/** Everything of a workbook as plain lines, «tab!A1 what: …», to compare two states and read the difference. */
export function linesOf(book: Book, of: (tab: string) => boolean = () => true): Map<string, string> {
  const lines = new Map<string, string>();
  const add = (key: string, value: unknown) => {
    if (value === '' || value === undefined) return;
    const text = plain(value);
    if (text !== undefined && text !== '[]' && text !== '{}') lines.set(key, text);
  };
  book.sheets.forEach((sheet, index) => {
    if (!of(sheet.name)) return;
    recalculate(book, sheet);
    const { cells, ...rest } = sheet;
    add(`${sheet.name} place`, index);
    for (const [key, value] of Object.entries(rest)) add(`${sheet.name} ${key}`, value);
    const columns = Array.from({ length: sheet.columnCount }, (_, c) => `${sheet.name}!${letters(c + 1)}`);
    cells.forEach((row, r) => {
      row?.forEach((cell, c) => {
        const place = `${columns[c] ?? ''}${r + 1} `;
        for (const key in cell) add(place + key, cell[key as keyof typeof cell]);
      });
    });
  });
  return lines;
}

/** Styles and validations are shared by many cells. */
const known = new WeakMap<object, string>();

function plain(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const before = Array.isArray(value) ? undefined : known.get(value);
  if (before !== undefined) return before;
  const text = JSON.stringify(value, (_, item: unknown) => {
    const tag = Object.prototype.toString.call(item);
    return tag === '[object Set]' || tag === '[object Map]' ? [...(item as Set<unknown>)].sort() : item;
  });
  if (Object.prototype.toString.call(value) === '[object Object]') known.set(value, text);
  return text;
}

/** The same without what is given out anew when a tab is made again: numbers, and the order of tabs. */
export function looksOf(book: Book, of?: (tab: string) => boolean): Map<string, string> {
  const lines = linesOf(book, of);
  for (const { id, name, protections } of book.sheets) {
    if (!lines.has(`${name} id`) && id !== 0) continue;
    for (const key of ['id', 'place']) lines.delete(`${name} ${key}`);
    const looks = protections.map((each) => plain({ ...each })!);
    lines.set(`${name} protections`, looks.sort().join('\n'));
  }
  const gids = book.sheets.map(({ id }) => String(id)).filter((id) => id !== '0');
  const names = new Map(book.sheets.map(({ id, name }) => [String(id), name]));
  for (const [key, line] of lines) {
    // A list of another tab's rows.
    if (key.endsWith(' validation'))
      lines.set(
        key,
        line.replace(/"sheetId":(\d+)/g, (_, id: string) => `"tab":"${names.get(id)}"`),
      );
    if (!/ (formula|value|link)$/.test(key) || !line.includes('gid')) continue;
    lines.set(
      key,
      gids.reduce(
        (text, id) => text.replaceAll(`gid=${id}`, 'gid=#').replaceAll(`gid\\":\\"${id}`, 'gid\\":\\"#'),
        line,
      ),
    );
  }
  return lines;
}

/** What differs between two states, at most twenty lines of it. */
export function differences(before: Map<string, string>, after: Map<string, string>): string[] {
  const other = [...before.keys()].filter((key) => before.get(key) !== after.get(key));
  const added = [...after.keys()].filter((key) => !before.has(key));
  return [...other, ...added]
    .map((key) => `${key}: ${before.get(key) ?? 'nothing'} -> ${after.get(key) ?? 'nothing'}`)
    .slice(0, 20);
}

export const cellOf = (sheet: SheetState, row: number, column: number): CellState | undefined =>
  sheet.cells[row - 1]?.[column - 1];
