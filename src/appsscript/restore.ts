import {
  type ArchivedTab,
  type ArchiveFiles,
  archivedTabFile,
  archivedTabFrom,
  archivedTabs,
  archiveTrouble,
  dueTab,
  GROUPS_SETTING,
  groupsIn,
  HASHES,
  type RestoredTab,
  readDue,
  readSchools,
  readSettings,
  restoredSchools,
  restoredSchoolTab,
  restoredSettings,
  restoredTab,
  schoolsTab,
  serviceTabs,
  settingsTab,
} from '../pipeline';
import { programme } from '../programme';
import { schoolTab, schoolTabName } from '../workbook/names';
import { activeBook, openBook, Refusal } from './book';
import { nameTab, prepareTab } from './create-tab';
import { Guard } from './guard';
import { hashOf } from './hash';
import { ensurePanel } from './panel-tab';
import { type Outcome, outOfTime, record, Unfinished } from './run';
import { removeBlankFirstSheet } from './set-up';
import { oneTimeZone } from './shown-dates';
import { mark, underway, unmark } from './underway';
import { isUnfinished, removeUnfinished } from './unfinished';

const FIRST_TABS = 3;

/** Named first what nothing works without: as long as «Школы» is missing no other command takes the workbook for whole. */
type Step = readonly [name: string, tab: () => RestoredTab | null];

/**
 * Makes the workbook anew from an archive: tab by tab, each with a few writes of all it holds. What stands under its name
 * already is done; so a run that died or ran out of time is gone on with by giving the same archive again.
 */
export function restoreBook(files: ArchiveFiles): Outcome {
  const trouble = archiveTrouble(files, hashOf);
  if (trouble !== null) throw new Refusal(`Книга не восстановлена, в ней ничего не изменено. ${trouble}`);
  begin(hashOf(files[HASHES]!));
  const spreadsheet = activeBook();
  removeUnfinished(spreadsheet);
  const steps = stepsOf(files);
  steps.forEach(([name, tab], index) => {
    if (spreadsheet.getSheetByName(name)) return;
    if (outOfTime()) throw stopped(index, steps.length);
    const made = tab();
    if (!made)
      throw new Refusal(`Архив неполон: на вкладке «${name}» нет строки ключей. Возьмите другую копию архива.`);
    // Behind the tabs that do not depend on it, where schools are looked for.
    const isLast = index === steps.length - 1;
    if (isLast) removeBlankFirstSheet();
    makeTab(spreadsheet, made, isLast ? FIRST_TABS : undefined);
  });
  const what = 'Книга восстановлена из архива';
  const book = openBook(programme);
  // It holds nothing of its own: the next consolidation writes it.
  ensurePanel(book, []);
  record(book, { who: 'координатор', what, stamp: '', details: `Вкладок: ${steps.length}.` });
  unmark();
  return {
    title: 'Книга восстановлена',
    lines: [
      `Восстановлено вкладок: ${steps.length}. Документы отчётов и собственные вкладки людей в архив не входят: отчёты постройте заново.`,
      'Теперь откройте книгу школам, нажмите «Настройка», «Создать или починить вкладки» (вернутся права школ на их вкладки), затем «Собрать свод».',
    ],
  };
}

/** Named once it is whole. */
function makeTab(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  { design, rows }: RestoredTab,
  index?: number,
): void {
  const sheet = prepareTab(spreadsheet, design, index);
  if (rows.length > 0)
    sheet.getRange(design.section.values.length + 1, 1, rows.length, rows[0]!.length).setValues(rows);
  nameTab(new Guard(spreadsheet).secure(sheet, design), design);
}

const stopped = (done: number, all: number): Unfinished =>
  new Unfinished('Книга восстановлена не вся', [
    `Готово вкладок: ${done} из ${all}. Google отвечает медленно, время выполнения истекает: выберите тот же архив ещё раз, работа продолжится с того же места.`,
  ]);

/** Into an empty workbook, or on with what was begun from the same archive. */
function begin(archive: string): void {
  const work = underway();
  if (work && 'restoring' in work) {
    if (work.restoring === archive) return;
    throw new Refusal(
      'Эта книга уже восстанавливается из другого архива. Выберите его или возьмите новую пустую книгу.',
    );
  }
  const filled = activeBook()
    .getSheets()
    .filter((sheet) => !isUnfinished(sheet) && sheet.getLastRow() > 0);
  if (work || filled.length > 0)
    throw new Refusal(
      `Архив восстанавливается только в пустую книгу, а в этой заполнены вкладки: ${filled.map((sheet) => `«${sheet.getName()}»`).join(', ')}. Ничего не изменено. Создайте новую таблицу, подключите к ней надстройку и повторите там.`,
    );
  oneTimeZone();
  mark({ restoring: archive });
}

function stepsOf(files: ArchiveFiles): Step[] {
  const tab = (key: string): ArchivedTab => archivedTabFrom(neededFile(files, archivedTabFile(key)));
  const settingsGrid = tab(settingsTab.key);
  const due = tab(dueTab.key);
  const typed = readSettings(programme, settingsGrid.grid);
  const groups = groupsIn(String(typed.values[GROUPS_SETTING]));
  const settings = { ...typed, values: { ...typed.values, ...readDue(programme, due.grid, groups).values } };
  const schoolsGrid = tab(schoolsTab.key);
  const { schools } = readSchools(programme, schoolsGrid.grid, groups);
  const [help] = serviceTabs(programme, settings.period);
  return [
    [help!.name, () => ({ design: help!, rows: [] })],
    [settingsTab.name, () => restoredSettings(programme, settingsGrid)],
    [dueTab.name, () => restoredTab(programme, dueTab, due)],
    ...schools.map((school): Step => {
      const made = () => restoredSchoolTab(programme, settings, school, tab(schoolTab(school.key)));
      return [schoolTabName(school.name), made];
    }),
    ...archivedTabs(programme).map((each): Step => [each.name, () => restoredTab(programme, each, tab(each.key))]),
    [schoolsTab.name, () => restoredSchools(schoolsGrid)],
  ];
}

function neededFile(files: ArchiveFiles, name: string): string {
  const text = files[name];
  if (text === undefined) throw new Refusal(`Архив неполон: нет файла ${name}. Возьмите другую копию архива.`);
  return text;
}
