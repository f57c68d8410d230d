import { District } from './district';

const ready = District.ready();
ready.click('consolidateWorkbook');

/** The run dies right after it has made room, before anything is written there. */
function dying(district: District, command: string, method: string): void {
  district.onCall = (call) => {
    if (call.method === method && call.phase === 'after') throw new Error('killed');
  };
  expect(() => district.click(command)).toThrow('killed');
  district.onCall = undefined;
  district.move('2023-06-25T14:00:00+09:00');
}

const rowsOf = (district: District, tab: string): number => district.sheet(tab).getMaxRows();
const words = (district: District, tab: string) => district.values(tab).map((row) => row.map(String).join('|'));

describe.each([
  ['a register’s last row that was deleted', 'План программы', 'consolidateWorkbook'],
  ['the last line of the settings that was deleted', 'Настройки', 'setUpWorkbook'],
  ['the last line of what is due that was deleted', 'Что и когда сдаётся', 'setUpWorkbook'],
])('%s', (_, tab, command) => {
  const copy = ready.copy();
  const before = rowsOf(copy, tab);
  const lines = words(copy, tab);
  copy.sheet(tab).deleteRow(copy.sheet(tab).getLastRow());
  copy.runtime.answers.push('YES', 'YES');

  test('comes back once, also when a run has died after making room for it', () => {
    dying(copy, command, 'Sheet.insertRowsAfter');
    copy.click(command);
    expect(rowsOf(copy, tab)).toBe(before);
    expect(words(copy, tab)).toEqual(lines);
  });
});
