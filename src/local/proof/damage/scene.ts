import { type Cell, type Form, numericKeys, textOf } from '../../../model';
import { programme } from '../../../programme';
import { blockColumns, EXPLANATION, FIRST_FIELD_COLUMN, REMARK_COLUMN, type Role, roleOf } from '../../../workbook';
import type { SheetState } from '../../google/book';
import type { Runtime, Typed } from '../../runtime';
import { answered } from './as-owner';
import { type Chance, Impossible } from './chance';
import type { Traced } from './district';
import { said, type Truth } from './truth';

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Range = GoogleAppsScript.Spreadsheet.Range;

/** Cells of a tab, rows and columns from 1. */
export interface Place {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What is known of a stretch of the tab before it is changed by hand. */
export interface Before {
  readonly place: Place;
  readonly owners: readonly { form: Form | undefined; id: string | undefined }[];
}

/** A person at a school's tab: finds things there as people do, by what they see, and changes them. */
export class Scene {
  /** Tabs that a person has made and typed into: what stands there is not counted, and that must be said. */
  readonly uncounted: { readonly name: string; readonly id: number }[] = [];
  /** Words that an answer to an edit has written over. */
  readonly lost: string[] = [];

  constructor(
    readonly runtime: Runtime,
    readonly state: SheetState,
    readonly other: SheetState,
    readonly chance: Chance,
    readonly truth: Truth,
  ) {}

  /** The same tab after its workbook has been taken to another runtime. */
  in(runtime: Runtime): Scene {
    const same = (state: SheetState) => runtime.book.sheets.find(({ id }) => id === state.id) ?? state;
    const scene = new Scene(runtime, same(this.state), same(this.other), this.chance, this.truth);
    scene.uncounted.push(...this.uncounted);
    return scene;
  }

  get spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return (this.runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp).getActive();
  }

  get sheet(): Sheet {
    const sheet = this.spreadsheet.getSheetByName(this.state.name);
    if (!sheet || !this.runtime.book.sheets.includes(this.state)) throw new Impossible();
    return sheet;
  }

  get width(): number {
    return this.state.columnCount;
  }

  cell(row: number, column: number): Traced | undefined {
    return this.state.cells[row - 1]?.[column - 1];
  }

  value(row: number, column: number): Cell {
    return this.cell(row, column)?.value ?? '';
  }

  range({ row, column, rows, columns }: Place): Range {
    return this.sheet.getRange(row, column, rows, columns);
  }

  /** Mostly one in which something stands: there is little to damage in the others. */
  form(): Form {
    const filled = programme.forms.filter((form) => this.filled(form).length > 0);
    return this.chance.pick(filled.length === 0 || this.chance.between(1, 6) === 1 ? programme.forms : filled);
  }

  /** Those of whose rows something can be taken. */
  get filledForms(): Form[] {
    return programme.forms.filter((form) => this.filled(form).length > 0);
  }

  field(form: Form): string {
    return this.chance.pick(Object.keys(form.fields));
  }

  count(form: Form): string {
    return this.chance.pick(numericKeys(form));
  }

  /** Row of the tab with this role; people do not see roles, but they see the row. */
  frame(form: Form, role: Role): number {
    const row = this.state.cells.findIndex((cells) => cells?.[0]?.value === roleOf(form, role));
    if (row < 0) throw new Impossible();
    return row + 1;
  }

  /** From the first row for data to the last one. */
  dataRows(form: Form): { first: number; last: number } {
    const [first, last] = [this.frame(form, 'header') + 1, this.frame(form, 'end') - 1];
    if (last < first) throw new Impossible();
    return { first, last };
  }

  /** The entered row that stands in a row of the tab, by most of its cells. */
  owner(row: number): { id: string; form: string } | undefined {
    const votes = new Map<string, number>();
    for (const cell of (this.state.cells[row - 1] ?? []) as (Traced | undefined)[]) {
      if (!cell?.origin || said(cell.value) !== said(cell.origin.value)) continue;
      const key = `${cell.origin.form}|${cell.origin.row}`;
      votes.set(key, (votes.get(key) ?? 0) + 1);
    }
    const [best] = [...votes].sort((a, b) => b[1] - a[1]);
    const [form, id] = best?.[0].split('|') ?? [];
    return form !== undefined && id !== undefined && this.truth.rows.has(id) ? { form, id } : undefined;
  }

  /** Rows of the tab where rows of a form stand. */
  filled(form: Form): number[] {
    return this.state.cells.flatMap((_, index) => (this.owner(index + 1)?.form === form.key ? [index + 1] : []));
  }

  /** A row where a row of the form stands. */
  someRow(form: Form): number {
    return this.chance.pick(this.filled(form));
  }

  /** The first row of the form without data, below its rows. */
  spareRow(form: Form): number {
    const { first, last } = this.dataRows(form);
    const used = this.filled(form).filter((row) => row <= last);
    const row = Math.max(first - 1, ...used) + 1;
    if (row > last) throw new Impossible();
    return row;
  }

  columnOf(form: Form, key: string): number {
    const keys = this.state.cells[this.frame(form, 'keys') - 1] ?? [];
    const at = keys.findIndex((cell) => textOf(cell?.value) === key);
    if (at >= 0) return at + 1;
    return blockColumns(form, programme.indicators).find((column) => column.key === key)?.column ?? FIRST_FIELD_COLUMN;
  }

  /** Columns from the first field to the explanation. */
  fieldColumns(form: Form): { first: number; last: number } {
    const fields = Object.keys(form.fields).map((key) => this.columnOf(form, key));
    return { first: Math.min(...fields), last: this.columnOf(form, EXPLANATION) };
  }

  /** A row as it is pasted over a form's columns, from the first field to the last; an unused column between stays blank. */
  laid(form: Form, cells: Readonly<Record<string, string>>): string[] {
    const places = Object.keys(form.fields).map((key) => [this.columnOf(form, key), cells[key] ?? ''] as const);
    const columns = places.map(([column]) => column);
    const first = Math.min(...columns);
    const line = Array<string>(Math.max(...columns) - first + 1).fill('');
    for (const [column, cell] of places) line[column - first] = cell;
    return line;
  }

  /** What stands in a row's fields, as text. */
  texts(form: Form, row: number): Record<string, string> {
    return Object.fromEntries(
      Object.keys(form.fields).map((key) => [key, String(this.value(row, this.columnOf(form, key)))]),
    );
  }

  /** All data rows of a form, from the first field to the explanation. */
  body(form: Form): Place {
    const { first, last } = this.dataRows(form);
    const columns = this.fieldColumns(form);
    return { row: first, column: columns.first, rows: last - first + 1, columns: columns.last - columns.first + 1 };
  }

  /** The form in whose data rows a row of the tab stands. */
  formAt(row: number): Form | undefined {
    for (let above = row; above > 0; above -= 1) {
      const [key, role] = textOf(this.value(above, 1)).split('/');
      if (role === 'end') return undefined;
      if (role === 'header') return above === row ? undefined : programme.forms.find((form) => form.key === key);
      if (role !== undefined && role !== 'row' && role !== 'caption') return undefined;
    }
    return undefined;
  }

  /** Types or pastes as the owner; the add-on answers. */
  type(row: number, column: number, typed: Typed): void {
    const lines = Array.isArray(typed) ? typed : [[String(typed)]];
    const at = REMARK_COLUMN - column;
    const said = lines.flatMap((line, index) => {
      const words = textOf(line[at]);
      const form = words === '' ? undefined : this.formAt(row + index);
      return form ? [{ row: row + index, form, words }] : [];
    });
    this.runtime.edit(this.state.name, this.sheet.getRange(row, column).getA1Notation(), typed);
    for (const each of said) this.keep(each.row, each.form, each.words);
  }

  /** Cut and pasted here as the owner; the add-on answers. */
  pasted(place: Place): void {
    const rows = Array.from({ length: place.rows }, (_, index) => place.row + index);
    const covers = place.column <= REMARK_COLUMN && REMARK_COLUMN < place.column + place.columns;
    const said = rows.flatMap((row) => {
      const words = covers ? textOf(this.value(row, REMARK_COLUMN)) : '';
      const form = words === '' ? undefined : this.formAt(row);
      return form ? [{ row, form, words }] : [];
    });
    answered(this.runtime, this.range(place));
    for (const each of said) this.keep(each.row, each.form, each.words);
  }

  /** Words put among the remarks must stand in the row still, from now on as typed there. */
  private keep(row: number, form: Form, words: string): void {
    const explanation = this.columnOf(form, EXPLANATION);
    const column = [explanation, REMARK_COLUMN].find((at) => textOf(this.value(row, at)).includes(words));
    const cell = column && this.cell(row, column);
    if (!cell) this.lost.push(`typed among the remarks of row ${row}: «${words}» is gone`);
    else cell.origin ??= { row: `${form.key} ${row}`, form: form.key, field: EXPLANATION, value: cell.value };
  }

  before(place: Place): Before {
    const owners = Array.from({ length: place.rows }, (_, index) => ({
      form: this.formAt(place.row + index),
      id: this.owner(place.row + index)?.id,
    }));
    return { place, owners };
  }

  /** Whatever a person has put over these cells on purpose is as right as what stood there. */
  adopt({ place, owners }: Before): void {
    owners.forEach(({ form, id }, index) => {
      if (!form) return;
      const row = place.row + index;
      const cells = Object.keys(form.fields).map((key) => [key, this.columnOf(form, key)] as const);
      if (id === undefined) {
        const entered = Object.fromEntries(cells.map(([key, column]) => [key, this.value(row, column)]));
        if (Object.values(entered).some((cell) => said(cell) !== '')) this.truth.allow(form.key, entered);
        return;
      }
      for (const [key, column] of cells) {
        if (column < place.column || column >= place.column + place.columns) continue;
        this.truth.accept(id, key, this.value(row, column));
        const cell = this.cell(row, column);
        // Brought from another school's tab, it is this row's from now on.
        if (cell?.origin && !this.truth.rows.has(cell.origin.row))
          cell.origin = { row: id, form: form.key, field: key, value: cell.value };
      }
    });
  }
}

/** What people do to a tab, by the name it is reported under. */
export type Damage = (scene: Scene) => void;
export type Kinds = Readonly<Record<string, Damage>>;
