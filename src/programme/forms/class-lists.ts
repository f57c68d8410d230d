import { count, defineForm, EVERY_QUARTER, type Theme, text } from '../../model';

/** Grades and letters stand in every form that is filled class by class. */
export const grade = text('Класс', 'Номер класса: 5. Объединённые малые классы – через дефис: 1-4.', {
  carried: true,
  slot: 'first',
});
export const letter = text('Литера', 'Литера класса: А, Б. Если литеры нет, оставьте пустым.', {
  carried: true,
  optional: true,
  slot: 'second',
});
export const enrolled = count('По списку, чел.', 'Сколько обучающихся числится в классе на последний день периода.', {
  carried: true,
  plausibleUpTo: 40,
});

/** The class list: entered once, compared with every other form. */
export const classes = defineForm({
  key: 'classes',
  title: 'Число обучающихся',
  help: 'Список классов школы на последний день периода. По нему проверяются остальные формы.',
  fields: { grade, letter, enrolled },
  identity: ['grade', 'letter'],
  spareRows: 2,
  due: EVERY_QUARTER,
});

export const classListTheme: Theme = { form: classes, indicators: [] };
