import { programme } from '../../programme';
import type { Dataset } from '../demo/dataset';
import { demonstration } from '../demonstration';

export { programme };

/** A quarter in which most forms are due. */
const PERIOD = '2022-Q2';

const { schools, rows, ...rest } = demonstration(programme.forms, [PERIOD]);
const [school] = schools;

/** One school's quarter of the demonstration district. */
export const data: Dataset = {
  ...rest,
  registers: {},
  schools: [school!],
  rows: rows.filter((row) => row.school === school!.key),
};
