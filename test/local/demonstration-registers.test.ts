import { pasteOver, type RegisterLine } from '../../src/local/demo/fill-register';
import { demonstration } from '../../src/local/demonstration';
import type { Cell, Grid } from '../../src/model';
import { takeRegisters } from '../../src/pipeline';
import { programme } from '../../src/programme';
import { registerDesign } from '../../src/workbook';

const { registers } = programme;
const district = demonstration([]);
const linesOf = (key: string): readonly RegisterLine[] => district.registers[key] ?? [];

const shown = (cell: Cell): string => {
  if (!(cell instanceof Date)) return String(cell).replace(/^'/, '');
  return `${String(cell.getDate()).padStart(2, '0')}.${String(cell.getMonth() + 1).padStart(2, '0')}.${cell.getFullYear()}`;
};

/** The office's registers on a day, as far as they were filled by then. */
function officeOn(day: string) {
  const grids = registers.map((register): [string, Grid] => {
    const cells = registerDesign(register, registers).section.values.map((row) => row.map(shown));
    const known = linesOf(register.key).filter(({ since = day }) => since <= day);
    const { row, cells: pasted } = pasteOver(register, registers, cells, known, district.schools);
    return [register.key, [...cells.slice(0, row - 1), ...pasted]];
  });
  const world = {
    today: day,
    period: '2023-Q2',
    schools: district.schools,
    figures: () => [],
    collected: [],
    reports: [],
  };
  return new Map(
    takeRegisters(programme, Object.fromEntries(grids), world).map((taken) => [taken.register.key, taken]),
  );
}

const spring = officeOn('2023-06-25');

test.each(registers.map(({ key, title }) => [title, key]))('«%s» is filled without an error', (_, key) => {
  const { rows, errors, trouble } = spring.get(key)!;
  expect([errors, trouble]).toEqual([0, '']);
  expect(linesOf(key).length).toBeGreaterThan(5);
  expect(rows.length).toBeGreaterThan(5);
});

test('an office has honest gaps, and something is overdue', () => {
  const gaps = [...spring.values()].reduce((sum, { warnings }) => sum + warnings, 0);
  expect(gaps).toBeGreaterThan(5);
  const overdue = [...spring.values()].flatMap(({ rows }) => rows.filter((row) => Number(row.overdue) > 0));
  expect(overdue.length).toBeGreaterThan(3);
});

test('measures show each effect', () => {
  const effects = new Set(spring.get('actions')!.rows.map(({ effect }) => effect));
  expect([...effects]).toEqual(expect.arrayContaining(['не выявлен', 'рано судить']));
});

test('a row appears on its day: three years before, the office knew less', () => {
  const start = officeOn('2020-03-25');
  expect(start.get('actions')!.rows).toEqual([]);
  const approved = (office: typeof start) =>
    office.get('documents')!.rows.filter(({ status }) => status === 'утверждён').length;
  expect(approved(start)).toBeGreaterThan(5);
  expect(approved(spring)).toBeGreaterThan(approved(start));
  expect([...start.values()].map(({ errors }) => errors)).toEqual(registers.map(() => 0));
});
