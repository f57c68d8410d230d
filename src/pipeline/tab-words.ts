import {
  counted,
  dayInWords,
  isHandedIn,
  quoted,
  type Stamped,
  stateTitle,
  TAB_CYCLE,
  type TabHistory,
} from '../model';
import { type HeadStates, linkTo, type SchoolTab, type TabStatus } from '../workbook';
import type { FormState, LookedTab } from './check-tab';

const errorsIn = (n: number): string => counted(n, 'ошибка', 'ошибки', 'ошибок');
const questionsIn = (n: number): string => counted(n, 'вопрос', 'вопроса', 'вопросов');
const formsIn = (n: number): string => counted(n, 'форма', 'формы', 'форм');

/** True while a form that is asked for has neither a row nor an answer. */
export const isNotBegun = ({ due, settled, filledRows }: FormState): boolean => due && !settled && filledRows === 0;

/** What a form's line in the head says of it; `notAsked` of one that nobody asks for. */
export function stateOf(form: FormState, tab: SchoolTab, notAsked = 'в этом квартале не нужна'): string {
  const { block, due, settled, lacksReason, filledRows, errors, unexplained } = form;
  if (errors > 0) return `✖ ${errorsIn(errors)}`;
  if (unexplained > 0) return `⚠ ${questionsIn(unexplained)}`;
  if (lacksReason) return '○ напишите причину';
  if (settled) return `✔ ${tab.lines.get(block.form.key)?.answer}`;
  if (filledRows === 0) return due ? '○ не начато' : notAsked;
  return '✔ готово';
}

/** «1 ошибка, 2 вопроса, 1 форма»; '' when nothing is left. */
export function leftIn({ forms, errors, unexplained }: LookedTab): string {
  const notBegun = forms.filter(isNotBegun).length;
  const withoutReason = forms.filter(({ lacksReason }) => lacksReason).length;
  return [
    ...(errors > 0 ? [errorsIn(errors)] : []),
    ...(unexplained > 0 ? [questionsIn(unexplained)] : []),
    ...(notBegun > 0 ? [`${formsIn(notBegun)} не ${notBegun === 1 ? 'начата' : 'начаты'}`] : []),
    ...(withoutReason > 0 ? [`${formsIn(withoutReason)} без причины`] : []),
  ].join(', ');
}

/** What keeps the tab from being handed in, form by form: «„Отметки“ – 1 ошибка; „Паспорт“ – не начата». */
export const missingIn = ({ forms }: LookedTab): string[] =>
  forms.flatMap((form) => {
    const { errors, unexplained, lacksReason, block } = form;
    const said = [
      ...(errors > 0 ? [errorsIn(errors)] : []),
      ...(unexplained > 0 ? [questionsIn(unexplained)] : []),
      ...(isNotBegun(form) ? ['не начата'] : []),
      ...(lacksReason ? ['нет причины'] : []),
    ];
    return said.length === 0 ? [] : [`${quoted(block.form.title)} – ${said.join(', ')}`];
  });

/** Where to go next: the first error, else the first question, else the first row of a form not begun, else its line in the head. */
export function firstPlace({ forms, tab }: LookedTab): number | null {
  const withErrors = forms.find(({ errors, firstOpen }) => errors > 0 && firstOpen !== null);
  const withQuestions = forms.find(({ firstOpen }) => firstOpen !== null);
  const notBegun = forms.find(isNotBegun);
  const withoutReason = forms.find(({ lacksReason }) => lacksReason);
  const line = withoutReason && tab.lines.get(withoutReason.block.form.key)?.row;
  return withErrors?.firstOpen ?? withQuestions?.firstOpen ?? notBegun?.block.firstRow ?? line ?? null;
}

/** «25 июня в 10:00» */
export const momentInWords = (iso: string): string => `${dayInWords(iso.slice(0, 10))} в ${iso.slice(11, 16)}`;

export const isSubmitted = ({ state }: Pick<TabStatus, 'state'>): boolean => isHandedIn(state);

/** «сдано 25 июня в 10:00», «возвращено 26 июня в 12:30: нет ВПР по химии» */
export function submittedWords(status: Stamped & TabHistory): string {
  const title = stateTitle(TAB_CYCLE, status.state);
  const since = status.at === '' ? title : `${title} ${momentInWords(status.at)}`;
  if (isSubmitted(status)) return since;
  if (status.state === 'returned') return status.comment ? `${since}: ${status.comment}` : since;
  return (status.changed ?? []).length > 0 ? 'изменено после сдачи – сдайте ещё раз' : 'не сдано';
}

/** Where a row will stand: some above it are about to go. */
type WillBe = (row: number) => number;
const asItStands: WillBe = (row) => row;

/** What is left, as it is shown. */
export function leftLabel(checked: LookedTab, status: TabStatus, willBe = asItStands): string {
  const left = leftIn(checked);
  if (status.state === 'accepted') return 'Принято, вкладка закрыта. Исправить – через координатора';
  if (left === '' && status.state === 'returned') return 'Возвращено: исправьте и снова поставьте «Сдать»';
  if (left === '' && isSubmitted(status)) {
    const when = status.at === '' ? '' : ` ${momentInWords(status.at)}`;
    return `Сдано${when}. Больше ничего не нужно`;
  }
  if (left === '') return 'Всё готово: поставьте «Сдать»';
  const row = firstPlace(checked);
  return row === null ? `Осталось: ${left}` : `Осталось: ${left} → строка ${willBe(row)}`;
}

/** The same with a link to the place, if there is one to go to; the link moves with its row. */
function leftCell(checked: LookedTab, status: TabStatus, willBe: WillBe): string {
  const label = leftLabel(checked, status, willBe);
  const row = leftIn(checked) === '' ? null : firstPlace(checked);
  return row === null ? label : linkTo(row, label, checked.tab.facts?.gid ?? '');
}

/** Everything the add-on says in the head of a tab. */
export const headStates = (checked: LookedTab, status: TabStatus, willBe = asItStands): HeadStates => ({
  left: leftCell(checked, status, willBe),
  checked: status.checkedAt ? `проверено ${momentInWords(status.checkedAt)}` : '',
  submitted: [submittedWords(status), ...(status.refused ? [missingIn(checked).join('; ')] : [])]
    .filter((words) => words !== '')
    .join(': '),
  byForm: Object.fromEntries(
    checked.forms.map((form) => [
      form.block.form.key,
      noteOf(status, form.block.form.key) || stateOf(form, checked.tab),
    ]),
  ),
});

export const NOTE_SIGN = '↩';

/** What the coordinator has said of a form or of a row of it, as long as the tab stands given back; '' for nothing. */
export const noteOf = ({ state, notes = [] }: TabStatus, form: string, row = ''): string =>
  state !== 'returned'
    ? ''
    : notes
        .filter((note) => note.form === form && note.row === row)
        .map(({ words }) => `${NOTE_SIGN} Координатор: ${words}`)
        .join(' ');
