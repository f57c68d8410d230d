import {
  quarterTitle,
  type SetUpContents,
  type SetUpDraft,
  type SetUpPanel,
  type SetUpStep,
  type SetUpWrong,
} from '../../model';
import {
  closedRows,
  draftOf,
  draftSchools,
  GROUPS_SETTING,
  groupsIn,
  lineTrouble,
  periodRule,
  proposalPatches,
  proposalsShown,
  readPeriods,
  readSettings,
  SCHOOL_TYPES,
  type Settings,
  schoolPatches,
  settingLines,
  settingPatches,
  withKeys,
  wrongIn,
} from '../../pipeline';
import { programme } from '../../programme';
import { schoolTab } from '../../workbook/names';
import { type Book, openBook, Refusal, readNeeded } from '../book';
import { refuseUngranted } from '../command';
import { enableAutomation } from '../commands/enable-automation';
import { completeLines, keyOnTab } from '../complete-lines';
import { heartbeat } from '../heartbeat';
import { refuseWhileRestoring } from '../mend';
import { openForRun } from '../opened-book';
import type { Panel } from '../panel';
import { restoreBook } from '../restore';
import { now, type Outcome, record } from '../run';
import { permissions } from '../scopes';
import { currentQuarter, setUpTabs } from '../set-up';
import { underway } from '../underway';

export const setUp: Panel<SetUpPanel> = {
  key: 'set-up',
  title: 'Первая настройка',
  load,
  actions: {
    save: { needs: 'lock', run: save },
    restore: { needs: 'steps', run: (files) => stepOf(restoreBook(files)) },
    create: { needs: 'steps', run: () => stepOf(setUpTabs()) },
    automate: { run: automate },
    takeProposals: { needs: 'lock', run: takeProposals },
  },
};

const stepOf = ({ title, lines, more = false }: Outcome): SetUpStep => ({ title, lines, more });

/** Before the tabs are there: what the programme starts with. */
const startingSettings = (): Settings => {
  const settings = readSettings(programme, []);
  return { ...settings, period: currentQuarter(), trouble: [] };
};

/** Nothing is opened for a run: of a workbook that cannot be used yet this is the way to put it right. */
function load(): SetUpContents {
  const book = openBook(programme);
  const [typed, schools] = [book.read('settings'), book.read('schools')];
  const settings = typed ? readSettings(programme, typed) : startingSettings();
  const closed = readPeriods(book.read('periods') ?? []).map(({ key }) => key);
  const offered = periodRule(settings.period, closed);
  const periods = offered.kind === 'list' ? offered.choices : [];
  const { given, url } = permissions();
  const work = underway();
  return {
    isNew: schools === null,
    restoring: work !== null && 'restoring' in work,
    period: settings.period,
    periods: periods.map((key) => ({ key, title: quarterTitle(key) })),
    schools: schools
      ? draftSchools(schools)
      : programme.schools.map((school) => ({ ...school, mail: '', editors: '', extended: '' })),
    types: SCHOOL_TYPES,
    groups: groupsOf(settings),
    deadlines: programme.settings.flatMap(({ key, title, kind }) =>
      kind === 'day' ? [{ key, title, value: String(settings.values[key]) }] : [],
    ),
    permissions: given,
    grantUrl: url,
    automatic: heartbeat().on !== undefined,
    proposals: typed ? proposalsShown(programme, typed) : [],
    notes: settings.trouble,
  };
}

const groupsOf = ({ values }: Settings): string[] => groupsIn(String(values[GROUPS_SETTING] ?? ''));

function save(given: SetUpDraft): readonly SetUpWrong[] {
  refuseWhileRestoring();
  const bare = openBook(programme);
  // A school whose key was cleared is the one that its tab says.
  const draft = withKeys(draftOf(given), (name) => keyOnTab(bare, name));
  const standing = bare.read('settings');
  const settings = standing ? readSettings(programme, standing) : startingSettings();
  const wrong = wrongIn(programme, draft, groupsOf(settings));
  if (wrong.length > 0) return wrong;
  // In a workbook without tabs, or with some of the first ones missing, they are made before they are written in.
  const isNew = !bare.sheet('schools');
  if (isNew) setUpTabs();
  const book = openBook(programme);
  refuseOtherPeriod(book, settings.period, draft.period);
  completeLines(book);
  const grid = readNeeded(book, 'settings');
  const trouble = lineTrouble(settingLines(programme), grid);
  if (trouble.length > 0) throw new Refusal(trouble.join('\n'));
  book.apply(settingPatches(programme, grid, draft));
  const kept = new Set(draft.schools.map(({ key }) => key));
  // A new tab begins with the programme's schools: those that the district has not kept go.
  closeSchools(book, isNew ? programme.schools.map(({ key }) => key).filter((key) => !kept.has(key)) : draft.closed);
  writeSchools(book, draft);
  return [];
}

/** A period that is being closed or corrected is not left in the middle of it, and a closed one is not opened here. */
function refuseOtherPeriod(book: Book, standing: string, wanted: string): void {
  if (standing === wanted) return;
  if (underway())
    throw new Refusal('Период сейчас закрывается, открывается снова или исправляется. Дождитесь конца и повторите.');
  if (readPeriods(book.read('periods') ?? []).some(({ key }) => key === wanted))
    throw new Refusal(`${quarterTitle(wanted)} закрыт. Выберите период, который ещё не закрыт.`);
}

function writeSchools(book: Book, draft: SetUpDraft): void {
  const patches = schoolPatches(readNeeded(book, 'schools'), draft);
  const sheet = book.sheet('schools')!;
  const last = Math.max(
    0,
    ...patches.map((patch) => (patch.kind === 'values' ? patch.row + patch.values.length - 1 : 0)),
  );
  const missing = last - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  book.apply(patches);
}

/** Rows and tabs of schools that hand in no more; what they had handed in stays in the closed periods. */
function closeSchools(bare: Book, closed: readonly string[]): void {
  if (closed.length === 0) return;
  const { book, register } = openForRun();
  const gone = register.schools.filter(({ key }) => closed.includes(key));
  for (const { key } of gone) {
    const tab = book.sheet(schoolTab(key));
    if (tab) book.spreadsheet.deleteSheet(tab);
  }
  for (const row of closedRows(readNeeded(bare, 'schools'), closed)) bare.sheet('schools')!.deleteRow(row);
  const details = gone.map(({ name }) => name).join(', ');
  if (gone.length > 0) record(bare, { who: 'координатор', what: 'Школы закрыты', stamp: '', details });
}

function automate(): SetUpStep {
  refuseUngranted(enableAutomation);
  const outcome = enableAutomation.run();
  if (!outcome) throw new Refusal('Автоматический сбор не включён. Нажмите ещё раз.');
  return stepOf(outcome);
}

/** Figures follow with the next consolidation. */
function takeProposals(): string {
  refuseWhileRestoring();
  const book = openBook(programme);
  completeLines(book);
  const note = `Предложение авторов надстройки, не из источника. Принято районом ${now('dd.MM.yyyy')}; уточните по своим данным.`;
  const grid = readNeeded(book, 'settings');
  const taken = proposalsShown(programme, grid).length;
  if (taken === 0) return 'Принимать нечего: значения уже приняты или у района свои.';
  book.apply(proposalPatches(programme, grid, note));
  const details = `Предложенные значения приняты: ${taken}`;
  record(book, { who: 'координатор', what: 'Настройки', stamp: '', details });
  return `${details}. В «Настройках» они отмечены примечанием. Соберите свод: показатели пересчитаются.`;
}
