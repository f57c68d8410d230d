import type { OnCall } from '../runtime/calls';
import type { Action, Desk, Desks } from './desk';
import {
  type Disturbance,
  deleteAsSchool,
  disturbance,
  duringAnswer,
  editOf,
  insertAsSchool,
  placeOf,
  type SchoolEdit,
  tabOfSchool,
  typeAsSchool,
} from './disturbances';
import type { KeptWorld } from './kept-world';
import type { Random } from './random';
import { CLOSE, CONSOLIDATE, NIGHTLY, REPORT, SET_UP } from './scenes';
import { publishedRows, Watch } from './watch';

/** What runs while others disturb it: an action of the coordinator's, or the add-on's answer to a school's edit. */
export type Main =
  | { readonly name: string; readonly action: Action }
  | { readonly name: string; readonly school: string; readonly edit: SchoolEdit };

export interface Moment {
  readonly call: number;
  readonly phase: 'before' | 'after';
  readonly disturbance: Disturbance;
}

export const ACTIONS = {
  consolidation: CONSOLIDATE,
  'nightly consolidation': NIGHTLY,
  closing: CLOSE,
  'set-up': SET_UP,
  report: REPORT,
} as const satisfies Record<string, Action>;

/** In a hundred schedules. A report takes the longest to play. */
const SHARES: readonly [keyof typeof ACTIONS | 'edit', number][] = [
  ['consolidation', 36],
  ['nightly consolidation', 10],
  ['closing', 15],
  ['set-up', 5],
  ['report', 1],
  ['edit', 33],
];

export function mainOf(schools: readonly string[], random: Random): Main {
  let left = random.whole(100);
  for (const [name, share] of SHARES) {
    left -= share;
    if (left >= 0) continue;
    if (name !== 'edit') return { name, action: ACTIONS[name] };
    const { school, edit } = editOf(schools, random);
    return { name, school, edit };
  }
  throw new Error('the shares are less than a hundred');
}

export function momentsOf(main: Main, calls: number, schools: readonly string[], random: Random): Moment[] {
  const answering = 'edit' in main;
  return Array.from({ length: answering ? 1 : random.pick([1, 1, 2, 3]) }, () => ({
    call: 1 + random.whole(calls),
    phase: random.pick(['before', 'after'] as const),
    disturbance: 'edit' in main ? duringAnswer(main.school, main.edit, random) : disturbance(schools, random),
  }));
}

/** By school: which of the run's reads of cells takes its tab in, counted from one. */
export type Reads = ReadonlyMap<string, number>;

const READ = 'Range.getValues';

/** Finds that read by trial: what is typed before it is published, what is typed after it is not. */
export function readsOf(action: Action, world: KeptWorld, schools: readonly string[], desks: Desks): Reads {
  let total = 0;
  const count = desks.with(world);
  count.onCall = ({ method, phase }) => {
    if (method === READ && phase === 'before') total += 1;
  };
  count.act(action);
  const seenAt = (school: string, read: number): boolean => {
    const desk = desks.with(world);
    const typed = `Предмет ${read}`;
    const edit = { form: 'marks', pasted: ['5', 'А', typed, '20', '0', '5', '5', '5', '4', '1'] };
    let reads = 0;
    desk.onCall = duringOwnCalls(({ method, phase }) => {
      if (method !== READ || phase !== 'before') return;
      reads += 1;
      // As the owner, whom no protection stops.
      if (reads === read)
        desk.runtime.edit(tabOfSchool(desk, school).name, placeOf(desk, school, edit)!, [edit.pasted]);
    });
    desk.act(action);
    return publishedRows(desk, school, '2023-Q2').includes(typed);
  };
  return new Map(schools.map((school) => [school, lastTrue(total, (read) => seenAt(school, read))]));
}

function lastTrue(total: number, holds: (index: number) => boolean): number {
  let [from, to] = [0, total];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (holds(middle)) from = middle;
    else to = middle - 1;
  }
  return from;
}

/** Not told of the calls that are made while it answers one. */
export function duringOwnCalls(onCall: OnCall): OnCall {
  let busy = false;
  return (call) => {
    if (busy) return;
    busy = true;
    try {
      onCall(call);
    } finally {
      busy = false;
    }
  };
}

export interface Played {
  readonly desk: Desk;
  readonly watch: Watch;
  readonly ending: string;
  readonly refused: number;
  readonly settings: readonly Extract<Disturbance, { kind: 'settings' }>[];
}

/** Plays a schedule to its end. */
export function play(
  main: Main,
  moments: readonly Moment[],
  { world, reads, schools, desks }: { world: KeptWorld; reads: Reads; schools: readonly string[]; desks: Desks },
): Played {
  const desk = desks.with(world);
  const watch = new Watch(desk, schools);
  const settings: Extract<Disturbance, { kind: 'settings' }>[] = [];
  let refused = 0;
  let [call, read, inserted] = [0, 0, 0];
  desk.onCall = duringOwnCalls(({ method, phase }) => {
    if (phase === 'before') call += 1;
    // The answer begins when the typed value stands in its cell.
    if ('edit' in main && call === 1 && phase === 'before') watch.accept(main.school);
    for (const moment of moments) {
      if (moment.call !== call || moment.phase !== phase) continue;
      if (disturb(desk, watch, moment.disturbance) === 'refused') refused += 1;
      if (moment.disturbance.kind === 'insert') inserted += 1;
      if (moment.disturbance.kind === 'settings') settings.push(moment.disturbance);
    }
    if (method !== READ || phase !== 'before') return;
    read += 1;
    // A tab that a row was inserted in while it was read is read once more.
    for (const [school, at] of reads) if (at <= read && read <= at + inserted) watch.read(school);
  });
  const ending = start(desk, main);
  desk.onCall = undefined;
  watch.look();
  return { desk, watch, ending, refused, settings };
}

function start(desk: Desk, main: Main): string {
  if ('action' in main) {
    const { title, words } = desk.act(main.action);
    return title === 'Не выполнено' ? words : '';
  }
  typeAsSchool(desk, main.school, main.edit);
  return '';
}

function disturb(desk: Desk, watch: Watch, what: Disturbance): string {
  switch (what.kind) {
    case 'run':
      return watch.during(() => desk.act(what.action)).title;
    case 'settings':
      desk.runtime.edit(what.tab, what.cell, what.typed);
      return 'done';
    case 'insert':
      return insertAsSchool(desk, what.school, what.form, what.below);
    case 'delete':
      return deleteAsSchool(desk, what.school, what.form);
    case 'edit': {
      const came = typeAsSchool(desk, what.school, what.edit);
      if (came === 'done') watch.accept(what.school);
      return came;
    }
  }
}
