import { type Cell, type Form, type ImportDifference, isBlank, type Patch, quoted } from '../model';
import { type Block, EXPLANATION, type SchoolTab, schoolTab } from '../workbook';
import { isAsked } from './check-tab';
import { differenceOf, replacedNote } from './import-difference';
import type { ImportedRow } from './imported-rows';
import { identityOfRaw } from './remember';
import { isCaption, rememberedRows } from './tab-rows';

/** What comes of the rows of one school: nothing that stands there is written over unless a person has said so. */
export interface ImportPlan {
  readonly patches: readonly Patch[];
  /** Rows of the tab in which something is written, with what the file says of them. */
  readonly written: ReadonlyMap<number, ImportedRow['cells']>;
  /** How many rows by form's title: put in or filled up, and found to be what the file says already. */
  readonly put: ReadonlyMap<string, number>;
  readonly same: ReadonlyMap<string, number>;
  /** Where the tab and the file differ: the school and the district are to find out. */
  readonly differences: readonly ImportDifference[];
  /** Differences that a person has decided for the file. */
  readonly replaced: readonly ImportDifference[];
  /** Rows by the form that is not asked of this school in the period. */
  readonly notDue: ReadonlyMap<string, number>;
  /** What cannot be written here and why, in Russian. */
  readonly troubles: readonly string[];
  /** Free rows that blocks lack: put in first, and then planned anew. */
  readonly lacking: readonly Extract<Patch, { kind: 'insert-rows' }>[];
}

interface Standing {
  readonly tabRow: number;
  readonly cells: Record<string, Cell>;
}

/** What a person has decided beforehand. */
export interface ImportDecisions {
  /** «внесено районом …» */
  readonly note: string;
  /** Differences, as they stood when they were asked about, in which the file is right. */
  readonly replace: ReadonlySet<string>;
  /** Whether counts of a form that nobody asks for are to open it. */
  opens(form: Form): boolean;
}

/** The rows of a block by name, and its free rows, as the plan goes on. */
interface Room {
  readonly byName: Map<string, Standing>;
  readonly free: number[];
}

class Plan {
  readonly patches: Patch[] = [];
  readonly written = new Map<number, ImportedRow['cells']>();
  readonly put = new Map<string, number>();
  readonly same = new Map<string, number>();
  readonly differences: ImportDifference[] = [];
  readonly replaced: ImportDifference[] = [];
  readonly notDue = new Map<string, number>();
  readonly troubles: string[] = [];
  readonly lacking: Extract<Patch, { kind: 'insert-rows' }>[] = [];
  private readonly rooms = new Map<string, Room>();

  constructor(
    private readonly tab: SchoolTab,
    private readonly decided: ImportDecisions,
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
      this.troubles.push(
        `${quoted(row.form.title)}: на вкладке нет этой формы. Запустите «Создать или починить вкладки».`,
      );
      return;
    }
    if (!isAsked(this.tab, row.form) && !this.decided.opens(row.form)) {
      this.notDue.set(row.form.key, (this.notDue.get(row.form.key) ?? 0) + 1);
      return;
    }
    const room = this.roomOf(block);
    const name = identityOfRaw(row.form, row);
    const standing = room.byName.get(name);
    if (standing) this.fill(block, standing, row);
    else if (row.wholeSchool && room.byName.size > 0)
      this.troubles.push(
        `${quoted(row.form.title)}: школа заполняет форму по классам, строка на всю школу не внесена.`,
      );
    else this.begin(block, room, name, row);
  }

  private begin(block: Block, room: Room, name: string, row: ImportedRow): void {
    const tabRow = room.free.shift();
    if (tabRow === undefined) {
      this.lack(block);
      this.count(this.put, row.form);
      return;
    }
    room.byName.set(name, { tabRow, cells: { ...row.cells } });
    this.write(block, tabRow, row, row.cells);
    this.count(this.put, row.form);
  }

  private fill(block: Block, { tabRow, cells: standing }: Standing, row: ImportedRow): void {
    const { form, cells } = row;
    const difference = differenceOf(row, standing, tabRow);
    const isReplaced = difference !== null && this.decided.replace.has(difference.id);
    if (difference && !isReplaced) {
      this.differences.push(difference);
      return;
    }
    const other = new Set(difference?.fields.map(({ field }) => field));
    const news = Object.fromEntries(
      Object.entries(cells).filter(
        ([key]) => !form.identity.includes(key) && (other.has(key) || isBlank(standing[key])),
      ),
    );
    Object.assign(standing, news);
    if (Object.keys(news).length === 0) this.count(this.same, form);
    else {
      this.write(block, tabRow, row, news, difference);
      this.count(this.put, form);
    }
    if (difference) this.replaced.push(difference);
  }

  private lack({ endRow }: Block): void {
    const at = this.lacking.findIndex(({ after }) => after === endRow - 1);
    const count = (this.lacking[at]?.count ?? 0) + 1;
    const patch = { kind: 'insert-rows', tab: schoolTab(this.tab.school), after: endRow - 1, count } as const;
    if (at < 0) this.lacking.push(patch);
    else this.lacking[at] = patch;
  }

  /** Cells that stand side by side in one write, and the mark of where they are from. */
  private write(
    { columns }: Block,
    tabRow: number,
    row: ImportedRow,
    cells: ImportedRow['cells'],
    difference: ImportDifference | null = null,
  ): void {
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
    const note = replacedNote(this.decided.note, difference);
    if (first) this.patches.push({ kind: 'notes', tab, row: tabRow, column: first.column, notes: [[note]] });
    this.written.set(tabRow, row.cells);
  }

  private count(of: Map<string, number>, { title }: Form): void {
    of.set(title, (of.get(title) ?? 0) + 1);
  }
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

export function planImport(tab: SchoolTab, rows: readonly ImportedRow[], decided: ImportDecisions): ImportPlan {
  const plan = new Plan(tab, decided);
  for (const row of rows) plan.add(row);
  return plan;
}
