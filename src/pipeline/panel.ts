import { daysBetween, deadlineOf } from '../domain';
import {
  type Cell,
  counted,
  dayInWords,
  type Figure,
  figureId,
  formatNumber,
  type Grid,
  groupWith,
  type Patch,
  type Programme,
  plannedTarget,
  quarterTitle,
  type RegisterRow,
  roundHalfUp,
  type School,
  type ScoreLine,
  type Submission,
} from '../model';
import {
  GAP,
  gapChart,
  type PartChart,
  progressChart,
  QUALITY_CHART,
  roadmapOf,
  schoolsChart,
  targetsChart,
} from '../report';
import {
  aimTitle,
  cellsOf,
  HEADING,
  KEYS_ROW,
  type KeyedRow,
  type KeyedTab,
  KIND,
  keysCells,
  layoutOf,
  madeOf,
  metWords,
  type PanelChartRow,
  panelRows,
  panelTab,
  planWords,
  type Settings,
  SUBMISSION,
  saysPanel,
  TABS,
  titleCells,
} from '../workbook';
import { readSubmission, UNREAD } from './submission';
import { isSubmitted, momentInWords } from './tab-words';

/** What one consolidation has found, as far as the panel shows it. */
export interface PanelInput {
  readonly programme: Programme;
  readonly settings: Settings;
  readonly schools: readonly School[];
  readonly figures: readonly Figure[];
  readonly scores: readonly ScoreLine[];
  readonly registers: Readonly<Record<string, readonly RegisterRow[]>>;
  /** Rows of «Состояние» as they are published. */
  readonly status: readonly KeyedRow[];
  /** When the data last changed, local ISO. */
  readonly at: string;
  /** ISO day of the run. */
  readonly today: string;
}

interface Panel {
  readonly title: string;
  readonly rows: readonly KeyedRow[];
}

const QUALITY = QUALITY_CHART.indicator;
const COUNTS_BELOW = 5;
const SMALL_BELOW = 10;

/** The panel's lines from above to below, and the rows of its charts. */
export function panelOf(input: PanelInput): Panel {
  const { settings, at } = input;
  const figures = new Map(input.figures.map((figure) => [figureId(figure), figure]));
  const seen = { ...input, period: settings.period, figures };
  const charts = [
    { key: 'years', rows: rowsOf(targetsChart(input)) },
    { key: 'schools', rows: schoolBars(seen) },
    { key: 'gap', rows: rowsOf(gapChart(input)) },
    { key: 'roadmap', rows: rowsOf(progressChart(input, roadmapOf(input))) },
  ];
  const lines = [
    ...next(input),
    ...targets(input),
    ...quality(seen),
    ...gaps(input, charts[2]!.rows),
    ...roadmap(input, charts[3]!.rows),
    ...collection(input),
  ];
  return {
    title: `Панель: ${quarterTitle(settings.period)} Данные на ${momentInWords(at)}`,
    rows: panelRows(lines, charts),
  };
}

type Seen = Omit<PanelInput, 'figures'> & { period: PanelInput['settings']['period']; figures: Map<string, Figure> };

const rowsOf = ([chart]: readonly PartChart[]): readonly PanelChartRow[] =>
  chart && chart.chart.form !== 'points' ? chart.chart.rows : [];

/** The plan stands beside every school: a chart on a sheet has no line of its own. */
function schoolBars(seen: Seen): PanelChartRow[] {
  const plan = qualityPlan(seen);
  return rowsOf(schoolsChart(seen, QUALITY_CHART)).map(({ title, values }) => ({ title, values: [...values, plan] }));
}

const qualityPlan = ({ programme }: Pick<PanelInput, 'programme'>): number => {
  const known = programme.indicators.find(({ key }) => key === QUALITY);
  return (known && plannedTarget(known)?.atLeast) ?? 0;
};

const heading = (what: string, titles: Readonly<Record<string, string>> = {}): KeyedRow => ({
  [KIND]: HEADING,
  what,
  ...titles,
});

const rounded = (value: number | null | undefined): Cell => (value == null ? '' : roundHalfUp(value, 1));

function next({ settings, schools, status, today }: PanelInput): KeyedRow[] {
  const seen = status.map((row) => readSubmission(row[SUBMISSION]));
  const deadline = deadlineOf(settings.period, settings.values);
  const isLate = daysBetween(today, deadline) < 0;
  const done = seen.filter((found) => found && isSubmitted(found)).length;
  const term = `${isLate ? 'Срок прошёл' : 'Срок –'} ${dayInWords(deadline)}`;
  return [
    heading('Что делать дальше'),
    { what: stepOf(seen, isLate) },
    { what: `Сдали ${formatNumber(done)} из ${counted(schools.length, 'школы', 'школ', 'школ')}. ${term}.` },
  ];
}

/** One thing to do, by what the consolidation has found; letters and lists are in the coordinator's panel. */
function stepOf(seen: readonly (Submission | null)[], isLate: boolean): string {
  const unread = seen.filter((found) => found === null || found.state === UNREAD).length;
  const owing = seen.filter((found) => found && found.state !== UNREAD && !isSubmitted(found)).length;
  const wrong = seen.filter((found) => (found?.errors ?? 0) > 0).length;
  const schools = (count: number): string => counted(count, 'школа', 'школы', 'школ');
  if (seen.length === 0) return 'Школ нет. Начните с настройки: «Настройка», «Первая настройка…».';
  if (unread > 0) return `Не прочитаны вкладки: ${schools(unread)}. Что мешает, сказано на вкладке «Состояние».`;
  if (owing > 0)
    return `${isLate ? 'Срок прошёл, не сдали' : 'Ещё не сдали'}: ${schools(owing)}. Напомните им в «Панели координатора».`;
  if (wrong > 0) return `Сдали все, но есть ошибки: ${schools(wrong)}. Верните вкладки в «Панели координатора».`;
  return 'Сдали все, ошибок нет. Проверьте и примите вкладки, постройте отчёт и закройте квартал.';
}

/** Targets of their group as a whole that have a value. */
function targets({ programme, settings, scores }: PanelInput): KeyedRow[] {
  const known = scores.filter(({ school, fact }) => school === undefined && fact !== null);
  if (known.length === 0) return [];
  const whose = (group: string): string =>
    group === '' ? 'район' : lower(programme.groups.find(({ key }) => key === group)?.title ?? group);
  return [
    heading('Целевые индикаторы', { plan: 'План', fact: 'Факт', change: 'Отклонение', n: 'n', note: 'Итог' }),
    ...known.map((line) => ({
      ...madeOf({ kind: 'target', period: settings.period, target: line.target.id }),
      what: `${aimTitle(line)}, ${whose(line.target.group)}`,
      plan: line.target.atLeast ?? planWords(line.target),
      fact: rounded(line.fact!.value),
      change: rounded(line.deviation),
      n: line.fact!.denominator,
      note: metWords(line),
    })),
  ];
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Few pupils are told as «1 из 4», not as a percentage. */
function quality(seen: Seen): KeyedRow[] {
  const { period, schools, figures } = seen;
  const lines = schools.flatMap((school): KeyedRow[] => {
    const figure = figures.get(figureId({ period, scope: 'school', school: school.key, indicator: QUALITY }));
    if (figure?.value == null) return [];
    const { numerator, denominator, value, low = 0, high = 100 } = figure;
    const counts = `${formatNumber(numerator)} из ${formatNumber(denominator)}`;
    const note =
      denominator < SMALL_BELOW ? 'численность мала' : `от ${formatNumber(low, 1)} до ${formatNumber(high, 1)}`;
    const plan = isPlanned(seen, school) ? qualityPlan(seen) : '';
    const source = madeOf({ kind: 'figure', period, scope: 'school', school: school.key, indicator: QUALITY });
    const fact = denominator < COUNTS_BELOW ? counts : rounded(value);
    return [{ ...source, what: school.name, plan, fact, n: denominator, note }];
  });
  if (lines.length === 0) return [];
  return [heading('Учатся на «4» и «5», %', { plan: 'План', fact: 'Факт', n: 'n', note: 'Интервал 95 %' }), ...lines];
}

const isPlanned = ({ programme }: Seen, { group }: School): boolean =>
  groupWith(programme.groups, 'participants')?.key === group;

/** All years are of one target: its explanation tells of each. */
function gaps({ settings, scores }: PanelInput, rows: readonly PanelChartRow[]): KeyedRow[] {
  if (rows.length === 0) return [];
  const line = scores.find(({ by, school }) => school === undefined && by.key === GAP);
  const source = line ? madeOf({ kind: 'target', period: settings.period, target: line.target.id }) : {};
  return [
    heading('Разрыв между группами школ по качеству', { fact: 'п. п.' }),
    ...rows.map(({ title, values }) => ({ ...source, what: title.split(':')[0]!, fact: rounded(values[0]) })),
  ];
}

const roadmap = ({ programme }: PanelInput, rows: readonly PanelChartRow[]): KeyedRow[] =>
  rows.length === 0
    ? []
    : [
        heading('Дорожная карта', {
          plan: 'Всего',
          fact: 'Выполнено',
          change: 'В работе',
          note: 'Не начато, не выполнено',
        }),
        ...rows.map(({ title, values: [done = 0, going = 0, rest = 0] }) => ({
          ...madeOf({ kind: 'tab', name: programme.registers.find(({ key }) => key === 'plan')?.title ?? '' }),
          what: title.split(':')[0]!,
          ...{ plan: done + going + rest, fact: done, change: going, note: formatNumber(rest) },
        })),
      ];

const collection = ({ status }: PanelInput): KeyedRow[] => [
  heading('Сдача данных', { fact: 'Ошибок', change: 'Вопросов', note: 'Статус' }),
  ...status.map((row) => ({
    ...madeOf({ kind: 'tab', name: TABS.status }),
    what: row['school-name'] ?? '',
    fact: row.errors ?? '',
    change: row.warnings ?? '',
    note: row.status ?? '',
  })),
];

/** What is to be written on the tab: nothing where it says it already. A head that is lost is written anew. */
export function planPanel(input: PanelInput, grid: Grid): Extract<Patch, { kind: 'values' }> | null {
  const tab = panelTab(input.programme);
  const { title, rows } = panelOf(input);
  const known = layoutOf(tab, grid);
  const layout = known ?? { keysRow: KEYS_ROW, order: tab.columns.map(({ key }) => key), data: '' };
  const head = headOf({ ...tab, title }, layout.order);
  const first = layout.keysRow - 1;
  const used = Math.max(0, grid.length - (first + head.length) + 1);
  const blank = Array.from({ length: Math.max(0, used - rows.length) }, (): KeyedRow => ({}));
  const body = [...rows, ...blank].map((row) => layout.order.map((key) => row[key] ?? ''));
  const mine = layout.order.map((key) => key !== '');
  const kept = (cells: readonly Cell[], at: number, own: readonly Cell[]): Cell[] =>
    own.map((cell, column) => (mine[column] ? cell : (grid[first - 1 + at]?.[column] ?? cells[column] ?? '')));
  const expected = [...head, ...body].map((cells, at) => kept(cells, at, cells));
  if (known && saysPanel(grid, expected, first)) return null;
  const written = [...rows, ...blank].map((row) => cellsOf(tab, layout, row));
  const values = [...head, ...written].map((cells, at) => kept(cells, at, cells));
  return { kind: 'values', tab: tab.key, row: first, column: 1, values };
}

const headOf = (tab: KeyedTab, order: readonly string[]): Cell[][] => {
  const titles = new Map(tab.columns.map(({ key, title }) => [key, title]));
  return [titleCells(tab, order), keysCells(tab, order), order.map((key) => titles.get(key) ?? '')];
};
