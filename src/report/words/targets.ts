import { counted, countedBy, formatNumber, NBSP, type ScoreLine, type Target } from '../../model';

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

/** As a table has room for: other things than people, schools and roubles are units. */
const SHORT: Readonly<Record<string, string>> = { 'чел.': 'чел.', 'тыс. руб.': 'тыс. руб.', школ: 'шк.' };

/** «−16 чел.», «−1 шк.», «+12 ед.»: how many of what it counts are short of the plan. */
export function shortfallText({ by, inPeople }: ScoreLine, sign: (value: number) => string): string {
  return inPeople === null ? '–' : `${sign(inPeople)}${NBSP}${SHORT[countedBy(by)] ?? 'ед.'}`;
}

/** What the short words of a table mean; '' where it has none of them. */
export function shortWords(lines: readonly ScoreLine[]): string {
  const used = new Set(
    lines.filter(({ inPeople }) => inPeople !== null).map(({ by }) => SHORT[countedBy(by)] ?? 'ед.'),
  );
  const told = [
    ...(used.has('шк.') ? ['шк. – школы'] : []),
    ...(used.has('ед.') ? ['ед. – документы, наборы, оборудование'] : []),
  ];
  return told.length === 0 ? '' : ` Сокращения: ${told.join('; ')}.`;
}
