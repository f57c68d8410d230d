import { measureColdEdits, measureLoad } from './bench/cold';
import { measureCore } from './bench/core';
import { measureDistrict, measureGrowth } from './bench/district';
import { limited } from './bench/lines';
import { programme } from './bench/programme';
import { otherAddOn } from './other-add-on';

const SIZES = [2, 7, 60, 150];
/** About ten subjects in twelve classes. */
const ROWS = 120;
const GROWTH = { schools: 7, rows: [10, 30, 120] };
/** Calls that each school more may add to closing (design.md 8). */
const CLOSING_A_SCHOOL = 8;

const dist = otherAddOn({ programme: 'src/local/bench/programme.ts' });
const { forms, indicators } = programme;

console.log(`${forms.length} forms and ${indicators.length} indicators: the district's own and invented ones.`);
console.log(
  'Time on Google is modelled by src/local/latency.ts. Memory is the peak so far. CPU depends on the machine.',
);
console.log('\ncold processes');
measureLoad(dist);
measureColdEdits(programme, dist);
console.log('\nthe core alone');
measureCore(programme);
const closings = SIZES.map((schools) => ({
  schools,
  ...measureDistrict({ programme, dist, schools, rows: ROWS }),
}));
const [few, many] = [closings[0]!, closings[closings.length - 1]!];
const more = (many.calls - few.calls) / (many.schools - few.schools);
limited('closing', { a_school: more }, more, CLOSING_A_SCHOOL);
console.log(`\nconsolidation of ${GROWTH.schools} schools as rows grow`);
for (const rows of GROWTH.rows) measureGrowth({ programme, dist, schools: GROWTH.schools, rows });
