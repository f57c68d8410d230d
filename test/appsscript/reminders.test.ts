import type { Board, ClosingPlan } from '../../src/model';
import { SCOPES } from '../local/bundle';
import { a1, District, OWNER } from './district';

const prepared = District.ready({ at: '2023-06-13T10:00:00+09:00' });
const inSchools = (district: District, row: number, key: string, typed: string): void =>
  void district.runtime.edit('Школы', a1(3 + row, district.keysOf('Школы').indexOf(key) + 1), typed);
inSchools(prepared, 1, 'mail', 'one@school.example');
inSchools(prepared, 2, 'mail', 'two@school.example');
prepared.fill('s1');
prepared.click('consolidateWorkbook');

type Told = { title: string; lines: string[] };
const plain = (text: unknown): string => String(text).replaceAll('\u00a0', ' ');
const panel = <T>(district: District, action: string, ...args: unknown[]): T => {
  const answer = district.runtime.run('panelCall', ['coordinator', action, args]) as { done: T } | { refused: string };
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.done;
};
const journal = (district: District): string[] =>
  district.values('Журнал').map((cells) => plain(`${cells[1]}. ${cells[2]}: ${cells[4]}`));
const night = (district: District, day: string): void => {
  district.move(`${day}T03:10:00+09:00`);
  district.runtime.trigger('consolidateOnSchedule');
};

describe('«Напомнить»', () => {
  test('writes to those who owe, with what is left and the link to their tab, once in a stage', () => {
    const district = prepared.copy();
    expect(panel<Board>(district, 'load').next).toMatchObject({ action: 'remind', label: 'Напомнить двум школам' });
    expect(panel<Told>(district, 'remind', ['s1', 's2']).lines).toEqual(['Письма отправлены: Школа №1, Школа №2.']);
    const [first, second] = district.runtime.mail;
    expect([first!.to, second!.to]).toEqual(['one@school.example', 'two@school.example']);
    expect(plain(first!.subject)).toBe('II квартал 2023 г.: сдать данные до 15 июня');
    expect(first!.body).toContain(`#gid=${district.sheet('Школа №1').getSheetId()}`);
    expect(plain(second!.body)).toContain('– «Отметки»: заполнено 0 из');
    expect(panel<Told>(district, 'remind', ['s1'])).toMatchObject({ title: 'Писем нет' });
    expect(district.runtime.mail).toHaveLength(2);
    expect(plain(panel<Board>(district, 'load').schools[0]!.reminded)).toBe('напомнили 13 июня');
    expect(journal(district)).toContain('координатор. Напоминания отправлены: II квартал 2023 г.: Школа №1, Школа №2');
  });

  test('writes to nobody beyond the day’s quota, and says who is left', () => {
    const district = prepared.copy();
    for (let n = 0; n < 99; n += 1) district.runtime.mail.push({ from: OWNER, to: `x${n}@x.ru` } as never);
    const { lines } = panel<Told>(district, 'remind', ['s1', 's2']);
    expect(lines[0]).toBe('Письма отправлены: Школа №1.');
    expect(lines[1]).toContain('завтра: Школа №2.');
    expect(panel<Board>(district, 'load').next.schools).toEqual(['s2']);
  });

  test('without the permission it says so and leaves the list to be copied', () => {
    const district = prepared.copy();
    district.runtime.uncertain.refusedScopes = [SCOPES.mail];
    expect(() => panel(district, 'remind', ['s1'])).toThrow('Список должников можно скопировать');
    expect(panel<Board>(district, 'load').debtors).toContain('Школа №1');
    expect(district.runtime.mail).toEqual([]);
  });
});

describe('at night', () => {
  const automatic = prepared.copy();
  automatic.click('enableAutomation');
  automatic.runtime.advance(60_000);
  automatic.runtime.trigger('tryNight');

  test('those who owe are written to before the deadline, after it and a week later, once each', () => {
    const district = automatic.copy();
    for (const day of ['14', '15', '16', '17', '23', '24']) night(district, `2023-06-${day}`);
    expect(
      district.runtime.mail.filter(({ to }) => to === 'two@school.example').map(({ subject }) => plain(subject)),
    ).toEqual([
      'II квартал 2023 г.: сдать данные до 15 июня',
      'II квартал 2023 г.: данные не сданы',
      'II квартал 2023 г.: данные не сданы',
    ]);
  });

  test('a school whose deadline is put off is waited for; its tab and the board say until when', () => {
    const district = automatic.copy();
    inSchools(district, 2, 'extended', '30.06.2023');
    night(district, '2023-06-16');
    expect(district.runtime.mail.map(({ to }) => to)).toEqual(['one@school.example']);
    const row = district.rowsIn('Состояние').find(({ school }) => school === 's2')!;
    expect(row.timeliness).toBe('не сдано, срок 30.06.2023');
    expect(plain(district.value('Школа №2', 'G1'))).toContain('сдать до 30 июня');
  });

  test('a refused permission is told once in a stage and spoils no consolidation', () => {
    const district = automatic.copy();
    district.runtime.uncertain.refusedScopes = [SCOPES.mail];
    for (const day of ['14', '15']) night(district, `2023-06-${day}`);
    expect(journal(district).filter((line) => line.includes('Напоминания не отправлены'))).toHaveLength(1);
    expect(panel<Board>(district, 'load').nightFailed).toBe(false);
  });

  test('«нет» in Настройки sends nothing', () => {
    const district = automatic.copy();
    district.set('reminders', 'нет');
    night(district, '2023-06-14');
    expect(district.runtime.mail).toEqual([]);
  });
});

test('the screen of closing tells what has changed since the last consolidation, and changes nothing itself', () => {
  const district = prepared.copy();
  const before = district.values('Сводные данные. Показатели');
  expect(panel<ClosingPlan>(district, 'plan').changes[0]).toMatch(/^На вкладках ничего не изменилось/);
  district.enter('s1', 'marks', 1, 'five', '5');
  district.enter('s1', 'marks', 1, 'three', '6');
  const plan = panel<ClosingPlan>(district, 'plan');
  expect(plain(plan.changes[0])).toMatch(
    /^2 ячейки у 1 школы изменились после свода 13 июня в 10:0\d: Школа №1 – 2\.$/,
  );
  expect(plain(plan.changes[1])).toMatch(
    /^.+: [\d,]+ → [\d,]+ %, потому что изменилось: Школа №1 \([\d,]+ → [\d,]+\)\.$/,
  );
  expect(plan).toMatchObject({ owing: ['Школа №1', 'Школа №2'], waiting: [], unread: [], early: true });
  expect(district.values('Сводные данные. Показатели')).toEqual(before);
  expect(() => panel(district, 'close', 'I квартал 2023 г.')).toThrow('Откройте закрытие ещё раз');
});
