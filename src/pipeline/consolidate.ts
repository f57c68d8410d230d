import { daysBetween, deadlineOf, wordsOf } from '../domain';
import { type LayoutProblem, layoutSentences, remarkOf, type WordsOf } from '../messages';
import {
  type Cell,
  dateInFigures,
  type Figure,
  type Grid,
  type Issue,
  type Patch,
  type PeriodKey,
  type Programme,
  type School,
} from '../model';
import {
  figureRow,
  figuresTable,
  type PublishRequest,
  rawToCells,
  readSchoolTab,
  rowsTable,
  type Settings,
  SUBMITTED,
  statusTable,
} from '../workbook';
import { type CheckedTab, checkTab, completenessWords, remarksPatch } from './check-tab';
import { type PeriodResults, periodResults } from './period-results';

/** A school and its tab as read; null when the tab is not there. */
export interface SchoolGrid {
  readonly school: School;
  readonly grid: Grid | null;
}

export interface ConsolidationInput {
  readonly programme: Programme;
  readonly settings: Settings;
  readonly tabs: readonly SchoolGrid[];
  /** «2023-01-12T03:10» */
  readonly at: string;
}

export interface Consolidation {
  readonly publish: readonly PublishRequest[];
  readonly remarks: readonly Patch[];
  readonly results: PeriodResults;
  /** Status words by school. */
  readonly statuses: Readonly<Record<string, string>>;
  /** Why a school was not counted, by school. */
  readonly trouble: Readonly<Record<string, string>>;
}

interface TakenSchool {
  readonly school: School;
  readonly checked: CheckedTab | null;
  readonly trouble: string;
}

/** Reads a school's tab; a damaged one stops this school only. */
export function takeSchool(programme: Programme, period: PeriodKey, { school, grid }: SchoolGrid): TakenSchool {
  const stop = (problems: readonly LayoutProblem[]): TakenSchool => ({
    school,
    checked: null,
    trouble: layoutSentences(problems, programme.forms),
  });
  if (!grid) return stop([{ id: 'tab/no-tab', row: 0 }]);
  const tab = readSchoolTab(programme, grid);
  if (tab.trouble.length > 0) return stop(tab.trouble);
  if (tab.school !== school.key) return stop([{ id: 'tab/wrong-school', row: 0, found: tab.school }]);
  if (tab.period !== period) return stop([{ id: 'tab/wrong-period', row: 0, found: tab.period }]);
  return { school, checked: checkTab(programme, { ...tab, type: school.type }), trouble: '' };
}

/** The remarks of one school's tab that are not as they should be; none of a tab that cannot be read. */
export function remarksOf(programme: Programme, period: PeriodKey, tab: SchoolGrid): Patch[] {
  const { checked } = takeSchool(programme, period, tab);
  const patch = checked && remarksPatch(checked);
  return patch ? [patch] : [];
}

/** All schools' tabs in, everything to publish out. */
export function consolidate({ programme, settings, tabs, at }: ConsolidationInput): Consolidation {
  const { period } = settings;
  const taken = tabs.map((tab) => takeSchool(programme, period, tab));
  const schools = tabs.map(({ school }) => school);
  const rows = taken.flatMap(({ checked }) => checked?.rows ?? []);
  const known = new Map(
    taken.flatMap(({ school, checked }) =>
      checked ? [[school.key, checked.blocks.map((block) => block.checked)] as const] : [],
    ),
  );
  const results = periodResults(programme, rows, { period, schools, settings: settings.values }, known);
  const words = wordsOf(programme);
  const request = { period, at };
  return {
    publish: [
      ...programme.forms.map((form) => ({
        ...request,
        table: rowsTable(form),
        rows: formRows(form.key, taken, words),
      })),
      { ...request, table: figuresTable, rows: figureRows(programme, results.figures, schools) },
      { ...request, table: statusTable(programme.forms), rows: taken.map((school) => statusRow(school, settings)) },
    ],
    remarks: taken.flatMap(({ checked }) => (checked ? (remarksPatch(checked) ?? []) : [])),
    results,
    statuses: Object.fromEntries(taken.map(({ school, checked }) => [school.key, checked?.tab.status ?? ''])),
    trouble: Object.fromEntries(
      taken.filter(({ trouble }) => trouble !== '').map(({ school, trouble }) => [school.key, trouble]),
    ),
  };
}

/** No school's tab could be read: what is published stays as it is. */
export const isUnread = ({ results, trouble }: Consolidation): boolean =>
  results.schools.every(({ key }) => key in trouble);

/** What the figures' tab shows of a period. */
export function figureRows(
  programme: Programme,
  figures: readonly Figure[],
  schools: readonly School[],
): Record<string, Cell>[] {
  const indicators = new Map(programme.indicators.map((indicator) => [indicator.key, indicator]));
  const register = new Map(schools.map((school) => [school.key, school]));
  const published = publishedFigures(figures, [...indicators.keys()]);
  return published.map((figure) => figureRow(figure, indicators, register));
}

/** Slices of single schools stay out of the tab: they are many and can be computed from the rows at any time. */
function publishedFigures(figures: readonly Figure[], order: readonly string[]): Figure[] {
  const shown = figures.filter((figure) => !figure.slice || figure.scope !== 'school');
  const place = ({ indicator, slice }: Figure) => order.indexOf(indicator) * 2 + (slice ? 1 : 0);
  return [...shown].sort((a, b) => place(a) - place(b));
}

function formRows(form: string, taken: readonly TakenSchool[], words: WordsOf): Record<string, Cell>[] {
  return taken.flatMap(({ school, checked }) => {
    const block = checked?.blocks.find((item) => item.block.form.key === form);
    if (!block) return [];
    const { rows, issues } = block.checked;
    const raws = new Map(block.placed.map(({ raw }) => [raw.row, raw]));
    const issuesOf = new Map<number, Issue[]>(rows.map(({ entry }) => [entry.row, []]));
    for (const issue of issues) issuesOf.get(issue.row)?.push(issue);
    return rows.map(({ entry, valid }) => {
      const raw = raws.get(entry.row)!;
      const own = issuesOf.get(entry.row)!;
      return rawToCells(block.block.form, raw, school.name, remarkOf(own, { form: block.block.form, words }), valid);
    });
  });
}

function statusRow({ school, checked, trouble }: TakenSchool, settings: Settings): Record<string, Cell> {
  const forms =
    checked?.blocks.map((block) => [`form:${block.block.form.key}`, completenessWords(block, checked.tab)] as const) ??
    [];
  return {
    school: school.key,
    'school-name': school.name,
    state: stateOf(checked),
    status: checked ? checked.tab.status : 'вкладка не прочитана',
    ...Object.fromEntries(forms),
    errors: checked?.errors ?? '',
    warnings: checked?.unexplained ?? '',
    timeliness: timeliness(checked?.tab.status ?? '', settings),
    trouble,
  };
}

const stateOf = (checked: CheckedTab | null): string => {
  if (!checked) return 'unread';
  return checked.tab.status.startsWith(SUBMITTED) ? 'submitted' : 'draft';
};

/** «сдано 12.01.2023 …» against the deadline: working days after the quarter, kept in Настройки. */
function timeliness(status: string, { period, values }: Settings): string {
  const deadline = deadlineOf(period, Number(values['deadline-days']));
  const handed = /(\d\d)\.(\d\d)\.(\d{4})/.exec(status);
  if (!status.startsWith(SUBMITTED) || !handed) return `не сдано, срок ${dateInFigures(deadline)}`;
  const late = daysBetween(deadline, `${handed[3]}-${handed[2]}-${handed[1]}`);
  return late > 0 ? `позже срока на ${late} дн.` : 'в срок';
}
