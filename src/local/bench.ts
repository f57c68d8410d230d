import { formatNumber } from '../model';
import { publishedTables } from '../pipeline';
import { programme } from '../programme';
import { measureEdits } from './bench/edits';
import { inWords, type Measure, measured, peakMemory } from './bench/measure';
import { measuredDistrict, PERIOD } from './bench/measured-district';
import { measureTypical, qualityRateOf } from './bench/typical-script';
import { DistrictRun } from './demo/district-run';

const SIZES = [2, 7, 60, 150];
/** About ten subjects in twelve classes. */
const ROWS = 120;
const GROWTH = { schools: 7, rows: [1, 30, 120] };
/** Cell by cell takes hours on Google from here on. */
const TYPICAL_UP_TO = 60;
const RATIO_AT = 60;
const RATIO_WANTED = 100;
/** design.md 8: what one `onEdit` may cost. */
const EDIT_LIMIT = 6;
const CLOSED_LATER = 20 * 24 * 60 * 60 * 1000;

/** design.md 8: N + 3 × output tabs + 10, plus one for each tab whose remarks changed. The journal is an output tab too. */
const limitFor = (schools: number): number => schools + 3 * (publishedTables(programme).length + 1) + 10;

function fail(words: string): void {
  console.log(`FAILED: ${words}`);
  process.exitCode = 1;
}

const tell = (what: string, measure: Measure, more = ''): void =>
  console.log(`  ${what.padEnd(14)} ${inWords(measure)} ${formatNumber(peakMemory()).padStart(6)} MB${more}`);

/** `calls schools=N got=G limit=L` is what outside checks look for. */
function tellCalls(schools: number, { calls }: Measure): void {
  const limit = limitFor(schools);
  console.log(`calls schools=${schools} got=${calls} limit=${limit}`);
  if (calls > limit) fail(`a consolidation of ${schools} schools makes ${calls} calls`);
}

function compareWithTypical(run: DistrictRun, schools: number, own: Measure): void {
  if (schools > TYPICAL_UP_TO) return;
  const typical = measureTypical(run);
  const ratio = typical.calls / own.calls;
  const slower = formatNumber(typical.modelled / own.modelled);
  tell('cell by cell', typical, `, ${formatNumber(ratio)} times the calls, ${slower} times as long`);
  const expected = qualityRateOf(run.runtime, PERIOD);
  if (Math.abs(expected - typical.qualityRate) > 1e-9)
    fail(`cell by cell the quality rate is ${typical.qualityRate}, consolidated ${expected}`);
  if (schools === RATIO_AT && ratio < RATIO_WANTED) fail(`only ${formatNumber(ratio, 1)} times fewer calls`);
}

/** A district's quarter from an empty workbook to the closed period. */
function measureDistrict(schools: number): void {
  console.log(`\nschools=${schools} rows=${ROWS}`);
  const run = new DistrictRun(programme, measuredDistrict(schools, ROWS));
  tell(
    'set-up',
    measured(run.runtime, () => run.setUp()),
  );
  // Before it is measured: the virtual clock moves to the quarter's end first.
  run.enter(PERIOD);
  const consolidation = measured(run.runtime, () => run.consolidate());
  tell('consolidation', consolidation);
  tellCalls(schools, consolidation);
  compareWithTypical(run, schools, consolidation);
  tell(
    'report',
    measured(run.runtime, () => void run.report('district', PERIOD, 'служебная')),
  );
  const edit = measureEdits(run);
  tell('one edit', edit, `, the most: ${edit.kind}`);
  if (edit.calls > EDIT_LIMIT) fail(`an edit makes ${edit.calls} calls, limit ${EDIT_LIMIT}`);
  // Past the day of closing, to which the clock would else move while it is measured.
  run.runtime.advance(CLOSED_LATER);
  tell(
    'closing',
    measured(run.runtime, () => run.close(PERIOD)),
  );
}

function measureGrowth(rows: number): void {
  const run = new DistrictRun(programme, measuredDistrict(GROWTH.schools, rows));
  run.setUp();
  run.enter(PERIOD);
  const consolidation = measured(run.runtime, () => run.consolidate());
  tell(`rows=${rows}`, consolidation);
  tellCalls(GROWTH.schools, consolidation);
}

console.log('Time on Google is modelled: milliseconds a call from src/local/latency.ts. Memory is the peak so far.');
for (const schools of SIZES) measureDistrict(schools);
console.log(`\nconsolidation of ${GROWTH.schools} schools as rows grow`);
for (const rows of GROWTH.rows) measureGrowth(rows);
