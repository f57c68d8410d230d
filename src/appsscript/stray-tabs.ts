import { surplusSentence } from '../messages';
import { type Grid, quarterTitle, type School, shortName } from '../model';
import { differsFrom, heldBy, schoolOf } from '../pipeline';
import { programme } from '../programme';
import { BEFORE_REPAIR, schoolTab } from '../workbook/names';
import { type Book, Refusal } from './book';
import { undoClosing } from './finish-closing';
import type { OpenedBook } from './opened-book';
import { readWhole } from './tab-reader';
import type { Closing } from './underway';
import { isUnfinished } from './unfinished';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * A period closes with every school and all its numbers or not at all: a row that went astray in Школы would leave its
 * school out for good, a tab with another's head its numbers.
 */
export function refuseSchoolsLeftOut(opened: OpenedBook, begun: Closing | null): void {
  const stray = strayTabs(opened);
  const wrong = [...opened.register.trouble, ...stray.map(({ words }) => words)];
  if (wrong.length === 0) return;
  if (begun) undoClosing(opened, begun);
  throw new Refusal(
    `Период не закрыт, ничего не изменено: иначе он закрылся бы без школы или её чисел.\n\n${wrong.join('\n\n')}\n\nИсправьте это и закройте период ещё раз.${stray.some(({ isSurplus }) => isSurplus) ? KEEP : ''}`,
  );
}

const KEEP = ' Чтобы сохранить лишнюю вкладку, сначала скопируйте её в другую таблицу: «Копировать в» в меню вкладки.';

interface StrayTab {
  readonly words: string;
  /** It is beside the own tab of a school of the register. */
  readonly isSurplus: boolean;
}

/** Tabs with data of the period that are on no tab of a school of the register, and the way out. */
function strayTabs({ book, register, settings }: OpenedBook): StrayTab[] {
  return book.unknown().flatMap((sheet) => {
    if (isUnfinished(sheet)) return [];
    const grid = readWhole(sheet);
    const held = heldBy(programme, grid, settings.period);
    if (!held) return [];
    const school = register.schools.find(({ key }) => key === held.school);
    if (school) return isSurplus(book, school, sheet, grid) ? [surplus(sheet, school)] : [];
    const key = held.school === '' ? '' : ` с ключом «${held.school}»`;
    const words = `На вкладке «${shortName(sheet.getName())}» есть данные за ${quarterTitle(settings.period)}, а школы${key} в «Школах» нет. Верните её строку с прежним ключом или, если школа больше не сдаёт, удалите вкладку.`;
    return [{ words, isSurplus: false }];
  });
}

const surplus = (sheet: Sheet, { name }: School): StrayTab => ({
  words: surplusSentence(sheet.getName(), name, true),
  isSurplus: true,
});

/**
 * A tab with the head of a school that has a tab of its own, and with other numbers. Of a school that has none it is said
 * when the tabs are located; a tab before its repair is behind the repaired one.
 */
function isSurplus(book: Book, { key }: School, sheet: Sheet, grid: Grid): boolean {
  const own = book.sheet(schoolTab(key));
  if (!own || sheet.getName().includes(BEFORE_REPAIR)) return false;
  const standing = readWhole(own);
  return ['', key].includes(schoolOf(standing[0]![0]!)) && differsFrom(programme, grid, standing);
}
