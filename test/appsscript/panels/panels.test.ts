import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { otherAddOn } from '../../../src/local/other-add-on';
import type { HelpContents, PanelAnswer } from '../../../src/model';
import { programme } from '../../four-forms';
import { accountOf, District } from '../district';

const call = (district: District, panel: string, action: string, args: unknown[] = [], user?: string): PanelAnswer =>
  district.runtime.run('panelCall', [panel, action, args], user === undefined ? {} : { user }) as PanelAnswer;
const refused = (answer: PanelAnswer): string => ('refused' in answer ? answer.refused : `done: ${answer.done}`);

describe('«Справка»', () => {
  test('opens from the menu as a sidebar whose page needs no other file', () => {
    const district = new District();
    district.runtime.run('openHelp');
    const [sidebar] = district.runtime.shown;
    expect(sidebar).toMatchObject({ kind: 'sidebar', title: 'Справка' });
    const html = sidebar && 'html' in sidebar ? sidebar.html : '';
    expect(html).toContain('<html lang="ru">');
    expect(html).not.toMatch(/(src|href)="?http/);
  });

  test('is made of the declarations and asks the workbook nothing, so it opens before set-up', () => {
    const district = new District();
    district.runtime.calls.reset();
    const { done } = call(district, 'help', 'load') as { done: HelpContents };
    expect(district.runtime.calls.service).toBe(0);
    expect(done.forms.map(({ key }) => key)).toEqual(programme.forms.map(({ key }) => key));
    expect(done.indicators.map(({ key }) => key)).toEqual(programme.indicators.map(({ key }) => key));
    const [first] = done.forms;
    expect(first!.fields.map(({ help }) => help)).toEqual(
      Object.values(programme.forms[0]!.fields).map(({ help }) => help),
    );
  });

  test('tells the targets of an indicator', () => {
    const { done } = call(new District(), 'help', 'load') as { done: HelpContents };
    const notes = done.indicators.flatMap((indicator) => indicator.notes);
    expect(notes).toContain('Цель: не менее 30 %, II квартал 2023 г., школы группы «участник».');
  });

  test('goes to the tab «Справка», and before set-up says how to get one', () => {
    const district = new District();
    expect(refused(call(district, 'help', 'openTab'))).toContain('Создать или починить вкладки');
    const ready = District.ready();
    expect(call(ready, 'help', 'openTab')).toEqual({ done: null });
    expect(ready.spreadsheet().getActiveSheet().getName()).toBe('Справка');
  });
});

describe('an add-on with one panel more in its list', () => {
  const dist = otherAddOn({
    'appsscript/panels': 'test/appsscript/panels/with-greeting.ts',
    'sidebar/greeting': 'test/appsscript/panels/greeting',
  });
  const district = District.ready({ dist });

  test('has the page of it beside those of the others', () => {
    expect(existsSync(join(dist, 'help.html'))).toBe(true);
    const page = readFileSync(join(dist, 'greeting.html'), 'utf8');
    expect(page).toContain('<title>Приветствие</title>');
    expect(page).toContain('Поздороваться');
  });

  test('answers it by the same entry point', () => {
    expect(call(district, 'greeting', 'load')).toEqual({ done: { hour: 10 } });
    expect(call(district, 'greeting', 'greet', ['район'])).toEqual({ done: 'Здравствуйте, район!' });
  });

  test('lets an action that changes the workbook be done by coordinators alone', () => {
    const school = accountOf('s1');
    // Any editor may grant the script and call whatever stands in it.
    district.runtime.grant(school);
    const name = () => district.spreadsheet().getName();
    const before = name();
    expect(refused(call(district, 'greeting', 'rename', [], school))).toContain('Это делает координатор');
    expect(name()).toBe(before);
    expect(call(district, 'greeting', 'rename')).toEqual({ done: null });
    expect(name()).toBe('Другая книга');
  });

  test('explains a failure in words, never by its English text', () => {
    expect(refused(call(district, 'greeting', 'fail'))).toMatch(/^Работа прервалась из-за сбоя/);
  });

  test.each([
    ['gone', 'load'],
    ['greeting', 'gone'],
    ['greeting', 'toString'],
  ])('refuses what the lists do not hold: %s, %s', (panel, action) => {
    expect(refused(call(district, panel, action))).toContain('откройте её из меню ещё раз');
  });
});
