/** A question or a notice to the person. */
export interface Card {
  title: string;
  message: string;
  /** The first is what Enter does. */
  buttons: { label: string; value: string }[];
  /** Asks for a text, which is then the answer of the first button. */
  prompt?: boolean;
}

const LABELS: Readonly<Record<string, string>> = { OK: 'ОК', CANCEL: 'Отмена', YES: 'Да', NO: 'Нет' };

/** Of a button set of Apps Script: `YES_NO_CANCEL`. */
export const buttonsOf = (set: string): Card['buttons'] =>
  set.split('_').map((value) => ({ value, label: LABELS[value] ?? value }));

export const notice = (title: string, message: string): Card => ({ title, message, buttons: buttonsOf('OK') });

/** Where a protection only warns. */
export const doubtCard = (description: string): Card => ({
  title: 'Внимание',
  message: `Эта ячейка защищена${description ? ` («${description}»)` : ''}: менять её без необходимости не стоит. Всё равно изменить?`,
  buttons: [
    { label: 'Изменить', value: 'YES' },
    { label: 'Отмена', value: 'NO' },
  ],
});
