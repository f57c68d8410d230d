import { type PeriodResults, periodResults } from '../domain';
import {
  COUNTS,
  type CountedSchools,
  formatNumber,
  counted as inWords,
  type Programme,
  type School,
  type SettingValues,
  type Submission,
} from '../model';
import { withFigures } from './period-figures';
import type { StoredPeriod } from './stored-periods';
import { isSubmitted } from './tab-words';

type Statuses = Readonly<Record<string, Submission | string>>;

/** Version 0.1.0 closed periods without a state that could be told: there every school counts. */
function counts(rule: string, status: Submission | string | undefined): boolean {
  if (typeof status === 'string' || rule === COUNTS.all) return true;
  if (status === undefined) return false;
  return rule === COUNTS.accepted ? status.state === 'accepted' : isSubmitted(status);
}

/** Whose data Показатели and reports are made of; null where all schools count. */
export function countedSchools(
  schools: readonly School[],
  statuses: Statuses,
  rule: string | number | undefined,
): CountedSchools | null {
  const own = schools.filter(({ key }) => counts(String(rule ?? COUNTS.all), statuses[key])).map(({ key }) => key);
  return own.length === schools.length ? null : { rule: String(rule), schools: own, of: schools.length };
}

/** «Посчитано только по сданным вкладкам: 5 из 7 школ» */
export const countedWords = ({ rule, schools, of }: CountedSchools): string =>
  `Посчитано только по ${rule === COUNTS.accepted ? 'принятым' : 'сданным'} вкладкам: ${formatNumber(schools.length)} из ${inWords(of, 'школы', 'школ', 'школ')}`;

/** Figures over these schools alone, from rows that are checked already. */
export function resultsOver(
  programme: Programme,
  { period, schools, checked }: PeriodResults,
  settings: SettingValues,
  over: CountedSchools,
): PeriodResults {
  const known = new Map([...checked].filter(([key]) => over.schools.includes(key)));
  return periodResults(programme, [], { period, schools, settings }, known);
}

/** Whose data a stored period's figures are made of, by what Настройки said in it. */
export const countedIn = ({ schools, statuses, settings }: StoredPeriod): CountedSchools | null =>
  countedSchools(schools, statuses, settings[COUNTS.key]);

/** Periods with the figures that are shown of them; results and snapshots hold all. */
export const countedPeriods = (programme: Programme, periods: readonly StoredPeriod[]): StoredPeriod[] =>
  periods.map((stored) => {
    const over = countedIn(stored);
    if (over === null) return stored;
    const { key, closed, schools, settings, statuses, trouble, when, corrections, frozen, changed } = stored;
    const about = { key, closed, schools, settings, statuses, trouble, when, corrections, changed };
    const counted = (results: PeriodResults): PeriodResults => resultsOver(programme, results, settings, over);
    const uncorrected = () => stored.uncorrected().map(counted);
    return withFigures({ ...about, uncorrected, ...(frozen ? { frozen } : {}) }, () => counted(stored.results));
  });
