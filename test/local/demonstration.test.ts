import type { DataRow } from '../../src/local/demo/dataset';
import { demonstration } from '../../src/local/demonstration';
import { MISTAKES, mistakeIn } from '../../src/local/demonstration/mistakes';
import { programme } from '../../src/programme';

const SENSITIVE = ['disabilities', 'registered', 'guardianship', 'lowIncome', 'unemployedParents'];
const OPEN = ['incompleteFamilies', 'largeFamilies', 'higherEducationParent', 'nonNativeRussian', 'transported'];
const forms = programme.forms.filter(({ key }) => ['classes', 'marks', 'pupils', 'context'].includes(key));
const [classes, marks] = forms;

const district = demonstration(forms);
const rowsOf = (key: string) => district.rows.filter((row) => row.form === key);
const sound = (row: DataRow) => !mistakeIn(row.period, row.school, row.form, row.cells);
const sum = (row: DataRow, keys: string) => keys.split(' ').reduce((total, key) => total + Number(row.cells[key]), 0);
const totalOf = (rows: DataRow[], keys: string) => rows.reduce((total, row) => total + sum(row, keys), 0);
const classOf = (row: DataRow) => [row.period, row.school, row.cells.grade, row.cells.letter].join(' ');
const keysOf = (group: string) => district.schools.filter((school) => school.group === group).map(({ key }) => key);
const lists = new Map(rowsOf('classes').map((row) => [classOf(row), row.cells.enrolled]));

describe('the demonstration district', () => {
  test('is marked as training data', () => {
    expect(district.training).toBe(true);
    expect(district.notes[0]).toContain('Учебные данные');
  });

  test('the same call gives the same rows', () => {
    expect(JSON.stringify(demonstration(forms))).toBe(JSON.stringify(district));
    expect(JSON.stringify(demonstration([marks!]).rows)).toBe(JSON.stringify(rowsOf('marks')));
  });

  test("has the order's seven schools, each participant with a leading partner", () => {
    expect(district.schools).toHaveLength(7);
    expect(keysOf('ведущая')).toHaveLength(3);
    for (const school of district.schools.filter(({ group }) => group === 'участник')) {
      expect(keysOf('ведущая')).toContain(school.partner);
    }
  });

  test('a form has rows in the quarters it is due in, numbered from 1', () => {
    expect([...new Set(rowsOf('classes').map((row) => row.period))]).toEqual(district.periods);
    expect([...new Set(rowsOf('marks').map((row) => row.period))]).toEqual(['2022-Q4', '2023-Q1', '2023-Q2']);
    for (const { key } of forms) expect(rowsOf(key).map(({ row }) => row)).toEqual(rowsOf(key).map((_, i) => i + 1));
  });

  test('a form it does not know has no rows, a field it does not know is blank', () => {
    const unknown = { ...classes!.fields.grade! };
    expect(demonstration([{ ...marks!, key: 'unheard-of' }]).rows).toEqual([]);
    expect(demonstration([{ ...classes!, fields: { unknown } }]).rows[0]!.cells).toEqual({ unknown: '' });
  });

  test('every field of its forms is filled somewhere', () => {
    for (const { key, fields } of forms) {
      const filled = (field: string) => rowsOf(key).some((row) => row.cells[field] !== '');
      expect(Object.keys(fields).filter((field) => !filled(field))).toEqual([]);
    }
  });

  test('an ООШ has no 10-11 grades', () => {
    const basic = district.schools.filter(({ type }) => type === 'ООШ').map(({ key }) => key);
    expect(basic).toHaveLength(3);
    const rows = district.rows.filter((row) => basic.includes(row.school));
    expect(rows.filter((row) => /1[01]/.test(row.cells.grade!))).toEqual([]);
  });

  test('the first grade has no marks', () => {
    const results = [...rowsOf('marks'), ...rowsOf('pupils')];
    expect(results.filter((row) => /^1(-|$)/.test(row.cells.grade!))).toEqual([]);
  });
});

describe('its figures', () => {
  const isOnTheList = (row: DataRow) => row.cells.enrolled === lists.get(classOf(row));

  test('marks add up to the class lists except in the rows marked as mistakes', () => {
    const addsUp = (row: DataRow) => sum(row, 'exempt five four three two notAssessed') === sum(row, 'enrolled');
    const wrong = rowsOf('marks').filter((row) => !isOnTheList(row) || !addsUp(row));
    expect(wrong.filter(sound)).toEqual([]);
    expect(wrong).toHaveLength(2);
  });

  test('groups of pupils do not overlap and do not exceed the assessed', () => {
    const isPossible = (row: DataRow) =>
      sum(row, 'excellent good oneThree failing notAssessed') <= sum(row, 'assessed') &&
      sum(row, 'assessed') <= sum(row, 'enrolled') &&
      sum(row, 'notMastered') <= sum(row, 'failing');
    expect(rowsOf('pupils').filter((row) => !isOnTheList(row) || !isPossible(row))).toEqual([]);
  });

  test('a class has failing pupils when and only when it has a «2»', () => {
    const withTwo = new Set(
      rowsOf('marks')
        .filter((row) => sum(row, 'two') > 0)
        .map(classOf),
    );
    const withFailing = new Set(
      rowsOf('pupils')
        .filter((row) => sum(row, 'failing') > 0)
        .map(classOf),
    );
    expect(withFailing).toEqual(withTwo);
  });

  test('counts of the social passport do not exceed the pupils', () => {
    const exceeds = (row: DataRow) => [...OPEN, ...SENSITIVE].some((key) => sum(row, key) > sum(row, 'enrolled'));
    expect(rowsOf('context').filter(sound).filter(exceeds)).toEqual([]);
  });

  test('sensitive counts are never given for fewer than ten pupils', () => {
    for (const row of rowsOf('context')) {
      const given = SENSITIVE.filter((key) => row.cells[key] !== '');
      expect([0, SENSITIVE.length]).toContain(given.length);
      if (given.length > 0) expect(sum(row, 'enrolled')).toBeGreaterThanOrEqual(10);
    }
  });

  test('a school with a small class gives the sensitive counts once for all its pupils', () => {
    for (const period of district.periods) {
      const rows = rowsOf('context').filter((row) => row.period === period && row.school === 'gudachi');
      const whole = rows.filter((row) => row.cells.disabilities !== '');
      expect(whole.map(({ cells }) => [cells.grade, cells.letter, cells.transported])).toEqual([['1-9', '', '']]);
      expect(totalOf(rows, 'enrolled')).toBe(2 * totalOf(whole, 'enrolled'));
    }
  });

  test('class lists change a little from quarter to quarter', () => {
    const totals = district.periods.map((period) =>
      totalOf(
        rowsOf('classes').filter((row) => row.period === period),
        'enrolled',
      ),
    );
    expect(new Set(totals).size).toBeGreaterThan(1);
    for (const total of totals) expect(Math.abs(total - totals[0]!)).toBeLessThan(20);
  });

  test.each([
    ['ведущая', 40, 55],
    ['участник', 20, 36],
  ])('quality in the group «%s» grows and stays between %d and %d %%', (group, from, to) => {
    const quality = ['2022-Q4', '2023-Q1', '2023-Q2'].map((period) => {
      const rows = rowsOf('marks').filter((row) => row.period === period && keysOf(group).includes(row.school));
      return (100 * totalOf(rows, 'five four')) / totalOf(rows, 'five four three two notAssessed');
    });
    expect(quality[2]).toBeGreaterThan(quality[0]!);
    expect(Math.min(...quality)).toBeGreaterThan(from);
    expect(Math.max(...quality)).toBeLessThan(to);
  });
});

describe('its deliberate mistakes', () => {
  const found = (what: string) => {
    const mistake = MISTAKES.find((one) => one.what === what)!;
    return district.rows.filter((row) => mistakeIn(row.period, row.school, row.form, row.cells) === mistake);
  };

  test('are all in the last quarter of two schools', () => {
    expect(new Set(MISTAKES.map(({ period }) => period))).toEqual(new Set([district.periods.at(-1)]));
    expect(new Set(MISTAKES.map(({ school }) => school)).size).toBe(2);
  });

  test('marks above the class list', () => {
    const [row] = found('сумма отметок больше списка класса');
    expect(sum(row!, 'exempt five four three two notAssessed')).toBeGreaterThan(sum(row!, 'enrolled'));
  });

  test('a row entered twice', () => {
    const [first, second] = found('строка введена дважды');
    expect(second).toEqual({ ...first, row: first!.row + 1 });
  });

  test('a skipped cell that the rest does not prove to be 0', () => {
    const [row] = found('пропущена ячейка');
    expect(row!.cells.three).toBe('');
    expect(sum(row!, 'exempt five four three two notAssessed')).toBeLessThan(sum(row!, 'enrolled'));
  });

  test('12.5 in place of a whole number', () => {
    expect(found('вместо числа введено 12.5').map(({ cells }) => cells.higherEducationParent)).toEqual(['12.5']);
  });
});
