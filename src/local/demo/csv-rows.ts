import type { Results } from '../../pipeline';

/** CSV row of each row as pasted, in the order of the tab: by period, school and form. */
export type CsvRows = ReadonlyMap<string, readonly number[]>;

type Place = { readonly period: string; readonly school: string; readonly form: string };
export const placeOf = ({ period, school, form }: Place): string => `${period}|${school}|${form}`;

/**
 * The add-on numbers a form's rows as they stand on the tab; here the CSV file's numbers are wanted. `others`: rows may
 * stand there that are in no file. Of a form that was only confirmed none does: its rows are those carried over.
 */
export const inCsvRows = (results: Results, sources: CsvRows, others: boolean): Results => ({
  ...results,
  issues: results.issues.flatMap((issue) => {
    if (issue.row === 0) return [issue];
    const rows = sources.get(placeOf(issue));
    const row = rows?.[issue.row - 1];
    if (row === undefined && others) return [issue];
    if (!rows) return [];
    if (row === undefined) throw new Error(`no source row for ${placeOf(issue)} ${issue.row}`);
    return [{ ...issue, row, message: wordsInCsv(issue.message, rows) }];
  }),
});

const wordsInCsv = (message: string, sources: readonly number[]): string =>
  message.replace(
    /№ (\d+(?:, \d+)*)/g,
    (_, rows: string) =>
      `№ ${rows
        .split(', ')
        .map((row) => sources[Number(row) - 1] ?? row)
        .join(', ')}`,
  );

/** The file in which an archive keeps them: without it rows could not be named as in the data they came from. */
export const CSV_ROWS = 'csv-rows.json';
export const csvRowsText = (sources: CsvRows): string => JSON.stringify(Object.fromEntries(sources));
export const csvRowsFrom = (text: string): CsvRows =>
  new Map(Object.entries(JSON.parse(text) as Record<string, number[]>));
