import type { OnCall } from '../../../src/local/runtime/calls';
import { evaluate, runtimeOf, SCOPES } from '../bundle';

const SET = `PropertiesService.getScriptProperties().setProperty('a', '1')`;

describe('a script runs in a bare context, as in Apps Script', () => {
  test.each(['setTimeout', 'fetch', 'URL', 'TextEncoder', 'Buffer', 'process', 'crypto', 'structuredClone', 'require'])(
    '%s is absent',
    (name) => {
      expect(evaluate(`typeof ${name}`)).toBe('undefined');
    },
  );

  test('globals do not persist between executions', () => {
    const runtime = runtimeOf('var n = 0; function next() { n += 1; return n; }');
    expect([runtime.run('next', []), runtime.run('next', [])]).toEqual([1, 1]);
  });

  test('dates are local in the time zone of the manifest, and now is the virtual clock', () => {
    expect(evaluate('new Date(2023, 0, 1).toISOString()')).toBe('2022-12-31T15:00:00.000Z');
    expect(evaluate('[new Date().getDate(), new Date().getHours(), Date.now()]')).toEqual([
      3,
      0,
      Date.parse('2023-07-02T15:00:00Z'),
    ]);
    expect(evaluate('new Date() instanceof Date && new Date(0).constructor === Date')).toBe(true);
  });

  test('the time zone of the process is left as it was', () => {
    const before = new Date(2023, 0, 1).getTime();
    evaluate('1');
    expect(new Date(2023, 0, 1).getTime()).toBe(before);
  });

  test("what services give and throw belongs to the script's realm", () => {
    expect(evaluate('Utilities.parseCsv("a") instanceof Array')).toBe(true);
    const caught = `try { Utilities.formatDate(1, 'GMT', 'y') } catch (e) { return [e instanceof Error, e.name, e.message] }`;
    const message = "The parameters (number,String,String) don't match the method signature for Utilities.formatDate.";
    expect(evaluate(caught)).toEqual([true, 'Exception', message]);
  });

  test('promises a script leaves behind run within the execution', () => {
    const runtime = runtimeOf(`function f() { Promise.resolve().then(() => ${SET}) }`);
    runtime.run('f');
    expect(runtime.calls.byMethod).toEqual({ 'Properties.setProperty': 1 });
  });

  test('an error of the script is an Error of the caller', () => {
    const runtime = runtimeOf('function f() { throw new TypeError("broken") }');
    expect(() => runtime.run('f')).toThrow(Error);
    expect(() => runtime.run('f')).toThrow('broken');
  });
});

describe('google.script.run', () => {
  const echo = runtimeOf('function echo(x) { return x } function secret_() {} function date() { return [new Date()] }');

  test('numbers, strings, booleans, null, arrays and plain objects go both ways as copies', () => {
    const sent = { list: [1, 'a', true, null], deep: { x: 0.5 } };
    const got = echo.run('echo', [sent]);
    expect(got).toEqual(sent);
    expect(got).not.toBe(sent);
  });

  test('undefined is null in an array and absent in an object', () => {
    expect(echo.run('echo', [{ a: undefined, b: [undefined] }])).toStrictEqual({ b: [null] });
  });

  test.each([[new Date(0)], [() => 1], [{ a: [new Date()] }], [new Map()]])('%p as an argument fails', (value) => {
    expect(() => echo.run('echo', [value])).toThrow('Failed due to illegal value in property');
  });

  test('an object that holds itself fails', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(() => echo.run('echo', [loop])).toThrow('illegal value in property: self');
  });

  test('a date returned, however deep, fails', () => {
    expect(() => echo.run('date', [])).toThrow('not a supported return type (at 0)');
    expect(() => echo.run('date')).not.toThrow();
  });

  test('an unknown function and a private one are refused', () => {
    expect(() => echo.run('nothing')).toThrow('Script function not found: nothing');
    expect(() => echo.run('secret_', [])).toThrow('google.script.run.secret_ is not a function');
  });
});

describe('permissions', () => {
  test("a user who has not granted the manifest's scopes runs no menu function", () => {
    const runtime = runtimeOf('function f() { return 1 }');
    runtime.book.editors.add('coordinator@example.org');
    const as = { user: 'coordinator@example.org' };
    expect(() => runtime.run('f', undefined, as)).toThrow('Authorization is required to perform that action.');
    runtime.grant(as.user);
    expect(runtime.run('f', [], as)).toBe(1);
  });

  test('a user without access to the workbook runs nothing', () => {
    const runtime = runtimeOf('function f() {}', { granted: ['stranger@example.org'] });
    expect(() => runtime.run('f', [], { user: 'stranger@example.org' })).toThrow(
      'You do not have permission to access',
    );
  });

  test('a method whose scope the manifest lacks throws, naming the scope', () => {
    const code = 'function f() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("a")) }';
    expect(() => runtimeOf(code, { scopes: [SCOPES.book] }).run('f')).toThrow(
      `Specified permissions are not sufficient to call Ui.showSidebar. Required permissions: ${SCOPES.ui}`,
    );
  });

  test('who the user is takes a scope the add-on does not ask for', () => {
    expect(() => evaluate('Session.getActiveUser().getEmail()')).toThrow('userinfo.email');
  });

  test.each([
    ['MailApp.sendEmail("a@b.ru", "s", "b")', `call MailApp.sendEmail. Required permissions: ${SCOPES.mail}`],
    ['ScriptApp.getProjectTriggers()', `call ScriptApp.getProjectTriggers. Required permissions: ${SCOPES.triggers}`],
    ['ScriptApp.newTrigger("f")', `call ScriptApp.newTrigger. Required permissions: ${SCOPES.triggers}`],
    ['SpreadsheetApp.getUi().alert("a")', `call Ui.alert. Required permissions: ${SCOPES.ui}`],
    ['SpreadsheetApp.create("a")', 'call SpreadsheetApp.create. Required permissions:'],
    ['Drive.Files.list()', 'API call to drive.files.list failed with error: Login Required'],
  ])('a simple trigger may not call %s', (call, message) => {
    const runtime = runtimeOf(`function onOpen() { ${call} }`);
    expect(runtime.open().error?.message).toContain(message);
    expect(runtime.failures).toHaveLength(1);
  });

  test('a simple trigger may use properties, cache, locks and the blank address of its user', () => {
    const runtime = runtimeOf(`function onOpen(e) {
      ${SET};
      CacheService.getDocumentCache().put('a', e.user.getEmail() + Session.getActiveUser().getEmail());
      LockService.getDocumentLock().tryLock(0);
      SpreadsheetApp.getUi().createMenu('Меню').addItem('Пункт', 'f').addSeparator().addToUi();
    }`);
    const { menus, error } = runtime.open();
    expect(error).toBeUndefined();
    const items = [{ kind: 'item', caption: 'Пункт', functionName: 'f' }, { kind: 'separator' }];
    expect(menus).toEqual([{ caption: 'Меню', items }]);
  });

  test('onOpen does not run for somebody who may not edit', () => {
    const runtime = runtimeOf(`function onOpen() { ${SET} }`);
    expect(runtime.open({ user: 'reader@example.org' })).toEqual({ menus: [], toasts: [] });
    expect(runtime.calls.service).toBe(0);
  });
});

describe('service calls', () => {
  const code = `
    function three() { const p = PropertiesService.getScriptProperties(); p.getKeys(); ${SET}; p.getProperty('a'); }
    function stubborn() { for (let i = 0; i < 3; i++) try { ${SET} } catch (e) { console.log(e.message) } }
    function outer() { return LockService.getScriptLock().tryLock(0) + '' + ${SET} }
    function inner() { return LockService.getScriptLock().tryLock(0) }`;

  test('are counted by method, handles apart, and told before and after', () => {
    const told: string[] = [];
    const onCall: OnCall = ({ index, method, phase }) => void told.push(`${index} ${method} ${phase}`);
    const runtime = runtimeOf(code, { onCall });
    runtime.run('three');
    expect(runtime.calls).toMatchObject({ service: 3, byMethod: { 'Properties.getKeys': 1 } });
    expect(told.slice(0, 3)).toEqual([
      '1 Properties.getKeys before',
      '1 Properties.getKeys after',
      '2 Properties.setProperty before',
    ]);
    runtime.calls.reset();
    expect(runtime.calls).toMatchObject({ service: 0, handles: 0, byMethod: {} });
  });

  test('an error thrown before a call cuts the run there, even if the script catches it', () => {
    const cut = new Error('cut');
    const onCall: OnCall = ({ index, phase }) => {
      if (index === 2 && phase === 'before') throw cut;
    };
    const runtime = runtimeOf(code, { onCall });
    expect(() => runtime.run('stubborn')).toThrow(cut);
    expect(runtime.calls.service).toBe(2);
  });

  test('calls from outside are counted and told too; an error thrown there concerns that call alone', () => {
    let broken = true;
    const onCall: OnCall = () => {
      if (broken) throw new Error('cut');
    };
    const runtime = runtimeOf(code, { onCall });
    const { PropertiesService } = runtime.globals as {
      PropertiesService: { getScriptProperties(): { getKeys(): string[] } };
    };
    const store = PropertiesService.getScriptProperties();
    expect(() => store.getKeys()).toThrow('cut');
    broken = false;
    expect(store.getKeys()).toEqual([]);
    expect(runtime.calls.service).toBe(2);
  });

  test('an error named Exception is a service that failed: the script may catch it and go on', () => {
    const onCall: OnCall = ({ index, phase }) => {
      if (index === 2 && phase === 'before') throw Object.assign(new Error('Service error'), { name: 'Exception' });
    };
    const runtime = runtimeOf(code, { onCall });
    runtime.run('stubborn');
    expect(runtime.calls.service).toBe(3);
    expect(runtime.logs).toEqual([{ level: 'log', text: 'Service error' }]);
  });

  test('another execution may start in the middle of a call, and finds the lock taken', () => {
    const seen: unknown[] = [];
    const onCall: OnCall = ({ method, phase }) => {
      if (method === 'Properties.setProperty' && phase === 'before') seen.push(runtime.run('inner', []));
    };
    const runtime = runtimeOf(code, { onCall });
    runtime.run('outer');
    expect(seen).toEqual([false]);
    expect(runtime.run('inner', [])).toBe(true);
  });
});

describe('the virtual clock', () => {
  const code = `
    function f() { try { Utilities.sleep(6 * 60 * 1000 + 1) } catch (e) {} ${SET} }
    function onOpen() { Utilities.sleep(31000) }
    function now() { return Date.now() }`;

  test('ends an execution after six minutes, and a caught error does not bring it back', () => {
    const runtime = runtimeOf(code);
    expect(() => runtime.run('f')).toThrow('Exceeded maximum execution time');
    expect(runtime.calls.service).toBe(0);
  });

  test('ends a simple trigger after thirty seconds', () => {
    expect(runtimeOf(code).open().error?.message).toBe('Exceeded maximum execution time');
  });

  test('counts the cells that a call hands over, written ones at five times the price', () => {
    const runtime = runtimeOf(`
      const range = () => SpreadsheetApp.getActive().getSheets()[0].getRange(1, 1, 1000, 10);
      const spent = (work) => { const start = Date.now(); work(); return Date.now() - start; };
      function both() {
        const grid = Array.from({ length: 1000 }, () => Array(10).fill(1));
        return [spent(() => range().setValues(grid)), spent(() => range().getValues())];
      }`);
    expect(runtime.run('both', [])).toEqual([100 + 1500, 40 + 300]);
  });

  test('moves with service calls and follows the given function, never backwards', () => {
    let time = Date.parse('2023-07-01T00:00:00Z');
    const runtime = runtimeOf(code, { now: () => time });
    expect(runtime.run('now', [])).toBe(time);
    time += 86_400_000;
    expect(runtime.run('now', [])).toBe(time);
    time -= 1000;
    expect(runtime.run('now', [])).toBe(time + 1000);
  });
});

test('members that are not implemented say so by name', () => {
  expect(() => evaluate('Utilities.computeRsaSha256Signature("a", "b")')).toThrow(
    'Utilities.computeRsaSha256Signature is not implemented',
  );
  expect(() => evaluate('Charts.newPieChart()')).toThrow('Charts.newPieChart is not implemented');
  expect(() => evaluate('Drive.Permissions')).toThrow('Drive.Permissions is not implemented');
});

test('an advanced service the manifest does not enable is no name at all', () => {
  expect(evaluate('typeof Drive', { advanced: [] })).toBe('undefined');
});
