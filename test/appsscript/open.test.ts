import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { MenuItem } from '../../src/local/runtime/world';
import { SCOPES } from '../local/bundle';
import { accountOf, DIST, District, OWNER, schoolsOf } from './district';

const CODE = readFileSync(join(DIST, 'Code.js'), 'utf8');
/** Kept for good: triggers of workbooks in use and archives call them. */
const NAMES_OF_0_1_0 = [
  'setUpWorkbook',
  'consolidateWorkbook',
  'consolidateOnSchedule',
  'continueConsolidation',
  'enableAutomation',
  'closeOpenPeriod',
  'correctClosedPeriod',
  'buildDistrictReport',
  'checkActiveTab',
  'checkInstallation',
  'openHelp',
];
const captions = (items: readonly MenuItem[]): unknown[] =>
  items.map((item) =>
    item.kind === 'menu' ? [item.caption, captions(item.items)] : item.kind === 'item' ? item.caption : '-',
  );
const functions = (items: readonly MenuItem[]): string[] =>
  items.flatMap((item) =>
    item.kind === 'menu' ? functions(item.items) : item.kind === 'item' ? [item.functionName] : [],
  );
const schoolOf = { user: accountOf('s1') };

describe('opening the workbook', () => {
  const district = District.ready();

  test('gives the coordinator one menu, «Качество образования»', () => {
    const { menus, error } = district.runtime.open();
    expect(error).toBeUndefined();
    expect(menus.map(({ caption }) => caption)).toEqual(['Качество образования']);
    const items = captions(menus[0]!.items);
    expect(items.filter((item) => typeof item === 'string')).toEqual([
      'Панель координатора',
      'Собрать свод',
      'Построить отчёт…',
      'Откуда цифра?',
      'Внести из файла…',
      'Справка',
    ]);
    const setUp = items.find((item) => Array.isArray(item) && item[0] === 'Настройка') as [string, string[]];
    expect(setUp[1]).toEqual(
      expect.arrayContaining([
        'Первая настройка…',
        'Создать или починить вкладки',
        'Включить автоматический сбор',
        'Закрыть период…',
      ]),
    );
  });

  test('every caption of the menu is Russian', () => {
    const all = captions(district.runtime.open().menus[0]!.items).flat(2) as string[];
    expect(all.filter((caption) => caption !== '-' && !/^[А-ЯЁ][а-яё «»…?]+$/.test(caption))).toEqual([]);
  });

  test("gives a school's account no menu and no error", () => {
    expect(district.runtime.open(schoolOf)).toEqual({ menus: [], toasts: [] });
  });

  test('gives a second coordinator, who may edit Настройки, the menu', () => {
    const other = district.copy();
    const second = 'second@example.org';
    other.runtime.book.editors.add(second);
    expect(other.runtime.open({ user: second }).menus).toEqual([]);
    other.sheet('Настройки').getProtections(sheetType(other))[0]!.addEditor(second);
    expect(other.runtime.open({ user: second }).menus).toHaveLength(1);
  });

  test('shows the menu in a workbook in which nothing has been set up yet', () => {
    expect(new District().runtime.open().menus).toHaveLength(1);
  });

  test('writes nothing into the workbook', () => {
    const { calls } = district.runtime;
    calls.reset();
    district.runtime.open();
    expect(Object.keys(calls.byMethod).filter((method) => /\.(set|insert|append|clear|delete)/.test(method))).toEqual(
      [],
    );
  });
});

const sheetType = (district: District) =>
  (district.runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp).ProtectionType.SHEET;

describe('dist/Code.js', () => {
  const global: Record<string, unknown> = createContext({});

  test('loads in a bare context, touching no service', () => {
    expect(() => runInContext(CODE, global)).not.toThrow();
  });

  test('touches no service even where there are some', () => {
    const touched: string[] = [];
    const service = (name: string) => new Proxy({}, { get: (_, key) => touched.push(`${name}.${String(key)}`) });
    const names = ['SpreadsheetApp', 'Utilities', 'PropertiesService', 'LockService', 'ScriptApp', 'Drive', 'Session'];
    runInContext(CODE, createContext(Object.fromEntries(names.map((name) => [name, service(name)]))));
    expect(touched).toEqual([]);
  });

  test('has a top-level function for each name in the menu', () => {
    const names = functions(new District().runtime.open().menus[0]!.items);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => typeof global[name] !== 'function')).toEqual([]);
    // Apps Script finds declared functions only, not variables that hold one.
    expect(names.filter((name) => !new RegExp(`^function ${name}\\(`, 'm').test(CODE))).toEqual([]);
  });

  test('has a top-level function for each trigger it installs', () => {
    const district = new District();
    district.click('setUpWorkbook');
    district.register(schoolsOf(41));
    district.click('enableAutomation');
    const names = district.runtime.triggers.map(({ handler }) => handler);
    expect(names.sort()).toEqual(['consolidateOnSchedule', 'continueConsolidation', 'tryNight']);
    expect(names.filter((name) => !new RegExp(`^function ${name}\\(`, 'm').test(CODE))).toEqual([]);
  });

  test('has the entry points that version 0.1.0 had', () => {
    const names = ['onOpen', 'onEdit', 'closePeriod', 'buildReport', 'exportResults', ...NAMES_OF_0_1_0];
    expect(names.map((name) => typeof global[name])).toEqual(names.map(() => 'function'));
  });

  test('has no asynchronous entry point: a promise left pending would release the lock too early', () => {
    const names = [...CODE.matchAll(/^function (\w+)\(\) \{ return App\./gm)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(10);
    expect(CODE).not.toMatch(/^async function/m);
    const bodies = names.map((name) => new RegExp(`async function ${name}\\b`).test(CODE));
    expect(bodies).not.toContain(true);
  });
});

describe('permissions', () => {
  const district = District.ready();

  test.each(['consolidateWorkbook', 'setUpWorkbook', 'closeOpenPeriod', 'buildDistrictReport', 'openHelp'])(
    'a school, having granted nothing, cannot run %s',
    (name) => {
      const before = district.runtime.calls.service;
      expect(() => district.runtime.run(name, undefined, schoolOf)).toThrow('Authorization is required');
      expect(district.runtime.calls.service).toBe(before);
    },
  );

  test('opening and typing need no grant at all, not even from the owner', () => {
    district.runtime.revoke(OWNER);
    expect(district.runtime.open().error).toBeUndefined();
    expect(district.runtime.open().menus).toHaveLength(1);
    district.enter('s1', 'classes', 1, 'enrolled', 'пять');
    expect(district.remark('s1', 'classes', 1)).toContain('Ошибка');
    expect(district.runtime.failures).toEqual([]);
  });

  test('a school’s whole way – open, type, mend, check, explain, hand in – needs no scope at all', () => {
    const copy = District.ready();
    copy.fill('s1');
    copy.runtime.revoke(OWNER);
    copy.runtime.uncertain.refusedScopes = Object.values(SCOPES);
    const own = schoolOf;
    expect(copy.runtime.open(own).error).toBeUndefined();
    const five = String(copy.field('s1', 'marks', 1, 'five'));
    copy.enter('s1', 'marks', 1, 'five', 'пять');
    expect(copy.remark('s1', 'marks', 1)).toContain('Ошибка');
    expect(copy.type('s1', 'D4', true).join()).toContain('Не сдано');
    copy.enter('s1', 'marks', 1, 'five', five);
    const enrolled = Number(copy.field('s1', 'context', 1, 'enrolled'));
    copy.enter('s1', 'context', 1, 'enrolled', String(enrolled + 1));
    expect(copy.remark('s1', 'context', 1)).toContain('Проверьте');
    expect(copy.type('s1', 'D4', true).join()).toContain('Не сдано');
    copy.enter('s1', 'context', 1, 'explanation', 'ребёнок прибыл в последний день');
    expect(copy.type('s1', 'D3', true)).not.toEqual([]);
    expect(copy.type('s1', 'D4', true)).toEqual(['Сдано. Спасибо!']);
    expect(copy.runtime.failures).toEqual([]);
  });
});
