import { dueDayOf, type OtherSchool, type PeriodResults, periodResults, wordsOf } from '../domain';
import { isForPeople, type LayoutProblem, layoutSentences, remarkOf, type WordsOf } from '../messages';
import {
  type Cell,
  COUNTS,
  type CountedSchools,
  dateInFigures,
  type Grid,
  type Patch,
  type PeriodKey,
  type Programme,
  type School,
  type Submission,
  shortList,
  shortName,
} from '../model';
import {
  type PublishRequest,
  rawToCells,
  readSchoolTab,
  rowsTable,
  type SchoolTab,
  type Settings,
  SUBMISSION,
  statusTable,
  type TabStatus,
} from '../workbook';
import { believed, type RunMoment } from './believed-status';
import { type CheckedTab, checkTab, comparesSchools, issuesByRow, NOTHING_SEEN, rowsOnTab } from './check-tab';
import { countedSchools, resultsOver } from './counted';
import { figuresRequest } from './figure-rows';
import { growthInWords } from './growth';
import { type KeptTabs, keptTab } from './kept-tab';
import { overviewRequest } from './overview';
import { lateDaysOf, submissionCell, submissionOf } from './submission';
import { besidePatch, boxPatches, headPatch } from './tab-patches';
import { changesInWords, droppedBy } from './tab-status';
import { isSubmitted, stateOf, submittedWords } from './tab-words';

/** A school and its tab as read; null when the tab is not there. */
export interface SchoolGrid {
  readonly school: School;
  readonly grid: Grid | null;
  /** What is wrong with a tab that bears the school's name and is not hers. */
  readonly held?: LayoutProblem;
}

export interface ConsolidationInput extends RunMoment {
  readonly programme: Programme;
  readonly settings: Settings;
  readonly tabs: readonly SchoolGrid[];
}

export interface Consolidation {
  readonly publish: readonly PublishRequest[];
  /** What is to be written on schools' tabs: remarks that are not as they should be, statuses that no longer hold. */
  readonly remarks: readonly Patch[];
  readonly results: PeriodResults;
  /** What is shown of them: those of the schools that count. */
  readonly shown: PeriodResults;
  readonly counted: CountedSchools | null;
  /** By school; none of a school whose tab could not be read. */
  readonly statuses: Readonly<Record<string, TabStatus>>;
  /** What was found of every school's tab, by school. */
  readonly submissions: Readonly<Record<string, Submission>>;
  /** What stands on the tabs beside their rows, by school; none of a school whose tab could not be read. */
  readonly keptTabs: () => KeptTabs;
  /** Schools whose tabs are no longer what was handed in, and which forms were changed, in Russian. */
  readonly dropped: readonly string[];
  /** Schools whose tabs were accepted, or said so, and are not any more: what locks them goes. */
  readonly unaccepted: readonly string[];
  /** Why a school was not counted, by school. */
  readonly trouble: Readonly<Record<string, string>>;
  /** Those of them whose tabs set-up does not repair. */
  readonly forPeople: readonly string[];
}

interface TakenSchool {
  readonly school: School;
  readonly checked: CheckedTab | null;
  /** As it stands from now on. */
  readonly status: TabStatus | null;
  readonly submission: Submission;
  readonly trouble: string;
}

/** A school with its tab, if that can be read. */
interface ReadSchool {
  readonly school: School;
  readonly tab: SchoolTab | null;
  readonly trouble: string;
  readonly isForPeople: boolean;
}

/** A damaged tab stops its school only. */
function readTab(programme: Programme, period: PeriodKey, { school, grid, held }: SchoolGrid): ReadSchool {
  const stop = (problems: readonly LayoutProblem[]): ReadSchool => ({
    school,
    tab: null,
    trouble: layoutSentences(problems, programme.forms),
    isForPeople: isForPeople(problems),
  });
  if (!grid) return stop([held ?? { id: 'tab/no-tab', row: 0 }]);
  const tab = readSchoolTab(programme, grid);
  if (tab.trouble.length > 0) return stop(tab.trouble);
  if (tab.school !== school.key) return stop([{ id: 'tab/wrong-school', row: 0, found: tab.school }]);
  if (tab.period !== period) return stop([{ id: 'tab/wrong-period', row: 0, found: tab.period }]);
  return { school, tab: { ...tab, type: school.type }, trouble: '', isForPeople: false };
}

function takeSchool(
  programme: Programme,
  moment: RunMoment,
  { school, tab, trouble }: ReadSchool,
  others?: readonly OtherSchool[],
): TakenSchool {
  if (!tab) return { school, checked: null, status: null, submission: submissionOf(null, null), trouble };
  const checked = checkTab(programme, tab, NOTHING_SEEN, others);
  const status = droppedBy(checked, moment.at) ?? believed(tab.status, school.key, tab.period, moment);
  return { school, checked, status, submission: submissionOf(checked, status), trouble };
}

/** The rows of all schools but one, where some check of the programme compares schools. */
function otherSchools(
  programme: Programme,
  read: readonly ReadSchool[],
): (school: string) => readonly OtherSchool[] | undefined {
  if (!comparesSchools(programme)) return () => undefined;
  const all = read.flatMap(({ school: { key, type, group }, tab }) =>
    tab ? [{ key, type, group, rows: rowsOnTab(tab) }] : [],
  );
  return (school) => all.filter(({ key }) => key !== school);
}

/** What is to be written on one school's tab; nothing on one that cannot be read. */
export function remarksOf(programme: Programme, period: PeriodKey, moment: RunMoment, tab: SchoolGrid): Patch[] {
  return answersTo(takeSchool(programme, moment, readTab(programme, period, tab)));
}

function answersTo({ checked, status }: TakenSchool): Patch[] {
  if (!checked || !status) return [];
  const beside = besidePatch(checked, {}, status);
  const head = headPatch(checked, status);
  return [
    ...(beside ? [beside] : []),
    ...(head ? [head] : []),
    ...boxPatches(checked.tab, { check: true, submit: isSubmitted(status) }),
  ];
}

/** A message has so much room for what was changed. */
const ROOM = 80;

const wasAccepted = ({ checked, status }: TakenSchool): boolean =>
  checked?.tab.status.state === 'accepted' && status?.state !== 'accepted';

/** A coordinator's own edit has taken the acceptance back: what it had locked is locked still. */
const isLeftLocked = ({ school, status }: TakenSchool, { moves }: RunMoment): boolean =>
  status !== null && status.state !== 'accepted' && moves?.get(school.key)?.state === 'accepted';

const droppedWords = (taken: TakenSchool): string[] => {
  const { school, checked, status } = taken;
  if (!checked || !status || !isSubmitted(checked.tab.status)) return [];
  if (isSubmitted(status))
    return wasAccepted(taken)
      ? [`${shortName(school.name)}: отметка «принято» поставлена не координатором и снята.`]
      : [];
  const what = changesInWords(checked, checked.tab.status);
  if (what.length === 0) return [`${shortName(school.name)}: отметка о сдаче поставлена не кнопкой «Сдать» и снята.`];
  return [`${shortName(school.name)}: изменено после сдачи (${shortList(what, ROOM, '; ')}), отметка «Сдать» снята.`];
};

/** All schools' tabs in, everything to publish out. */
export function consolidate({ programme, settings, tabs, ...moment }: ConsolidationInput): Consolidation {
  const { at } = moment;
  const { period } = settings;
  const read = tabs.map((tab) => readTab(programme, period, tab));
  const others = otherSchools(programme, read);
  const taken = read.map((school) => takeSchool(programme, moment, school, others(school.school.key)));
  const schools = tabs.map(({ school }) => school);
  const rows = taken.flatMap(({ checked }) => checked?.rows ?? []);
  const known = new Map(
    taken.flatMap(({ school, checked }) =>
      checked ? [[school.key, checked.blocks.map((block) => block.checked)] as const] : [],
    ),
  );
  const results = periodResults(programme, rows, { period, schools, settings: settings.values }, known);
  const submissions = Object.fromEntries(taken.map(({ school, submission }) => [school.key, submission]));
  const over = countedSchools(schools, submissions, settings.values[COUNTS.key]);
  const shown = over ? resultsOver(programme, results, settings.values, over) : results;
  const words = wordsOf(programme);
  const request = { period, at };
  const figures: PublishRequest[] = [
    ...programme.forms.map((form) => ({ ...request, table: rowsTable(form), rows: formRows(form.key, taken, words) })),
    figuresRequest(programme, shown, { ...request, counted: over }),
    overviewRequest(programme, shown, { ...request, counted: over }),
  ];
  const statuses = {
    ...request,
    table: statusTable(programme.forms),
    rows: taken.map((school) => statusRow(school, settings)),
  };
  const handedIn = taken.filter(({ status }) => status && isSubmitted(status)).length;
  const growth = growthInWords([...figures, statuses], cellsOf(tabs));
  return {
    publish: [...figures, { ...statuses, note: `Сдали ${handedIn} из ${taken.length}. ${growth}` }],
    remarks: taken.flatMap(answersTo),
    dropped: taken.flatMap(droppedWords),
    unaccepted: taken.filter((each) => wasAccepted(each) || isLeftLocked(each, moment)).map(({ school }) => school.key),
    results,
    shown,
    counted: over,
    statuses: Object.fromEntries(taken.flatMap(({ school, status }) => (status ? [[school.key, status]] : []))),
    submissions,
    keptTabs: () =>
      Object.fromEntries(
        taken.flatMap(({ school, checked, status }) =>
          checked && status ? [[school.key, keptTab(checked, status)]] : [],
        ),
      ),
    trouble: Object.fromEntries(
      taken.filter(({ trouble }) => trouble !== '').map(({ school, trouble }) => [school.key, trouble]),
    ),
    forPeople: read.filter((each) => each.isForPeople).map(({ school }) => school.key),
  };
}

const cellsOf = (tabs: ConsolidationInput['tabs']): number =>
  tabs.reduce((sum, { grid }) => sum + (grid ? grid.length * (grid[0]?.length ?? 0) : 0), 0);

/** No school's tab could be read: what is published stays as it is. */
export const isUnread = ({ results, trouble }: Consolidation): boolean =>
  results.schools.every(({ key }) => key in trouble);

function formRows(form: string, taken: readonly TakenSchool[], words: WordsOf): Record<string, Cell>[] {
  return taken.flatMap(({ school, checked }) => {
    const block = checked?.blocks.find((item) => item.block.form.key === form);
    if (!block) return [];
    const { rows, issues } = block.checked;
    const byRow = issuesByRow(issues);
    const raws = new Map(block.placed.map(({ raw }) => [raw.row, raw]));
    return rows.map(({ entry, valid }) => {
      const remark = remarkOf(byRow.get(entry.row) ?? [], { form: block.block.form, words });
      return rawToCells(block.block.form, raws.get(entry.row)!, school.name, remark, valid);
    });
  });
}

/** Most forms in most quarters: a sign is enough. */
const NOT_ASKED = '–';

function statusRow(
  { school, checked, status, submission, trouble }: TakenSchool,
  settings: Settings,
): Record<string, Cell> {
  const forms = checked?.blocks.map(
    (block) => [`form:${block.block.form.key}`, stateOf(block, checked.tab, NOT_ASKED)] as const,
  );
  return {
    school: school.key,
    'school-name': school.name,
    state: submission.state,
    status: status ? submittedWords(status) : 'вкладка не прочитана',
    ...Object.fromEntries(forms ?? []),
    errors: checked?.errors ?? '',
    warnings: checked?.unexplained ?? '',
    timeliness: timeliness(submission, settings, school),
    trouble,
    [SUBMISSION]: submissionCell(submission),
  };
}

/** The day of handing in against the deadline kept in Настройки. */
function timeliness(submission: Submission, { period, values }: Settings, school: School): string {
  const late = lateDaysOf(submission, period, values, school);
  if (late === null) return `не сдано, срок ${dateInFigures(dueDayOf(period, values, school))}`;
  return late > 0 ? `позже срока на ${late} дн.` : 'в срок';
}
