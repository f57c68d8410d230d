import { type PeriodKey, quarterTitle } from '../../model';
import { buildReport } from '../build-report';
import type { Command } from '../command';
import { openForRun } from '../opened-book';
import { BUSY, exclusively, type Outcome, record } from '../run';
import { readStored } from '../stored';

/** «Построить отчёт»: of the open period; while nothing of it is there, of the last closed one if the coordinator agrees. */
function chooseReport(): Outcome {
  const choice = exclusively(periodsToReport, () => null);
  if (!choice) return BUSY;
  const { open, closed } = choice;
  if (!closed) return buildDistrict(open);
  const ui = SpreadsheetApp.getUi();
  const question = `За ${quarterTitle(open)} данных ещё нет. Построить отчёт за ${quarterTitle(closed)}, он закрыт?`;
  const answer = ui.alert('Построить отчёт', question, ui.ButtonSet.YES_NO);
  return buildDistrict(answer === ui.Button.YES ? closed : open);
}

/** The open period, and the last closed one when there are no figures of the open one yet. */
function periodsToReport(): { open: PeriodKey; closed: PeriodKey | null } {
  const { periods, opened } = readStored();
  const open = opened.settings.period;
  const hasFigures = periods.some((item) => !item.closed && item.results.figures.some(({ value }) => value !== null));
  const last = periods.filter((item) => item.closed && item.key < open).pop();
  return { open, closed: hasFigures ? null : (last?.key ?? null) };
}

/** One document for each period, however often it is clicked. */
export function buildDistrict(period: PeriodKey): Outcome {
  return exclusively(() => {
    const { book } = openForRun();
    const report = buildReport('district', period, 'служебная');
    record(book, {
      who: 'координатор',
      what: 'Отчёт построен',
      stamp: '',
      details: `${report.title}. ${report.words}`,
    });
    return { title: 'Отчёт готов', lines: [report.title, report.words], link: report.url };
  });
}

export const buildDistrictReport: Command = {
  name: 'buildDistrictReport',
  menu: ['', 'Построить отчёт'],
  run: chooseReport,
};
