import { type Action, Cut, type Desk, type Desks, type Ending } from './desk';
import { leftoversIn } from './leftovers';
import { differences, type Picture, pictureOf } from './picture';
import { type GivenOut, giveOut, mixedPeriods, strayStamps } from './publication';
import type { Scene } from './scenes';
import { lostRows, type TypedRow, typedRows } from './typed-rows';

/** At which call a run is interrupted, and how: killed, or by a service that fails, which the script may catch. */
export interface Interruption {
  readonly kind: 'cut' | 'failure';
  readonly phase: 'before' | 'after';
  readonly call: number;
}

/** A scene with what its run leads to when nothing interrupts it. */
export interface Reference {
  readonly scene: Scene;
  readonly typed: readonly TypedRow[];
  readonly calls: readonly string[];
  /** How many calls the recovery makes, about. */
  readonly recovery: number;
  readonly endings: readonly Picture[];
  readonly publications: readonly GivenOut[];
}

export interface Finding {
  readonly what: 'lost' | 'mixed' | 'different' | 'leftover';
  readonly words: string;
}

export function referenceOf(scene: Scene, desks: Desks): Reference {
  const { action, recovery, world, typedIn = world } = scene;
  const desk = desks.with(world);
  const publications = [giveOut(desk)];
  const calls = callsOf(desk, action);
  const endings = [pictureOf(desk.runtime)];
  publications.push(giveOut(desk));
  let again = calls.length;
  if (recovery) {
    const look = (at: Desk) => {
      endings.push(pictureOf(at.runtime));
      publications.push(giveOut(at));
    };
    desk.finish(recovery);
    look(desk);
    const other = desks.with(world);
    again = callsOf(other, recovery).length;
    look(other);
  }
  return { scene, typed: typedRows(typedIn.sheets), calls, recovery: again, endings, publications };
}

/** The names of a run's service calls, in order. */
function callsOf(desk: Desk, action: Action): string[] {
  const calls: string[] = [];
  desk.onCall = ({ method, phase }) => {
    if (phase === 'before') calls.push(method);
  };
  const { title, words } = desk.finish(action);
  desk.onCall = undefined;
  if (title === 'Не выполнено') throw new Error(`the uncut run does not end well: ${words}`);
  return calls;
}

/** Runs the scene, interrupted once or, in its recovery too, several times; then lets it end and looks. */
export function interrupted(
  { scene, typed, endings, publications }: Reference,
  interruptions: readonly Interruption[],
  desks: Desks,
): { findings: Finding[]; refused: boolean; reached: boolean } {
  const desk = desks.with(scene.world);
  const findings: Finding[] = [];
  let refused = false;
  let reached = true;
  interruptions.forEach((interruption, index) => {
    const action = index > 0 && scene.recovery ? scene.recovery : scene.action;
    reached = interrupt(desk, interruption, () => desk.act(action)) && reached;
    const given = giveOut(desk);
    refused ||= given.refusal !== '' && publications[0]!.refusal === '';
    findings.push(...lost(desk, typed, 'after the run died'), ...mixed(given, publications));
    desk.wait();
  });
  const { title, words } = desk.finish(scene.recovery ?? scene.action);
  const said = title === 'Не выполнено' ? ` (it said: ${words.slice(0, 120)})` : '';
  findings.push(...lost(desk, typed, 'after the recovery'), ...ended(desk, endings, said));
  // The same workbook gives the same out.
  if (findings.length > 0) findings.push(...mixed(giveOut(desk), publications));
  return { findings, refused, reached };
}

/** True when the run got as far as that call. */
function interrupt(desk: Desk, { kind, phase, call }: Interruption, run: () => Ending): boolean {
  desk.runtime.calls.reset();
  let reached = false;
  desk.onCall = (told) => {
    if (reached || told.index !== call || told.phase !== phase) return;
    reached = true;
    throw kind === 'cut' ? new Cut(`cut ${phase} ${told.method}`) : serviceFailure();
  };
  run();
  desk.onCall = undefined;
  return reached;
}

const serviceFailure = (): Error =>
  Object.assign(new Error('Service Spreadsheets failed while accessing document with id local-workbook.'), {
    name: 'Exception',
  });

const lost = (desk: Desk, typed: readonly TypedRow[], when: string): Finding[] =>
  lostRows(typed, desk.runtime.book.sheets).map(({ school, form, cells }) => ({
    what: 'lost',
    words: `${when}: ${school} ${form} ${cells}`,
  }));

const RUSSIAN = /[а-яё]{3}/i;

function mixed(given: GivenOut, publications: readonly GivenOut[]): Finding[] {
  if (given.refusal !== '' && !RUSSIAN.test(given.refusal))
    return [{ what: 'mixed', words: `not refused in words: ${given.refusal.slice(0, 120)}` }];
  return mixedPeriods(given, publications).map((period) => ({ what: 'mixed', words: `${period} is a mixture` }));
}

function ended(desk: Desk, endings: readonly Picture[], said: string): Finding[] {
  const found = pictureOf(desk.runtime);
  const all = endings.map((ending) => differences(ending, found)).sort((a, b) => a.length - b.length);
  const leftovers = leftoversIn(desk.runtime).map((words) => ({ what: 'leftover', words: words + said }) as const);
  const stray = strayStamps(desk.runtime).map((tab) => ({ what: 'mixed', words: `stray number on ${tab}` }) as const);
  return [...all[0]!.map((words) => ({ what: 'different', words: words + said }) as const), ...leftovers, ...stray];
}
