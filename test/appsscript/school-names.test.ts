import { District, schoolsOf } from './district';

const NAMES = ['=СУММ(1;2)', '+7 (школа)', '-1-я школа', '@школа', '=HYPERLINK("http://x.example";"Школа")'];
const schools = schoolsOf(NAMES.length).map((school, index) => ({ ...school, name: NAMES[index]! }));

/** But for the add-on's own links. */
const formulasIn = (district: District): string[] =>
  district.runtime.book.sheets.flatMap(({ name, cells }) =>
    cells.flatMap((row) =>
      (row ?? []).flatMap((cell) =>
        cell?.formula && !/^=(HYPERLINK\("#gid=|SPARKLINE)/.test(cell.formula) ? [`${name}: ${cell.formula}`] : [],
      ),
    ),
  );

test('a school’s name that begins with =, +, - or @ is words everywhere and no formula anywhere', () => {
  const district = new District({ schools });
  district.click('setUpWorkbook');
  const sheet = district.sheet('Школы');
  sheet.getRange(4, 1, sheet.getMaxRows() - 3, 6).clearContent();
  schools.forEach(({ key, name, type, group }, index) => {
    const cells = [key, `'${name}`, type, group];
    district.runtime.edit('Школы', `A${index + 4}:D${index + 4}`, [cells]);
  });
  district.set('period', '2023-Q2');
  district.setUp();
  district.click('consolidateWorkbook');
  district.click('setUpWorkbook');
  expect(formulasIn(district)).toEqual([]);
  expect(district.results().schools.map(({ name }) => name)).toEqual(NAMES);
  const states = district.rowsIn('Состояние').map((row) => row['school-name']);
  expect(states).toEqual(NAMES);
  const heads = district.runtime.book.sheets.flatMap(({ cells }) =>
    String(cells[0]?.[0]?.value ?? '').startsWith('head/school/') ? [cells[0]?.[2]?.value] : [],
  );
  expect(heads).toEqual(NAMES);
  district.runtime.run('closePeriod', ['2023-Q2']);
  expect(district.results().periods.find(({ key }) => key === '2023-Q2')).toMatchObject({ closed: true });
  expect(
    district
      .rowsIn('Состояние')
      .filter(({ period }) => period === '2023-Q2')
      .map((row) => row['school-name']),
  ).toEqual(NAMES);
  district.register([...schools, { key: 'late', name: '=2+2', type: 'ООШ', group: 'участник', partner: '' }]);
  district.setUp();
  district.click('consolidateWorkbook');
  expect(formulasIn(district)).toEqual([]);
  expect(district.values('Показатели')[2]).toContain('=2+2');
});
