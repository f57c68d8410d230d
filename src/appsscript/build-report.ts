import { type Edition, isPeriod, quarterTitle, type ReportDocument, shiftPeriod } from '../model';
import {
  collectedPeriods,
  composeReport,
  frozenIn,
  type RegisterRows,
  type ReportData,
  type ReportKind,
  registerRowsOf,
  registersAt,
  reportData,
  reportKinds,
  type StoredPeriod,
} from '../pipeline';
import { programme } from '../programme';
import { Refusal } from './book';
import { type Decide, unasked, writeDocument } from './documents';
import type { OpenedBook } from './opened-book';
import { readRegisters } from './registers';
import { readStored } from './stored';
import { refuseChanged } from './verify-closed';

export interface BuiltReport {
  readonly kind: string;
  readonly edition: Edition;
  readonly subject?: string;
  readonly title: string;
  readonly period: string;
  readonly id: string;
  readonly url: string;
  readonly hash: string;
  readonly words: string;
}

/** A report that can be built of a period. */
export interface PossibleReport {
  readonly kind: string;
  readonly title: string;
  readonly edition: Edition;
  readonly subject?: string;
}

/** Builds the report named, of a period named, about a subject where its kind has them; refuses what it does not know. */
export function buildReport(
  kind: string,
  period: string,
  edition: string,
  subject?: string | null,
  decide: Decide = unasked,
): BuiltReport {
  const { document, compose } = composed(kind, period, edition, subject);
  return { ...described(document), ...writeDocument(document, decide, compose) };
}

/** The report named as its data make it today, those data, and how it is put together without what cannot be drawn. */
export function composed(kind: string, period: string, edition: string, subject?: string | null) {
  const known = kindOf(kind);
  const data = readerOf(period)(editionOf(known, edition));
  const about = subjectOf(known, data, subject ?? null);
  const compose = (undrawn?: ReadonlySet<string>): ReportDocument => composeReport(known, data, about, undrawn);
  return { document: compose(), data, compose };
}

/** Every report that can be built of a period: each kind in each edition about each subject. */
export function possibleReports(period: string): PossibleReport[] {
  const dataOf = readerOf(period);
  return reportKinds.flatMap((kind) =>
    kind.editions.flatMap((edition) =>
      kind.subjects(dataOf(edition)).map((subject) => ({
        kind: kind.key,
        title: kind.title,
        edition,
        ...(subject === null ? {} : { subject }),
      })),
    ),
  );
}

function kindOf(key: string): ReportKind {
  const kind = reportKinds.find((item) => item.key === key);
  if (!kind) throw new Refusal(`Отчёта «${key}» нет. Есть: ${reportKinds.map((item) => item.key).join(', ')}.`);
  return kind;
}

function editionOf({ title, editions }: ReportKind, edition: string): Edition {
  const found = editions.find((item) => item === edition);
  if (!found) throw new Refusal(`Отчёт «${title}» в редакции «${edition}» не строится. Есть: ${editions.join(', ')}.`);
  return found;
}

function subjectOf(kind: ReportKind, data: ReportData, subject: string | null): string | null {
  const subjects = kind.subjects(data);
  if (subjects.includes(subject)) return subject;
  const choice = subjects.filter((item) => item !== null).join(', ');
  throw new Refusal(
    choice === ''
      ? `Отчёт «${kind.title}» один на весь район.`
      : `Укажите, о ком отчёт «${kind.title}». Есть: ${choice}.`,
  );
}

/** Reads the period's data once, for reports in any edition. */
export function readerOf(key: string): (edition: Edition) => ReportData {
  const { periods, opened, closedData } = readStored();
  const period = periods.find((item) => item.key === key);
  if (!period) throw new Refusal(`Данных за ${isPeriod(key) ? quarterTitle(key) : `«${key}»`} нет.`);
  refuseEmpty(period);
  const day = dayOf(period);
  refuseChanged(closedData, [key, shiftPeriod(key, -4)]);
  const registers = registersOf(opened, periods, period, day);
  return (edition) => reportData(programme, periods, { period, edition, day, registers });
}

/** The registers as they stand, terms held against the day of the data; of a closed period as they were when it was closed. */
export function registersOf(
  opened: OpenedBook,
  periods: readonly StoredPeriod[],
  period: StoredPeriod,
  day: string | undefined,
): RegisterRows {
  if (!period.closed)
    return registerRowsOf(
      readRegisters(
        opened,
        { figures: period.results.figuresOf, collected: collectedPeriods(periods) },
        undefined,
        day,
      ),
    );
  const until = periods.flatMap(({ key, frozen }) => (frozen && key <= period.key ? [frozen] : []));
  return registersAt(programme, frozenIn(until));
}

/** A report over no school would be a form without contents that looks ready. */
function refuseEmpty({ key, closed, results }: StoredPeriod): void {
  if ([...results.checked.values()].some((forms) => forms.some(({ rows }) => rows.length > 0))) return;
  const wayOut = closed ? 'Выберите другой период.' : 'Дождитесь данных школ и нажмите «Собрать свод».';
  throw new Refusal(`За ${quarterTitle(key)} ни одна школа не представила данных: отчёт строить не о чем. ${wayOut}`);
}

const described = ({ kind, edition, subject, title, period }: ReportDocument) => ({
  kind,
  edition,
  ...(subject === undefined ? {} : { subject }),
  title,
  period,
});

/** The report is dated by its data, so that the same data give the same report on any day. */
function dayOf({ when, key }: StoredPeriod): string {
  if (when === '') throw new Refusal(`Не видно, когда собран свод за ${quarterTitle(key)} Соберите свод ещё раз.`);
  return when.slice(0, 10);
}
