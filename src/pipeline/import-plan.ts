import { parseNumber } from '../domain';
import { type Cell, type Form, isBlank, isNumeric, type Patch, quoted, textOf } from '../model';
import { type Block, EXPLANATION, type SchoolTab, schoolTab } from '../workbook';
import type { ImportedRow } from './imported-rows';
import { identityOfRaw } from './remember';
import { isCaption, rememberedRows } from './tab-rows';

/** What comes of the rows of one school: nothing that stands there is ever written over. */
export interface ImportPlan {
  readonly patches: readonly Patch[];
  /** Rows of the tab in which something is written. */
  readonly written: ReadonlySet<number>;
  /** How many rows by form's title: put in or filled up, and found to be what the file says already. */
  readonly put: ReadonlyMap<string, number>;
  readonly same: ReadonlyMap<string, number>;
  /** Where the tab and the file differ: the school and the district are to find out, in Russian. */
  readonly questions: readonly string[];
  /** Free rows that blocks lack: put in first, and then planned anew. */
  readonly lacking: readonly Extract<Patch, { kind: 'insert-rows' }>[];
}

interface Standing {
  readonly tabRow: number;
  readonly cells: Record<string, Cell>;
}

/** The rows of a block by name, and its free rows, as the plan goes on. */
interface Room {
  readonly byName: Map<string, Standing>;
  readonly free: number[];
}

class Plan {
  readonly patches: Patch[] = [];
  readonly written = new Set<number>();
  readonly put = new Map<string, number>();
  readonly same = new Map<string, number>();
  readonly questions: string[] = [];
  readonly lacking: Extract<Patch, { kind: 'insert-rows' }>[] = [];
  private readonly rooms = new Map<string, Room>();

  constructor(
    private readonly tab: SchoolTab,
    private readonly note: string,
  ) {}

  roomOf(block: Block): Room {
    const known = this.rooms.get(block.form.key);
    if (known) return known;
    const rows = rememberedRows(this.tab, block, () => undefined);
    const byName = new Map(rows.map(({ identity, raw, tabRow }) => [identity, { tabRow, cells: { ...raw.cells } }]));
    const room = { byName, free: freeRows(this.tab, block) };
    this.rooms.set(block.form.key, room);
    return room;
  }

  add(row: ImportedRow): void {
    const block = this.tab.blocks.get(row.form.key);
    if (!block) {
      this.questions.push(
        `${quoted(row.form.title)}: на вкладке нет этой формы. Запустите «Создать или починить вкладки».`,
      );
      return;
    }
    const room = this.roomOf(block);
    const name = identityOfRaw(row.form, row);
    const standing = room.byName.get(name);
    if (standing) this.fill(block, standing, row);
    else if (row.wholeSchool && room.byName.size > 0)
      this.questions.push(
        `${quoted(row.form.title)}: школа заполняет форму по классам, строка на всю школу не внесена.`,
      );
    else this.begin(block, room, name, row);
  }

  private begin(block: Block, room: Room, name: string, { form, cells }: ImportedRow): void {
    const tabRow = room.free.shift();
    if (tabRow === undefined) {
      this.lack(block);
      return;
    }
    room.byName.set(name, { tabRow, cells: { ...cells } });
    this.write(block, tabRow, cells);
    this.count(this.put, form);
  }

  private fill(block: Block, { tabRow, cells: standing }: Standing, { form, cells }: ImportedRow): void {
    const news: Record<string, Cell> = {};
    const other: string[] = [];
    for (const [key, cell] of Object.entries(cells)) {
      if (form.identity.includes(key)) continue;
      if (isBlank(standing[key])) news[key] = cell;
      else if (!isSame(form, key, standing[key]!, cell))
        other.push(`${quoted(form.fields[key]!.title)} на вкладке ${textOf(standing[key])}, в файле ${textOf(cell)}`);
    }
    if (other.length > 0) {
      const name = form.identity.map((key) => textOf(cells[key])).filter((word) => word !== '');
      this.questions.push(`${quoted(form.title)}, строка ${tabRow}, ${name.join(' ')}: ${other.join('; ')}.`);
      return;
    }
    Object.assign(standing, news);
    if (Object.keys(news).length === 0) this.count(this.same, form);
    else {
      this.write(block, tabRow, news);
      this.count(this.put, form);
    }
  }

  private lack({ endRow }: Block): void {
    const at = this.lacking.findIndex(({ after }) => after === endRow - 1);
    const count = (this.lacking[at]?.count ?? 0) + 1;
    const patch = { kind: 'insert-rows', tab: schoolTab(this.tab.school), after: endRow - 1, count } as const;
    if (at < 0) this.lacking.push(patch);
    else this.lacking[at] = patch;
  }

  /** Cells that stand side by side in one write, and the mark of where they are from. */
  private write({ columns }: Block, tabRow: number, cells: Readonly<Record<string, Cell>>): void {
    const tab = schoolTab(this.tab.school);
    const places = Object.entries(cells)
      .map(([key, cell]) => ({ column: columns.get(key) ?? 0, cell }))
      .filter(({ column, cell }) => column > 0 && cell !== '')
      .sort((a, b) => a.column - b.column);
    let run: Cell[] = [];
    places.forEach(({ column, cell }, index) => {
      run.push(cell);
      if (places[index + 1]?.column === column + 1) return;
      this.patches.push({ kind: 'values', tab, row: tabRow, column: column - run.length + 1, values: [run] });
      run = [];
    });
    const [first] = places;
    if (first) this.patches.push({ kind: 'notes', tab, row: tabRow, column: first.column, notes: [[this.note]] });
    this.written.add(tabRow);
  }

  private count(of: Map<string, number>, { title }: Form): void {
    of.set(title, (of.get(title) ?? 0) + 1);
  }
}

function isSame(form: Form, key: string, standing: Cell, cell: Cell): boolean {
  const field = form.fields[key]!;
  if (isNumeric(field)) return parseNumber(field, standing).value === cell;
  return textOf(standing) === textOf(cell);
}

/** Rows in which nobody has typed, from above. */
function freeRows({ grid }: SchoolTab, { form, columns, firstRow, endRow }: Block): number[] {
  const places = [...Object.keys(form.fields), EXPLANATION].map((key) => (columns.get(key) ?? 0) - 1);
  const free: number[] = [];
  let last = firstRow - 1;
  for (let row = firstRow; row < endRow; row += 1) {
    const line = grid[row - 1] ?? [];
    if (places.every((place) => isBlank(line[place]))) free.push(row);
    else last = row;
    const cells = Object.fromEntries(
      Object.keys(form.fields).map((key) => [key, line[(columns.get(key) ?? 0) - 1] ?? '']),
    );
    if (isCaption(form, cells)) last = row;
  }
  return free.filter((row) => row > last);
}

/** `note` is put beside each row that is written: «внесено районом …». */
export function planImport(tab: SchoolTab, rows: readonly ImportedRow[], note: string): ImportPlan {
  const plan = new Plan(tab, note);
  for (const row of rows) plan.add(row);
  return plan;
}
