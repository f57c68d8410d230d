import { quoted, textOf } from '../model';
import { DRAFT, MEMORY_COLUMN, readMemory, type SchoolTab, type TabStatus } from '../workbook';
import type { CheckedBlock, LookedTab } from './check-tab';
import { changedForms, changesSince, printsOf } from './tab-prints';
import { firstPlace, isNotBegun, isSubmitted, missingIn } from './tab-words';

/** What becomes of a tab's status, and what a person is told of it; '' for nothing. */
export interface Decision {
  readonly status: TabStatus;
  readonly toast: string;
}

/** «Сдать» ticked, all forms checked: taken, or refused with what is missing form by form. `at` is local ISO. */
export function handIn(checked: LookedTab, at: string): Decision {
  const { status } = checked.tab;
  if (status.state === 'accepted') return { status, toast: ACCEPTED };
  const missing = missingIn(checked);
  if (missing.length > 0) {
    return { status: refusedOf(status), toast: `Не сдано: ${missing.join('; ')}. ${wayOut(checked)}` };
  }
  if (checked.forms.every(({ filledRows, settled }) => filledRows === 0 && !settled))
    return {
      status: status.state === 'returned' ? status : draftOf(status),
      toast: 'Не сдано: на вкладке нет ни одной заполненной строки и ни одного ответа о форме.',
    };
  // After a return it is of interest what has become different; else it was seen when the change was made.
  const changed = status.state === 'returned' ? changedForms(checked, status.prints) : [];
  const prints = printsOf(checked);
  const taken = { ...keptOf(status), state: 'submitted', at, by: 'school', prints } as const;
  return { status: { ...taken, ...(changed.length > 0 ? { changed } : {}) }, toast: 'Сдано. Спасибо!' };
}

const ACCEPTED = 'Вкладка принята координатором. Чтобы исправить данные, попросите его вернуть вкладку.';

/** A tab that was given back stays so until it is handed in; what was changed of another stays known. */
const refusedOf = (status: TabStatus): TabStatus =>
  status.state === 'returned' ? { ...status, refused: true } : { ...status, ...draftOf(status), refused: true };

/** What to do about it, and where to begin. */
function wayOut(checked: LookedTab): string {
  const { errors, unexplained, forms } = checked;
  const row = firstPlace(checked);
  return [
    ...(row === null ? [] : [`Начните со строки ${row} (ссылка вверху вкладки).`]),
    ...(errors > 0 ? ['Ошибки исправьте.'] : []),
    ...(unexplained > 0 ? [`На вопросы ответьте в столбце «Пояснение»${aboutWholeForms(checked)}.`] : []),
    ...(forms.some((form) => isNotBegun(form) || form.lacksReason)
      ? ['Нечего вводить – вверху выберите «Ответ» и напишите причину.']
      : []),
  ].join(' ');
}

/** Where a question about a whole form is answered, if there is one. */
const aboutWholeForms = ({ blocks }: LookedTab): string =>
  blocks.some(({ checked }) => checked.issues.some(({ row, severity }) => row === 0 && severity === 'warning'))
    ? ', о форме в целом – вверху вкладки, в графе «Причина или пояснение к форме»'
    : '';

/** The tick taken away again. */
export const takeBack = ({ tab: { status } }: LookedTab): Decision =>
  status.state === 'accepted'
    ? { status, toast: ACCEPTED }
    : { status: status.state === 'returned' ? status : draftOf(status), toast: 'Отметка о сдаче снята.' };

/** What holds in every state. */
const keptOf = ({ checkedAt, returns }: TabStatus): Partial<TabStatus> => ({
  ...(checkedAt === undefined ? {} : { checkedAt }),
  ...(returns === undefined ? {} : { returns }),
});

const draftOf = (status: TabStatus): TabStatus => ({ ...DRAFT, ...keptOf(status) });

/**
 * A tab that is no longer what was handed in is a draft again; which forms were changed is kept. Null when it still is.
 * `reopened` are forms in which a question asks again that had been answered.
 */
export function droppedBy(checked: LookedTab, at: string, reopened: readonly string[] = []): TabStatus | null {
  const { status } = checked.tab;
  if (!isSubmitted(status)) return null;
  // Without what was handed in it is no handing in but words.
  if (status.prints === undefined) return { ...draftOf(status), ...changedOf(changedForms(checked, undefined), at) };
  const changed = [...new Set([...changedForms(checked, status.prints), ...reopened])];
  return changed.length === 0 ? null : { ...draftOf(status), ...changedOf(changed, at) };
}

const changedOf = (changed: readonly string[], at: string): Partial<TabStatus> =>
  changed.length === 0 ? {} : { at, changed };

/** Forms of which an explanation or a reason has just been taken away, so that its question asks again. */
export function reopenedBy(
  { tab, blocks }: LookedTab,
  rows: ReadonlySet<number>,
  reasoned: ReadonlySet<string>,
): string[] {
  if (rows.size + reasoned.size === 0) return [];
  const asksAgain = ({ block, beside }: CheckedBlock): boolean =>
    [...beside].some(([row, own]) => {
      const isTyped = row === block.titleRow ? reasoned.has(block.form.key) : rows.has(row);
      return isTyped && openIn(own?.memory) > openIn(memoryAt(tab, row));
    });
  return blocks.filter(asksAgain).map(({ block }) => block.form.key);
}

const openIn = (memory: unknown): number => (typeof memory === 'string' ? (readMemory(memory)?.open ?? 0) : 0);
const memoryAt = ({ grid }: SchoolTab, row: number): unknown => grid[row - 1]?.[MEMORY_COLUMN - 1];

/** Rows named of a form; the others are counted. */
const NAMED = 3;

/** What is not as it was handed in, form by form: «„Отметки“ – строк было 50, стало 49, изменены строки: 5 А Химия». */
export const changesInWords = (checked: LookedTab, status: TabStatus): string[] =>
  changesSince(checked, status.prints).map(({ block, rowsBefore, rows, answerBefore, answer }) => {
    const rowsOther = rowsBefore !== null && rowsBefore !== rows ? [`строк было ${rowsBefore}, стало ${rows}`] : [];
    const answerOther = answer === answerBefore ? [] : [`ответ был «${answerBefore}», стал «${answer}»`];
    const names = changedRows(block);
    const more = names.length > NAMED ? ` и ещё ${names.length - NAMED}` : '';
    const named = names.length > 0 ? [`изменены строки: ${names.slice(0, NAMED).join(', ')}${more}`] : [];
    const words = [...rowsOther, ...answerOther, ...named];
    return quoted(block.block.form.title) + (words.length > 0 ? ` – ${words.join(', ')}` : '');
  });

/** Rows that are not what is remembered of them, or of which nothing is. */
const changedRows = ({ block: { form }, placed }: CheckedBlock): string[] =>
  placed
    .filter(({ memory, control, twin }) => !twin && memory?.control !== control)
    .map(({ raw }) =>
      form.identity
        .map((key) => textOf(raw.cells[key]))
        .filter((word) => word !== '')
        .join(' '),
    );

/** «„Отметки“, „Паспорт“» */
export const titlesOf = ({ forms }: LookedTab, keys: readonly string[] = []): string =>
  forms
    .filter(({ block }) => keys.includes(block.form.key))
    .map(({ block }) => quoted(block.form.title))
    .join(', ');
