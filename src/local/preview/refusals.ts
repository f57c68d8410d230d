/** What Google says in a Russian window, by how the runtime begins to say it. */
const IN_RUSSIAN: readonly (readonly [begins: RegExp, words: string])[] = [
  [
    /^You are trying to edit a protected cell or object/,
    'Вы пытаетесь изменить защищённую ячейку или объект. Если вам нужно внести изменения, попросите владельца таблицы снять защиту.',
  ],
  [
    /^The data you entered in cell (\S+) violates the data validation rules set on this cell\.(?: Please enter one of the following values: (.*)\.)?/,
    'Данные, введённые в ячейку $1, не соответствуют правилам проверки, заданным для этой ячейки. $2',
  ],
  [/^You can't delete all the rows/, 'Нельзя удалить все строки листа.'],
  [
    /^Sorry, it is not possible to delete all non-frozen rows/,
    'К сожалению, нельзя удалить все незакреплённые строки.',
  ],
  [/^Authorization is required/, 'Чтобы выполнить это действие, нужно дать скрипту разрешение.'],
  [/^Exceeded maximum execution time/, 'Превышено максимальное время выполнения.'],
];

export const inRussian = (message: string): string => {
  const known = IN_RUSSIAN.find(([begins]) => begins.test(message));
  if (!known) return message;
  const [, ...parts] = known[0].exec(message)!;
  return known[1].replace(/\$(\d)/g, (_, at: string) => parts[Number(at) - 1] ?? '').trim();
};
