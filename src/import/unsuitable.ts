import { textOf } from '../model';
import { type Sheet, wordsOf } from './sheet';

/** Files that people take for others: why there is nothing in them and which one is meant. */
interface Unsuitable {
  readonly why: string;
  /** Words of the title or of a column. */
  readonly words: RegExp;
  /** Further words that must stand there, too. */
  readonly and?: RegExp;
}

const KNOWN: readonly Unsuitable[] = [
  {
    words: /распределение первичных баллов|распределение баллов/,
    why: 'это распределение первичных баллов, отметок в нём нет – скачайте «Статистику по отметкам»',
  },
  {
    words: /форма сбора результатов|^служебный$/,
    why: 'это пустая форма сбора результатов – скачайте «Статистику по отметкам»',
  },
  {
    words: /тип апелляции|^апелляци|апелляци[йяи].*перепроверк/,
    why: 'это список апелляций, он повторяет участников – скачайте протокол проверки',
  },
  {
    words: /количество маркеров|^маркер/,
    why: 'это список маркеров необъективности, отметок в нём нет',
  },
  {
    words: /выполнение заданий|достижение планируемых результатов|индивидуальные результаты|выполнение групп/,
    why: 'в этом отчёте ВПР отметок по школам нет – скачайте «Статистику по отметкам»',
  },
  {
    words: /заявлени[яй].*участие|поданных.*заявлени/,
    why: 'это заявления на участие, результатов в них нет',
  },
  {
    words: /^отличник/,
    why: 'дети посчитаны по худшей отметке, отметок по предметам отсюда не взять – скачайте «Итоги успеваемости» по предметам',
  },
  {
    words: /средний балл по предмету|балл за \d+|^вариант$/,
    why: 'это список учеников без отметок по школам – нужен сводный отчёт',
  },
  {
    words: /тип диплома|наставник/,
    why: 'это список победителей, участников в нём нет – нужен протокол',
  },
  {
    words: /социальный паспорт/,
    and: /фамилия|^фио$|^ф и о$/,
    why: 'в этом паспорте перечислены дети – нужен паспорт с числами по школам',
  },
];

const ROWS_LOOKED_AT = 40;

/** Why a table that holds nothing for us is not the one meant; null where it is not known. */
export function unsuitableAs(sheet: Sheet): string | null {
  const words = sheet.rows.slice(0, ROWS_LOOKED_AT).flatMap((row) => row.map(wordsOf).filter((cell) => cell !== ''));
  const all = [wordsOf(sheet.name), ...words];
  const fits = (pattern: RegExp): boolean => all.some((cell) => pattern.test(cell));
  return KNOWN.find(({ words: pattern, and }) => fits(pattern) && (!and || fits(and)))?.why ?? scores(sheet);
}

/** Columns 0, 1, 2 … over percentages are scores, whatever the title is. */
function scores(sheet: Sheet): string | null {
  const isScores = sheet.rows
    .slice(0, ROWS_LOOKED_AT)
    .some((row) => ['0', '1', '2', '3', '6', '7'].every((score) => row.some((cell) => textOf(cell) === score)));
  return isScores ? KNOWN[0]!.why : null;
}
