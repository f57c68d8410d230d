import { choice, count, date, defineRegister, type Programme, type Register, ref, text } from '../../../src/model';
import { plan } from '../../../src/programme/registers/plan';
import { programme as first } from '../../four-forms';

const STATES = ['намечено', 'идёт', 'проведено'] as const;

/** A register that only the test knows: with a status cycle, a reference to the plan and a field that data compute. */
const councils = defineRegister({
  key: 'councils',
  title: 'Мероприятия района',
  help: 'Что проведено.',
  fields: {
    theme: text('Тема', 'О чём.'),
    state: choice('Состояние', 'Как идёт.', STATES),
    heldOn: date('День', 'Когда проведено.'),
    minutes: text('Протокол', 'Чем подтверждается.'),
    serves: ref('К чему', 'Строка плана.', 'plan'),
    served: text('Статус строки плана', 'Считается.'),
  },
  identity: ['theme'],
  prefix: 'СВ',
  label: 'theme',
  answers: ['п. 4.1'],
  starts: [{ id: 'СВ-01', theme: 'Совещание директоров', state: 'намечено' }],
  hand: { theme: 'order', served: 'computed' },
  computed: (rows, { registers }) =>
    rows.map(({ serves }) => ({ served: String(registers.plan?.find(({ id }) => id === serves)?.status ?? '') })),
  status: {
    field: 'state',
    cycle: {
      states: STATES.map((key) => ({ key, title: key })),
      moves: [
        { from: 'намечено', to: 'идёт', by: 'coordinator' },
        { from: 'идёт', to: 'проведено', by: 'coordinator' },
      ],
    },
  },
  done: { states: ['проведено'], on: 'heldOn', evidence: ['minutes'] },
  frozen: true,
});

/** The plan with one column for people and one that data compute. */
const longerPlan: Register = {
  ...plan,
  fields: {
    ...plan.fields,
    cost: count('Стоимость, руб.', 'Сколько потрачено.'),
    weight: count('Знаков', 'Считается.'),
  },
  hand: { ...plan.hand, weight: 'computed' },
  computed: (rows, world) =>
    plan.computed!(rows, world).map((said, index) => ({ ...said, weight: String(rows[index]!.title).length })),
};

/** The district's programme, its plan longer, and one register more. */
export const programme: Programme = {
  ...first,
  registers: [longerPlan, councils],
  requirements: [...first.requirements, { id: 'п. 4.1', words: 'методическое сопровождение', answers: [] }],
};
