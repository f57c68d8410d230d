import { COUNTS, type QuarterNumber, type Setting } from '../model';
import { groups } from './groups';

const words = (key: string, title: string, value: string, help: string): Setting => ({
  key,
  title,
  value,
  help,
  kind: 'text',
});

const deadline = (quarter: QuarterNumber, of: string, value: string): Setting => ({
  key: `deadline-q${quarter}`,
  title: `Сдать до: ${of}`,
  value,
  help: 'Последний день сдачи: число и месяц. Стоит в шапке вкладок школ, от него считаются дни опоздания.',
  kind: 'day',
});

/** What the tab «Настройки» starts with, in its order; settings of a single theme follow from its file. */
export const settings: readonly Setting[] = [
  {
    key: 'period',
    title: 'Отчётный период',
    value: '',
    help: 'Год и квартал из списка. Меняется закрытием периода.',
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
  words(
    'prepared-position',
    'Кто готовит справки: должность',
    'Директор МБУ «ИМЦ»',
    'Подпись под справками: приказ № 341, п. 4.2. Пусто – подписывает тот, кто указан выше.',
  ),
  words('prepared-name', 'Кто готовит справки: И. О. Фамилия', 'С. А. Беличко', 'Подпись под справками.'),
  words('author', 'Исполнитель', 'МБУ «ИМЦ»', 'Последняя строка отчёта.'),
  deadline(4, 'I полугодие (IV квартал)', '15 января'),
  deadline(1, 'III четверть (I квартал)', '5 апреля'),
  deadline(2, 'учебный год (II квартал)', '15 июня'),
  deadline(3, 'начало учебного года (III квартал)', '25 сентября'),
  {
    key: COUNTS.key,
    title: 'Что считается',
    value: COUNTS.all,
    help: 'Чьи данные входят в «Показатели», «Целевые индикаторы» и отчёты: все введённые, только сданные вкладки или только принятые. Там же сказано, сколько школ вошло. После изменения соберите свод.',
    kind: 'choice',
    choices: [COUNTS.all, COUNTS.handedIn, COUNTS.accepted],
  },
  {
    key: 'reminders',
    title: 'Напоминать школам письмом',
    value: 'да',
    help: 'Ночью тем, кто не сдал: за три дня до срока, на следующий день после него и через неделю. Письмо уходит на «Почту школы» с вкладки «Школы».',
    kind: 'choice',
    choices: ['да', 'нет'],
  },
  words(
    'groups',
    'Группы школ',
    groups.map(({ key }) => key).join(', '),
    'Через запятую: из этих слов выбирается группа на вкладке «Школы». После изменения нажмите «Создать или починить вкладки».',
  ),
  words('note', 'Пометка на отчётах', '', 'Печатается под заголовком отчёта, например «Учебные данные».'),
];
