import { programme } from '../../programme';
import { besideFrame, figuresTable, REMARK_COLUMN, readTable, rowsTable, type Table } from '../../workbook';
import { type Desk, Desks } from './desk';
import { type Disturbance, describeEdit, tabOfSchool } from './disturbances';
import type { KeptWorld } from './kept-world';
import { leftoversIn } from './leftovers';
import { prepareWorlds } from './prepared-worlds';
import { strayStamps } from './publication';
import { randomFrom } from './random';
import { CONSOLIDATE, nightly } from './scenes';
import {
  ACTIONS,
  type Main,
  type Moment,
  mainOf,
  momentsOf,
  type Played,
  play,
  type Reads,
  readsOf,
} from './schedules';
import { gridOf, sheetNamed, tabOf } from './school-tab';
import { isOwn, type Share, WHOLE } from './share';
import { trimmed } from './trimmed-world';
import { lostRows } from './typed-rows';

const FRAME = besideFrame('');

export interface InterleavingsOptions {
  readonly schedules?: number;
  readonly schools?: number;
  /** Folder of the built add-on. */
  readonly dist: string;
  readonly seed?: number;
  readonly share?: Share;
}

export interface InterleavingsResult {
  readonly schedules: number;
  /** Edits that a closing refused, as it must. */
  readonly refused: number;
  /** Schedules in which a row came or went while remarks were written: the next consolidation puts them back. */
  readonly renewed: number;
  /** Schedules in which something typed and accepted is nowhere any more. */
  readonly lost: number;
  /** Schedules after which what is published is of no single moment or of several runs. */
  readonly mixed: number;
  readonly duplicates: number;
  /** Schedules that left a tab, a protection or a run in disorder. */
  readonly disordered: number;
  readonly failures: readonly string[];
}

type What = 'lost' | 'mixed' | 'duplicates' | 'disordered';
interface Finding {
  readonly what: What;
  readonly words: string;
}

/** What schedules are played at. */
interface Stage {
  readonly world: KeptWorld;
  readonly schools: readonly string[];
  readonly desks: Desks;
  /** Of each kind of run, undisturbed. */
  readonly shapes: ReadonlyMap<string, Shape>;
}

interface Shape {
  readonly calls: number;
  readonly reads: Reads;
}

/** What answering an edit takes at most. */
const ANSWER: Shape = { calls: 6, reads: new Map() };

function setStage(count: number, dist: string): Stage {
  const desks = new Desks(dist);
  const world = trimmed(nightly(prepareWorlds(count, dist).changed));
  const schools = Array.from({ length: count }, (_, index) => `s${index + 1}`);
  const shapes = Object.entries(ACTIONS).map(([name, action]): [string, Shape] => {
    const played = play({ name, action }, [], { world, reads: new Map(), schools, desks });
    const calls = played.desk.runtime.calls.service;
    const publishes = name.includes('consolidation') || name === 'closing';
    return [name, { calls, reads: publishes ? readsOf(action, world, schools, desks) : new Map() }];
  });
  return { world, schools, desks, shapes: new Map(shapes) };
}

/** Plays random schedules of runs and what people do meanwhile, and looks at what is left. */
export function runInterleavings(options: InterleavingsOptions): InterleavingsResult {
  const { schedules = 10_000, schools: count = 2, dist, seed = 1, share = WHOLE } = options;
  const { shapes, ...stage } = setStage(count, dist);
  const counts: Record<What, number> = { lost: 0, mixed: 0, duplicates: 0, disordered: 0 };
  const failures = new Map<string, { times: number; first: string }>();
  let [refused, renewed, played] = [0, 0, 0];
  for (let index = 0; index < schedules; index += 1) {
    if (!isOwn(index, share)) continue;
    played += 1;
    const own = seed * SEEDS_APART + index;
    const random = randomFrom(own);
    const main = mainOf(stage.schools, random);
    const { calls, reads } = shapes.get(main.name) ?? ANSWER;
    const moments = momentsOf(main, calls, stage.schools, random);
    if (played % PLAYED_BETWEEN_WORDS === 0) share.tell?.(`${played} meetings`);
    const outcome = lookAfter(() => play(main, moments, { ...stage, reads }), stage.schools);
    refused += outcome.refused;
    renewed += outcome.renewed;
    for (const what of new Set(outcome.findings.map((finding) => finding.what))) counts[what] += 1;
    for (const { what, words } of outcome.findings) {
      const key = `${main.name}: ${what}: ${words}`;
      const known = failures.get(key) ?? { times: 0, first: `schedule ${own}: ${inWords(main, moments)}` };
      if (known.times === 0) share.tell?.(`${key} — ${known.first}`);
      failures.set(key, { ...known, times: known.times + 1 });
    }
  }
  const list = [...failures].map(([words, { times, first }]) => `${times} × ${words} — ${first}`);
  return { schedules: played, refused, renewed, ...counts, failures: list };
}

const SEEDS_APART = 1_000_000;
const PLAYED_BETWEEN_WORDS = 250;

interface Seen {
  readonly findings: Finding[];
  readonly refused: number;
  readonly renewed: number;
}

function lookAfter(run: () => Played, schools: readonly string[]): Seen {
  try {
    const played = run();
    const { desk, refused } = played;
    const disorder = (): string[] => schools.flatMap((school) => disorderOf(desk, school));
    const findings = findingsOf(played);
    const misplaced = disorder();
    if (misplaced.length === 0) return { findings, refused, renewed: 0 };
    desk.act(CONSOLIDATE);
    const stays = disorder().map((words): Finding => ({ what: 'disordered', words }));
    return { findings: [...findings, ...stays], refused, renewed: 1 };
  } catch (error) {
    return {
      findings: [{ what: 'disordered', words: `threw ${String(error).slice(0, 160)}` }],
      refused: 0,
      renewed: 0,
    };
  }
}

function findingsOf({ desk, watch, ending, settings }: Played): Finding[] {
  const { runtime } = desk;
  const lost = lostRows(watch.accepted(), runtime.book.sheets).map(({ form }) => `a row of ${form}`);
  const overwritten = settings.filter((each, index) => {
    const last = !settings.slice(index + 1).some(({ cell }) => cell === each.cell);
    return last && desk.spreadsheet().getSheetByName(each.tab)!.getRange(each.cell).getValue() !== each.typed;
  });
  const mixed = [...watch.mixed(), ...strayStamps(runtime).map((tab) => `stray number on ${tab}`), ...wrongSums(desk)];
  const found = leftoversIn(runtime);
  const [doubled, left] = [true, false].map((two) => found.filter((words) => words.startsWith('two') === two));
  const disorder = [
    ...left!,
    ...watch.leftOut().map((school) => `the readable tab of ${school} was left out, by name`),
    ...runtime.failures.map(({ error }) => `onEdit failed: ${error.message}`),
    ...(/сбо[ея]|^[^а-яё]*$/i.test(ending) && ending !== '' ? [`the run broke down: ${ending.slice(0, 100)}`] : []),
  ];
  const named = (what: What, list: readonly string[]) => list.map((words): Finding => ({ what, words }));
  return [
    ...named('lost', [...lost, ...overwritten.map(({ tab }) => `a value on ${tab}`)]),
    ...named('mixed', mixed),
    ...named('duplicates', doubled!),
    ...named('disordered', disorder),
  ];
}

/** A tab that can no longer be read, or whose own words were written over. */
function disorderOf(desk: Desk, school: string): string[] {
  const sheet = tabOfSchool(desk, school);
  const { trouble, grid } = tabOf(sheet);
  const overwritten = grid.flatMap((row) => {
    const role = String(row[0] ?? '');
    const part = /^[^/]+\/(help|keys|header|end)$/.exec(role)?.[1] as keyof typeof FRAME | undefined;
    return part === undefined || row[REMARK_COLUMN - 1] === FRAME[part][1] ? [] : [`remark written over ${role}`];
  });
  return [...trouble.map(({ id }) => `tab not readable: ${id}`), ...overwritten];
}

/** The district's quality rate must be that of the rows published beside it. */
function wrongSums(desk: Desk): string[] {
  const table = (of: Table) => readTable(of, gridOf(sheetNamed(desk.runtime.book, of.name)));
  const sums = new Map<unknown, [number, number]>();
  for (const row of table(rowsTable(programme.forms.find(({ key }) => key === 'marks')!))) {
    if (row.counted !== 'да') continue;
    const [good, all] = sums.get(row.period) ?? [0, 0];
    const mark = (key: string) => Number(row[`field:${key}`]);
    const own = mark('five') + mark('four');
    sums.set(row.period, [good + own, all + own + mark('three') + mark('two') + mark('notAssessed')]);
  }
  return table(figuresTable)
    .filter((row) => row.indicator === 'quality-rate' && row.scope === 'район' && row.slice === '')
    .filter((row) => [row.numerator, row.denominator].join() !== (sums.get(row.period) ?? [0, 0]).join())
    .map((row) => `the sums of ${row.period} are not those of its rows`);
}

function inWords(main: Main, moments: readonly Moment[]): string {
  const told = (what: Disturbance): string => {
    if (what.kind === 'run') return what.action.name;
    if (what.kind === 'edit') return `${what.school} ${describeEdit(what.edit)}`;
    return 'form' in what ? `${what.school} ${what.kind}s a row in ${what.form}` : `${what.tab}!${what.cell}`;
  };
  const during = moments.map(({ call, phase, disturbance }) => `${phase} call ${call} ${told(disturbance)}`);
  return `${'edit' in main ? `${main.school} ${describeEdit(main.edit)}` : main.name}; ${during.join('; ')}`;
}
