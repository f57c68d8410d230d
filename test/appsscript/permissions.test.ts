import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountOf, DIST, District, differences, linesOf, OWNER } from './district';

const SCHOOL = accountOf('s1');
/** What the build gives Google to find, whoever calls it. */
const ENTRY_POINTS = [...readFileSync(join(DIST, 'Code.js'), 'utf8').matchAll(/^function (\w+)\(/gm)].map(
  ([, name]) => name!,
);
/** Google runs these by itself, as whoever opens or types. */
const SIMPLE_TRIGGERS = ['onOpen', 'onEdit'];
/** Shows help, and asks each action of a panel on its own. */
const HARMLESS = ['openHelp', 'panelCall'];
const ARGUMENTS: Readonly<Record<string, unknown[]>> = {
  closePeriod: ['2023-Q2'],
  listReports: ['2023-Q2'],
  buildReport: ['district', '2023-Q2', 'служебная'],
};
const REFUSED = 'Это делает координатор: тот, кто может править вкладку «Настройки». Попросите его.';

const district = District.ready();
district.fill('s1');
district.click('consolidateWorkbook');
// Any editor of the workbook can open its script, grant what it asks for and run what stands in it.
district.runtime.grant(SCHOOL);

const world = ({ runtime }: District): Map<string, string> =>
  linesOf(runtime.book).set('beside the workbook', JSON.stringify([runtime.files, runtime.triggers, runtime.mail]));

/** What somebody is told when he starts it: shown, or thrown at whoever called it. */
function told(copy: District, name: string, user: string): string {
  const before = copy.runtime.shown.length;
  try {
    copy.runtime.run(name, ARGUMENTS[name], { user });
  } catch (error) {
    return (error as Error).message;
  }
  const shown = copy.runtime.shown.slice(before).map((each) => ('message' in each ? each.message : each.title));
  return shown.join('\n');
}

describe('a school that has authorised the script', () => {
  const guarded = ENTRY_POINTS.filter((name) => ![...SIMPLE_TRIGGERS, ...HARMLESS].includes(name));

  test('finds every command among the entry points that are guarded', () => {
    expect(guarded).toEqual(
      expect.arrayContaining(['buildReport', 'closePeriod', 'enableAutomation', 'exportResults']),
    );
    expect(guarded.length).toBeGreaterThan(12);
  });

  const before = world(district.copy());

  test.each(guarded)('is refused %s in words, and nothing changes', (name) => {
    const copy = district.copy();
    copy.runtime.grant(SCHOOL);
    expect(told(copy, name, SCHOOL)).toBe(REFUSED);
    expect(differences(before, world(copy))).toEqual([]);
  });

  test.each(HARMLESS)('may start %s, which changes nothing', (name) => {
    const copy = district.copy();
    copy.runtime.grant(SCHOOL);
    const before = linesOf(copy.runtime.book);
    expect(told(copy, name, SCHOOL)).not.toContain(REFUSED);
    expect(differences(before, linesOf(copy.runtime.book))).toEqual([]);
  });

  test('is refused when the coordinator has renamed «Настройки», too', () => {
    const copy = district.copy();
    copy.runtime.grant(SCHOOL);
    copy.sheet('Настройки').setName('Настройки района');
    expect(told(copy, 'consolidateWorkbook', SCHOOL)).toBe(REFUSED);
    expect(told(copy, 'consolidateWorkbook', OWNER)).toContain('II квартал 2023 г.');
  });
});

test('whoever may edit «Настройки» is a coordinator, whoever owns the workbook', () => {
  const copy = district.copy();
  const second = 'second@example.org';
  copy.runtime.book.editors.add(second);
  copy.runtime.grant(second);
  expect(told(copy, 'closeOpenPeriod', second)).toBe(REFUSED);
  const ofSheets = (copy.runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp).ProtectionType;
  copy.sheet('Настройки').getProtections(ofSheets.SHEET)[0]!.addEditor(second);
  copy.runtime.answers.push('NO');
  expect(told(copy, 'closeOpenPeriod', second)).not.toContain(REFUSED);
});
