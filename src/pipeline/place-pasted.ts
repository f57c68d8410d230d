import { type Cell, type Form, isBlank, isGiven, type Programme, textOf } from '../model';
import {
  type Block,
  blockColumns,
  END_MARK,
  EXPLANATION,
  FIRST_FIELD_COLUMN,
  MEMORY_COLUMN,
  ownerOfBefore,
  type RowMemory,
  readMemory,
  type SchoolTab,
} from '../workbook';
import type { Edit } from './edit';
import type { PastedRow } from './pasted-table';
import { enrolledBy } from './prefill';
import { identityOfRaw } from './remember';
import { namesIn } from './row-names';
import { isCaption } from './tab-rows';

const isFilled = (cell: Cell | undefined): boolean => cell !== '' && !isBlank(cell);

export interface PlacedTable {
  /** All cells that changed. */
  readonly area: Edit;
  /** Where the cell that is to stand here was pasted; rows and columns of the tab. */
  readonly source: (row: number, column: number) => readonly [row: number, column: number] | undefined;
  /** Rows whose «Пояснение» holds what no field takes, which explains nothing. */
  readonly aside: ReadonlySet<number>;
}

/** Puts rows into a form of a copy of the tab, from where they were pasted on, each beside what stands there of it. */
export class Placing {
  readonly grid: Cell[][];
  private readonly form: Form;
  private readonly slots: number[] = [];
  private readonly names = new Set<string>();
  private readonly sources = new Map<string, readonly [number, number]>();
  private readonly aside = new Set<number>();
  private readonly touched = new Set<number>();
  private readonly replaced: string[] = [];
  private readonly enrolledIn: ReturnType<typeof enrolledBy>;

  constructor(
    private readonly programme: Programme,
    standing: SchoolTab,
    private readonly block: Block,
    private readonly edit: Edit,
  ) {
    this.form = block.form;
    this.enrolledIn = enrolledBy(standing);
    const last = edit.row + edit.rows - 1;
    this.grid = standing.grid.map((cells, index) =>
      edit.row <= index + 1 && index < last ? [...cells] : (cells as Cell[]),
    );
    for (let row = edit.row; row <= last; row += 1) this.clear(row);
    for (let row = Math.max(edit.row, block.firstRow); row <= Math.min(last, block.endRow - 1); row += 1)
      if (!isCaption(this.form, this.cellsAt(row))) this.slots.push(row);
  }

  /** What was pasted over a row is taken away; of the form's frame what stood there is known. */
  private clear(row: number): void {
    const { block, edit } = this;
    const cells = this.grid[row - 1];
    if (!cells) return;
    for (let column = edit.column; column < edit.column + edit.columns; column += 1) cells[column - 1] = '';
    this.touched.add(row);
    if (row === block.keysRow + 1) this.titles(row);
    if (row === block.endRow) for (const column of block.columns.values()) this.pasteInto(row, column, END_MARK);
  }

  private pasteInto(row: number, column: number, cell: Cell): void {
    const { edit } = this;
    if (edit.column <= column && column < edit.column + edit.columns) this.grid[row - 1]![column - 1] = cell;
  }

  private titles(row: number, only: (kind: string) => boolean = () => true): void {
    for (const { key, title, kind } of blockColumns(this.form, this.programme.indicators)) {
      const column = this.block.columns.get(key);
      if (column !== undefined && only(kind)) this.pasteInto(row, column, title);
    }
  }

  private cellsAt(row: number): Record<string, Cell> {
    const cells: Record<string, Cell> = {};
    for (const key of Object.keys(this.form.fields)) {
      const column = this.block.columns.get(key);
      cells[key] = column === undefined ? '' : (this.grid[row - 1]?.[column - 1] ?? '');
    }
    return cells;
  }

  /** The rows beside the pasted ones in which only what was carried over stands, by name. */
  private unbegun(): Map<string, number> {
    const found = new Map<string, number>();
    const { block, form, edit } = this;
    for (let row = block.firstRow; row < block.endRow; row += 1) {
      if (edit.row <= row && row < edit.row + edit.rows) continue;
      const cells = this.cellsAt(row);
      const begun = Object.entries(form.fields).some(([key, field]) => !isGiven(field) && isFilled(cells[key]));
      if (!form.identity.some((key) => isFilled(cells[key])) || isCaption(form, cells)) continue;
      const name = identityOfRaw(form, { cells });
      this.names.add(name);
      if (!begun) found.set(name, row);
    }
    return found;
  }

  /** False where there is no room for all of them. */
  put(rows: readonly PastedRow[]): boolean {
    const unbegun = this.unbegun();
    const left = [...this.slots];
    for (const pasted of rows) {
      const own = left[0];
      const cells = { ...(own === undefined ? {} : this.cellsAt(own)), ...pasted.cells };
      const name = identityOfRaw(this.form, { cells });
      const row = unbegun.get(name) ?? left.shift();
      if (row === undefined) return false;
      unbegun.delete(name);
      this.names.add(name);
      this.write(row, pasted);
    }
    for (const row of left) this.giveBack(row);
    return true;
  }

  private write(row: number, { cells, aside, from }: PastedRow): void {
    const line = [...this.grid[row - 1]!];
    this.grid[row - 1] = line;
    this.touched.add(row);
    for (const [key, cell] of Object.entries(cells)) {
      const column = this.block.columns.get(key)!;
      const given = key !== EXPLANATION && isGiven(this.form.fields[key]);
      if (given && !isFilled(cell) && isFilled(line[column - 1])) continue;
      line[column - 1] = cell;
      const at = from.columns.get(key);
      if (at !== undefined) this.sources.set(`${row}:${column}`, [this.edit.row + from.line, this.edit.column + at]);
    }
    this.fromClassList(row);
    if (aside === '') return;
    const column = this.block.columns.get(EXPLANATION)!;
    line[column - 1] = [textOf(line[column - 1]), aside].filter(Boolean).join('; ');
    this.aside.add(row);
  }

  /** The number of pupils that stood there before it was pasted over. */
  private fromClassList(row: number): void {
    const cells = this.cellsAt(row);
    const column = this.block.columns.get('enrolled');
    if (column === undefined || !this.form.followsClassList || isFilled(cells.enrolled)) return;
    const enrolled = this.enrolledIn(cells);
    if (enrolled !== null) this.pasteInto(row, column, enrolled);
  }

  private memoryAt(row: number): RowMemory | null {
    const memory = readMemory(this.grid[row - 1]?.[MEMORY_COLUMN - 1]);
    return memory && memory.control !== '' && memory.identity !== '' ? memory : null;
  }

  /** A row that was pasted over and is free now is named as it was; a line of captions gets its words back. */
  private giveBack(row: number): void {
    if (textOf(this.grid[row - 1]![0]).endsWith('/caption')) this.titles(row, (kind) => kind === 'field');
    const memory = this.memoryAt(row);
    if (!memory || this.names.has(memory.identity)) return;
    const words = namesIn(this.form, memory.identity);
    if (!words) return;
    this.names.add(memory.identity);
    const known = ownerOfBefore(memory) === memory.identity ? memory.before : {};
    for (const [key, field] of Object.entries(this.form.fields)) {
      const cell = words[key] ?? (field.carried ? known[key] : undefined);
      if (cell !== undefined) this.pasteInto(row, this.block.columns.get(key) ?? 0, cell);
    }
    this.fromClassList(row);
  }

  /** Names of the rows that the pasted ones have taken the place of. */
  lost(): string[] {
    if (this.replaced.length > 0) return this.replaced;
    for (const row of this.slots) {
      const memory = this.memoryAt(row);
      if (!memory || this.names.has(memory.identity)) continue;
      const words = namesIn(this.form, memory.identity);
      this.replaced.push(words ? Object.values(words).filter(Boolean).join(' ') : memory.identity);
    }
    return this.replaced;
  }

  placed(): PlacedTable {
    const { edit } = this;
    const rows = [...this.touched].sort((a, b) => a - b);
    const row = rows[0]!;
    const column = Math.min(edit.column, FIRST_FIELD_COLUMN);
    const last = Math.max(edit.column + edit.columns - 1, ...this.block.columns.values());
    return {
      area: { row, rows: rows[rows.length - 1]! - row + 1, column, columns: last - column + 1 },
      source: (at, of) => this.sources.get(`${at}:${of}`),
      aside: this.aside,
    };
  }
}
