import { type BuiltDocument, buildReport } from '../../../src/local/demo/built-documents';
import { DistrictRun } from '../../../src/local/demo/district-run';
import { demonstration } from '../../../src/local/demonstration';
import { reportKinds } from '../../../src/pipeline';
import { programme } from '../../../src/programme';
import { DIST } from '../../appsscript/district';
import { tabsOf, unanswered } from './unanswered';

/** A year of the programme, its last: each form is asked for in it, the registers are filled as an office has them by then. */
const YEAR = ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'];
const [FIRST, SECOND] = YEAR as [string, string];

type Possible = Pick<BuiltDocument, 'kind' | 'edition' | 'subject'>;

/** A document of each kind in each of its editions, by its name: what it says, as a hash. */
function hashesOf({ runtime }: DistrictRun, period: string): Map<string, string> {
  const possible = runtime.run('listReports', [period]) as Possible[];
  const names = new Map(possible.map((one) => [`${one.kind} ${one.edition}`, one]));
  return new Map(
    [...names].map(([name, { kind, edition, subject }]) => [
      name,
      buildReport(runtime, kind, period, edition, subject).hash,
    ]),
  );
}

const run = new DistrictRun(programme, demonstration(programme.forms, YEAR), DIST);
run.setUp();
const closed: Map<string, string>[] = [];
for (const period of YEAR) {
  run.enter(period);
  run.consolidate();
  if (period !== YEAR.at(-1)) run.close(period);
  if (period === FIRST || period === SECOND) closed.push(hashesOf(run, FIRST));
}

test('every demand of the order is answered in the demonstration workbook by a cell that somebody has filled', () => {
  const tabs = tabsOf(run.spreadsheet().getSheets());
  const open = unanswered(programme, tabs).map(({ id, answer }) => `${id}: ${JSON.stringify(answer)}`);
  expect(open).toEqual([]);
});

test('a closed period’s report of each kind and edition says the same when it is built again after the next closing', () => {
  const [then, later] = closed as [Map<string, string>, Map<string, string>];
  expect([...then.keys()]).toEqual(
    reportKinds.flatMap(({ key, editions }) => editions.map((edition) => `${key} ${edition}`)),
  );
  expect(Object.fromEntries(later)).toEqual(Object.fromEntries(then));
});
