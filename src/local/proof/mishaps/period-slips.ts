import type { Action, Desk } from '../desk';
import { CLOSED, OPEN } from '../invented';
import { giveOut } from '../publication';
import { CONSOLIDATE, NIGHTLY, REPORT, SET_UP } from '../scenes';
import type { Case, Mishap } from './mishap';
import { isClosed, nameOf, otherFigures, type Stage, setPeriod, stuck } from './stage';

const TYPED = [CLOSED, '2022-Q4', '2023-Q3', '2024-Q2', '2024-Q1', '2023 Q2', '2023-Q5', 'II квартал', '2', ''];

const started = (typed: string): readonly (readonly Action[])[] => [
  [CONSOLIDATE],
  [NIGHTLY],
  [REPORT],
  [SET_UP],
  [{ by: 'client', name: 'closePeriod', args: [typed] }],
  [{ by: 'menu', name: 'closeOpenPeriod', answers: ['YES'] }],
  [CONSOLIDATE, CONSOLIDATE],
  [SET_UP, CONSOLIDATE, NIGHTLY],
];

function afterSlip(desk: Desk, stage: Stage, runs: readonly Action[]): string[] {
  for (const run of runs) desk.finish(run);
  const given = giveOut(desk);
  const closed = otherFigures(given, stage.right, [CLOSED]).map((period) => `${period} is given out otherwise`);
  const strange = [...given.periods.keys()].filter((key) => key !== CLOSED && isClosed(desk, key));
  return [...closed, ...strange.map((period) => `${period} has been closed`)];
}

const slip = (typed: string, runs: readonly Action[]): Case => ({
  name: `«${typed}», ${runs.map(nameOf).join(', ')}`,
  play: (stage) => {
    const desk = stage.desks.with(stage.world);
    setPeriod(desk, typed);
    const wrong = afterSlip(desk, stage, runs);
    setPeriod(desk, OPEN);
    // What has been set up for another quarter is set up for the right one.
    if (runs.includes(SET_UP)) desk.finish(SET_UP);
    return [...wrong, ...stuck(desk, stage)];
  },
});

/** Another quarter, or none, in the settings for a while. */
export const periodSlips: Mishap = {
  title: 'period slips',
  never: 'stuck or published over another period',
  cases: () => TYPED.flatMap((typed) => started(typed).map((runs) => slip(typed, runs))),
};
