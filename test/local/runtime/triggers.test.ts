import { evaluate, runtimeOf } from '../bundle';

const CODE = `
  function install(n) { ScriptApp.newTrigger('work').timeBased().everyHours(n || 6).create() }
  function count() { return ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction()) }
  function uninstall() { ScriptApp.getProjectTriggers().forEach((trigger) => ScriptApp.deleteTrigger(trigger)) }
  function work(e) {
    const properties = PropertiesService.getScriptProperties();
    properties.setProperties({ user: 'ran', year: e.year, uid: e.triggerUid, book: SpreadsheetApp.getActive().getName() });
  }
  function ui() { SpreadsheetApp.getUi() }
  function installUi() { ScriptApp.newTrigger('ui').timeBased().everyDays(1).atHour(3).create() }
  function once() { ScriptApp.newTrigger('work').timeBased().after(1000).create() }
  function ran() { return PropertiesService.getScriptProperties().getProperties() }`;

describe('an installed clock trigger', () => {
  test('runs its handler with the event of the clock, in UTC, on the bound workbook', () => {
    const runtime = runtimeOf(CODE);
    runtime.run('install');
    runtime.trigger('work');
    expect(runtime.run('ran', [])).toEqual({
      user: 'ran',
      year: '2023',
      uid: runtime.triggers[0]!.id,
      book: 'Качество образования',
    });
  });

  test('has no user interface', () => {
    const runtime = runtimeOf(CODE);
    runtime.run('installUi');
    expect(() => runtime.trigger('ui')).toThrow('Cannot call SpreadsheetApp.getUi() from this context.');
  });

  test('must be installed to fire, and one set for a moment fires once', () => {
    const runtime = runtimeOf(CODE);
    expect(() => runtime.trigger('work')).toThrow('No clock trigger calls work');
    runtime.run('once');
    runtime.trigger('work');
    expect(() => runtime.trigger('work')).toThrow('No clock trigger calls work');
  });

  test('is seen and deleted by its creator alone [D]', () => {
    const runtime = runtimeOf(CODE);
    const second = { user: 'second@example.org' };
    runtime.book.editors.add(second.user);
    runtime.grant(second.user);
    runtime.run('install');
    runtime.run('install', undefined, second);
    expect(runtime.run('count', [])).toEqual(['work']);
    runtime.run('uninstall');
    expect(runtime.run('count', [])).toEqual([]);
    expect(runtime.run('count', [], second)).toEqual(['work']);
  });

  test('there are at most twenty of a user [D]', () => {
    const runtime = runtimeOf(CODE);
    for (let n = 0; n < 20; n++) runtime.run('install');
    expect(() => runtime.run('install')).toThrow('This script has too many triggers.');
  });

  test.each([
    ['everyHours(5)', 'everyHours'],
    ['everyMinutes(7)', 'everyMinutes'],
    ['everyDays(1).atHour(24)', 'between 0 and 23'],
    ['atHour(3)', 'needs a time or a recurrence'],
    ['everyHours(1).everyDays(1)', 'more than one recurrence'],
    ['everyHours(6).atHour(1)', 'cannot be used with everyHours'],
  ])('%s is refused', (schedule, message) => {
    expect(() => evaluate(`return ScriptApp.newTrigger('f').timeBased().${schedule}.create()`)).toThrow(message);
  });

  test('once a week, on a day at an hour', () => {
    const runtime = runtimeOf(
      "function f() { ScriptApp.newTrigger('f').timeBased().everyWeeks(1).onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(6).nearMinute(30).create() }",
    );
    runtime.run('f');
    const schedule = { everyWeeks: 1, onWeekDay: 'MONDAY', atHour: 6, nearMinute: 30 };
    expect(runtime.triggers).toMatchObject([{ handler: 'f', source: 'CLOCK', schedule }]);
  });
});
