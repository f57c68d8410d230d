import { counted, type Form, formatNumber, type School } from '../model';
import { countedIn, countedWords } from './counted';
import type { StoredPeriod } from './stored-periods';
import { isSubmitted } from './tab-words';

/** Which schools have handed in of those that a figure is of: «Сдали 5 из 7 школ; не сдали: Школа №2, Школа №3.» */
export function countedNote(period: StoredPeriod, schools: readonly School[]): string {
  const { statuses, closed } = period;
  const known = schools.filter(({ key }) => typeof statuses[key] !== 'string');
  const owing = known.filter(({ key }) => !handedIn(statuses[key]));
  const over = countedIn(period);
  const rule = over ? `${countedWords(over)}.` : 'Учтены все строки без ошибок, сдана вкладка или нет.';
  if (known.length === 0) return rule;
  if (schools.length === 1)
    return owing.length === 0
      ? 'Школа сдала вкладку.'
      : `Школа вкладку ${closed ? 'не сдала' : 'ещё не сдала'}. ${rule}`;
  const done = `Сдали ${formatNumber(known.length - owing.length)} из ${counted(known.length, 'школы', 'школ', 'школ')}`;
  return owing.length === 0 ? `${done}.` : `${done}; не сдали: ${owing.map(({ name }) => name).join(', ')}. ${rule}`;
}

const handedIn = (status: StoredPeriod['statuses'][string] | undefined): boolean =>
  typeof status === 'object' && isSubmitted(status);

/** Of rows that are not those that were frozen with the period the frozen value is told. */
export function changedNote({ closed, changed }: StoredPeriod, form: Form): string[] {
  if (!closed || !changed().some(({ key }) => key === form.key)) return [];
  return [
    `Строки формы «${form.title}» изменены после закрытия: значение – как при закрытии, строки – как стоят сейчас. Соберите свод: он проверит закрытые периоды.`,
  ];
}
