import { type RegisterRow, stateTitle, textOf } from '../model';
import type { ReportData } from './report-data';

/** Keys of states that reports tell apart, by register: what is stored, whatever people see. */
export const STATES = {
  plan: {
    done: 'выполнено',
    underWay: 'в работе',
    notBegun: 'не начато',
    failed: 'не выполнено',
    needless: 'не требуется',
  },
  documents: { approved: 'утверждён' },
  actions: {
    proposed: 'предложено',
    decided: 'решено',
    underWay: 'в работе',
    done: 'выполнено',
    dropped: 'снято',
    drafted: 'проект',
  },
  partners: { acting: 'действует' },
} as const;

/** Keys of what a measure has changed, as the register «actions» reckons it. */
export const EFFECTS = { seen: 'есть', notSeen: 'не выявлен', tooEarly: 'рано судить' } as const;

/** Keys of the parts of the order's plan, in the order in which reports tell of them. */
export const PARTS = { roadmap: 'дорожная карта', measures: 'меры', stages: 'этапы', beyond: 'сверх приказа' } as const;

/** Keys of what the register «financing» gives money for. */
export const MECHANISMS = { courses: 'курсы ПК' } as const;

export const stateOf = (row: RegisterRow): string => textOf(row.status ?? '');

/** The word that people see for a state of a register. */
export function stateWord({ programme }: Pick<ReportData, 'programme'>, register: string, state: string): string {
  const cycle = programme.registers.find(({ key }) => key === register)?.status?.cycle;
  return cycle ? stateTitle(cycle, state) : state;
}

/** «выполнено – 3, в работе – 8»: how many rows are in which state, in the order given; `between` the word and its number. */
export const statesOf = (
  data: Pick<ReportData, 'programme'>,
  register: string,
  rows: readonly RegisterRow[],
  states: readonly string[],
  between = ' – ',
): string =>
  states
    .map((state) => ({ state, count: rows.filter((row) => stateOf(row) === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${stateWord(data, register, state)}${between}${count}`)
    .join(', ');
