import type { RegisterRow } from '../../src/model';
import { programme } from '../../src/programme';
import { EFFECTS, MECHANISMS, PARTS, STATES, statesOf } from '../../src/report/register-states';

test.each(Object.entries(STATES))(
  'every state of «%s» that reports tell apart is one that its register declares',
  (key, states) => {
    const { cycle } = programme.registers.find((register) => register.key === key)!.status!;
    const declared = cycle.states.map((state) => state.key);
    expect(Object.values(states).filter((state) => !declared.includes(state))).toEqual([]);
  },
);

test.each([
  ['actions', 'effect', EFFECTS],
  ['plan', 'part', PARTS],
  ['financing', 'mechanism', MECHANISMS],
])('what reports look for in «%s», column «%s», are words that the register declares', (key, field, words) => {
  const { choices } = programme.registers.find((register) => register.key === key)!.fields[field]!;
  expect(Object.values(words).filter((word) => !choices!.includes(word))).toEqual([]);
});

test('a state that people see under another word is counted as before, under that word', () => {
  const renamed = programme.registers.map((register) => {
    const { status } = register;
    if (register.key !== 'plan' || !status) return register;
    const states = status.cycle.states.map((state) => ({ ...state, title: `${state.title}!` }));
    return { ...register, status: { ...status, cycle: { ...status.cycle, states } } };
  });
  const rows: RegisterRow[] = ['выполнено', 'выполнено', 'в работе'].map((status, id) => ({ id: `${id}`, status }));
  const told = statesOf({ programme: { ...programme, registers: renamed } }, 'plan', rows, Object.values(STATES.plan));
  expect(told).toBe('выполнено! – 2, в работе! – 1');
});
