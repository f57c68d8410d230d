import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { counted, formatNumber, type KnownSchool, quarterTitle, type SentCounts } from '../model';
import { type Results, reportKinds, ruleOf } from '../pipeline';
import { programme } from '../programme';
import { imports } from '../programme/imports';
import { ArgumentError, type DemoArguments, HELP, readArguments } from './demo/arguments';
import { type BuiltDocument, buildReports } from './demo/built-documents';
import { type Dataset, DatasetError, holdsForms, readDataset, readKnownSchools } from './demo/dataset';
import { describeProgramme } from './demo/describe';
import { describeReports } from './demo/describe-reports';
import { DistrictRun } from './demo/district-run';
import { importJson, type Readings, readImports, sentOf } from './demo/import-files';
import { importWords } from './demo/import-words';
import { markTraining } from './demo/mark-training';
import { nameSchools } from './demo/name-schools';
import { ArchiveError, RestoredBook } from './demo/restored-book';
import { demonstration } from './demonstration';
import { describeBurden } from './demonstration/burden';
import { KNOWN_SCHOOLS } from './demonstration/known-schools';
import { optimiseLate } from './optimise-late';
import type { Runtime } from './runtime';
import { keepContexts } from './runtime/contexts';

const KINDS = reportKinds.map(({ key }) => key);

function periodsOf(data: Dataset, through: string | null): string[] {
  const periods = through === null ? data.periods : data.periods.filter((period) => period <= through);
  if (periods.length === 0)
    throw new ArgumentError(`--through ${through}: данные начинаются позже, с ${data.periods[0]}.`);
  return periods;
}

interface Wanted {
  readonly kind: string;
  readonly edition: string;
}

/** Kinds in their editions; of «all» those that have the edition named. */
function wantedOf({ report, edition }: DemoArguments): Wanted[] {
  const named = reportKinds.filter(({ key }) => report === 'all' || key === report);
  if (named.length === 0)
    throw new ArgumentError(`--report ${report}: такого отчёта нет. Есть: ${KINDS.join(', ')}, all.`);
  const wanted = named.flatMap(({ key, editions }) =>
    editions.filter((own) => edition === null || own === edition).map((own) => ({ kind: key, edition: own })),
  );
  if (wanted.length > 0) return wanted;
  const has = [...new Set(named.flatMap(({ editions }) => editions))].join(', ');
  throw new ArgumentError(`--edition ${edition}: такой редакции у отчёта нет. Есть: ${has}.`);
}

const bookOf = ({ globals }: Runtime): GoogleAppsScript.Spreadsheet.Spreadsheet =>
  (globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp).getActive();

const safeName = (title: string): string => title.replace(/[\\/:*?"<>|]/g, '-');

async function write(
  args: DemoArguments,
  runtime: Runtime,
  results: Results,
  documents: readonly BuiltDocument[],
  training: boolean,
): Promise<string[]> {
  const reports = join(args.out, 'reports');
  mkdirSync(reports, { recursive: true });
  const listed = documents.map((document) => {
    const file = join('reports', `${safeName(document.title)}.docx`);
    writeFileSync(join(args.out, file), document.bytes);
    const { kind, edition, subject, title, hash } = document;
    return { kind, edition, ...(subject === undefined ? {} : { subject }), title, file, hash };
  });
  if (training) markTraining(bookOf(runtime));
  await runtime.saveXlsx(join(args.out, 'workbook.xlsx'));
  writeFileSync(join(args.out, 'results.json'), `${JSON.stringify({ ...results, documents: listed }, null, 1)}\n`);
  return ['workbook.xlsx', ...listed.map(({ file }) => file), 'results.json'].map((file) => join(args.out, file));
}

const districtValue = (results: Results, period: string, indicator: string): string => {
  const figure = results.results.find(
    (item) => item.period === period && item.scope === 'district' && !item.slice && item.indicator === indicator,
  );
  return figure?.value === null || figure === undefined ? 'н/д' : formatNumber(figure.value, 1);
};

function printTable(results: Results): void {
  console.log('\nПериод                 Закрыт  Успеваемость, %  Качество, %  Ошибок  Предупреждений');
  for (const { key, closed } of results.periods) {
    const of = (severity: string) =>
      results.issues.filter((issue) => issue.period === key && issue.severity === severity).length;
    const cells = [
      quarterTitle(key).padEnd(22),
      (closed ? 'да' : 'нет').padEnd(7),
      districtValue(results, key, 'pupil-pass-rate').padStart(15),
      districtValue(results, key, 'pupil-quality-rate').padStart(12),
      String(of('error')).padStart(7),
      String(of('warning')).padStart(15),
    ];
    console.log(cells.join(' '));
  }
}

/** Each place where a row was not counted: the row is that of the CSV file. */
function printNotCounted({ issues, schools }: Results): void {
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const names = new Map(schools.map(({ key, name }) => [key, name]));
  console.log('\nНе учтены:');
  for (const { period, school, message } of errors)
    console.log(`  ${quarterTitle(period)}, ${names.get(school) ?? school}. ${message}`);
}

/** Files as the district got them: what is in them, said and written to `import.json`. */
function importFiles({ imports, out }: DemoArguments, schools: readonly KnownSchool[]): Readings {
  const readings = readImports(imports, { schools, municipality: programme.district });
  mkdirSync(out, { recursive: true });
  const file = join(out, 'import.json');
  writeFileSync(file, importJson(readings));
  console.log(importWords(readings, programme.forms, schools));
  console.log(`\nФайлы:\n  ${file}`);
  return readings;
}

/** Counts of files go into the workbook where the district has quarters to write them into. */
const goesOn = ({ imports, data, through }: DemoArguments): boolean =>
  imports.length === 0 || through !== null || (data !== null && holdsForms(data, programme.forms));

/** What of the files belongs to a quarter; of the last one also what belongs to none, which is told. */
function enterImports(run: DistrictRun, sent: readonly SentCounts[], period: string, periods: readonly string[]): void {
  const isLast = period === periods[periods.length - 1];
  const own = sent.filter((item) => {
    const of = ruleOf(imports, item)?.period(item.counts) ?? '';
    return of === period || (isLast && !periods.includes(of));
  });
  if (own.length === 0) return;
  console.log(`\n${quarterTitle(period)}, внесено из файлов:\n  ${run.applyImport(own).join('\n  ')}`);
}

async function main(argv: readonly string[]): Promise<void> {
  const started = Date.now();
  const args = readArguments(argv);
  if (args.help) {
    console.log(HELP);
    return;
  }
  if (args.describe) {
    console.log(describeProgramme(programme));
    console.log(describeReports(reportKinds));
    console.log(describeBurden(programme));
    return;
  }
  optimiseLate();
  keepContexts();
  if (args.restore !== null) {
    await restore(args, args.restore, started);
    return;
  }
  const known = args.data === null ? KNOWN_SCHOOLS : readKnownSchools(args.data, programme);
  if (!goesOn(args)) {
    importFiles(args, known);
    return;
  }
  const wanted = wantedOf(args);
  const data = args.data === null ? demonstration(programme.forms) : readDataset(args.data, programme);
  const periods = periodsOf(data, args.through);
  const last = periods[periods.length - 1]!;
  for (const note of data.notes) console.log(note);
  const sent = args.imports.length > 0 ? sentOf(importFiles(args, known)) : [];
  const run = new DistrictRun(programme, data);
  run.setUp();
  nameSchools(run.runtime, known);
  for (const period of periods) {
    run.enter(period);
    enterImports(run, sent, period, periods);
    run.consolidate();
    if (period !== last) run.close(period);
  }
  if (data.training) run.enterDrafts(last);
  const results = run.results();
  const archive = args.exportTo === null ? null : run.archive();
  const documents = wanted.flatMap(({ kind, edition }) => run.reports(kind, last, edition));
  const files = await write(args, run.runtime, results, documents, data.training);
  if (archive) {
    writeFileSync(args.exportTo!, archive);
    files.push(args.exportTo!);
  }
  tell(results, files, { started, runtime: run.runtime, training: data.training });
}

/** The workbook made anew from an archive. */
async function restore(args: DemoArguments, path: string, started: number): Promise<void> {
  const wanted = wantedOf(args);
  const book = RestoredBook.from(path);
  const results = book.results();
  const last = results.periods[results.periods.length - 1]!.key;
  const documents = wanted.flatMap(({ kind, edition }) => buildReports(book.runtime, kind, last, edition));
  const files = await write(args, book.runtime, results, documents, book.training);
  tell(results, files, { started, runtime: book.runtime, training: book.training });
}

interface Told {
  readonly started: number;
  readonly runtime: Runtime;
  readonly training: boolean;
}

function tell(results: Results, files: readonly string[], { started, runtime, training }: Told): void {
  printTable(results);
  printNotCounted(results);
  const schools = counted(results.schools.length, 'школа', 'школы', 'школ');
  console.log(`\n${schools}${training ? ', учебные данные' : ''}. Файлы:\n  ${files.join('\n  ')}`);
  const seconds = formatNumber((Date.now() - started) / 1000, 1);
  console.log(`Время: ${seconds} с; обращений к службам Google: ${formatNumber(runtime.calls.service)}.`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const expected = [DatasetError, ArgumentError, ArchiveError].some((kind) => error instanceof kind);
  console.error(
    expected && error instanceof Error
      ? error.message
      : `Не получилось: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
});
