import { type Edition, isPeriod, type PeriodKey, quarterTitle, type ReportDocument } from '../model';
import { composeDistrictReport, type StoredPeriod } from '../pipeline';
import { programme } from '../programme';
import { Refusal } from './book';
import { writeDocument } from './documents';
import { openForRun } from './opened-book';
import { BUSY, exclusively, type Outcome, record } from './run';
import { readStored } from './stored';

/** One writer for each kind of report. */
const WRITERS: ReadonlyMap<string, typeof composeDistrictReport> = new Map([['district', composeDistrictReport]]);

export interface BuiltReport {
  readonly kind: string;
  readonly edition: Edition;
  readonly title: string;
  readonly period: string;
  readonly id: string;
  readonly url: string;
  readonly hash: string;
  readonly words: string;
}

/** Builds the report named, of a period named; refuses in words what it does not know. */
export function buildReport(kind: string, period: string, edition: string): BuiltReport {
  const writer = WRITERS.get(kind);
  if (!writer) throw new Refusal(`Отчёта «${kind}» нет. Есть: ${[...WRITERS.keys()].join(', ')}.`);
  if (edition !== 'служебная') {
    throw new Refusal('Отчёт строится в служебной редакции: редакция без малых чисел для публикации ещё не делается.');
  }
  const { periods } = readStored();
  const found = periods.find((item) => item.key === period);
  if (!found) throw new Refusal(`Данных за ${isPeriod(period) ? quarterTitle(period) : `«${period}»`} нет.`);
  const document = writer(programme, periods, { period: found, edition, day: dayOf(found) });
  return { ...described(document), ...writeDocument(document) };
}

const described = ({ kind, edition, title, period }: ReportDocument) => ({ kind, edition, title, period });

/** The report is dated by its data, so that the same data give the same report on any day. */
function dayOf({ when, key }: StoredPeriod): string {
  const match = /^(\d\d)\.(\d\d)\.(\d{4})/.exec(when);
  if (!match) throw new Refusal(`Не видно, когда собран свод за ${quarterTitle(key)}. Соберите свод ещё раз.`);
  return `${match[3]}-${match[2]}-${match[1]}`;
}

/** «Построить отчёт»: of the open period; while nothing of it is there, of the last closed one if the coordinator agrees. */
export function chooseReport(): Outcome {
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
