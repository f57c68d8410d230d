import type { TabStatus } from '../workbook';
import { DRAFT } from '../workbook';
import type { LookedTab } from './check-tab';
import { changedForms, printsOf } from './tab-prints';
import { isSubmitted, leftIn } from './tab-words';

/** What becomes of a tab's status, and what a person is told of it; '' for nothing. */
export interface Decision {
  readonly status: TabStatus;
  readonly toast: string;
}

/** «Сдать» ticked, all forms checked: taken, or refused with what is left. `at` is local ISO. */
export function handIn(checked: LookedTab, at: string): Decision {
  const { tab, errors, unexplained } = checked;
  if (errors + unexplained > 0) {
    const words = `Не сдано: ${leftIn(checked)}. Исправьте ошибки, на вопросы ответьте в столбце «Пояснение»${aboutWholeForms(checked)}.`;
    return { status: { ...tab.status, ...draftOf(tab.status) }, toast: words };
  }
  if (checked.forms.every(({ filledRows, settled }) => filledRows === 0 && !settled))
    return {
      status: draftOf(tab.status),
      toast: 'Не сдано: на вкладке нет ни одной заполненной строки и ни одного ответа о форме.',
    };
  const status = { ...checkedAt(tab.status), state: 'submitted', at, by: 'school', prints: printsOf(checked) } as const;
  return { status, toast: 'Сдано. Спасибо!' };
}

/** Where a question about a whole form is answered, if there is one. */
const aboutWholeForms = ({ blocks }: LookedTab): string =>
  blocks.some(({ checked }) => checked.issues.some(({ row, severity }) => row === 0 && severity === 'warning'))
    ? ', о форме в целом – вверху вкладки, в графе «Причина или пояснение к форме»'
    : '';

/** The tick taken away again. */
export const takeBack = ({ tab }: LookedTab): Decision => ({
  status: draftOf(tab.status),
  toast: 'Отметка о сдаче снята.',
});

const checkedAt = ({ checkedAt: at }: TabStatus): Partial<TabStatus> => (at === undefined ? {} : { checkedAt: at });

const draftOf = (status: TabStatus): TabStatus => ({ ...DRAFT, ...checkedAt(status) });

/** A tab that is no longer what was handed in is a draft again; which forms were changed is kept. Null when it still is. */
export function droppedBy(checked: LookedTab, at: string): TabStatus | null {
  const { status } = checked.tab;
  if (!isSubmitted(status)) return null;
  const changed = changedForms(checked, status.prints);
  return changed.length === 0 ? null : { ...draftOf(status), at, changed };
}
