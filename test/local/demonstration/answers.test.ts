import { DistrictRun } from '../../../src/local/demo/district-run';
import { demonstration } from '../../../src/local/demonstration';
import { programme } from '../../../src/programme';
import { DIST } from '../../appsscript/district';
import { tabsOf, unanswered } from './unanswered';

/** A year of the programme, its last: each form is asked for in it, the registers are filled as an office has them by then. */
const YEAR = ['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4'];

function filledWorkbook() {
  const run = new DistrictRun(programme, demonstration(programme.forms, YEAR), DIST);
  run.setUp();
  for (const period of YEAR) {
    run.enter(period);
    run.consolidate();
    if (period !== YEAR.at(-1)) run.close(period);
  }
  return tabsOf(run.spreadsheet().getSheets());
}

test('every demand of the order is answered in the demonstration workbook by a cell that somebody has filled', () => {
  const open = unanswered(programme, filledWorkbook()).map(({ id, answer }) => `${id}: ${JSON.stringify(answer)}`);
  expect(open).toEqual([]);
});
