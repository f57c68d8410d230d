import {
  type Cell,
  type Programme,
  quarterTitle,
  type ScoreLine,
  type Target,
  trimmedNumber,
  yearAndQuarter,
} from '../model';
import { type TabColumn, wordsColumn as words } from './keyed-tab';
import { TABS } from './names';
import { PERIOD_IN_WORDS, type Table } from './table';

const number = (key: string, title: string, width: number, format = '0.0'): TabColumn => ({
  key,
  title,
  width,
  format,
});

const yearColumn = (year: number): string => `year:${year}`;

/** «Целевые индикаторы»: plan and fact of every target, of the group it is set for and of each of its schools. */
export function targetsTable({ lasts }: Pick<Programme, 'lasts'>): Table {
  const [first, last] = lasts.map((period) => yearAndQuarter(period).year) as [number, number];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    key: 'targets',
    name: TABS.targets,
    help: 'Целевые индикаторы и ожидаемые результаты программы: план, исходное значение, по годам, факт и отклонение. Сначала группы школ и район, ниже каждая школа.',
    columns: [
      ...PERIOD_IN_WORDS,
      words('target', 'Ключ цели', 110, true),
      words('title', 'Целевой индикатор', 270),
      words('school', 'Ключ школы', 110, true),
      words('owner', 'Школа, группа', 200),
      words('plan', 'План', 90),
      words('by', 'К сроку', 130),
      number('baseline', 'Исходное', 80),
      words('baseline-year', 'За какой год исходное', 90),
      ...years.map((year) => number(yearColumn(year), `${year} г.`, 65)),
      number('fact', 'Факт', 70),
      words('fact-period', 'За какой период факт', 130),
      number('deviation', 'Отклонение', 90, '+0.0;-0.0;0'),
      number('people', 'Отклонение, чел., школ, документов', 110, '+0;-0;0'),
      number('n', 'n', 70, '0'),
      words('met', 'Итог', 120),
      number('slope', 'Изменение за год', 90, '+0.0;-0.0;0'),
      words('source', 'Источник', 360),
    ],
  };
}

/** «100», «не менее 30», «рост» */
export function planWords({ atLeast, trend }: Target): string {
  if (atLeast === null) return trend === 'down' ? 'снижение' : 'рост';
  return atLeast === 100 ? '100' : `не менее ${trimmedNumber(atLeast)}`;
}

export const metWords = ({ fact, met }: Pick<ScoreLine, 'fact' | 'met'>): string =>
  fact === null ? 'нет данных' : met === null ? 'не с чем сравнить' : met ? 'достигнуто' : 'не достигнуто';

export const aimTitle = ({ target, by }: Pick<ScoreLine, 'target' | 'by'>): string =>
  target.of === undefined ? by.title : `${by.title}: ${target.of}`;

const ownerOf = ({ groups }: Pick<Programme, 'groups'>, { school, target: { group } }: ScoreLine): string =>
  school?.name ?? (group === '' ? 'Район' : (groups.find(({ key }) => key === group)?.title ?? `Группа «${group}»`));

export function targetRow(programme: Pick<Programme, 'groups'>, line: ScoreLine): Record<string, Cell> {
  const { target, school, baseline, fact, years, deviation, inPeople, slope } = line;
  return {
    target: target.id,
    title: aimTitle(line),
    school: school?.key ?? '',
    owner: ownerOf(programme, line),
    plan: planWords(target),
    by: quarterTitle(target.by),
    baseline: baseline?.value ?? '',
    'baseline-year': baseline?.year ?? '',
    ...Object.fromEntries(years.map(({ year, value }) => [yearColumn(year), value])),
    fact: fact?.value ?? '',
    'fact-period': fact ? quarterTitle(fact.period) : '',
    deviation: deviation ?? '',
    people: inPeople ?? '',
    n: fact?.denominator ?? '',
    met: metWords(line),
    slope: slope ?? '',
    source: school ? '' : target.source,
  };
}
