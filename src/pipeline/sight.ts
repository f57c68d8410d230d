import type { EditPatch } from '../model';

/** Neighbouring rows that are in sight or out of it together: as they are now and as they are to be. */
export interface Stretch {
  readonly row: number;
  readonly count: number;
  readonly was: boolean;
  readonly wanted: boolean;
  /** Rows of nobody's business: no call may reach over them. */
  readonly fixed?: boolean;
}

/** A call that brings rows into sight or takes them out of it. */
export interface Span {
  readonly row: number;
  readonly count: number;
  readonly show: boolean;
}

/** What the call that reaches over a stretch does, none where it stays as it is, and whether that is turned back there. */
interface State {
  readonly call: boolean | null;
  readonly back: boolean;
}

const STATES: readonly State[] = [
  { call: null, back: false },
  ...[true, false].flatMap((call) => [
    { call, back: false },
    { call, back: true },
  ]),
];

const isRight = ({ call, back }: State, { was, wanted, fixed }: Stretch): boolean =>
  call === null ? was === wanted || fixed === true : fixed !== true && (call !== back) === wanted;

/** Calls that come with going on in a state. */
function callsOf(from: State, to: State): number {
  if (to.call === null) return 0;
  if (from.call !== to.call) return to.back ? 2 : 1;
  return to.back && !from.back ? 1 : 0;
}

interface Way {
  readonly calls: number;
  readonly states: readonly State[];
}

/**
 * The fewest calls after which every stretch is as wanted: one over many stretches, then some that turn back what it has
 * done to a few of them. Showing what is in sight and hiding what is not is no harm, blank rows in between go along.
 */
export function fewestCalls(stretches: readonly Stretch[]): Span[] {
  let ways: Way[] = [{ calls: 0, states: [STATES[0]!] }];
  for (const stretch of stretches) {
    ways = STATES.filter((state) => isRight(state, stretch)).map((state) => {
      const before = ways.map(({ calls, states }) => ({
        calls: calls + callsOf(states[states.length - 1]!, state),
        states,
      }));
      const { calls, states } = before.reduce((best, way) => (way.calls < best.calls ? way : best));
      return { calls, states: [...states, state] };
    });
  }
  const { states } = ways.reduce((best, way) => (way.calls < best.calls ? way : best));
  return spansOf(stretches, states.slice(1));
}

/** What reaches far comes first. */
function spansOf(stretches: readonly Stretch[], states: readonly State[]): Span[] {
  const spans = (shows: (state: State) => boolean | null): Span[] => {
    const found: { show: boolean; first: number; last: number }[] = [];
    states.forEach((state, at) => {
      const show = shows(state);
      const open = found[found.length - 1];
      if (show === null) return;
      if (open?.show === show && open.last === at - 1) open.last = at;
      else found.push({ show, first: at, last: at });
    });
    return found.map(({ show, first, last }) => {
      const { row } = stretches[first]!;
      const end = stretches[last]!;
      return { row, count: end.row + end.count - row, show };
    });
  };
  return [...spans(({ call }) => call), ...spans(({ call, back }) => (back ? !call : null))];
}

export const sightPatches = (tab: string, spans: readonly Span[]): EditPatch[] =>
  spans.map(({ show, row, count }) => ({ kind: show ? 'show-rows' : 'hide-rows', tab, row, count }));
