import { SCOPES } from '../local/bundle';
import { District } from './district';

const prepared = District.ready();
prepared.fill('s1');
prepared.fill('s2', 1);
prepared.click('consolidateWorkbook');

/** What former versions had in the menu: it stands in a workbook until that is opened anew. */
const FORMER = ['buildDistrictReport', 'checkActiveTab'];

/** Every menu item, with the scopes that it cannot do without. */
const NEEDED: Record<string, readonly (keyof typeof SCOPES)[]> = {
  consolidateWorkbook: ['book', 'ui'],
  exportWorkbook: ['book', 'ui', 'drive'],
  buildDistrictReport: ['book', 'ui', 'drive'],
  checkActiveTab: ['book', 'ui'],
  setUpWorkbook: ['book', 'ui'],
  enableAutomation: ['book', 'ui', 'triggers'],
  closeOpenPeriod: ['book', 'ui'],
  correctClosedPeriod: ['book', 'ui'],
  checkInstallation: ['book', 'ui'],
  openCoordinator: ['book', 'ui'],
  openHelp: ['book', 'ui'],
  openImport: ['book', 'ui'],
  openExplain: ['book', 'ui'],
  openReport: ['book', 'ui'],
  openSetUp: ['book', 'ui'],
  reopenLastPeriod: ['book', 'ui'],
};

function clicked(name: string, refused: string) {
  const district = prepared.copy();
  district.runtime.uncertain.refusedScopes = [refused];
  district.runtime.select('Школа №1', 'A1');
  const said = district.click(name);
  return { said, logs: district.runtime.logs, files: district.runtime.files };
}

const PAIRS = Object.entries(NEEDED).flatMap(([name, scopes]) =>
  (Object.keys(SCOPES) as (keyof typeof SCOPES)[]).map((scope) => [name, scope, scopes.includes(scope)] as const),
);

test.each(PAIRS.filter(([, , needed]) => needed))(
  '%s without the scope %s says what does not work and where to allow it',
  (name, scope) => {
    const { said, logs } = clicked(name, SCOPES[scope]);
    expect(said.title).toBe('Не выполнено');
    expect(said.message).toMatch(
      /«.+» не работает: дополнению не разрешено «.+» \([a-z.]+\)\. Дайте это разрешение и повторите\./,
    );
    expect(said.message).toContain(SCOPES[scope].split('/').at(-1)!);
    expect(said.message).toContain('https://script.google.com/local/authorise');
    expect(logs).toEqual([]);
  },
);

test.each(PAIRS.filter(([, , needed]) => !needed))('%s does not need the scope %s', (name, scope) => {
  const { said, logs } = clicked(name, SCOPES[scope]);
  expect(said.message).not.toContain('не разрешено');
  expect(said.message).not.toContain('Работа прервалась');
  expect(logs).toEqual([]);
});

test('every item of the menu, and of former menus, is tried here', () => {
  const { menus } = prepared.runtime.open();
  const text = JSON.stringify(menus);
  const names = [...text.matchAll(/"functionName":"(\w+)"/g)].map(([, name]) => name);
  expect(Object.keys(NEEDED).sort()).toEqual([...names, ...FORMER].sort());
});

test('a report asked for by name is refused in words, not in Google’s', () => {
  const district = prepared.copy();
  district.runtime.uncertain.refusedScopes = [SCOPES.drive];
  expect(() => district.runtime.run('buildReport', ['district', '2023-Q2', 'служебная'])).toThrow(
    /^Команда buildReport не работает: дополнению не разрешено «создавать и обновлять документы отчётов»/,
  );
});

test('schools need nothing of it: opening and typing work', () => {
  const district = prepared.copy();
  district.runtime.uncertain.refusedScopes = Object.values(SCOPES);
  district.enter('s1', 'classes', 1, 'enrolled', 'пять');
  expect(district.remark('s1', 'classes', 1)).toContain('Ошибка');
  expect(district.runtime.open().error).toBeUndefined();
});
