import { leftoversIn } from '../../src/local/proof/leftovers';
import { canonicalJson, type ReopeningPlan } from '../../src/model';
import { a1, accountOf, District, goodRows, schoolsOf } from './district';

const QUARTER = '2023-Q2';
const WHY = 'закрыт раньше времени';

/** Two schools, one of which has handed in, explained a question and answered for a whole form. */
function filled(schools = 2): District {
  const district = District.ready({ schools: schoolsOf(schools) });
  for (const [index, key] of ['s1', 's2'].entries()) district.fill(key, index);
  district.enter('s2', 'marks', 1, 'four', '3');
  district.enter('s2', 'marks', 1, 'explanation', 'Двое на лечении');
  tick(district, 's1', 'submit');
  district.click('consolidateWorkbook');
  return district;
}

function tick(district: District, school: string, what: 'check' | 'submit'): string[] {
  return district.type(school, `D${district.rowOf(district.tab(school), `head/${what}`)}`, true);
}

const plain = (cell: unknown) => (typeof cell === 'string' ? cell.replace(/строка \d+/, 'строка') : cell);

const reopen = (district: District, why = WHY) =>
  district.runtime.run('reopenPeriod', [QUARTER, why]) as { title: string; lines: string[] };
const close = (district: District) => district.runtime.run('closePeriod', [QUARTER]);

/** All cells of the schools' tabs but titles repeated above a class and rows left free, of which a turning makes more or fewer. */
const tabs = (district: District) =>
  district.schools.map(({ name }) =>
    district
      .values(name)
      .filter(([role, ...cells]) => !String(role).endsWith('/caption') && cells.some((cell) => cell !== ''))
      .map((cells) =>
        cells.map((cell) => (String(cell).startsWith('{') ? canonicalJson(JSON.parse(String(cell))) : plain(cell))),
      ),
  );

test('a period that was closed too early is open again, every tab as it stood when it was closed', () => {
  const district = filled();
  const before = tabs(district);
  const totals = district.figures();
  close(district);
  expect(tabs(district)).not.toEqual(before);
  const { title } = reopen(district);
  expect(title).toBe('II квартал 2023 г. снова открыт');
  const after = tabs(district);
  for (const [index, grid] of before.entries())
    grid.forEach((cells, row) => {
      expect([index, row + 1, after[index]![row]]).toEqual([index, row + 1, cells]);
    });
  expect(after).toEqual(before);
  expect(district.figures()).toEqual(totals);
});

const panel = <T>(district: District, action: string, ...args: unknown[]): T => {
  const answer = district.runtime.run('panelCall', ['coordinator', action, args]) as { done: T } | { refused: string };
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.done;
};

test('the coordinator is shown what will be, gives a reason, and finds both in the journal', () => {
  const district = filled();
  close(district);
  const plan = panel<ReopeningPlan>(district, 'planReopening');
  expect(plan).toMatchObject({ title: 'II квартал 2023 г.', begun: false, unread: [], typed: [] });
  expect(() => panel(district, 'reopen', plan.title, ' ')).toThrow('Напишите, почему период открывается снова');
  panel(district, 'reopen', plan.title, WHY);
  const line = district.values('Журнал').find(([, , what]) => what === 'Период открыт снова')!;
  expect(line.slice(1, 5)).toEqual([
    'координатор',
    'Период открыт снова',
    '',
    `${plan.title} снова открыт. Причина: ${WHY}`,
  ]);
  expect(() => panel(district, 'planReopening')).toThrow('Закрытых периодов нет');
});

test('what a school has typed for the next period is not lost: nothing is opened, the school is named, and it may type on', () => {
  const district = filled();
  close(district);
  district.enter('s2', 'marks', 1, 'five', '1');
  const before = tabs(district);
  expect(panel<ReopeningPlan>(district, 'planReopening').typed).toEqual(['Школа №2: «Отметки»']);
  expect(() => reopen(district)).toThrow(/^Не открыт, ничего не изменено\. Следующий период уже вводят: Школа №2\./);
  expect(tabs(district)).toEqual(before);
  expect(leftoversIn(district.runtime)).toEqual([]);
  district.enter('s2', 'marks', 1, 'five', '');
  expect(reopen(district).title).toBe('II квартал 2023 г. снова открыт');
});

test('a class that a school has added for the next period stands in the way, too; an answer about a form and a handing in as well', () => {
  const district = filled();
  close(district);
  const typedBy = () => panel<ReopeningPlan>(district, 'planReopening').typed;
  district.enter('s1', 'classes', 1, 'enrolled', '31');
  expect(typedBy()).toEqual(['Школа №1: «Число обучающихся»']);
  const answer = a1(district.rowOf('Школа №2', 'head/form/context'), 6);
  district.type('s2', answer, 'не было');
  expect(typedBy()).toHaveLength(2);
});

test('closed again after a correction, the totals are those of a quarter closed once', () => {
  const once = filled();
  once.enter('s1', 'marks', 1, 'four', '3');
  once.enter('s1', 'marks', 1, 'five', '5');
  close(once);
  const district = filled();
  close(district);
  reopen(district);
  district.enter('s1', 'marks', 1, 'four', '3');
  district.enter('s1', 'marks', 1, 'five', '5');
  close(district);
  expect(district.figures()).toEqual(once.figures());
  expect(tabs(district)).toEqual(tabs(once));
});

test('after the next quarter was collected once, no snapshot is missed', () => {
  const district = filled();
  close(district);
  district.click('consolidateWorkbook');
  reopen(district);
  for (const command of ['consolidateWorkbook', 'setUpWorkbook'])
    expect(district.click(command).message).not.toContain('снимка');
  close(district);
});

test('what was accepted is accepted and closed to the school again, what was given back says why', () => {
  const district = filled();
  panel(district, 'accept', 's1');
  district.replace('s2', 'marks', goodRows(1).marks);
  tick(district, 's2', 'submit');
  panel(district, 'giveBack', 's2', { comment: 'Нет химии', notes: [] });
  const before = tabs(district);
  const locked = () =>
    district.state('Школа №1').protections.filter(({ description }) => description.endsWith('[lock:accepted]'));
  expect(locked()).toHaveLength(1);
  close(district);
  expect(locked()).toHaveLength(0);
  reopen(district);
  expect(tabs(district)).toEqual(before);
  expect(locked()).toHaveLength(1);
  expect(() => district.enter('s1', 'marks', 1, 'four', '3')).toThrow('protected');
});

test('a form that was answered for is answered for and folded again', () => {
  const district = filled();
  const line = district.rowOf('Школа №2', 'head/form/context');
  for (let n = 1; n <= 2; n += 1)
    for (const key of ['incompleteFamilies', 'lowIncome']) district.enter('s2', 'context', n, key, '');
  district.type('s2', a1(line, 6), 'не было');
  district.type('s2', a1(line, 9), 'Собираем в сентябре');
  const hidden = () =>
    [...district.state('Школа №2').hiddenRows]
      .map((row) => String(district.values('Школа №2')[row]?.[0]))
      .filter((role) => role.startsWith('context/'))
      .sort();
  const [before, folded] = [tabs(district), hidden()];
  close(district);
  reopen(district);
  expect(tabs(district)).toEqual(before);
  expect(hidden()).toEqual(folded);
});

test('only the period closed last, and only by a coordinator', () => {
  const district = filled();
  close(district);
  district.runtime.run('closePeriod', ['2023-Q3']);
  expect(() => reopen(district)).toThrow(
    'Снова открыть можно только период, закрытый последним: это III квартал 2023 г.',
  );
});

test('a run that died when all but collecting was done says what is left, and a click does it', () => {
  const district = filled();
  const totals = district.figures();
  close(district);
  const isClosed = () => district.values('Периоды').flat().includes(QUARTER);
  district.onCall = ({ method, phase }) => {
    if (method === 'Properties.deleteProperty' && phase === 'after' && !isClosed())
      throw Object.assign(new Error('killed'), { name: 'Cut' });
  };
  expect(() => reopen(district)).toThrow('killed');
  district.onCall = undefined;
  district.move('2023-06-25T14:00:00+09:00');
  const plan = panel<ReopeningPlan>(district, 'planReopening');
  expect(plan).toMatchObject({ title: 'II квартал 2023 г.', begun: true });
  expect(plan.notes.join()).toContain('Осталось собрать свод');
  panel(district, 'reopen', plan.title, '');
  expect(district.figures()).toEqual(totals);
  expect(() => panel(district, 'planReopening')).toThrow('Закрытых периодов нет');
});

test('a school is told that this is the coordinator’s', () => {
  const district = filled();
  close(district);
  const user = accountOf('s1');
  district.runtime.grant(user);
  const refused = 'Это делает координатор';
  expect(() => district.runtime.run('reopenPeriod', [QUARTER, WHY], { user })).toThrow(refused);
  const args = ['coordinator', 'reopen', ['II квартал 2023 г.', WHY]];
  expect(district.runtime.run('panelCall', args, { user })).toMatchObject({
    refused: expect.stringContaining(refused),
  });
  expect(district.values('Периоды').flat()).toContain(QUARTER);
});

test('registers stay as they are now, which is said beforehand', () => {
  const district = filled();
  close(district);
  const tab = 'План программы';
  const place = a1(district.rowOf(tab, 'ПЛ-07'), district.keysOf(tab).indexOf('status') + 1);
  district.runtime.edit(tab, place, 'выполняется');
  expect(panel<ReopeningPlan>(district, 'planReopening').notes.join(' ')).toContain(
    'Вкладки района (реестры, «Школы», «Настройки») останутся такими, как сейчас.',
  );
  reopen(district);
  expect(district.value(tab, place)).toBe('выполняется');
});

test('where Google is slow it goes on over several clicks and comes to the same', () => {
  const district = filled(12);
  const before = tabs(district);
  close(district);
  district.onCall = ({ phase }) => {
    if (phase === 'after') district.runtime.advance(5000);
  };
  const titles: string[] = [];
  for (let clicks = 0; clicks < 30; clicks += 1) {
    const outcome = reopen(district) as { title: string; more?: boolean };
    titles.push(outcome.title);
    if (!outcome.more) break;
  }
  district.onCall = undefined;
  expect(titles.length).toBeGreaterThan(1);
  expect(titles.at(-1)).toMatch(/открыт$/);
  expect(tabs(district)).toEqual(before);
  expect(leftoversIn(district.runtime)).toEqual([]);
});

test('what was corrected after the closing is typed in as it was corrected, and said beforehand', () => {
  const district = filled();
  close(district);
  const tab = 'Сводные данные. Отметки';
  const row = district.values(tab).findIndex(([period]) => period === QUARTER) + 1;
  const column = district.keysOf(tab).indexOf('field:four') + 1;
  district.sheet(tab).showSheet();
  district.runtime.select(tab, a1(row, column));
  district.runtime.answers.push('1', 'опечатка', 'NO');
  expect(district.click('correctClosedPeriod').title).toBe('Исправление записано');
  const notes = panel<ReopeningPlan>(district, 'planReopening').notes.map(String);
  expect(notes.join(' ')).toMatch(/войдут и исправления, внесённые после закрытия: 1\sчисло/);
  reopen(district);
  expect(district.field('s1', 'marks', 1, 'four')).toBe(1);
  expect(district.value(tab, a1(row, column))).toBe(1);
});

describe('a school that handed in for the closed period and has no tab now', () => {
  const own = (district: District) => district.figures().filter(({ period }) => period === QUARTER);
  const closedWithout = (): District => {
    const district = filled();
    close(district);
    district.spreadsheet().deleteSheet(district.sheet('Школа №2'));
    return district;
  };

  test('stands in the way and is named; with the tab made again what it typed is back', () => {
    const district = closedWithout();
    const totals = own(district);
    expect(panel<ReopeningPlan>(district, 'planReopening').unread).toEqual(['Школа №2: вкладки нет в книге']);
    expect(() => reopen(district)).toThrow('Сдавали, а вкладки теперь нет: Школа №2');
    expect(own(district)).toEqual(totals);
    district.setUp();
    reopen(district);
    expect(district.field('s2', 'marks', 1, 'four')).toBe(3);
    expect(own(district)).toEqual(totals);
  });

  test('is named, too, when its line in «Школы» is gone', () => {
    const district = closedWithout();
    const totals = own(district);
    const all = district.schools;
    district.register(all.filter(({ key }) => key !== 's2'));
    expect(panel<ReopeningPlan>(district, 'planReopening').unread).toEqual([
      'Школа №2: нет в «Школах»: верните её строку с прежним ключом',
    ]);
    expect(() => reopen(district)).toThrow('Сдавали, а вкладки теперь нет: Школа №2');
    district.register(all);
    district.setUp();
    reopen(district);
    expect(own(district)).toEqual(totals);
  });
});
