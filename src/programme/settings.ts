import { LEADING, PARTICIPANT, type Setting } from '../model';

const words = (key: string, title: string, value: string, help: string): Setting => ({
  key,
  title,
  value,
  help,
  kind: 'text',
});

/** What the tab «Настройки» starts with, in its order; settings of a single theme follow from its file. */
export const settings: readonly Setting[] = [
  {
    key: 'period',
    title: 'Отчётный период',
    value: '',
    help: 'Квартал вида 2023-Q2. Меняется закрытием периода.',
    kind: 'period',
  },
  words(
    'organisation',
    'Организация',
    'Отдел образования администрации Магдагачинского района',
    'Стоит в шапке отчётов.',
  ),
  words(
    'municipality',
    'Муниципальное образование',
    'Муниципальное образование Магдагачинского района',
    'Стоит в шапке отчётов.',
  ),
  words('place', 'Место составления', 'п. Магдагачи', 'Стоит под шапкой отчётов.'),
  words('signatory-position', 'Кто подписывает: должность', 'Начальник отдела образования', 'Подпись под отчётом.'),
  words('signatory-name', 'Кто подписывает: И. О. Фамилия', 'Л. А. Попова', 'Подпись под отчётом.'),
  words('author', 'Исполнитель', 'МБУ «ИМЦ»', 'Последняя строка отчёта.'),
  {
    key: 'deadline-days',
    title: 'Срок сдачи, рабочих дней после квартала',
    value: 5,
    help: 'Суббота и воскресенье не считаются; праздники не учитываются.',
    kind: 'number',
    whole: true,
    atLeast: 0,
    atMost: 90,
  },
  words(
    'groups',
    'Группы школ',
    [LEADING, PARTICIPANT].join(', '),
    'Через запятую: из этих слов выбирается группа на вкладке «Школы». После изменения нажмите «Создать или починить вкладки».',
  ),
  words('note', 'Пометка на отчётах', '', 'Печатается под заголовком отчёта, например «Учебные данные».'),
];
