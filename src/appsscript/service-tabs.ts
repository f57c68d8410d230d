import { type Grid, isBlank, shortList, textOf } from '../model';
import {
  gapsOf,
  type KeyedTab,
  type KeyPlan,
  LOOK,
  layoutOf,
  neededTabs,
  once,
  planAnew,
  planKeys,
  planRowData,
  publishedTables,
  readSchools,
  registerTabs,
  rowsTable,
  tabKeyOf,
} from '../pipeline';
import { programme } from '../programme';
import { rowsTab, schoolTabName, TABS } from '../workbook/names';
import { type Book, Refusal } from './book';
import { furnish } from './furnish';
import { outOfTime, Unfinished } from './run';
import { isUnfinished } from './unfinished';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** As far down as people may have pushed the keys by rows of their own. */
const TOP = 10;

/**
 * A service tab that has lost its name is known by its key cell, one of version 0.1.0 by the name that it had there, and
 * gets its name back; told in Russian. Costs nothing
 * while all have their names.
 */
export function giveBackServiceNames(
  book: Book,
  tabs: readonly Pick<KeyedTab, 'key' | 'name' | 'formerName' | 'hidden'>[],
): string[] {
  const lost = tabs.filter(({ key }) => !book.sheet(key));
  if (lost.length === 0) return [];
  // Schools' tabs are many, and none is looked into that has its name.
  const schools = new Set((book.read('schools') ?? []).flat().map((cell) => schoolTabName(textOf(cell))));
  // What a set-up that died has left has its keys and is not whole yet.
  const whole = book.others().filter((sheet) => !isUnfinished(sheet) && !schools.has(sheet.getName()));
  // Another tab may have taken over its former name.
  const former = lost.flatMap(({ formerName }) => (formerName && book.spreadsheet.getSheetByName(formerName)) || []);
  const looked = [...whole, ...former.filter((sheet) => whole.every((one) => one.getSheetId() !== sheet.getSheetId()))];
  const found = looked.map((sheet) => ({ sheet, key: tabKeyOf(topOf(sheet)) }));
  return lost.flatMap(({ key, name, formerName, hidden }) => {
    const isOwn = (item: (typeof found)[number]) =>
      item.key === key || (item.key === '' && item.sheet.getName() === formerName);
    const own = found.filter(isOwn).map(({ sheet }) => sheet);
    const [sheet, ...more] = own;
    if (!sheet) return [];
    if (more.length > 0) {
      const names = own.map((item) => `«${item.getName()}»`).join(', ');
      throw new Refusal(`Вкладки «${name}» нет, а похожих на неё несколько: ${names}. Верните название одной из них.`);
    }
    const was = sheet.getName();
    sheet.setName(name);
    if (hidden && was === formerName) {
      sheet.hideSheet();
      return [`Вкладка «${was}» называется теперь «${name}» и скрыта.`];
    }
    return [`Вкладке «${was}» возвращено название «${name}».`];
  });
}

function topOf(sheet: Sheet): Grid {
  const extent = sheet.getDataRange();
  return sheet.getRange(1, 1, Math.min(TOP, extent.getNumRows()), extent.getNumColumns()).getValues();
}

/**
 * Brings the service tabs to the form that the programme has today: those of version 0.1.0 get their keys, a programme
 * that has grown its new columns. Nothing that stands there is moved or changed, and a run that died is gone on with.
 * The register and the settings come last: until they have keys, no other command works.
 */
export function bringServiceTabs(book: Book): string[] {
  const tabs = [...neededTabs(programme), ...lostRegisters(book)];
  const named = [
    ...neededTabs(programme),
    ...registerTabs(programme),
    { key: 'help', name: TABS.help },
    { key: 'panel', name: TABS.panel },
  ];
  const notes = giveBackServiceNames(book, named);
  const wide = once(() => neededTabs(programme, readSchools(programme, book.read('schools') ?? []).schools));
  const brought = [...tabs].reverse().filter((tab) => {
    const sheet = book.sheet(tab.key);
    return sheet !== null && bring(sheet, tab, () => wide().find(({ key }) => key === tab.key) ?? tab);
  });
  const names = brought.map(({ name }) => `«${name}»`).reverse();
  return brought.length === 0 ? notes : [...notes, `Служебные вкладки обновлены: ${names.join(', ')}.`];
}

/** Registers that have lost their keys; the columns they lack come with the next consolidation. */
const lostRegisters = (book: Book): KeyedTab[] =>
  registerTabs(programme).filter((tab) => {
    const sheet = book.sheet(tab.key);
    return sheet !== null && !layoutOf(tab, topOf(sheet));
  });

const published = new Set(publishedTables(programme).map(({ key }) => key));

/** A message has so much room for titles. */
const ROOM = 130;

/** True when something had to be done; `wide` is the tab with all the columns that people may know it by. */
function bring(sheet: Sheet, tab: KeyedTab, wide: () => KeyedTab): boolean {
  const read = (): Grid => sheet.getDataRange().getValues();
  const first = read();
  const gaps = published.has(tab.key) ? gapsOf(tab, first) : [];
  for (const { row, count } of gaps) sheet.deleteRows(row, count);
  const grid = gaps.length > 0 ? read() : first;
  const form = programme.forms.find((item) => rowsTab(item) === tab.key);
  const plan =
    (form && planRowData(form, { ...rowsTable(form), spare: 0 }, grid)) ??
    (layoutOf(tab, grid) ? planKeys(tab, grid) : keysAgain(wide(), grid));
  if (plan && 'lost' in plan)
    throw new Refusal(
      `На вкладке «${tab.name}» не найдены заголовки: ${shortList(
        plan.lost.map((title) => `«${title}»`),
        ROOM,
      )}. Верните их через «Файл», «История версий» и повторите. Если это ваша вкладка, а не служебная, переименуйте её: нужная будет создана.`,
    );
  if (plan && outOfTime())
    throw new Unfinished('Вкладки готовы не все', [
      'Служебные вкладки обновлены не все. Google отвечает медленно, время выполнения истекает: запустите эту команду ещё раз, она продолжит с того же места.',
    ]);
  if (plan) carryOut(sheet, tab, plan);
  return plan !== null || gaps.length > 0;
}

/** A published tab on which nothing stands begins anew: the next consolidation fills it. */
const keysAgain = (tab: KeyedTab, grid: Grid): ReturnType<typeof planKeys> =>
  published.has(tab.key) && grid.every((cells) => cells.every(isBlank)) ? planAnew(tab) : planKeys(tab, grid);

/** The write is the last: until it is done, all is done again. */
function carryOut(sheet: Sheet, tab: KeyedTab, plan: KeyPlan): void {
  const { rows, width, added, write, titles } = plan;
  const columns = sheet.getMaxColumns();
  if (rows) sheet.insertRowsBefore(rows.before, rows.count);
  if (columns < width) sheet.insertColumnsAfter(columns, width - columns);
  furnish(sheet, added, titles);
  const whole = write.column === 1 && write.row < titles;
  if (whole) paintHead(sheet, tab, plan);
  const { row, column, values } = write;
  sheet.getRange(row, column, values.length, values[0]!.length).setValues(values);
  if (tab.hidden) sheet.hideSheet();
}

/** The two rows above the titles have taken the titles' look. */
function paintHead(sheet: Sheet, { help }: KeyedTab, { titles, width }: KeyPlan): void {
  const { color, size } = LOOK.title;
  sheet
    .getRange(titles - 2, 1, 1, width)
    .setBackground(LOOK.head.background)
    .setFontColor(color)
    .setFontSize(size)
    .setWrap(false)
    .setHorizontalAlignment('left');
  sheet.getRange(titles - 1, 1, 1, width).setNumberFormat('@');
  sheet.getRange(titles - 2, 1).setNote(help);
  sheet.setFrozenRows(titles);
  sheet.hideRows(titles - 1);
}
