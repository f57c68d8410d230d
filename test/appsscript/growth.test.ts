import { District, schoolsOf } from './district';

/** A workbook with one tab damaged and repaired: the old one stays in it, hidden. */
function repaired(count: number): District {
  const district = District.ready({ schools: schoolsOf(count) });
  district.fill('s2', 0);
  district.sheet('Школа №2').deleteRow(district.rowOf('Школа №2', 'marks/keys'));
  district.runtime.answers.push('YES');
  district.setUp();
  return district;
}

const oldTabs = (district: District): string[] =>
  district.runtime.book.sheets.map(({ name }) => name).filter((name) => name.includes('до починки'));

function closed(district: District): string[] {
  for (;;) {
    const { title, lines } = district.runtime.run('closePeriod', ['2023-Q2']) as { title: string; lines: string[] };
    if (/ закрыт$/.test(title)) return lines;
  }
}

test('in a small district the tab that a repair has replaced stays in the book, hidden', () => {
  const district = repaired(2);
  expect(oldTabs(district)).toHaveLength(1);
  closed(district);
  expect(oldTabs(district)).toHaveLength(1);
});

test('with more than 100 schools it is deleted with the next closing, as a workbook takes about 200 tabs', () => {
  const district = repaired(101);
  expect(oldTabs(district)).toHaveLength(1);
  expect(closed(district).join('\n')).toContain('Удалены скрытые вкладки, оставшиеся после починок: 1.');
  expect(oldTabs(district)).toEqual([]);
});

test('«Состояние» says how many cells a quarter takes and how many such quarters the workbook holds', () => {
  const district = District.ready();
  district.fill('s1', 0);
  district.click('consolidateWorkbook');
  const line = district.values('Состояние')[0]!.join('');
  const [, cells, quarters] = /ячеек: ([\d\s]+); в книге Google поместится ([\d\s]+)так/.exec(line)!;
  const numberOf = (text: string) => Number(text.replace(/\s/g, ''));
  const published = district.runtime.book.sheets
    .filter(({ name }) => /^Сводные|^Показатели|^Состояние/.test(name))
    .reduce((sum, { name }) => {
      const [, keys, , ...rows] = district.values(name);
      return sum + keys!.filter(Boolean).length * rows.filter(([period]) => period === '2023-Q2').length;
    }, 0);
  expect(numberOf(cells!)).toBe(published);
  expect(numberOf(quarters!)).toBeGreaterThan(9_900_000 / published);
});
