import { type Edition, isPeriod, quarterTitle, type ReportDocument } from '../model';
import { composeDistrictReport, type StoredPeriod } from '../pipeline';
import { programme } from '../programme';
import { Refusal } from './book';
import { writeDocument } from './documents';
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
