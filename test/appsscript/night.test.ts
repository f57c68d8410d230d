import { accountOf, District, OWNER } from './district';

const SECOND = 'second@example.org';
const MINUTE = 60_000;

const prepared = District.ready();
prepared.fill('s1');
prepared.fill('s2', 1);

function coordinators(): District {
  const district = prepared.copy();
  const { runtime } = district;
  runtime.book.editors.add(SECOND);
  runtime.grant(SECOND);
  const { SpreadsheetApp } = runtime.globals as { SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp };
  for (const kind of [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE])
    for (const protection of district.spreadsheet().getProtections(kind)) protection.addEditor(SECOND);
  return district;
}

const toastsOf = ({ runtime }: District, user = OWNER) =>
  runtime.open({ user }).toasts.map((each) => ('message' in each ? each.message : ''));
const journal = (district: District) => district.values('Журнал').map((row) => row.slice(1, 3).join(': '));
const count = (district: District, words: string) => journal(district).filter((line) => line.includes(words)).length;
const handlers = ({ runtime }: District) => runtime.triggers.map(({ handler, event }) => `${handler} ${event}`);

/** Automation switched on; the trial has run where the clock's runs see the workbook. */
function enabled(bookAtNight = true): District {
  const district = coordinators();
  district.runtime.uncertain.bookAtNight = bookAtNight;
  district.click('enableAutomation');
  district.runtime.advance(MINUTE);
  if (bookAtNight) district.runtime.trigger('tryNight');
  district.runtime.advance(2 * MINUTE);
  return district;
}

describe('switching automation on', () => {
  test('sets a trial a minute later, which writes its line into Журнал and is gone', () => {
    const district = coordinators();
    const { message } = district.click('enableAutomation');
    expect(message).toContain('«Проба автоматического сбора»');
    expect(district.runtime.triggers.find(({ handler }) => handler === 'tryNight')!.schedule).toEqual({
      after: MINUTE,
    });
    district.runtime.advance(MINUTE);
    district.runtime.trigger('tryNight');
    expect(journal(district).at(-1)).toBe('автоматический сбор: Проба автоматического сбора');
    expect(handlers(district)).toEqual(['consolidateOnSchedule CLOCK']);
    district.runtime.advance(10 * MINUTE);
    expect(toastsOf(district)).toEqual([]);
    expect(district.click('enableAutomation').message).not.toContain('пробный');
    expect(handlers(district)).toEqual(['consolidateOnSchedule CLOCK']);
  });

  test('where the line is missing at the next opening, that is said, and what to do', () => {
    const district = coordinators();
    district.click('enableAutomation');
    district.runtime.advance(3 * MINUTE);
    expect(toastsOf(district)).toEqual([
      expect.stringContaining('Пробный ночной запуск не сработал: в «Журнале» нет его строки.'),
    ]);
    expect(toastsOf(district)[0]).toContain('«Включить автоматический сбор»');
  });

  test('«Нет» tries once more', () => {
    const district = enabled(false);
    district.runtime.answers.push('NO');
    expect(district.click('enableAutomation').message).toContain('пробный запуск');
    expect(handlers(district).sort()).toEqual(['consolidateOnSchedule CLOCK', 'tryNight CLOCK']);
    expect(toastsOf(district)).toEqual([]);
  });
});

describe('where getActive() gives nothing at night', () => {
  const district = enabled(false);

  test('the trial and the run of the night end in words, never in a TypeError', () => {
    for (const name of ['tryNight', 'consolidateOnSchedule']) {
      const copy = district.copy();
      copy.runtime.uncertain.bookAtNight = false;
      expect(() => copy.runtime.trigger(name)).toThrow(
        /^Google не дал этому запуску открыть книгу\. .*сбор можно перенести на открытие/,
      );
    }
  });

  test('the coordinator is offered runs at opening, which catch up what the night has missed, once a day', () => {
    const copy = district.copy();
    copy.runtime.uncertain.bookAtNight = false;
    copy.runtime.answers.push('YES');
    expect(copy.click('enableAutomation').title).toBe('Сбор при открытии книги включён');
    expect(handlers(copy)).toEqual(['catchUpOnOpening ON_OPEN']);
    copy.move('2023-06-26T08:00:00+09:00');
    copy.runtime.open({ user: accountOf('s1') });
    expect(count(copy, 'автоматический сбор: Свод собран')).toBe(1);
    copy.move('2023-06-26T15:00:00+09:00');
    expect(toastsOf(copy)).toEqual([expect.stringMatching(/^Автоматический сбор прошёл 26\.06\.2023 08:0\d\.$/)]);
    expect(count(copy, 'автоматический сбор: Свод собран')).toBe(1);
    copy.move('2023-06-27T08:00:00+09:00');
    copy.runtime.open();
    expect(count(copy, 'автоматический сбор: Свод собран')).toBe(2);
    expect(copy.runtime.failures).toEqual([]);
    expect(copy.click('enableAutomation').title).toBe('Сбор при открытии книги включён');
    expect(handlers(copy)).toHaveLength(1);
  });
});

describe('whoever opens the workbook sees how the night went', () => {
  const district = enabled();

  test('when it went well, the schools too', () => {
    const copy = district.copy();
    copy.move('2023-06-26T03:10:00+09:00');
    copy.runtime.trigger('consolidateOnSchedule');
    for (const user of [OWNER, accountOf('s1')])
      expect(toastsOf(copy, user)).toEqual([
        expect.stringMatching(/^Автоматический сбор прошёл 26\.06\.2023 03:1\d\.$/),
      ]);
  });

  test('when it failed, with the reason', () => {
    const copy = district.copy();
    copy.set('period', 'лето');
    expect(() => copy.runtime.trigger('consolidateOnSchedule')).toThrow();
    expect(toastsOf(copy)[0]).toMatch(/^Автоматический сбор .* не удался: .*Отчётный период/);
  });

  test('when it never came', () => {
    const copy = district.copy();
    copy.move('2023-06-28T09:00:00+09:00');
    expect(toastsOf(copy)[0]).toMatch(/^Ночью свод не собран\./);
  });
});

/** What becomes of a night's trigger, and how it looks to whoever opens the workbook two days later. */
describe('a night’s trigger that does not run any more', () => {
  const LOST: Record<string, (district: District) => void> = {
    'switched off by Google, which still shows it': () => undefined,
    deleted: ({ runtime }) => void runtime.triggers.splice(0),
    'that of a colleague whose account is gone': ({ runtime }) => {
      for (const trigger of runtime.triggers) trigger.creator = 'gone@example.org';
    },
    'out of the day’s quota': (district) => {
      district.onCall = () => {
        throw new Error('Service using too much computer time for one day');
      };
      expect(() => district.runtime.trigger('consolidateOnSchedule')).toThrow();
      district.onCall = undefined;
    },
  };

  test.each(Object.keys(LOST))('%s: said at the next opening, and switched on again as it is said', (how) => {
    const district = enabled();
    const before = district.runtime.triggers.map(({ id }) => id);
    district.move('2023-06-26T03:10:00+09:00');
    LOST[how]!(district);
    district.move('2023-06-28T09:00:00+09:00');
    expect(toastsOf(district)[0]).toMatch(/^Ночью свод не собран\..*«Включить автоматический сбор»/);
    expect(toastsOf(district, accountOf('s1'))[0]).toMatch(/^Ночью свод не собран\./);
    district.click('enableAutomation');
    const own = district.runtime.triggers.filter(({ creator }) => creator === OWNER);
    expect(own.map(({ handler }) => handler)).toEqual(['consolidateOnSchedule']);
    expect(before).not.toContain(own[0]!.id);
    for (const trigger of [...district.runtime.triggers])
      if (trigger.creator !== OWNER) district.runtime.triggers.splice(district.runtime.triggers.indexOf(trigger), 1);
    district.move('2023-06-29T03:10:00+09:00');
    district.runtime.trigger('consolidateOnSchedule');
    expect(toastsOf(district)[0]).toMatch(/^Автоматический сбор прошёл 29\.06\.2023/);
  });
});

test("two coordinators' triggers make one run a night, and the next night one again", () => {
  const district = enabled();
  district.runtime.run('enableAutomation', undefined, { user: SECOND });
  expect(handlers(district)).toEqual(['consolidateOnSchedule CLOCK', 'consolidateOnSchedule CLOCK']);
  for (const [night, runs] of [
    ['2023-06-26', 1],
    ['2023-06-27', 2],
  ] as const) {
    district.move(`${night}T03:05:00+09:00`);
    district.runtime.trigger('consolidateOnSchedule', { user: OWNER });
    district.move(`${night}T03:50:00+09:00`);
    district.runtime.trigger('consolidateOnSchedule', { user: SECOND });
    expect(count(district, 'автоматический сбор: Свод собран')).toBe(runs);
  }
});

test("the second coordinator's trigger does the night's work where the first one's has failed", () => {
  const district = enabled();
  district.runtime.run('enableAutomation', undefined, { user: SECOND });
  district.move('2023-06-26T03:05:00+09:00');
  district.onCall = ({ method, phase }) => {
    if (method === 'Range.getValues' && phase === 'before')
      throw Object.assign(new Error('Service Spreadsheets failed'), { name: 'Exception' });
  };
  expect(() => district.runtime.trigger('consolidateOnSchedule', { user: OWNER })).toThrow();
  district.onCall = undefined;
  district.runtime.trigger('consolidateOnSchedule', { user: SECOND });
  expect(count(district, 'автоматический сбор: Свод собран')).toBe(1);
});
