import { settingNumbers } from '../domain';
import { type ExplainedPart, type FigureKey, formatNumber, formatPercent, NBSP, type Programme } from '../model';
import { BANDS, RESISTS, withinShare } from '../report';
import { identify } from './identify';
import type { StoredPeriod } from './stored-periods';

interface Known {
  readonly programme: Programme;
  readonly periods: readonly StoredPeriod[];
}

interface OfContext {
  readonly notes: readonly string[];
  /** What the context lets expect of the school's results, each to be opened in turn. */
  readonly parts: readonly ExplainedPart[];
}

const NOTHING: OfContext = { notes: [], parts: [] };

/** What the index of a school's context has to do with a figure: the index itself, or a result that is held against it. */
export function ofContext({ programme, periods }: Known, period: StoredPeriod, key: FigureKey): OfContext {
  const rules = programme.identification;
  const isIndex = key.indicator === rules?.index;
  if (!rules || key.scope !== 'school' || key.slice || !(isIndex || rules.results.includes(key.indicator)))
    return NOTHING;
  const held = identify(programme, periods, period).find(({ school }) => school === key.school);
  if (!held) return NOTHING;
  const setting = settingNumbers(programme.settings, period.settings);
  const cuts = [setting('band-low'), setting('band-high')].map((cut) =>
    formatNumber(cut, Number.isInteger(cut) ? 0 : 1),
  );
  return {
    notes:
      isIndex && held.band
        ? [
            `Уровень: ${BANDS[held.band]}. Низкий – ниже ${cuts[0]}, высокий – выше ${cuts[1]} (границы – в «Настройках»).`,
            ...(held.resilient ? [`Признаки резильентности: ${RESISTS}.`] : []),
          ]
        : [],
    parts: held.expected
      .filter(({ indicator }) => isIndex || indicator === key.indicator)
      .map(({ indicator, expected, low, high }) => ({
        title: `Ожидаемое при таком ИСБШ: ${titleOf(programme, indicator)}`,
        value: expectedWords({ expected, low, high }),
        of: { kind: 'expected', period: period.key, school: held.school, indicator },
      })),
  };
}

export const titleOf = ({ indicators }: Programme, key: string): string =>
  indicators.find((indicator) => indicator.key === key)?.title ?? key;

/** «30,1 % (от 12,0 до 48,2)» */
export const expectedWords = ({ expected, low, high }: { expected: number; low: number; high: number }): string =>
  `${formatPercent(withinShare(expected))} (от${NBSP}${formatNumber(withinShare(low), 1)} до${NBSP}${formatNumber(withinShare(high), 1)})`;
