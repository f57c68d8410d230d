import { choice, date, defineRegister, text } from '../../../src/model';

/** A register with a row in the order's words and a status. */
export const visits = defineRegister({
  key: 'visits',
  title: 'Выезды',
  help: 'Выезды в школы.',
  fields: {
    theme: text('Тема', 'О чём.'),
    status: choice('Статус', 'Выберите.', ['запланирован', 'проведён']),
    on: date('День', 'Когда.', { optional: true }),
  },
  identity: ['theme'],
  prefix: 'В',
  label: 'theme',
  answers: ['M1.4'],
  starts: [{ id: 'В-01', theme: 'Аудит', status: 'запланирован' }],
  hand: { theme: 'order' },
  status: {
    field: 'status',
    cycle: {
      states: [
        { key: 'запланирован', title: 'запланирован' },
        { key: 'проведён', title: 'проведён' },
      ],
      moves: [{ from: 'запланирован', to: 'проведён', by: 'coordinator' }],
    },
  },
  frozen: true,
});
