import { type Form, quoted } from '../model';

/** A problem of a tab's layout, as the reader names it. */
export interface LayoutProblem {
  readonly id: string;
  readonly row: number;
  readonly form?: string;
  readonly found?: string;
}

const WORDS: Readonly<Record<string, (problem: LayoutProblem) => string>> = {
  'tab/no-tab': () => 'вкладки школы нет в книге',
  'tab/wrong-school': ({ found }) =>
    `на ней стоит шапка другой школы (${found}); верните прежнюю из «Истории версий» или переименуйте вкладку, нажмите «Создать или починить вкладки» и перенесите числа на новую`,
  'tab/unknown-school': ({ found }) =>
    `она – школы с ключом «${found}», которого в «Школах» нет; верните этот ключ в строку школы, а если вкладка – копия, переименуйте её и нажмите «Создать или починить вкладки»`,
  'tab/wrong-period': ({ found }) => `вкладка стоит в другом периоде (${found})`,
  'tab/older-version': () => 'вкладка сделана прежней версией надстройки; нажмите «Создать или починить вкладки»',
  'tab/no-head': () => 'не читается шапка вкладки (скрытый столбец A)',
  'tab/stray-row': ({ found }) => `данные вне форм: «${found}»; перенесите их в форму или удалите`,
  'tab/no-form': () => 'формы нет на вкладке',
  'tab/unrecognised': () => 'в блоке «Не распознано» остались данные; перенесите их в формы и очистите там',
  'tab/twice': ({ found }) => `вкладок этой школы несколько (${found}); оставьте одну`,
  'block/shifted': () => 'ячейки сдвинуты: название или черта формы не на месте',
  'block/out-of-order': () => 'название и шапка формы стоят не подряд',
  'block/no-end': () => 'нет последней строки формы',
  'block/key-twice': ({ found }) => `графа повторяется (${found})`,
  'block/no-key': ({ found }) => `нет графы ${quoted(found ?? '')}`,
  'block/header-differs': ({ found }) => `шапка графы изменена: ${quoted(found ?? '')}`,
  'block/outside-fields': ({ found }) => `данные вне граф: «${found}»; перенесите их в графу или удалите`,
};

/** Where and what is out of order on a school's tab. */
export function layoutSentence(problem: LayoutProblem, forms: readonly Form[]): string {
  const words = WORDS[problem.id];
  if (!words) throw new Error(`no sentence for ${problem.id}`);
  const form = forms.find((item) => item.key === problem.form);
  const place = [problem.row > 0 ? `строка ${problem.row}` : '', form ? `форма «${form.title}»` : ''].filter(Boolean);
  return `${place.join(', ')}${place.length > 0 ? ': ' : ''}${words(problem)}`;
}

/** Words standing where none belong; all other trouble is cells that were moved or written over. */
const STRAY: readonly string[] = [
  'tab/stray-row',
  'tab/unrecognised',
  'block/outside-fields',
  'tab/older-version',
  'tab/twice',
];

/** Why a school's tab is not checked, for the person who has just typed there. */
export function uncheckedSentence(problems: readonly LayoutProblem[], forms: readonly Form[]): string {
  const advice = problems.every(({ id }) => STRAY.includes(id)) ? '' : ' Отмените (Ctrl+Z) или сообщите координатору.';
  return `Вкладка не проверяется: ${layoutSentence(problems[0]!, forms)}.${advice}`;
}

/** What set-up does not repair: a person has to act first, as the sentence says. */
const BY_HAND: readonly string[] = ['tab/wrong-school', 'tab/unknown-school', 'tab/unrecognised'];

export const isForPeople = (problems: readonly LayoutProblem[]): boolean =>
  problems.every(({ id }) => BY_HAND.includes(id));

const TOLD = 2;

/** The first problems of a tab and how many more there are: one broken row is often felt in many places. */
export function layoutSentences(problems: readonly LayoutProblem[], forms: readonly Form[]): string {
  const told = problems.slice(0, TOLD).map((problem) => layoutSentence(problem, forms));
  const more = problems.length - told.length;
  return told.join('; ') + (more > 0 ? `; и ещё ${more}` : '');
}
