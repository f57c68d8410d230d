import { type PeriodKey, quarterTitle } from '../../model';
import { programme } from '../../programme';
import { buildReport } from '../build-report';
import { type Command, refuseUngranted } from '../command';
import type { Choice, Doubt } from '../documents';
import { openForRun } from '../opened-book';
import { Asking, isReplaceable, WHY } from '../report-doubt';
import { agrees, BUSY, exclusively, type Outcome, record } from '../run';
import { readStored } from '../stored';

const TITLE = 'Построить справку района';

/** «Построить справку района»: of the open period; while nothing of it is there, of the last closed one if the coordinator agrees. */
function chooseReport(): Outcome {
  const choice = exclusively(periodsToReport, () => null);
  if (!choice) return BUSY;
  const { open, closed } = choice;
  if (!closed) return buildDistrict(open);
  const question = `За ${quarterTitle(open)} данных ещё нет. Построить отчёт за ${quarterTitle(closed)}, он закрыт?`;
  return buildDistrict(agrees(TITLE, question) ? closed : open);
}

/** The open period, and the last closed one when there are no figures of the open one yet. */
function periodsToReport(): { open: PeriodKey; closed: PeriodKey | null } {
  const { periods, opened } = readStored();
  const open = opened.settings.period;
  const hasFigures = programme.indicators.some(({ key }) =>
    periods.some((item) => !item.closed && item.results.figuresOf(key).some(({ value }) => value !== null)),
  );
  const last = periods.filter((item) => item.closed && item.key < open).pop();
  return { open, closed: hasFigures ? null : (last?.key ?? null) };
}

interface Answer {
  readonly state: string;
  readonly choice: Choice;
}

/** One document for each period, however often it is clicked. What was asked about is looked at again after the answer. */
export function buildDistrict(period: PeriodKey): Outcome {
  // Corrections of a closed period offer it too.
  refuseUngranted(buildDistrictReport);
  let answer: Answer | null = null;
  for (;;) {
    try {
      return exclusively(() => built(period, answer));
    } catch (error) {
      if (!(error instanceof Asking)) throw error;
      const choice = chosen(error.doubt);
      if (!choice) return { title: 'Отчёт не построен', lines: ['Документ оставлен как есть.'] };
      answer = { state: error.doubt.state, choice };
    }
  }
}

function built(period: PeriodKey, answer: Answer | null): Outcome {
  const { book } = openForRun();
  const report = buildReport('district', period, 'служебная', null, (doubt) => {
    if (answer?.state === doubt.state) return answer.choice;
    throw new Asking(doubt);
  });
  const details = `${report.title}. ${report.words}`;
  record(book, { who: 'координатор', what: 'Отчёт построен', stamp: '', details });
  return { title: 'Отчёт готов', lines: [report.title, report.words], link: report.url };
}

/** Null when nothing is to be done. */
function chosen(doubt: Doubt): Choice | null {
  const { why, url } = doubt;
  const known = `${WHY[why]}${url && `: ${url}`}.`;
  if (!isReplaceable(doubt)) {
    return agrees(TITLE, `${known}\n\nСоздать новый документ рядом?`) ? 'beside' : null;
  }
  const ui = SpreadsheetApp.getUi();
  const ways = [
    '«Да» – создать новый рядом, прежний останется как есть.',
    '«Нет» – заменить: прежний текст останется в истории версий документа.',
    '«Отмена» – ничего не делать.',
  ];
  const answer = ui.alert(TITLE, [known, ...ways].join('\n\n'), ui.ButtonSet.YES_NO_CANCEL);
  if (answer === ui.Button.YES) return 'beside';
  return answer === ui.Button.NO ? 'replace' : null;
}

export const buildDistrictReport: Command = {
  name: 'buildDistrictReport',
  formerly: TITLE,
  scopes: ['documents'],
  run: chooseReport,
};
