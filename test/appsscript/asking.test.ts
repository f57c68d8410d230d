import { a1, District, OWNER } from './district';

const SECOND = 'second@example.org';

/** A quarter closed, the next one consolidated, a report of it built and edited, a tab damaged. */
function prepare(): District {
  const district = District.ready();
  district.fill('s1');
  district.fill('s2', 1);
  district.runtime.run('closePeriod', ['2023-Q2']);
  district.fill('s1', 2);
  district.fill('s2', 3);
  district.click('consolidateWorkbook');
  const { id } = district.runtime.run('buildReport', ['district', '2023-Q3', 'служебная']) as { id: string };
  district.runtime.advance(3_600_000);
  district.runtime.editDocument(id, Buffer.from('by hand'));
  district.enter('s1', 'context', 1, 'lowIncome', '5');
  district.click('consolidateWorkbook');
  district.sheet('Школа №2').getRange(district.rowOf('Школа №2', 'classes/keys'), 1).clearContent();
  return district;
}
const prepared = prepare();

/** Menu items that ask, the answer, and how often they ask. */
const ASKING: readonly [name: string, answer: string][] = [
  ['setUpWorkbook', 'NO'],
  ['closeOpenPeriod', 'NO'],
  ['buildDistrictReport', 'CANCEL'],
  ['correctClosedPeriod', 'CANCEL'],
  ['enableAutomation', 'NO'],
];

function ready(): District {
  const district = prepared.copy();
  const { runtime } = district;
  runtime.book.editors.add(SECOND);
  runtime.grant(SECOND);
  const { SpreadsheetApp } = runtime.globals as { SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp };
  for (const kind of [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE])
    for (const protection of district.spreadsheet().getProtections(kind)) protection.addEditor(SECOND);
  const tab = 'Сводные данные. Число обучающихся';
  const row = district.values(tab).findIndex(([period]) => period === '2023-Q2') + 1;
  runtime.select(tab, a1(row, district.values(tab)[1]!.indexOf('field:enrolled') + 1));
  district.click('enableAutomation');
  runtime.advance(180_000);
  return district;
}

describe.each([true, false])('a lock that outlives a dialog: %s', (lockOutlivesDialog) => {
  test.each(ASKING)(
    '%s asks without the lock: another coordinator can work while the question stands',
    (name, answer) => {
      const district = ready();
      const { runtime } = district;
      runtime.uncertain.lockOutlivesDialog = lockOutlivesDialog;
      let asked = 0;
      runtime.answerWith(({ user, buttons }) => {
        if (user !== OWNER || buttons === 'OK') return 'OK';
        asked += 1;
        runtime.run('checkInstallation', undefined, { user: SECOND });
        return answer;
      });
      runtime.run(name);
      expect(asked).toBe(1);
      const seconds = runtime.shown.filter((each) => each.user === SECOND && each.kind === 'alert');
      expect(seconds.map(({ title }) => title)).toEqual(['Установка проверена']);
    },
  );
});

test('a repair is not begun when the settings changed while the question stood', () => {
  const district = ready();
  const { runtime } = district;
  const sheets = runtime.book.sheets.length;
  runtime.answerWith(({ buttons }) => {
    if (buttons === 'OK') return 'OK';
    district.set('signatory-name', 'Н. О. Вая');
    return 'YES';
  });
  runtime.run('setUpWorkbook');
  expect(runtime.shown.at(-1)).toMatchObject({
    message: expect.stringContaining('Пока вы отвечали, изменились «Настройки» или «Школы»'),
  });
  expect(runtime.book.sheets).toHaveLength(sheets);
});

test('a closing is asked about once more when what the question said has changed meanwhile', () => {
  const district = ready();
  const { runtime } = district;
  const questions: string[] = [];
  runtime.answerWith(({ message, buttons }) => {
    if (buttons === 'OK') return 'OK';
    questions.push(message);
    if (questions.length > 1) return 'NO';
    district.enter('s1', 'classes', 1, 'enrolled', 'много');
    runtime.run('consolidateWorkbook', undefined, { user: SECOND });
    return 'YES';
  });
  runtime.run('closeOpenPeriod');
  expect(questions).toHaveLength(2);
  expect(questions[1]).toContain('Не исправлено');
  expect(district.values('Периоды').filter((row) => String(row[0]) === '2023-Q3')).toEqual([]);
});
