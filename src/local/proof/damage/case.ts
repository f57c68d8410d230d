import type { Programme, School } from '../../../model';
import { programme } from '../../../programme';
import { schoolTab } from '../../../workbook';
import { inTimeZone } from '../../runtime/clock';
import type { Desks } from '../desk';
import { keepWorld } from '../kept-world';
import { Chance, Impossible } from './chance';
import { type Consolidated, consolidateTabs, consolidateWorkbook, locate } from './consolidation';
import type { PreparedDistrict, Traced } from './district';
import { canBeHealed, healed } from './healing';
import { judge } from './judge';
import { KINDS } from './kinds';
import { Scene } from './scene';
import { said } from './truth';

export interface CaseReport {
  readonly kinds: readonly string[];
  readonly seed: string;
  /** Whether the built add-on did it all, or its core alone. */
  readonly whole: boolean;
  readonly verdict: 'impossible' | 'right' | 'named' | 'silent';
  readonly healed: boolean;
  /** What is wrong and said nowhere, with the step at which it came out. */
  readonly silent: readonly string[];
  readonly lost: readonly string[];
}

/** One damaged tab on its way through consolidation and repair. */
class Case {
  readonly silent: string[] = [];
  readonly lost: string[] = [];
  healed = false;
  /** The repair asks for all numbers to be looked at again. */
  forgotten = false;

  constructor(
    readonly district: PreparedDistrict,
    readonly school: School,
    readonly scene: Scene,
    readonly programme: Programme,
  ) {}

  /** Typed values that stand somewhere in the workbook as they were typed, but for cells that are to be written over. */
  alive(but: ReadonlySet<Traced> = new Set()): Map<string, string> {
    const found = new Map<string, string>();
    for (const sheet of this.scene.runtime.book.sheets) {
      for (const row of sheet.cells) {
        for (const cell of (row ?? []) as (Traced | undefined)[]) {
          if (!cell?.origin || but.has(cell) || said(cell.value) !== said(cell.origin.value)) continue;
          found.set(nameOf(cell.origin), said(cell.value));
        }
      }
    }
    return found;
  }

  judged(step: string, done: Consolidated): 'right' | 'named' | 'silent' {
    for (const other of this.district.schools) {
      const outcome = done.outcomes.get(other.key)!;
      if (other === this.school) continue;
      const { kind, places } = judge(this.district.truthOf(other), outcome, other);
      if (outcome.stopped || kind !== 'right')
        this.silent.push(`${step}: another school suffers – ${outcome.stopped} ${places.join('; ')}`);
    }
    for (const { name, id } of this.scene.uncounted) {
      const sheet = this.scene.runtime.book.sheets.find((one) => one.id === id);
      const isStopped = done.outcomes.get(this.school.key)!.stopped !== '';
      if (!isStopped && sheet?.name === name && !done.notes.includes(name))
        this.silent.push(`${step}: «${name}» is not mentioned`);
    }
    const { kind, places } = judge(this.scene.truth, done.outcomes.get(this.school.key)!, this.school);
    if (this.forgotten && kind === 'silent') return 'named';
    this.silent.push(...places.map((place) => `${step}: ${place}`));
    return kind;
  }

  /** A typed value may stand where a remark is about to be written, and nowhere else. */
  checkRemarks({ remarks }: Consolidated): void {
    const over = new Map<Traced, string>();
    for (const patch of remarks) {
      if (patch.kind !== 'values' || patch.tab !== schoolTab(this.school.key)) continue;
      patch.values.forEach((cells, down) => {
        cells.forEach((value, right) => {
          const cell = this.scene.cell(patch.row + down, patch.column + right);
          if (cell?.origin && said(cell.value) === said(cell.origin.value) && said(value) !== said(cell.value))
            over.set(cell, `consolidated: a remark is written over ${said(cell.value)} in row ${patch.row + down}`);
        });
      });
    }
    const left = this.alive(new Set(over.keys()));
    for (const [{ origin }, words] of over) if (!left.has(nameOf(origin!))) this.lost.push(words);
  }

  checkAlive(step: string, before: ReadonlyMap<string, string>): void {
    const after = this.alive();
    for (const [key, value] of before) if (!after.has(key)) this.lost.push(`${step}: ${key} ${value} is gone`);
  }
}

const nameOf = ({ row, field }: NonNullable<Traced['origin']>): string => `${row}.${field}`;

/** The core alone: what a consolidation would count and say, what a repair would make of the tab. */
function runCore(one: Case): 'right' | 'named' | 'silent' {
  const { schools, runtime, settings } = one.district;
  const { tabs, notes } = locate(runtime, schools);
  const first = consolidateTabs(settings, tabs, notes);
  const verdict = one.judged('consolidated', first);
  one.checkRemarks(first);
  const { grid } = tabs.find(({ school }) => school === one.school)!;
  if (!canBeHealed(grid)) return verdict;
  const { grid: fresh, forgotten } = healed(one.school, grid);
  one.forgotten = forgotten;
  const again = tabs.map((tab) => (tab.school === one.school ? { ...tab, grid: fresh } : tab));
  one.judged('healed', consolidateTabs(settings, again, notes));
  checkHealed(one, fresh);
  return verdict;
}

function checkHealed(one: Case, grid: Parameters<typeof canBeHealed>[0]): void {
  if (canBeHealed(grid, one.programme)) one.silent.push('healed: still damaged');
  else one.healed = true;
}

/** Through the menu: consolidation, a refused repair, a repair, consolidation again. */
function runWhole(one: Case): 'right' | 'named' | 'silent' {
  const { schools } = one.district;
  const { runtime } = one.scene;
  const before = one.alive();
  const first = consolidateWorkbook(runtime, schools);
  const verdict = one.judged('consolidated', first);
  one.checkAlive('consolidated', before);
  const { grid } = first.tabs.find(({ school }) => school.key === one.school.key)!;
  if (canBeHealed(grid, one.programme)) refuse(one);
  runtime.answers.length = 0;
  runtime.answers.push('YES');
  runtime.run('setUpWorkbook');
  runtime.answers.length = 0;
  one.checkAlive('set up', before);
  if (!canBeHealed(grid, one.programme)) return verdict;
  one.forgotten = healed(one.school, grid).forgotten;
  const second = consolidateWorkbook(runtime, schools);
  one.judged('healed', second);
  checkHealed(one, second.tabs.find(({ school }) => school.key === one.school.key)!.grid);
  one.checkAlive('healed', before);
  return verdict;
}

function refuse(one: Case): void {
  const { runtime } = one.scene;
  const picture = () => JSON.stringify(one.scene.state.cells.map((row) => row?.map((cell) => cell?.value ?? '')));
  const [before, sheets] = [picture(), runtime.book.sheets.length];
  runtime.answers.push('NO');
  runtime.run('setUpWorkbook');
  if (picture() !== before) one.silent.push('refused repair: the tab has changed');
  if (runtime.book.sheets.length !== sheets) one.silent.push('refused repair: the number of tabs has changed');
}

/** One school's tab must never stop the whole run. */
function judgedOrStopped(one: Case, whole: boolean): 'right' | 'named' | 'silent' {
  try {
    return (whole ? runWhole : runCore)(one);
  } catch (error) {
    one.silent.push(`the whole run stops – ${error instanceof Error ? error.message : error}`);
    return 'silent';
  }
}

/** What Sheets itself refuses has not happened. */
const isRefusal = (error: unknown): boolean => error instanceof Error && error.name === 'Exception';

function damage(scene: Scene, kinds: readonly string[]): boolean {
  let done = 0;
  for (const kind of kinds) {
    try {
      KINDS[kind]!(scene);
      done += 1;
    } catch (error) {
      if (!(error instanceof Impossible) && !isRefusal(error)) throw error;
    }
  }
  return done > 0;
}

/** An add-on of another programme that takes the workbook over once it is damaged. */
export interface Successor {
  readonly programme: Programme;
  readonly desks: Desks;
}

/** Damages a tab in these ways, one after another, and judges what the add-on makes of it. */
export function runCase(
  district: PreparedDistrict,
  kinds: readonly string[],
  seed: string,
  whole: boolean,
  successor?: Successor,
): CaseReport {
  return inTimeZone('Asia/Yakutsk', () => {
    const chance = new Chance(`${kinds.join('+')} ${seed}`);
    const school = chance.pick(district.schools);
    const other = district.schools.find((one) => one !== school)!;
    const scene = new Scene(
      district.runtime,
      district.stateOf(school),
      district.stateOf(other),
      chance,
      district.truthOf(school),
    );
    try {
      if (!damage(scene, kinds))
        return { kinds, seed, whole, verdict: 'impossible', healed: false, silent: [], lost: [] };
      const after = successor ? scene.in(successor.desks.with(keepWorld(district.runtime)).runtime) : scene;
      const one = new Case(district, school, after, successor?.programme ?? programme);
      const verdict = judgedOrStopped(one, whole);
      return {
        kinds,
        seed,
        whole,
        verdict,
        healed: one.healed,
        silent: one.silent,
        lost: [...scene.lost, ...one.lost],
      };
    } finally {
      district.restore(whole);
    }
  });
}
