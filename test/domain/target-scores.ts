import { periodResults, scoresOf } from '../../src/domain';
import type { Programme, RegisterRow, School } from '../../src/model';
import { programme } from '../../src/programme';
import { LEADING, PARTICIPANT } from '../../src/programme/groups';
import { rawRow } from '../build';

const school = (key: string, group: string): School => ({ key, name: `Школа ${key}`, type: 'ООШ', group, partner: '' });
export const SCHOOLS = [school('a', PARTICIPANT), school('b', PARTICIPANT), school('c', LEADING)];
export const YEAR = '2023-Q2';

export type Rows = Readonly<
  Record<string, readonly (readonly [school: string, cells: Record<string, string | number>])[]>
>;

export function resultsOf(rows: Rows, period = YEAR, settings: Record<string, string> = {}, of: Programme = programme) {
  const raws = Object.entries(rows).flatMap(([form, own]) =>
    own.map(([key, cells], index) => rawRow(form, index + 1, cells, { period, school: key })),
  );
  return periodResults(of, raws, { period, schools: SCHOOLS, settings });
}

export const scores = (
  rows: Rows,
  settings: Record<string, string> = {},
  registers: Record<string, RegisterRow[]> = {},
) => scoresOf(programme, resultsOf(rows, YEAR, settings), settings, registers);

export const find = (all: ReturnType<typeof scores>, target: string, key?: string) =>
  all.find((score) => score.target === target && score.school === key);

export const pupil = (assessed: number, failing: number, good: number) => ({
  ...{ grade: '5', letter: '', enrolled: assessed, assessed, excellent: 0, good, oneThree: 0 },
  ...{ failing, notAssessed: 0, notMastered: 0 },
});
