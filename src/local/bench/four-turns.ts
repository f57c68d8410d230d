import { type PeriodKey, type Programme, shiftPeriod } from '../../model';
import type { Dataset } from '../demo/dataset';
import { DistrictRun } from '../demo/district-run';
import { demonstration } from '../demonstration';
import type { Runtime } from '../runtime';
import { enterQuietly } from './enter';
import { type Measure, Meter } from './measure';

/** A school with and one without the senior grades among the participants, and a leading one. */
const KINDS = ['magdagachi-3', 'tolbuzino', 'daktuy'];
const FIRST: PeriodKey = '2022-Q2';

/** A year of the demonstration's figures at `times` schools of each kind. */
function yearOf(programme: Programme, times: number): Dataset {
  const periods = [0, 1, 2, 3].map((quarters) => shiftPeriod(FIRST, quarters));
  const all = demonstration(programme.forms, periods);
  const copies = KINDS.flatMap((kind) =>
    Array.from({ length: times }, (_, index) => ({ kind, key: `${kind}-${index + 1}` })),
  );
  return {
    ...all,
    schools: copies.map(({ kind, key }, index) => ({
      ...all.schools.find((school) => school.key === kind)!,
      ...{ key, name: `Школа ${index + 1}`, partner: '' },
    })),
    rows: copies.flatMap(({ kind, key }) =>
      all.rows.filter(({ school }) => school === kind).map((row) => ({ ...row, school: key })),
    ),
    registers: {},
    periods,
  };
}

/** What closing costs at each of a year's four turns, at which most forms come into sight or leave it. */
export function fourTurns(
  { programme, times, dist }: { programme: Programme; times: number; dist?: string },
  look: (runtime: Runtime, schools: Dataset['schools']) => void = () => undefined,
): { schools: number; turns: Measure[] } {
  const data = yearOf(programme, times);
  const run = new DistrictRun(programme, data, dist);
  const meter = new Meter(run.runtime);
  run.setUp();
  const turns = data.periods.map((period) => {
    const rows = data.rows.filter((row) => row.period === period);
    enterQuietly(run.runtime, programme, { ...data, rows });
    const measure = meter.of(() => run.close(period));
    look(run.runtime, data.schools);
    return measure;
  });
  return { schools: data.schools.length, turns };
}

/** What each school more adds to closing at each turn. */
export function callsASchool(few: ReturnType<typeof fourTurns>, more: ReturnType<typeof fourTurns>): number[] {
  return more.turns.map(({ calls }, turn) => (calls - few.turns[turn]!.calls) / (more.schools - few.schools));
}
