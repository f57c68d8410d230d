import {
  firstRow,
  identifyRows,
  type KeptRegisterRow,
  type KnownRows,
  newcombe,
  rowsRead,
  settleRegister,
  withSchoolStarts,
} from '../domain';
import {
  counted,
  type Grid,
  labelOf,
  type Patch,
  type Programme,
  type Register,
  type RegisterRow,
  type School,
  type World,
} from '../model';
import { type KeptRow, type KeptRows, type KeyedTab, readRegister, registerTabOf } from '../workbook';
import type { RegisterRows } from './frozen-registers';
import { registerPatches } from './register-patches';
import { registerRemark } from './register-remarks';

/** A register as a run has taken it in. */
export interface TakenRegister {
  readonly register: Register;
  readonly rows: readonly RegisterRow[];
  /** What brings the tab in line: ids, words of the order, computed cells, remarks. None when all is as it should be. */
  readonly patches: readonly Patch[];
  readonly errors: number;
  readonly warnings: number;
  /** Why it was not taken, in Russian; '' when it was. */
  readonly trouble: string;
}

interface ReadTab {
  readonly register: Register;
  readonly tab: KeyedTab;
  readonly grid: Grid;
  readonly kept: KeptRows;
  readonly known: KnownRows<KeptRow>;
  readonly numbered: readonly string[];
  readonly read: Parameters<typeof settleRegister<KeptRow>>[1];
}

/** Reads every register from its tab, computes, checks, and says what must be written. `grids` are by register key. */
export function takeRegisters(
  programme: Programme,
  grids: Readonly<Record<string, Grid | null>>,
  surroundings: Omit<World, 'registers' | 'changeOf'>,
  before: RegisterRows = {},
): TakenRegister[] {
  const { registers } = programme;
  const { schools } = surroundings;
  const read = registers.map((register) => readTab(register, registers, grids[register.key] ?? null, schools));
  const world: World = {
    ...surroundings,
    changeOf: (earlier, later) => newcombe(later, earlier),
    registers: Object.fromEntries(
      read.flatMap((tab) => ('trouble' in tab ? [] : [[tab.register.key, tab.read.map(({ row }) => row)] as const])),
    ),
  };
  const labels = labelsOf(registers, world);
  return read.map((tab): TakenRegister => {
    if ('trouble' in tab)
      return { register: tab.register, rows: [], patches: [], errors: 0, warnings: 0, trouble: tab.trouble };
    const settled = settleRegister(tab.register, tab.read, world, before[tab.register.key] ?? []);
    const of = (severity: string) =>
      settled.flatMap(({ findings }) => findings).filter((item) => item.severity === severity).length;
    const copies = tab.known.rows.filter(({ repeats }) => repeats !== undefined);
    return {
      register: tab.register,
      rows: settled.map(({ row }) => row),
      // Whoever reads the registers for a report writes nothing.
      get patches() {
        return patchesOf(tab, settled, labels);
      },
      get errors() {
        return of('error') + copies.length;
      },
      get warnings() {
        return of('warning');
      },
      trouble: '',
    };
  });
}

type Unread = { readonly register: Register; readonly trouble: string };

function readTab(
  declared: Register,
  registers: readonly Register[],
  grid: Grid | null,
  schools: readonly School[],
): ReadTab | Unread {
  const tab = registerTabOf(declared, registers);
  if (!grid)
    return { register: declared, trouble: `нет вкладки «${tab.name}», нажмите «Создать или починить вкладки»` };
  const kept = readRegister(tab, declared, grid);
  if (!kept)
    return {
      register: declared,
      trouble: `на вкладке «${tab.name}» нет скрытой строки ключей, нажмите «Создать или починить вкладки»`,
    };
  const { register, numbered } = withSchoolStarts(declared, schools, kept.numbered);
  const known = identifyRows(register, kept.rows, kept.lastNumber, schools);
  const back = known.missing.map((start) => ({ known: null, row: firstRow(register, start), faults: [] }));
  return { register, tab, grid, kept, known, numbered, read: [...rowsRead(register, known, schools), ...back] };
}

function patchesOf(
  { register, tab, grid, kept, known, numbered }: ReadTab,
  settled: readonly KeptRegisterRow<KeptRow>[],
  labels: ReadonlyMap<string, string>,
): Patch[] {
  const remarks = new Map(settled.map(({ row, findings }) => [row.id, registerRemark(register, findings)]));
  return registerPatches({ register, tab, grid, kept, known, numbered, settled, labels, remarks });
}

/** What rows are called, by id, and schools, by key. */
function labelsOf(registers: readonly Register[], { registers: rows, schools }: World): Map<string, string> {
  const names = new Map(schools.map(({ key, name }) => [key, name]));
  const labels = registers.flatMap((register) =>
    (rows[register.key] ?? []).map((row) => [row.id, labelOf(register, row, names)] as const),
  );
  return new Map([...names, ...labels]);
}

/** The registers in a run's sentences: only what asks for attention. */
export const registerSummary = (taken: readonly TakenRegister[]): string[] =>
  taken.flatMap(({ register, errors, warnings, trouble }) => {
    if (trouble !== '') return [`Не прочитан реестр: ${trouble}.`];
    const parts = [
      ...(errors > 0 ? [counted(errors, 'ошибка', 'ошибки', 'ошибок')] : []),
      ...(warnings > 0 ? [counted(warnings, 'вопрос', 'вопроса', 'вопросов')] : []),
    ];
    return parts.length > 0 ? [`«${register.title}»: ${parts.join(', ')} – в столбце «Замечания».`] : [];
  });

export const registerRowsOf = (taken: readonly TakenRegister[]): RegisterRows =>
  Object.fromEntries(taken.filter(({ trouble }) => trouble === '').map(({ register, rows }) => [register.key, rows]));
