/** How far the programme's plan has come in the demonstration district. **Invented**, as all its figures. */
type Line = Readonly<Record<string, string>>;

const done = (number: string, doneOn: string, document: string): Line => ({
  number,
  status: 'выполнено',
  doneOn,
  document: `${document} (учебные данные)`,
});
const going = (number: string, nextStep = ''): Line => ({ number, status: 'в работе', nextStep });

export const PLAN: readonly Line[] = [
  done('1.1.1 а', '20.01.2020', 'Приказ от 20.01.2020 № 11'),
  done('1.1.1 б', '28.01.2020', 'Приказы четырёх школ'),
  done('1.1.1 в', '20.01.2020', 'Приказ от 20.01.2020 № 11'),
  done('1.1.1 г', '30.01.2020', 'Приказ от 30.01.2020 № 17'),
  going('1.1.2', 'Паспорта за квартал – к сроку сдачи'),
  going('1.1.3'),
  done('1.1.4', '05.04.2020', 'Программы перехода четырёх школ'),
  done('1.1.5 а', '15.05.2020', 'План информационного сопровождения'),
  done('1.1.5 б', '10.06.2020', 'Протоколы Управляющих советов'),
  done('1.1.5 в', '19.06.2020', 'Публикации на сайтах школ'),
  going('1.1.6 а'),
  {
    number: '1.2.1',
    status: 'в работе',
    reason: 'Проект Положения на согласовании',
    nextStep: 'Утвердить Положение до 1 октября',
  },
  going('1.2.2'),
  going('2.1', 'Напомнить школам за неделю до срока'),
  going('2.2'),
  going('2.3'),
  {
    number: '3.1 а',
    status: 'не выполнено',
    reason: 'За 2020 год данных мало для вывода об устойчивом улучшении',
    nextStep: 'Вернуться к решению по итогам 2022/2023 учебного года',
  },
  going('3.2'),
  going('Мера 1.1'),
  going('Мера 1.5'),
  going('Мера 3.1'),
  done('Этап 1', '31.01.2020', 'Протокол рабочей группы'),
  going('Этап 2'),
];
