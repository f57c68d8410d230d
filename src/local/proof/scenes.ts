import { programme } from '../../programme';
import { rowsTabName } from '../../workbook';
import type { Action } from './desk';
import { CLOSED, OPEN } from './invented';
import type { KeptWorld } from './kept-world';
import type { PreparedWorlds } from './prepared-worlds';
import { gridOf, sheetNamed } from './school-tab';

/** A run to be cut: from which world, what is started, and what is started again after it died. */
export interface Scene {
  readonly name: string;
  readonly world: KeptWorld;
  readonly action: Action;
  /** When not the same as `action`. */
  readonly recovery?: Action;
  /** Where the rows that must not be lost stand as they were typed, when what `world` carries over is none. */
  readonly typedIn?: KeptWorld;
  /** Beside what is proved point by point: tried at a sample of its points. */
  readonly sampled?: boolean;
  /** The add-on at work when it is not the one that made the world: gives the folder of its build. */
  readonly dist?: () => string;
}

/** A deleted tab gets its closed rows back, a damaged one is repaired: each is asked about. */
export const SET_UP: Action = { by: 'menu', name: 'setUpWorkbook', answers: ['YES', 'YES'] };
export const CONSOLIDATE: Action = { by: 'menu', name: 'consolidateWorkbook' };
export const NIGHTLY: Action = { by: 'trigger', name: 'consolidateOnSchedule' };
export const CLOSE: Action = { by: 'client', name: 'closePeriod', args: [OPEN] };
export const REOPEN: Action = { by: 'client', name: 'reopenPeriod', args: [OPEN, 'закрыт раньше времени'] };
export const REPORT: Action = { by: 'menu', name: 'buildDistrictReport' };
const CARD: Action = { by: 'client', name: 'buildReport', args: ['school', OPEN, 'служебная', 's1'] };
const AUTOMATE: Action = { by: 'menu', name: 'enableAutomation' };

export const scenesOf = ({
  blank,
  registered,
  filled,
  changed,
  closed,
  reported,
  damaged,
}: PreparedWorlds): Scene[] => [
  // A second click goes on to the other tabs, also when the first died only after its work was done.
  { name: 'set-up, settings and register', world: blank, action: SET_UP, recovery: SET_UP },
  { name: 'set-up, other tabs', world: registered, action: SET_UP },
  { name: 'set-up, repair', world: damaged, action: SET_UP, sampled: true },
  { name: 'first consolidation', world: filled, action: CONSOLIDATE },
  { name: 'consolidation', world: changed, action: CONSOLIDATE },
  { name: 'nightly consolidation', world: nightly(changed), action: NIGHTLY },
  { name: 'closing', world: changed, action: CLOSE },
  {
    name: 'closing, mended by night',
    world: nightly(changed),
    action: CLOSE,
    recovery: NIGHTLY,
    sampled: true,
  },
  { name: 'opening again', world: closed, typedIn: changed, action: REOPEN },
  {
    name: 'opening again, mended by night',
    world: nightly(closed),
    typedIn: changed,
    action: REOPEN,
    recovery: NIGHTLY,
    sampled: true,
  },
  { name: 'report created', world: changed, action: REPORT },
  { name: 'report renewed', world: reported, action: REPORT },
  { name: 'card of a school created', world: changed, action: CARD },
  { name: 'correction', world: changed, action: correctionIn(changed) },
  { name: 'automation', world: changed, action: AUTOMATE },
];

/** The programme has grown by a form and a field since the tabs were made. */
export const grownScenes = ({ changed }: PreparedWorlds, dist: () => string): Scene[] => [
  { name: 'consolidation, programme grown', world: changed, action: CONSOLIDATE, dist },
  { name: 'set-up, programme grown', world: changed, action: SET_UP, dist, sampled: true },
  { name: 'closing, programme grown', world: changed, action: CLOSE, dist, sampled: true },
];

/** Tabs that version 0.1.0 made are made anew. */
export const olderScenes = (world: KeptWorld): Scene[] => [
  { name: 'set-up, tabs of version 0.1.0', world, action: SET_UP, sampled: true },
];

/** Of the first number of the first closed row. */
function correctionIn(world: KeptWorld): Action {
  const marks = programme.forms.find(({ key }) => key === 'marks')!;
  const tab = rowsTabName(marks);
  const grid = gridOf(sheetNamed(world, tab));
  const row = grid.findIndex(([period]) => period === CLOSED) + 1;
  const column = grid[1]!.indexOf('field:four');
  const selected = [tab, `${String.fromCharCode('A'.charCodeAt(0) + column)}${row}`] as const;
  return { by: 'menu', name: 'correctClosedPeriod', selected, answers: ['29', 'опечатка в ведомости'] };
}

/** The same workbook with the nightly trigger installed. */
export function nightly(world: KeptWorld): KeptWorld {
  const trigger = { id: 'nightly', handler: NIGHTLY.name, creator: 'owner@example.org' } as const;
  const schedule = { everyDays: 1, atHour: 3 };
  return { ...world, triggers: [...world.triggers, { ...trigger, source: 'CLOCK', event: 'CLOCK', schedule }] };
}
