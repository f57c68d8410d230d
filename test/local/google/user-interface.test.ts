import { runtimeOf } from '../bundle';

describe('dialogs', () => {
  const CODE = `
    function ask() { const ui = SpreadsheetApp.getUi(); return ui.alert('Закрыть?', 'Период', ui.ButtonSet.YES_NO) === ui.Button.YES }
    function name() { const answer = SpreadsheetApp.getUi().prompt('Причина'); return [answer.getSelectedButton().toString(), answer.getResponseText()] }
    function side() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Отчёт').setWidth(500)) }
    function dialog() { SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput('<p>').append('a').setWidth(400).setHeight(200), 'Справка') }
    function none() { HtmlService.createHtmlOutputFromFile('nothing') }
    function wrong() { SpreadsheetApp.getUi().showSidebar('<p>') }`;
  const runtime = () => runtimeOf(CODE, { html: { sidebar: '<b>Панель</b>' } });

  test('are answered from the queue; without an answer the person closes them', () => {
    const each = runtime();
    each.answers.push('YES', 'ошибка ввода', 'CANCEL');
    expect(each.run('ask', [])).toBe(true);
    expect(each.run('name', [])).toEqual(['OK', 'ошибка ввода']);
    expect(each.run('name', [])).toEqual(['CANCEL', '']);
    expect(each.run('ask', [])).toBe(false);
    expect(each.run('name', [])).toEqual(['CLOSE', '']);
    expect(each.shown[0]).toMatchObject({ kind: 'alert', title: 'Закрыть?', message: 'Период', buttons: 'YES_NO' });
  });

  test('sidebars are 300 pixels wide whatever is asked; dialogs as wide as asked', () => {
    const each = runtime();
    each.run('side');
    each.run('dialog');
    expect(each.shown).toEqual([
      { kind: 'sidebar', user: 'owner@example.org', title: 'Отчёт', html: '<b>Панель</b>', width: 300, height: null },
      { kind: 'dialog', user: 'owner@example.org', title: 'Справка', html: '<p>a', width: 400, height: 200 },
    ]);
  });

  test('want a page, from a file that exists', () => {
    expect(() => runtime().run('none')).toThrow('No HTML file named nothing was found.');
    expect(() => runtime().run('wrong')).toThrow(
      "The parameters (String) don't match the method signature for Ui.showSidebar.",
    );
  });
});

describe('HTML files of the project', () => {
  const CODE = `
    function parcel() {
      const text = HtmlService.createHtmlOutputFromFile('Parcel').getContent();
      return [typeof parcelLoaded, new Function(text + '; return weight;')()];
    }
    function template() {
      const template = HtmlService.createTemplateFromFile('Page');
      return [template.getRawContent(), template.evaluate().getContent()];
    }
    function blob() { return HtmlService.createHtmlOutputFromFile('Page').getBlob().getDataAsString() }
    function panel() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Page').setTitle('Справка')) }`;
  const html = { Parcel: 'var parcelLoaded = true, weight = 5', Page: '<p>a && b</p>' };
  const runtime = () => runtimeOf(CODE, { html });

  test('are no code of the script, but their text can be evaluated', () => {
    expect(runtime().run('parcel', [])).toEqual(['undefined', 5]);
  });

  test('are read as they stand, at no cost', () => {
    const each = runtime();
    expect(each.run('template', [])).toEqual(['<p>a && b</p>', '<p>a && b</p>']);
    expect(each.run('blob', [])).toBe('<p>a && b</p>');
    expect(each.calls.service).toBe(0);
  });

  test('are shown as a sidebar', () => {
    const each = runtime();
    each.run('panel');
    expect(each.shown).toMatchObject([{ kind: 'sidebar', title: 'Справка', html: '<p>a && b</p>' }]);
  });
});

describe('onOpen and onEdit', () => {
  const CODE = `
    function onOpen(e) {
      const ui = SpreadsheetApp.getUi();
      ui.createMenu('Качество образования').addItem('Собрать свод', 'consolidate')
        .addSubMenu(ui.createMenu('Настройка').addItem('Закрыть период…', 'close')).addToUi();
      e.source.toast(String(e.authMode), 'Режим', 5);
    }
    function onEdit(e) {
      const seen = [e.range.getA1Notation(), typeof e.value, e.value, e.oldValue, 'value' in e, e.user.getEmail()];
      e.source.getSheets()[0].getRange('J1').setValue(JSON.stringify(seen));
      if (e.value === 'бум') throw new Error('broken');
    }`;
  const seen = (runtime: ReturnType<typeof runtimeOf>) =>
    JSON.parse(String(runtime.book.sheets[0]!.cells[0]?.[9]?.value));

  test('opening gives the menus as data and the toasts', () => {
    const { menus, toasts, error } = runtimeOf(CODE).open();
    expect(error).toBeUndefined();
    const inner = {
      kind: 'menu',
      caption: 'Настройка',
      items: [{ kind: 'item', caption: 'Закрыть период…', functionName: 'close' }],
    };
    expect(menus).toEqual([
      {
        caption: 'Качество образования',
        items: [{ kind: 'item', caption: 'Собрать свод', functionName: 'consolidate' }, inner],
      },
    ]);
    expect(toasts).toMatchObject([{ kind: 'toast', message: 'LIMITED', title: 'Режим', seconds: 5 }]);
  });

  test('typing gives the value and the old one as text; a paste gives a range only [D]', () => {
    const runtime = runtimeOf(CODE);
    runtime.edit('Лист1', 'B2', '5');
    expect(seen(runtime)).toEqual(['B2', 'string', '5', null, true, '']);
    runtime.edit('Лист1', 'B2', '6');
    expect(seen(runtime).slice(2, 4)).toEqual(['6', '5']);
    runtime.edit('Лист1', 'B2', [
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(seen(runtime)).toEqual(['B2:C3', 'undefined', null, null, false, '']);
  });

  test('an error in onEdit is given back and kept, and the typed value stays', () => {
    const runtime = runtimeOf(CODE);
    expect(runtime.edit('Лист1', 'A1', 'бум').error?.message).toBe('broken');
    expect(runtime.failures).toMatchObject([{ name: 'onEdit', user: 'owner@example.org' }]);
    expect(runtime.book.sheets[0]!.cells[0]?.[0]?.value).toBe('бум');
  });

  test('who may not edit the workbook cannot type; an editor can', () => {
    const runtime = runtimeOf(CODE);
    const school = { user: 'school@example.org' };
    expect(() => runtime.edit('Лист1', 'A1', '1', school)).toThrow('may not edit');
    runtime.book.editors.add(school.user);
    expect(runtime.edit('Лист1', 'A1', '1', school).error).toBeUndefined();
  });
});

test('letters wait in the outbox; a hundred recipients a day [D]', () => {
  const runtime = runtimeOf(`
    function send(n) {
      MailApp.sendEmail(Array.from({ length: n }, (_, i) => 'a' + i + '@example.org').join(), 'Тема', 'Текст', { name: 'Район' });
      return MailApp.getRemainingDailyQuota();
    }
    function wrong() { MailApp.sendEmail({ to: 'nobody', subject: 'a', body: 'b' }) }`);
  expect(runtime.run('send', [2])).toBe(98);
  expect(runtime.mail).toMatchObject([
    { to: 'a0@example.org,a1@example.org', subject: 'Тема', body: 'Текст', name: 'Район' },
  ]);
  expect(() => runtime.run('send', [99])).toThrow('Service invoked too many times for one day: email.');
  expect(() => runtime.run('wrong')).toThrow('Invalid email: nobody');
});

test('the globals outside an execution act as the owner and share the same stores', () => {
  const runtime = runtimeOf("function get() { return PropertiesService.getScriptProperties().getProperty('a') }");
  const { PropertiesService, Session } = runtime.globals as {
    PropertiesService: { getScriptProperties(): { setProperty(key: string, value: unknown): void } };
    Session: { getActiveUser(): { getEmail(): string } };
  };
  PropertiesService.getScriptProperties().setProperty('a', 1);
  expect(runtime.run('get', [])).toBe('1');
  expect(Session.getActiveUser().getEmail()).toBe('owner@example.org');
});
