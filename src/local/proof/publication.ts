import type { Results } from '../../pipeline';
import { programme } from '../../programme';
import { publishedTables, readTable, standingStamp, TABS, validRun } from '../../workbook';
import type { Runtime } from '../runtime';
import type { Desk } from './desk';
import { gridOf } from './school-tab';

/** What the workbook gives out: each period's figures and issues as one text, or the words of a refusal. */
export interface GivenOut {
  readonly periods: ReadonlyMap<string, string>;
  readonly refusal: string;
}

export function giveOut(desk: Desk): GivenOut {
  const ending = desk.act({ by: 'client', name: 'exportResults', args: [] });
  if (ending.value === undefined) return { periods: new Map(), refusal: ending.words || 'died' };
  const { periods, results, issues } = ending.value as Results;
  const of = (key: string) => [results, issues].map((list) => list.filter((item) => item.period === key));
  return { periods: new Map(periods.map(({ key }) => [key, JSON.stringify(of(key))])), refusal: '' };
}

/** Periods whose figures are neither those of one publication nor of the other. */
export const mixedPeriods = (given: GivenOut, publications: readonly GivenOut[]): string[] =>
  [...given.periods].flatMap(([key, text]) =>
    publications.some(({ periods }) => periods.get(key) === text) ? [] : [key],
  );

/** Published tabs that hold anything of the period and are not as the last finished run in the journal left them. */
export function strayStamps({ book }: Runtime): string[] {
  const grid = (name: string) => {
    const sheet = book.sheets.find((each) => each.name === name);
    return sheet ? gridOf(sheet) : [];
  };
  const valid = validRun(grid(TABS.journal));
  if (!valid) return [];
  return publishedTables(programme)
    .filter((table) => {
      const found = grid(table.name);
      const holds = readTable(table, found).some((row) => row.period === valid.period);
      return holds && standingStamp(table, found, valid.period) !== valid.tabs[table.key];
    })
    .map(({ name }) => name);
}
