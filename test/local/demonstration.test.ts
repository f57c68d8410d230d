import { sparedOf } from '../../src/domain';
import type { DataRow } from '../../src/local/demo/dataset';
import { demonstration } from '../../src/local/demonstration';
import { SCHOOLS } from '../../src/local/demonstration/district';
import { MISTAKES, mistakeIn } from '../../src/local/demonstration/mistakes';
import { programme } from '../../src/programme';
import { PARTICIPANT } from '../../src/programme/groups';

const SENSITIVE = ['disabilities', 'registered', 'guardianship', 'lowIncome', 'unemployedParents'];
const OPEN = ['incompleteFamilies', 'largeFamilies', 'higherEducationParent', 'nonNativeRussian', 'transported'];
const forms = programme.forms.filter(({ key }) => ['classes', 'marks', 'pupils', 'context'].includes(key));
const named = (key: string) => forms.find((form) => form.key === key)!;
const [classes, marks] = [named('classes'), named('marks')];

const district = demonstration(programme.forms);
const rowsOf = (key: string) => district.rows.filter((row) => row.form === key);
const sound = (row: DataRow) => !mistakeIn(row.period, row.school, row.form, row.cells);
const sum = (row: DataRow, keys: string) => keys.split(' ').reduce((total, key) => total + Number(row.cells[key]), 0);
const totalOf = (rows: DataRow[], keys: string) => rows.reduce((total, row) => total + sum(row, keys), 0);
const periodsOf = (key: string) => [...new Set(rowsOf(key).map(({ period }) => period))];
const classOf = (row: DataRow) => [row.period, row.school, row.cells.grade, row.cells.letter].join(' ');
const keysOf = (group: string) => district.schools.filter((school) => school.group === group).map(({ key }) => key);
const lists = new Map(rowsOf('classes').map((row) => [classOf(row), row.cells.enrolled]));

describe('the demonstration district', () => {
  test('is marked as training data', () => {
    expect(district.training).toBe(true);
    expect(district.notes[0]).toContain('Учебные данные');
  });

  test('the same call gives the same rows', () => {
    expect(JSON.stringify(demonstration([marks]).rows)).toBe(JSON.stringify(rowsOf('marks')));
  });

  test("has the order's seven schools, each participant with a leading partner", () => {
    expect(district.schools).toHaveLength(7);
    expect(keysOf('ведущая')).toHaveLength(3);
    for (const school of district.schools.filter(({ group }) => group === 'участник')) {
      expect(keysOf('ведущая')).toContain(school.partner);
    }
  });

  test('is of the sixteen quarters of the programme', () => {
    expect(district.periods).toHaveLength(16);
    expect([district.periods[0], district.periods.at(-1)]).toEqual(programme.lasts);
  });

  test('a form has rows in the quarters it is due in, numbered from 1', () => {
    expect(periodsOf('classes')).toEqual(district.periods);
    expect(periodsOf('marks')).toEqual(district.periods.filter((period) => !period.endsWith('Q3')));
    for (const { key } of programme.forms)
      expect(rowsOf(key).map(({ row }) => row)).toEqual(rowsOf(key).map((_, i) => i + 1));
  });

  test('a form it does not know has no rows, a field it does not know is blank', () => {
    const unknown = { ...classes.fields.grade! };
    expect(demonstration([{ ...marks, key: 'unheard-of' }]).rows).toEqual([]);
    expect(demonstration([{ ...classes, fields: { unknown } }]).rows[0]!.cells).toEqual({ unknown: '' });
  });

  test('every field that its forms ask for is filled somewhere', () => {
    const spared = new Set(['2023-Q3', '2023-Q4'].flatMap((period) => [...sparedOf(programme, period, {}, {}).fields]));
    for (const { key, fields } of programme.forms) {
      const filled = (field: string) => rowsOf(key).some((row) => row.cells[field] !== '');
      const asked = Object.keys(fields).filter(
        (field) => !fields[field]!.due?.setting || !spared.has(`${key}.${field}`),
      );
      expect(asked.filter((field) => !filled(field))).toEqual([]);
    }
  });

  test('an ООШ has no 10-11 grades', () => {
    const basic = district.schools.filter(({ type }) => type === 'ООШ').map(({ key }) => key);
    expect(basic).toHaveLength(3);
    const rows = district.rows.filter((row) => basic.includes(row.school));
    expect(rows.filter((row) => /1[01]/.test(row.cells.grade ?? ''))).toEqual([]);
    expect(rows.filter((row) => row.form === 'ege')).toEqual([]);
  });

  test('the first grade has no marks', () => {
    const results = [...rowsOf('marks'), ...rowsOf('pupils')];
    expect(results.filter((row) => /^1(-|$)/.test(row.cells.grade!))).toEqual([]);
  });

  test('procedures are those that were held: no exams in 2020, works of spring 2020 and 2022 put off till autumn', () => {
    expect(periodsOf('vpr')).toEqual(['2020-Q4', '2021-Q2', '2022-Q4', '2023-Q2']);
    expect(periodsOf('oge')).toEqual(['2021-Q3', '2022-Q3', '2023-Q3']);
    const subjects = (form: string, period: string) =>
      new Set(rowsOf(form).flatMap((row) => (row.period === period ? [row.cells.subject] : [])));
    expect(subjects('oge', '2021-Q3')).toEqual(new Set(['Русский язык', 'Математика']));
    const basic = periodsOf('ege').filter((period) => subjects('ege', period).has('Математика (базовая)'));
    expect(basic).toEqual(['2022-Q3', '2023-Q3']);
    expect(rowsOf('controlWorks').filter(({ period }) => period === '2020-Q2')).toEqual([]);
  });

  test('classes grow up: the fifth of a school year is the sixth of the next', () => {
    const sizes = (period: string, grade: string) =>
      rowsOf('classes').flatMap((row) =>
        row.period === period && row.cells.grade === grade
          ? [[row.school, row.cells.letter, sum(row, 'enrolled')]]
          : [],
      );
    for (const [period, later] of [
      ['2020-Q4', '2021-Q4'],
      ['2021-Q2', '2021-Q3'],
      ['2022-Q4', '2023-Q4'],
    ] as const) {
      const grown = sizes(later, '6').map((row) => row.join());
      const same = sizes(period, '5').filter((row) => grown.includes(row.join()));
      expect(same.length).toBeGreaterThanOrEqual(sizes(period, '5').length / 2);
      for (const [i, [school, letter, size]] of sizes(period, '5').entries()) {
        const [otherSchool, otherLetter, otherSize] = sizes(later, '6')[i]!;
        expect([otherSchool, otherLetter]).toEqual([school, letter]);
        expect(Math.abs(Number(otherSize) - Number(size))).toBeLessThanOrEqual(3);
      }
    }
  });

  test('a small school has classes of three to eight', () => {
    const own = rowsOf('classes').filter((row) => row.school === 'gudachi' && !row.cells.grade!.includes('-'));
    for (const row of own) {
      expect(sum(row, 'enrolled')).toBeGreaterThanOrEqual(3);
      expect(sum(row, 'enrolled')).toBeLessThanOrEqual(8);
    }
  });
});

describe('what the programme changes', () => {
  const share = (form: string, [part, whole]: [string, string], group: string, period: string) => {
    const rows = rowsOf(form).filter(
      (row) => row.period === period && keysOf(group).includes(row.school) && sound(row),
    );
    return (100 * totalOf(rows, part)) / totalOf(rows, whole);
  };
  const years = ['2020', '2021', '2022', '2023'];

  test.each([
    ['trainedInThreeYears', 90],
    ['modernMethods', 85],
    ['managementTrained', 90],
  ])('teachers are trained year by year: %s', (field, last) => {
    const rates = years.map((year) => share('staff', [field, 'people'], 'участник', `${year}-Q3`));
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
    expect(rates[3]! - rates[0]!).toBeGreaterThan(15);
    expect(rates[3]!).toBeGreaterThan(last);
  });

  test('participants renew more of their equipment each year, 15 % at last', () => {
    const rates = years.map((year) => share('materialBase', ['unitsNew', 'unitsStart'], 'участник', `${year}-Q4`));
    expect(rates[0]!).toBeLessThan(10);
    expect(rates[3]!).toBeGreaterThan(15);
  });

  test("participants' pupils do better, and stay behind the leading schools", () => {
    const quality = (group: string, period: string) => share('pupils', ['excellent good', 'assessed'], group, period);
    expect(quality('участник', '2023-Q2')).toBeGreaterThan(quality('участник', '2020-Q2') + 4);
    for (const year of years)
      expect(quality('участник', `${year}-Q2`)).toBeLessThan(quality('ведущая', `${year}-Q2`) - 10);
  });
});

describe('its figures', () => {
  const isOnTheList = (row: DataRow) => row.cells.enrolled === lists.get(classOf(row));

  test('marks add up to the class lists except in the rows marked as mistakes', () => {
    const addsUp = (row: DataRow) => sum(row, 'exempt five four three two notAssessed') === sum(row, 'enrolled');
    const wrong = rowsOf('marks').filter((row) => !isOnTheList(row) || !addsUp(row));
    expect(wrong.filter(sound)).toEqual([]);
    expect(wrong).toHaveLength(3);
  });

  test('groups of pupils do not overlap and do not exceed the assessed', () => {
    const isPossible = (row: DataRow) =>
      sum(row, 'excellent good oneThree failing notAssessed') <= sum(row, 'assessed') &&
      sum(row, 'assessed') <= sum(row, 'enrolled') &&
      sum(row, 'notMastered') <= sum(row, 'failing');
    expect(rowsOf('pupils').filter((row) => !isOnTheList(row) || (sound(row) && !isPossible(row)))).toEqual([]);
  });

  test('a class has failing pupils when and only when it has a «2», where all subjects are asked', () => {
    const participants = new Set(SCHOOLS.filter(({ group }) => group === PARTICIPANT).map(({ key }) => key));
    const allSubjects = ({ period, school }: DataRow): boolean =>
      period.endsWith('Q2') || (period.endsWith('Q4') && participants.has(school));
    const classesWith = (form: string, field: string) =>
      new Set(
        rowsOf(form)
          .filter((row) => sum(row, field) > 0 && allSubjects(row))
          .map(classOf),
      );
    expect(classesWith('pupils', 'failing')).toEqual(classesWith('marks', 'two'));
  });

  test('counts of the social passport do not exceed the pupils', () => {
    const exceeds = (row: DataRow) => [...OPEN, ...SENSITIVE].some((key) => sum(row, key) > sum(row, 'enrolled'));
    expect(rowsOf('context').filter(sound).filter(exceeds)).toEqual([]);
  });

  test('sensitive counts are never given for fewer than ten pupils', () => {
    for (const row of rowsOf('context').filter(({ cells }) => cells.grade !== '1-11')) {
      const given = SENSITIVE.filter((key) => row.cells[key] !== '');
      expect([0, SENSITIVE.length]).toContain(given.length);
      if (given.length > 0) expect(sum(row, 'enrolled')).toBeGreaterThanOrEqual(10);
    }
  });

  test('a school of small classes gives its passport in one row', () => {
    const rows = rowsOf('context').filter(({ school }) => school === 'gudachi');
    expect(new Set(rows.map(({ cells }) => cells.grade))).toEqual(new Set(['1-9']));
    expect(rows).toHaveLength(district.periods.length);
  });

  test('a leading school gives its passport in one row', () => {
    const rows = rowsOf('context').filter(({ school }) => keysOf('ведущая').includes(school));
    expect(new Set(rows.map(({ cells }) => cells.grade))).toEqual(new Set(['1-11']));
  });

  test('class lists change a little from quarter to quarter', () => {
    const totals = district.periods.map((period) =>
      totalOf(
        rowsOf('classes').filter((row) => row.period === period),
        'enrolled',
      ),
    );
    expect(new Set(totals).size).toBeGreaterThan(8);
    for (const total of totals) expect(Math.abs(total - totals[0]!)).toBeLessThan(60);
  });
});

describe('its deliberate mistakes', () => {
  const found = (what: string) => {
    const mistake = MISTAKES.find((one) => one.what === what)!;
    return district.rows.filter((row) => mistakeIn(row.period, row.school, row.form, row.cells) === mistake);
  };

  test('are one row each: some in the open quarter, some of years ago that nobody has found', () => {
    const last = district.periods.at(-1);
    expect(MISTAKES.filter(({ period }) => period === last)).toHaveLength(4);
    expect(MISTAKES.filter(({ period }) => period !== last)).toHaveLength(3);
    for (const mistake of MISTAKES) {
      const rows = district.rows.filter((row) => mistakeIn(row.period, row.school, row.form, row.cells) === mistake);
      expect([mistake.what, rows.length]).toEqual([mistake.what, mistake.what === 'строка введена дважды' ? 2 : 1]);
    }
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
    expect(found('вместо числа введено 12.5').map(({ cells }) => cells.consultations)).toEqual(['12.5']);
  });
});
