import { programme as first } from '../programme';
import { measureColdEdits, measureLoad } from './bench/cold';
import { measureCore } from './bench/core';
import { type DistrictMeasure, measureDistrict, measureGrowth } from './bench/district';
import { callsASchool, fourTurns } from './bench/four-turns';
import { limited, line, wanted } from './bench/lines';
import { programme } from './bench/programme';
import { otherAddOn } from './other-add-on';

const SIZES = [2, 7, 60, 150];
/** About ten subjects in twelve classes. */
const ROWS = 120;
const GROWTH = { schools: 7, rows: [10, 30, 120] };
/** Calls that each school more may add to closing (design.md 8), at each of a year's four turns. */
const CLOSING_A_SCHOOL = 8;
/** Of each kind of school. */
const CLOSED = [1, 3];
/** The last schools of a large district cost set-up as much CPU as the first, give or take what the machine makes of it. */
const LINEAR = 1.5;

/** What one school more costs, from the smallest district to the largest and from the last but one on. */
function judgeGrowth(measures: readonly DistrictMeasure[]): void {
  const [least, before, most] = [measures[0]!, measures[measures.length - 2]!, measures[measures.length - 1]!];
  const cpu = (from: DistrictMeasure, to: DistrictMeasure) =>
    (to.setUp.cpu - from.setUp.cpu) / (to.schools - from.schools);
  const [first, last] = [cpu(least, before), cpu(before, most)];
  wanted('growth', { first_ms_a_school: first, last_ms_a_school: last }, last, LINEAR * first);
}

/** With the forms of the order, as they come into sight and leave it from quarter to quarter. */
function judgeClosing(): void {
  console.log(`\nclosing with the ${first.forms.length} forms of the programme, quarter after quarter`);
  const [few, more] = CLOSED.map((times) => fourTurns({ programme: first, times }));
  for (const { schools, turns } of [few!, more!])
    for (const { calls, modelled } of turns) line('closing', { schools, calls, seconds: modelled / 1000 });
  for (const calls of callsASchool(few!, more!)) limited('closing', { a_school: calls }, calls, CLOSING_A_SCHOOL);
}

const dist = otherAddOn({ programme: 'src/local/bench/programme.ts' }, 'src/local/bench/one-school.ts');
const { forms, indicators } = programme;

console.log(`${forms.length} forms and ${indicators.length} indicators: the district's own and invented ones.`);
console.log(
  'Time on Google is modelled by src/local/latency.ts. Memory is the peak so far. CPU depends on the machine.',
);
// First, so that nothing else is in memory.
console.log('\nthe core alone');
measureCore(programme);
console.log('\ncold processes');
measureLoad(dist);
measureColdEdits(programme, dist);
const measures = SIZES.map((schools) => measureDistrict({ programme, dist, schools, rows: ROWS }));
judgeGrowth(measures);
judgeClosing();
console.log(`\nconsolidation of ${GROWTH.schools} schools as rows grow`);
for (const rows of GROWTH.rows) measureGrowth({ programme, dist, schools: GROWTH.schools, rows });
