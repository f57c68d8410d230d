import { choice, count, date, defineRegister, ref, text } from '../../src/model';

/** A register that only tests know; its rows of the order are two. */
const STATES = ['нет', 'проект', 'утверждён'] as const;

export const papers = defineRegister({
  key: 'papers',
  title: 'Бумаги',
  help: 'Что утверждено.',
  fields: {
    number: text('№', 'Номер.'),
    title: text('Название', 'Как называется.'),
    status: choice('Статус', 'Что с ней.', STATES),
    signedOn: date('Дата', 'Когда утверждена.'),
    proof: text('Реквизиты', 'Номер.'),
    why: text('Примечание', 'Почему нет.'),
    pages: count('Листов', 'Сколько.'),
    school: text('Школа', 'Чья.', { schools: 'only' }),
    replaces: ref('Взамен', 'Какой бумаги.', 'papers'),
  },
  identity: ['number'],
  prefix: 'Б',
  label: 'title',
  answers: [],
  starts: [
    { id: 'Б-01', number: '1', title: 'Положение', status: 'нет' },
    { id: 'Б-02', number: '2', title: 'План', status: 'нет' },
  ],
  hand: { number: 'order', title: 'order' },
  status: {
    field: 'status',
    cycle: {
      states: STATES.map((key) => ({ key, title: key })),
      moves: [
        { from: 'нет', to: 'проект', by: 'coordinator' },
        { from: 'проект', to: 'утверждён', by: 'coordinator' },
      ],
    },
  },
  done: { states: ['утверждён'], on: 'signedOn', evidence: ['proof'] },
  waived: { states: ['нет'], why: 'why' },
  frozen: true,
});
