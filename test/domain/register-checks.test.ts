import { firstRow, registerChecks, registerWords } from '../../src/domain';
import type { Register, RegisterCase, RegisterCheck, RegisterRow, Start } from '../../src/model';
import { programme } from '../../src/programme';
import { papers } from './sample-register';

const rowsOf = (register: Register, rows: readonly Partial<RegisterRow>[]): RegisterRow[] =>
  rows.map((row, index) => firstRow(register, { id: `${register.prefix}-${101 + index}`, ...row } as Start));

/** What the check says of an example's rows. */
function said(register: Register, { id, severity, find }: RegisterCheck, given: RegisterCase): string[] {
  const rows = rowsOf(register, given.rows);
  const world = {
    today: given.today ?? '2023-06-25',
    period: '2023-Q2',
    schools: (given.schools ?? []).map((school) => ({ name: school.key, type: '', group: '', partner: '', ...school })),
    figures: () => [],
    collected: [],
    reports: [],
    changeOf: () => ({ low: -1, high: 1 }),
    registers: { [register.key]: rows },
  };
  const before = new Map(rowsOf(register, given.before ?? []).map((row) => [row.id, row]));
  return find({ register, rows, before, computed: new Set(), world }).map(
    (found) =>
      `${found.row}: ${registerWords({ ...register, checks: [...(register.checks ?? [])] }, { ...found, id, severity })}`,
  );
}

describe.each([
  ...registerChecks.map((check) => [check.id, papers, check] as const),
  ...programme.registers.flatMap((register) =>
    (register.checks ?? []).map((check) => [`${register.key}: ${check.id}`, register, check] as const),
  ),
])('%s', (_, register, check) => {
  test.each(check.cases.map((given) => [given.says.join(' ') || 'nothing', given] as const))('says %s', (_, given) => {
    expect(said(register, check, given)).toEqual(given.says);
  });

  test('has an example of saying and one of silence', () => {
    expect(check.cases.some(({ says }) => says.length > 0)).toBe(true);
    expect(check.cases.some(({ says }) => says.length === 0)).toBe(true);
  });
});

test('a register that says nothing of states and of what is done has nothing of that found', () => {
  const { status: _, done: __, waived: ___, ...bare } = papers;
  const row = { status: 'нет', signedOn: '2030-01-01', title: 'Положение' };
  const ids = (register: Register) =>
    registerChecks.flatMap((check) =>
      said(register, check, { rows: [row], before: [{ status: 'утверждён' }], says: [] }),
    );
  expect(ids(bare)).toEqual([]);
  expect(ids(papers)).toHaveLength(3);
});
