import { firstRow, settleRegister } from '../../src/domain';
import type { RegisterRow, World } from '../../src/model';
import { plan } from '../../src/programme/registers/plan';

const rows: readonly RegisterRow[] = plan.starts.map((start) => firstRow(plan, start));
const of = (part: string) => rows.filter((row) => row.part === part);
const world = (today: string): World => ({
  today,
  period: '2023-Q2',
  schools: [],
  figures: () => [],
  registers: {},
  collected: [],
  reports: [],
  changeOf: () => ({ low: -1, high: 1 }),
});

/** The plan on a day, some of its rows filled. */
const settled = (today: string, filled: Readonly<Record<string, Partial<RegisterRow>>>) =>
  settleRegister(
    plan,
    rows.map((row) => ({ known: null, row: { ...row, ...filled[String(row.number)] } as RegisterRow, faults: [] })),
    world(today),
    [],
  );
const row = (today: string, number: string, filled: Readonly<Record<string, Partial<RegisterRow>>>) =>
  settled(today, filled).find((item) => item.row.number === number)!;
const done = { status: 'выполнено', doneOn: '2020-01-28', document: 'Приказ от 28.01.2020 № 12' };

describe('the plan in the order’s words', () => {
  test('has 15 rows of the roadmap with their parts, 11 measures and 3 stages', () => {
    const roadmap = of('дорожная карта').map(({ number }) => String(number));
    expect(roadmap.filter((number) => !number.includes(' '))).toHaveLength(15);
    expect(roadmap.filter((number) => number.includes(' '))).toEqual([
      ...['1.1.1 а', '1.1.1 б', '1.1.1 в', '1.1.1 г', '1.1.5 а', '1.1.5 б', '1.1.5 в'],
      ...['1.1.6 а', '1.1.6 б', '1.1.6 в', '3.1 а', '3.1 б'],
    ]);
    expect(of('меры')).toHaveLength(11);
    expect(of('этапы')).toHaveLength(3);
  });

  test('titles are short, the order’s words are whole', () => {
    for (const { title, action } of rows) {
      expect(String(title).length).toBeLessThanOrEqual(60);
      expect(action).not.toBe('');
    }
    const parent = rows.find(({ number }) => number === '1.1.6')!;
    expect(String(parent.action).split('\n')).toHaveLength(4);
  });

  test('ids are permanent: one a row, in the order of the order', () => {
    expect(rows.map(({ id }) => id)).toEqual(rows.map((_, index) => `ПЛ-${String(index + 1).padStart(2, '0')}`));
  });

  test('the stage is that of the term, not the number of the section', () => {
    const stage = (number: string) => rows.find((item) => item.number === number)!.stage;
    expect([stage('3.1'), stage('1.1.4'), stage('2.1'), stage('Этап 3')]).toEqual(['2', '1–2', '1–3', '3']);
  });
});

describe('what data say of the plan', () => {
  test('an open row is overdue from the day after its term', () => {
    expect(row('2020-03-31', '1.1.4', {}).row.overdue).toBeNull();
    expect(row('2020-04-10', '1.1.4', {}).row.overdue).toBe(10);
    expect(
      row('2020-04-10', '1.1.4', { '1.1.4': { status: 'не требуется', reason: 'нет школ' } }).row.overdue,
    ).toBeNull();
  });

  test('a row done after its term was late by so many days', () => {
    const failed = { status: 'не выполнено' };
    expect(row('2020-04-10', '1.1.4', { '1.1.4': failed })).toMatchObject({
      row: { overdue: null },
      findings: [{ id: 'register/failed-without-reason' }],
    });
    const late = row('2023-06-25', '1.1.4', { '1.1.4': { ...done, doneOn: '2020-04-05' } }).row;
    expect([late.overdue, late.late]).toEqual([null, 5]);
  });

  test('the status of a row with parts is theirs', () => {
    const status = (parts: Readonly<Record<string, Partial<RegisterRow>>>) =>
      row('2023-06-25', '3.1', parts).row.status;
    expect(status({})).toBe('не начато');
    expect(status({ '3.1 а': done })).toBe('в работе');
    expect(status({ '3.1 а': done, '3.1 б': done })).toBe('выполнено');
    const both = { '3.1 а': done, '3.1 б': { ...done, doneOn: '2021-01-20' } };
    expect(row('2023-06-25', '3.1', both).row).toMatchObject({ doneOn: '2021-01-20', late: 20 });
    expect(status({ '3.1 а': done, '3.1 б': { status: 'не требуется', reason: 'нет' } })).toBe('выполнено');
  });

  test('the coordinator overrules it with a reason', () => {
    const own = { '3.1': { status: 'не выполнено', reason: 'Решение отложено' }, '3.1 а': done, '3.1 б': done };
    expect(row('2023-06-25', '3.1', own).row.status).toBe('не выполнено');
  });

  test('a row done by its parts is not asked for a document of its own', () => {
    expect(row('2023-06-25', '3.1', { '3.1 а': done, '3.1 б': done }).findings).toEqual([]);
  });

  test('a stage is not done while rows whose term has passed within it are open', () => {
    const { findings } = row('2020-03-01', 'Этап 1', { 'Этап 1': done });
    expect(findings).toEqual([
      expect.objectContaining({
        id: 'register/stage-with-open-rows',
        severity: 'warning',
        details: expect.objectContaining({ open: 5 }),
      }),
    ]);
    const parts = { '1.1.1 а': done, '1.1.1 б': done, '1.1.1 в': done, '1.1.1 г': done };
    expect(row('2020-03-01', 'Этап 1', { 'Этап 1': done, ...parts }).findings).toEqual([]);
  });
});

describe('the plan fills itself where data say it', () => {
  const schools = ['one', 'two'].map((key) => ({ key, name: key, type: 'ООШ', group: 'участник', partner: '' }));
  const collected = (filled: Readonly<Record<string, readonly string[]>>) => [
    { period: '2023-Q1', schools: 2, handedIn: 2, filled },
    { period: '2023-Q2', schools: 2, handedIn: 0, filled: {} },
  ];
  const filledRow = (number: string, more: Partial<World>, own: Partial<RegisterRow> = {}, today = '2023-06-25') =>
    settleRegister(
      plan,
      rows.map((item) => ({
        known: null,
        row: { ...item, ...(item.number === number ? own : {}) } as RegisterRow,
        faults: [],
      })),
      { ...world(today), schools, ...more },
      [],
    ).find((item) => item.row.number === number)!.row;

  test('data are handed in every quarter: in work while the programme lasts, done when it has ended', () => {
    const more = { collected: collected({}) };
    expect(filledRow('2.1', more)).toMatchObject({ status: 'в работе', said: 'Сдали 2 из 2, I квартал 2023 г.' });
    expect(filledRow('2.1', more, {}, '2024-01-10').status).toBe('выполнено');
    expect(filledRow('2.1', { collected: [] })).toMatchObject({ status: 'не начато', said: '' });
  });

  test('programmes of transition are done when each participant has its profile and its programme', () => {
    const some = { collected: collected({ riskProfile: ['one', 'two'], programme: ['one'] }) };
    expect(filledRow('1.1.4', some)).toMatchObject({ status: 'в работе', said: 'Профиль и программа: 1 из 2' });
    const all = { collected: collected({ riskProfile: ['one', 'two'], programme: ['one', 'two'] }) };
    expect(filledRow('1.1.4', all)).toMatchObject({ status: 'выполнено', overdue: null });
  });

  test('reports, events and agreements count where the order asks for them', () => {
    const reports = [{ kind: 'district', period: '2023-Q1' }];
    expect(filledRow('2.2', { reports }).said).toBe('Справок: 1, последняя – I квартал 2023 г.');
    const events = [{ id: 'М-101', kind: 'консультация', status: 'проведено' }];
    expect(filledRow('Мера 1.4', { registers: { events } }).said).toBe('Проведено мероприятий: 1');
    expect(filledRow('1.1.3', { registers: { events } }).status).toBe('в работе');
    const partners = [{ id: 'ПТ-101', kind: 'с учреждением ДОД', status: 'действует' }];
    expect(filledRow('Мера 2.3', { registers: { partners } }).status).toBe('в работе');
  });

  test('the coordinator overrules it with a reason, or with the day and the document', () => {
    const more = { collected: collected({ riskProfile: ['one'] }) };
    expect(filledRow('1.1.4', more, done).status).toBe('выполнено');
    const failed = { status: 'не выполнено', reason: 'Школы закрыты' };
    expect(filledRow('1.1.4', more, failed)).toMatchObject({ ...failed, said: 'Профиль и программа: 0 из 2' });
  });

  test.each<[string, string, Readonly<Record<string, readonly string[]>>, string]>([
    ['passports', '1.1.2', { context: ['one'] }, 'Паспорта: 1 школа, I квартал 2023 г.'],
    [
      'any of the forms, each school once',
      'Мера 1.2',
      { coverage: ['one'], achievements: ['one', 'two'] },
      'Охват, олимпиады: 2 школы, I квартал 2023 г.',
    ],
  ])('schools that have filled %s count in the last quarter in which somebody did', (_, number, filled, said) => {
    expect(filledRow(number, { collected: collected(filled) })).toMatchObject({ said, status: 'в работе' });
    expect(filledRow(number, { collected: collected({ staff: ['one'] }) })).toMatchObject({
      said: '',
      status: 'не начато',
    });
  });

  test('reports of the district count once a quarter, whatever else was built and in whatever order', () => {
    const reports = [
      { kind: 'district', period: '2023-Q2' },
      { kind: 'district', period: '2023-Q1' },
      { kind: 'district', period: '2023-Q2' },
      { kind: 'staff', period: '2023-Q3' },
    ];
    expect(filledRow('2.2', { reports }).said).toBe('Справок: 2, последняя – II квартал 2023 г.');
    expect(filledRow('2.2', { reports: reports.slice(3) })).toMatchObject({ said: '', status: 'не начато' });
  });

  test.each<[string, string, Partial<RegisterRow>, string]>([
    [
      'an audit whose findings were put right',
      '1.1.3',
      { kind: 'аудит', status: 'устранено' },
      'Проведено мероприятий: 1',
    ],
    ['an event that is only planned', '1.1.3', { kind: 'аудит', status: 'запланировано' }, ''],
    ['an event of another kind', 'Мера 1.4', { kind: 'семинар', status: 'проведено' }, ''],
  ])('%s shows of «%s» what is due to it', (_, number, event, said) => {
    expect(filledRow(number, { registers: { events: [{ id: 'М-101', ...event }] } }).said).toBe(said);
  });

  test.each<[string, Partial<RegisterRow>, string]>([
    ['in force', { kind: 'общий педагог', status: 'действует' }, 'Действует партнёрств: 1'],
    ['that has ended', { kind: 'общий педагог', status: 'завершено' }, ''],
    ['of another kind', { kind: 'с учреждением ДОД', status: 'действует' }, ''],
  ])('an agreement %s', (_, partner, said) => {
    expect(filledRow('Мера 2.1', { registers: { partners: [{ id: 'ПТ-101', ...partner }] } }).said).toBe(said);
  });

  test('programmes of transition are asked of the participants alone, and are not done while there are none', () => {
    const all = { riskProfile: ['one', 'two', 'far'], programme: ['one', 'two', 'far'] };
    const leading = { key: 'far', name: 'far', type: 'СОШ', group: 'ведущая', partner: '' };
    const more = { collected: collected(all), schools: [...schools, leading] };
    expect(filledRow('1.1.4', more)).toMatchObject({ said: 'Профиль и программа: 2 из 2', status: 'выполнено' });
    expect(filledRow('1.1.4', { ...more, schools: [leading] })).toMatchObject({
      ...{ said: 'Профиль и программа: 0 из 0', status: 'в работе' },
    });
    const profiles = { collected: collected({ riskProfile: ['one'] }) };
    expect(filledRow('1.1.4', profiles, {}, '2024-01-10').status).toBe('в работе');
  });

  test('a row that people have added says nothing by itself, whatever its number', () => {
    expect(filledRow('2.1', { collected: collected({}) }, { part: 'сверх приказа' })).toMatchObject({ said: '' });
  });

  test('a day without a document, or a document without a day, does not overrule what data say', () => {
    const more = { collected: collected({ riskProfile: ['one'] }) };
    expect(filledRow('1.1.4', more, { ...done, document: '' }).status).toBe('в работе');
    expect(filledRow('1.1.4', more, { ...done, doneOn: '' }).status).toBe('в работе');
    expect(filledRow('1.1.4', more, { ...done, status: 'в работе' }).status).toBe('в работе');
  });
});

describe('the status of an action with parts', () => {
  const parts = (a: Partial<RegisterRow>, b: Partial<RegisterRow>, own: Partial<RegisterRow> = {}) =>
    row('2023-06-25', '3.1', { '3.1': own, '3.1 а': a, '3.1 б': b }).row;
  const waived = { status: 'не требуется', reason: 'нет школ' };
  const failed = { status: 'не выполнено', reason: 'не успели' };

  test.each<[string, Partial<RegisterRow>, Partial<RegisterRow>, string]>([
    ['one is in work', { status: 'в работе' }, {}, 'в работе'],
    ['none has begun', {}, {}, 'не начато'],
    ['none is required', waived, waived, 'не требуется'],
    ['none was done', failed, failed, 'не выполнено'],
    ['none that is required was done', waived, failed, 'не выполнено'],
    ['one was not done, one has not begun', failed, {}, 'не начато'],
  ])('where %s', (_, a, b, status) => {
    expect(parts(a, b).status).toBe(status);
  });

  test('is done on the day of the last of them, without a day where none has one', () => {
    expect(parts({ ...done, doneOn: '2021-01-20' }, done).doneOn).toBe('2021-01-20');
    expect(parts({ ...done, doneOn: 'в январе' }, done).doneOn).toBe('2020-01-28');
    expect(parts({ ...done, doneOn: '' }, { ...done, doneOn: '' }).doneOn).toBe('');
  });

  test('follows from parts of the same section of the plan only', () => {
    const other = row('2023-06-25', '3.1', { '3.1 а': { ...done, part: 'меры' }, '3.1 б': {} }).row;
    expect(other.status).toBe('не начато');
  });
});

test('a row is neither overdue nor late where its term is no day, and not late on the day of its term', () => {
  expect(row('2023-06-25', '1.1.4', { '1.1.4': { dueTo: 'постоянно' } }).row).toMatchObject({
    overdue: null,
    late: null,
  });
  expect(row('2023-06-25', '1.1.4', { '1.1.4': { ...done, doneOn: '2020-03-31' } }).row.late).toBeNull();
  expect(row('2023-06-25', '1.1.4', { '1.1.4': { ...done, doneOn: 'в мае' } }).row.late).toBeNull();
});
