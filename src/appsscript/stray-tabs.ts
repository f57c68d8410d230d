import { quarterTitle, shortName } from '../model';
import { heldBy } from '../pipeline';
import { programme } from '../programme';
import { Refusal } from './book';
import { undoClosing } from './finish-closing';
import type { OpenedBook } from './opened-book';
import { readWhole } from './tab-reader';
import type { Closing } from './underway';
import { isUnfinished } from './unfinished';

/** A period closes with every school or not at all: a row that went astray in Школы would leave its school out for good. */
export function refuseSchoolsLeftOut(opened: OpenedBook, begun: Closing | null): void {
  const wrong = [...opened.register.trouble, ...strayTabs(opened)];
  if (wrong.length === 0) return;
  if (begun) undoClosing(opened, begun);
  throw new Refusal(
    `Период не закрыт, ничего не изменено: иначе он закрылся бы без школы.\n\n${wrong.join('\n\n')}\n\nИсправьте это и закройте период ещё раз.`,
  );
}

/** Tabs with data of the period that belong to no school of the register, and the way out. */
function strayTabs({ book, register, settings }: OpenedBook): string[] {
  const schools = new Set(register.schools.map(({ key }) => key));
  return book.unknown().flatMap((sheet) => {
    if (isUnfinished(sheet)) return [];
    const held = heldBy(programme, readWhole(sheet), settings.period);
    if (!held || schools.has(held.school)) return [];
    const key = held.school === '' ? '' : ` с ключом «${held.school}»`;
    return [
      `На вкладке «${shortName(sheet.getName())}» есть данные за ${quarterTitle(settings.period)}, а школы${key} в «Школах» нет. Верните её строку с прежним ключом или, если школа больше не сдаёт, удалите вкладку.`,
    ];
  });
}
