import type { Results } from '../../pipeline';
import { programme } from '../../programme';
import { publishedTables, stampOf, TABS, validStamp } from '../../workbook';
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

/** A tab made anew says itself that nothing has been collected. */
const NOT_YET = '';

/** Published tabs whose number is not that of the last finished run in the journal. */
export function strayStamps({ book }: Runtime): string[] {
  const grid = (name: string) => {
    const sheet = book.sheets.find((each) => each.name === name);
    return sheet ? gridOf(sheet) : [];
  };
  const valid = validStamp(grid(TABS.journal));
  if (valid === '') return [];
  return publishedTables(programme)
    .map(({ name }) => name)
    .filter((name) => ![valid, NOT_YET].includes(stampOf(grid(name))));
}
