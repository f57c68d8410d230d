import type { Programme } from '../../model';
import { DistrictRun } from '../demo/district-run';
import { spentOnPictures } from '../google/charts/picture';
import { consolidationLimit, unchangedLimit } from './consolidation-limit';
import { measureEdits } from './edits';
import { enterQuietly } from './enter';
import { fail, limited, line, wanted } from './lines';
import { type Measure, Meter, median, tell } from './measure';
import { measuredDistrict, PERIOD } from './measured-district';
import { measureTypical, qualityRateOf } from './typical-script';

const DAY = 24 * 60 * 60 * 1000;
const MOST_ENDED = 5;
/** Cell by cell takes hours on Google from here on. */
const TYPICAL_UP_TO = 60;
const RATIO_AT = 60;
const RATIO_WANTED = 100;
/** design.md 8. */
const EDIT_LIMIT = 6;
const TAB_LIMIT = 25;
/** CPU milliseconds of a report of the largest district, charts apart, which Google draws. */
const REPORT_WANTED = 1500;

interface Options {
  readonly programme: Programme;
  readonly dist: string;
  readonly schools: number;
  readonly rows: number;
}

/** A district whose calls are counted, and the calls of each school tab. */
class MeasuredDistrict {
  readonly run: DistrictRun;
  readonly meter: Meter;
  /** Calls from one tab's name, which it gets last, to the next school tab's. */
  readonly tabs: number[] = [];
  private named: number | undefined;

  constructor(readonly options: Options) {
    const { programme, dist, schools, rows } = options;
    const data = measuredDistrict(programme, schools, rows);
    this.run = new DistrictRun(programme, data, dist, ({ index, method, phase }) => {
      if (method === 'Sheet.setName' && phase === 'after') this.nameAt(index);
    });
    this.meter = new Meter(this.run.runtime);
  }

  private nameAt(index: number): void {
    const { sheets } = this.run.runtime.book;
    const { name } = sheets[sheets.length - 1]!;
    const isSchool = /^Школа \d+$/.test(name);
    if (isSchool && this.named !== undefined) this.tabs.push(index - this.named);
    this.named = isSchool ? index : undefined;
  }

  setUp(): Measure {
    return this.meter.of(() => this.run.setUp());
  }

  /** To the quarter's end, then all schools at once. */
  enter(): void {
    const { programme, schools, rows } = this.options;
    this.run.runtime.advance(84 * DAY);
    enterQuietly(this.run.runtime, programme, measuredDistrict(programme, schools, rows));
  }

  consolidate(): Measure & { limit: number } {
    let measure: Measure | undefined;
    const { programme, schools } = this.options;
    const limit = consolidationLimit(this.run.runtime, programme, schools, () => {
      measure = this.meter.of(() => this.run.consolidate());
    });
    return { ...measure!, limit };
  }

  /** Whoever closes a period that Google ended in the middle presses again; gives how often. */
  close(): Measure & { ended: number } {
    let ended = 0;
    const measure = this.meter.of(() => {
      for (;;) {
        try {
          this.run.close(PERIOD);
          return;
        } catch (error) {
          if (!String(error).includes('Exceeded maximum execution time') || ended === MOST_ENDED) throw error;
          ended += 1;
        }
      }
    });
    return { ...measure, ended };
  }

  report(): Measure & { driveCalls: number } {
    const { byMethod } = this.run.runtime.calls;
    const drive = () =>
      Object.entries(byMethod).reduce((sum, [method, calls]) => sum + (method.startsWith('Drive.') ? calls : 0), 0);
    const before = { drive: drive(), pictures: spentOnPictures() };
    const measure = this.meter.of(() => void this.run.report('district', PERIOD, 'служебная'));
    const cpu = measure.cpu - (spentOnPictures() - before.pictures);
    return { ...measure, cpu, driveCalls: drive() - before.drive };
  }
}

function compareWithTypical({ run, options }: MeasuredDistrict, ours: Measure): void {
  const { programme, schools } = options;
  if (schools > TYPICAL_UP_TO) return;
  const typical = measureTypical(run.runtime, programme, 'Школа 1');
  tell('cell by cell', typical);
  const expected = qualityRateOf(run.runtime, PERIOD);
  if (Math.abs(expected - typical.qualityRate) > 1e-9)
    fail(`cell by cell the quality rate is ${typical.qualityRate}, consolidated ${expected}`);
  if (schools !== RATIO_AT) return;
  line('ratio', { schools, typical: typical.calls, ours: ours.calls });
  const ratio = typical.calls / ours.calls;
  if (ratio < RATIO_WANTED) fail(`only ${ratio.toFixed(1)} times fewer calls, wanted ${RATIO_WANTED}`);
}

export interface DistrictMeasure {
  readonly schools: number;
  readonly setUp: Measure;
  readonly closing: Measure;
}

/** A district's quarter from an empty workbook to the closed period. */
export function measureDistrict(options: Options): DistrictMeasure {
  const { programme, schools, rows } = options;
  console.log(`\nschools=${schools} rows=${rows} forms=${programme.forms.length}`);
  const district = new MeasuredDistrict(options);
  const { runtime } = district.run;
  const setUp = district.setUp();
  tell('set-up', setUp);
  line('setup', { schools, calls: setUp.calls, seconds: setUp.modelled / 1000 });
  const tab = median(district.tabs);
  if (district.tabs.length > 0) limited('tab', { calls: tab }, tab, TAB_LIMIT);
  district.enter();
  const first = district.consolidate();
  tell('consolidation', first);
  limited('calls', { schools, got: first.calls }, first.calls, first.limit);
  compareWithTypical(district, first);
  const again = district.consolidate();
  tell('once more', again);
  limited('unchanged', { schools, got: again.calls }, again.calls, unchangedLimit(programme, schools));
  const report = district.report();
  tell('report', report);
  wanted('report', { schools, cpu_ms: report.cpu, drive_calls: report.driveCalls }, report.cpu, REPORT_WANTED);
  const edit = measureEdits(runtime, district.meter, programme);
  limited('answer', { schools, calls: edit.calls }, edit.calls, EDIT_LIMIT);
  const closing = district.close();
  tell('closing', closing);
  line('closing', { schools, calls: closing.calls, seconds: closing.modelled / 1000 });
  if (closing.ended > 0) fail(`closing ${schools} schools is ended by Google's six minutes ${closing.ended} times`);
  return { schools, setUp, closing };
}

/** A consolidation as rows grow: calls stay, CPU grows with them. */
export function measureGrowth(options: Options): void {
  const district = new MeasuredDistrict(options);
  district.setUp();
  district.enter();
  const { limit, ...measure } = district.consolidate();
  tell(`rows=${options.rows}`, measure);
  limited('calls', { schools: options.schools, got: measure.calls }, measure.calls, limit);
}
