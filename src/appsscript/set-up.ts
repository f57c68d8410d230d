import { type PeriodKey, periodOfMonth, type TabDesign } from '../model';
import { closedSlip, firstDifference, KEYS_ROW, outputTabs, periodOfTab, readPeriods, serviceTabs } from '../pipeline';
import { programme } from '../programme';
import { registerTab } from '../workbook/names';
import { activeBook, type Book, openBook, Refusal } from './book';
import { completeLines } from './complete-lines';
import { ensureSchoolTabs, ensureTabs } from './ensure-tabs';
import { evolveTabs } from './evolve-tabs';
import { setFreeRows } from './free-rows';
import { healTabs, retireRepaired } from './heal';
import { mend, refuseWhileRestoring } from './mend';
import { dropMould } from './mould';
import { offerPeriods } from './offer-periods';
import { type OpenedBook, openForRun, tellOfSchools } from './opened-book';
import { paintSection } from './paint-section';
import { ensurePanel } from './panel-tab';
import { putBackClosed } from './put-back';
import { orderTabs } from './put-in-order';
import { redateTabs } from './redate-tabs';
import { NOTHING_KNOWN, readRegisters } from './registers';
import { forget, remember, remembered } from './remembered';
import { type Outcome, record } from './run';
import { renewGroups, takenNames } from './school-names';
import { locateSchoolTabs } from './school-tabs';
import { bringServiceTabs } from './service-tabs';
import { oneTimeZone } from './shown-dates';
import { restoreAccess } from './tab-access';
import { removeOrphans } from './tab-locks';
import { TabReader } from './tab-reader';
import { catchUp } from './turn-tabs';
import { removeUnfinished } from './unfinished';

export function currentQuarter(): string {
  const [year, month] = Utilities.formatDate(new Date(), Session.getScriptTimeZone(), 'yyyy-MM').split('-').map(Number);
  return periodOfMonth(year!, month!);
}

/**
 * Makes the tabs that are not there. What is there stays as it is: running it again changes nothing and loses nothing.
 * The first run stops at the register and the settings: the other tabs follow from them.
 */
export function setUpTabs(): Outcome {
  refuseWhileRestoring();
  const made: string[] = [];
  removeUnfinished(activeBook());
  const goesOn = isGoneOnWith();
  const brought = [...oneTimeZone(), ...(goesOn ? [] : bringServiceTabs(openBook(programme)))];
  if (!goesOn) remember(BROUGHT, String(Date.now()));
  if (makeFirstTabs(made, brought)) {
    const next = 'Проверьте на них отчётный период, подписи и список школ района, затем запустите эту команду ещё раз.';
    return { title: 'Шаг 1 из 2', lines: [...brought, `Созданы вкладки: ${made.join(', ')}.`, next] };
  }
  const opened = goesOn ? openedAgain() : openForRun();
  const mended = mend(opened, 'координатор');
  if (mended) return mended;
  const { book, register } = opened;
  tellOfSchools(opened);
  renewGroups(opened);
  const closed = closedPeriods(opened);
  const unlocked = removeOrphans(book);
  noteNewRegisters(book);
  // In a new workbook the schools' tabs stand before those that are made of them. Later what is lacking comes before they
  // are read: while a service tab is missing every run looks for it among all others.
  const isNew = !book.sheet('journal');
  const outputs = outputTabs(programme, register.schools);
  if (!isNew && !ensureTabs(book, outputs, made)) return cut([...brought, ...unlocked], made);
  // Renamed tabs are found before missing ones are made.
  const reader = new TabReader('set-up', KEPT_MINUTES);
  const { tabs: found, notesBut } = locateSchoolTabs(book, register.schools, (sheet) => reader.read(sheet));
  reader.finish();
  const { tabs, told, waiting } = evolveTabs(opened, found, 'координатор', true);
  if (waiting.length > 0) {
    reader.keep();
    return cut([...brought, ...unlocked, ...told], made);
  }
  const notes = notesBut(retireRepaired(book));
  const named = takenNames(tabs);
  const whole =
    ensureSchoolTabs(opened, made) && (!isNew || ensureTabs(book, outputs, made)) && ensurePanel(book, made);
  if (whole) addSchoolRows(opened);
  const standing = tabs.flatMap(({ grid }) => (grid && periodOfTab(grid)) ?? []);
  const back = whole ? putBackClosed(opened, closed, standing) : [];
  const healed = whole ? healTabs(opened, tabs, closed) : { lines: [], tabs, more: true };
  const redated = whole ? redateTabs(opened, healed.tabs, closed) : { lines: [], more: true };
  const late = whole ? catchUp(opened, healed.tabs, closed) : [];
  const ordered = whole ? orderTabs(opened, healed.tabs, 'координатор') : { lines: [], more: true };
  const isCut = healed.more || redated.more || ordered.more || !setFreeRows(book, tabs);
  const access = isCut ? { lines: [], more: true } : restoreAccess(opened, healed.tabs, made);
  if (!access.more) recordMade(book, made);
  const done = made.length > 0 ? [`Создано вкладок: ${made.length}.`] : [];
  const changes = [
    ...brought,
    ...unlocked,
    ...back,
    ...done,
    ...told,
    ...healed.lines,
    ...redated.lines,
    ...late,
    ...ordered.lines,
    ...access.lines,
  ];
  const lines = [...changes, ...notes, ...named, ...register.trouble, ...register.doubts];
  if (access.more) return cut(lines, made);
  reader.forget();
  dropMould(book.spreadsheet);
  forget(BROUGHT);
  return { title: 'Вкладки готовы', lines: lines.length > 0 ? lines : ['Все вкладки на месте, ничего не изменено.'] };
}

/** Time ran out; what is made so far is told. */
function cut(lines: readonly string[], made: readonly string[]): Outcome {
  recordMade(openBook(programme), made);
  const left = 'Время выполнения истекает: запустите эту команду ещё раз, она продолжит с того же места.';
  return { title: 'Вкладки готовы не все', lines: [...lines, left], more: true };
}

function recordMade(book: Book, made: readonly string[]): void {
  if (made.length === 0) return;
  record(book, { who: 'координатор', what: 'Вкладки созданы', stamp: '', details: made.join(', ') });
}

/** A tab that is to be changed is read once more before; for all that is only looked at an hour or two are no harm. */
const KEPT_MINUTES = 3 * 60;

/** When the service tabs were brought by a run that time has run out for: each has much to do and little time. */
const BROUGHT = 'service-tabs-brought';
const isGoneOnWith = (): boolean => Date.now() - Number(remembered(BROUGHT) ?? 0) < KEPT_MINUTES * 60 * 1000;

/** What somebody has damaged in between is put right by the next click, as it is told to be. */
function openedAgain(): OpenedBook {
  try {
    return openForRun();
  } catch (error) {
    forget(BROUGHT);
    throw error;
  }
}

/** Registers whose tabs are being made: their schools' rows are to come, also when this run does not live to see it. */
const BEGUN = 'registers-begun';
const begunRegisters = (): string[] => JSON.parse(remembered(BEGUN) ?? '[]') as string[];

function noteNewRegisters(book: Book): void {
  const missing = programme.registers.filter((item) => !book.sheet(registerTab(item))).map(({ key }) => key);
  if (missing.length > 0) remember(BEGUN, JSON.stringify([...new Set([...begunRegisters(), ...missing])]));
}

/** A register's tab is made with the order's rows of the district; those of the schools follow from «Школы». */
function addSchoolRows(opened: OpenedBook): void {
  const begun = begunRegisters();
  if (begun.length === 0) return;
  const taken = readRegisters(opened, NOTHING_KNOWN);
  for (const { register, patches } of taken) if (begun.includes(register.key)) opened.book.apply(patches);
  forget(BEGUN);
}

/** No tab is made in a period that is closed; the open one is chosen from those that are not. */
function closedPeriods({ book, settings: { period } }: OpenedBook): PeriodKey[] {
  const closed = readPeriods(book.read('periods') ?? []).map(({ key }) => key);
  const slip = closedSlip({ open: period, closed, tabs: [] });
  if (slip) throw new Refusal(`Вкладки не изменены. ${slip}`);
  offerPeriods(book, period, closed);
  return closed;
}

/**
 * Help, settings and register; true when the register was not there. It is made last: a first step that died is a first
 * step again.
 */
function makeFirstTabs(made: string[], lines: string[]): boolean {
  const book = openBook(programme);
  const isRegister = ({ key }: TabDesign): boolean => key === 'schools';
  const designs = serviceTabs(programme, currentQuarter());
  const firstStep = !book.sheet('schools');
  ensureTabs(
    book,
    designs.filter((design) => !isRegister(design)),
    made,
  );
  renewHelp(book, designs.find(({ key }) => key === 'help')!);
  lines.push(...completeLines(book));
  removeBlankFirstSheet();
  ensureTabs(book, designs.filter(isRegister), made);
  return firstStep;
}

/** A programme that has grown has more to tell. Beside the help's own columns nothing is touched. */
function renewHelp(book: Book, design: TabDesign): void {
  const sheet = book.sheet('help')!;
  const { values } = design.section;
  const width = values[0]!.length;
  const standing = sheet.getDataRange().getValues();
  if (!firstDifference(design.section.values, standing)) return;
  const missing = values.length - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const narrow = width - sheet.getMaxColumns();
  if (narrow > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), narrow);
  const below = standing.length - values.length;
  if (below > 0) sheet.getRange(values.length + 1, 1, below, width).clearContent();
  paintSection(sheet, design.section);
  sheet.setFrozenRows(design.frozenRows);
  sheet.hideRows(KEYS_ROW);
}

/** A new spreadsheet starts with one blank sheet, which nobody needs. */
export function removeBlankFirstSheet(): void {
  const spreadsheet = activeBook();
  const first = spreadsheet.getSheets()[0]!;
  if (!/^(Лист1|Sheet1)$/.test(first.getName()) || first.getLastRow() > 0) return;
  spreadsheet.deleteSheet(first);
}
