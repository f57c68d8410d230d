import { counted, formatNumber, NBSP, type ScoreLine, type Target } from '../../model';

/** «100», «не менее 30», «рост» */
export function planText({ atLeast, trend }: Target): string {
  if (atLeast === null) return trend === 'down' ? 'снижение' : 'рост';
  return atLeast === 100 ? formatNumber(100) : `не менее ${formatNumber(atLeast)}`;
}

/** A line through two points says nothing. */
const FEWEST_YEARS = 3;

const isEarly = ({ target, years, baseline }: ScoreLine): boolean =>
  target.atLeast === null && years.length < FEWEST_YEARS && baseline?.value == null;

/** Whether there is anything to hold the fact against yet. */
export const isJudged = (line: ScoreLine): boolean => line.met !== null && !isEarly(line);

export function resultText(line: ScoreLine): string {
  const { met, target, schools } = line;
  if (met === null) return 'не с чем сравнить';
  if (target.atLeast !== null) return met ? 'достигнуто' : 'не достигнуто';
  if (isEarly(line)) return 'судить рано';
  const up = target.trend !== 'down';
  if (schools) return changeAt(schools, up);
  return met ? `тенденция к${NBSP}${up ? 'росту' : 'снижению'}` : `${up ? 'роста' : 'снижения'} нет`;
}

/** «рост в 2 из 7 школ» */
function changeAt({ met, of }: { readonly met: number; readonly of: number }, up: boolean): string {
  const [change, changeOf] = up ? ['рост', 'роста'] : ['снижение', 'снижения'];
  if (of === 1) return met === 1 ? `${change} в единственной школе` : `${changeOf} в единственной школе нет`;
  const where = met === 0 ? 'ни в одной' : `в${NBSP}${formatNumber(met)}`;
  return `${change} ${where} из ${counted(of, 'школы', 'школ', 'школ')}`;
}
