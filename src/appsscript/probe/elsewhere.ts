import { NotTried, type Probe } from './probe';

/** A belief that one run under the coordinator cannot try, and how a person can. */
const byHand = (key: string, belief: string, expected: string, how: string): Probe => ({
  key,
  belief,
  expected,
  find() {
    throw new NotTried(how);
  },
});

/** The rest of what is believed of Google: told openly instead of passed over. */
export const ELSEWHERE: readonly Probe[] = [
  byHand(
    'can-edit-on-open',
    'Range.canEdit() работает в простом триггере onOpen: школе меню не строится',
    'меню видит только координатор',
    'нужен вход под учётной записью школы',
  ),
  byHand(
    'school-sort',
    'Закрытые ячейки внутри области не дают школе сортировать её и удалять её строки',
    'отказ Google',
    'нужен вход под учётной записью школы',
  ),
  byHand(
    'one-change',
    'Одна запись setValues видна другим целиком, а не по частям',
    'половины записи никто не видит',
    'нужен второй читатель в ту же секунду',
  ),
  byHand(
    'lock-dialog',
    'Переживает ли замок документа окно с вопросом, не известно: дополнение спрашивает без замка',
    'работает и так, и так',
    'нужен второй координатор, пока открыто окно',
  ),
  byHand(
    'sole-sheet',
    'Единственную вкладку удалить нельзя, какими бы словами Google ни отказал',
    "You can't remove all the sheets in a document.",
    'нужна книга из одной вкладки',
  ),
  byHand(
    'rapid-edits',
    'При очень быстром вводе часть запусков onEdit теряется, введённое остаётся',
    'данные целы, замечание догоняет при следующей проверке',
    'нужен человек за клавиатурой',
  ),
];
