import fc from 'fast-check';
import { rowParser } from '../../src/domain/parse';
import { type Cell, count, DATE_MARK, defineForm, type Figure, figureId, isPeriod, text } from '../../src/model';
import { programme as whole } from '../../src/programme';
import {
  cellsToRaw,
  figureRow,
  figuresTable,
  isCounted,
  journalTab,
  type KeyedTab,
  type Owner,
  overviewTable,
  ownerColumn,
  ownerOfColumn,
  publishedTables,
  rawToCells,
  rowsTable,
  statusTable,
  targetsTable,
} from '../../src/workbook';
import { widthOfWords } from '../../src/workbook/column-widths';
import { formOf, MARKS_A, rawRow, SCHOOL } from '../build';
import { programme } from '../four-forms';

const sample = defineForm({
  key: 'sample',
  title: 'Форма',
  help: '',
  fields: { grade: text('Класс', ''), five: count('«5»', '') },
  identity: ['grade'],
  due: [{ quarters: [1, 2, 3, 4] }],
});

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(''),
  fc.nat(50),
  fc.double({ min: -5, max: 50, noNaN: true }),
  fc.constantFrom('нет', '12,5', '1 234', '5А', '#REF!', '1-4', 'дата', `${DATE_MARK}12.05.2023`),
  fc.date({ noInvalidDate: true, min: new Date(2020, 0, 1), max: new Date(2030, 0, 1) }),
  fc.boolean(),
);

describe('a row of a school in its consolidated tab', () => {
  const again = (grade: Cell, five: Cell) => {
    const raw = rawRow('sample', 3, { grade, five }, { explanation: 'карантин' });
    return {
      raw,
      again: cellsToRaw(sample, { period: raw.period, ...rawToCells(sample, raw, SCHOOL.name, '', true) }),
    };
  };

  test('means the same when it is read back', () => {
    fc.assert(
      fc.property(anyCell, anyCell, (grade, five) => {
        const row = again(grade, five);
        expect(rowParser(sample)(row.again)).toEqual(rowParser(sample)(row.raw));
      }),
    );
  });

  test('keeps its place, its school and its explanation', () => {
    expect(again('5', 2).again).toEqual(again('5', 2).raw);
  });

  test('keeps a date in words: a real one would turn the column into dates', () => {
    const cells = rawToCells(
      sample,
      rawRow('sample', 1, { grade: '5', five: new Date(2023, 4, 12) }),
      SCHOOL.name,
      '',
      false,
    );
    expect(cells['field:five']).toBe('дата 12.05.2023');
  });

  test('says whether it counts and what is remarked', () => {
    const cells = rawToCells(formOf('marks'), rawRow('marks', 1, MARKS_A), SCHOOL.name, '✖ Ошибка', false);
    expect(cells).toMatchObject({ counted: 'нет', remark: '✖ Ошибка', 'school-name': SCHOOL.name });
    const counts = rawToCells(formOf('marks'), rawRow('marks', 1, MARKS_A), SCHOOL.name, '', true);
    expect(counts.counted).toBe('да');
    // As a person may have left the word; a row of which it is gone is not said to count.
    expect([counts, { ...counts, counted: ' да ' }, cells, { counted: '' }].map(isCounted)).toEqual([
      ...[true, true, false, false],
    ]);
  });

  test('that was not counted when frozen is not counted when read back', () => {
    const cells = {
      period: '2023-Q2',
      ...rawToCells(formOf('marks'), rawRow('marks', 1, MARKS_A), SCHOOL.name, '✖ Ошибка', false),
    };
    expect(cellsToRaw(formOf('marks'), cells).notCounted).toBe('✖ Ошибка');
  });

  test('without a column of a newer programme has a blank there', () => {
    const raw = cellsToRaw(sample, { period: '2023-Q2', school: 'ushumun', row: 1, 'field:grade': '5' });
    expect(raw.cells).toEqual({ grade: '5', five: '' });
  });
});

test('every published table begins with the period and has keys of its own', () => {
  const tables = publishedTables(programme);
  expect(new Set(tables.map(({ key }) => key)).size).toBe(tables.length);
  expect(new Set(tables.map(({ name }) => name)).size).toBe(tables.length);
  for (const { columns } of tables) {
    expect(columns[0]!.key).toBe('period');
    const keys = columns.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('columns of words are plain text, so that «1-4» stays what it is', () => {
  const marks = rowsTable(formOf('marks'));
  const format = (key: string) => marks.columns.find((item) => item.key === key)!.format;
  expect([format('field:grade'), format('field:subject'), format('explanation')]).toEqual(['@', '@', '@']);
  expect(format('field:five')).not.toBe('@');
});

test('of a table people see the words, not the keys; what is made for programs is out of sight as a whole', () => {
  const hidden = (keys: readonly { key: string; hidden?: boolean }[]) =>
    keys.flatMap(({ key, hidden: isHidden }) => (isHidden ? [key] : []));
  expect(hidden(rowsTable(formOf('marks')).columns)).toEqual(['school', 'corrections', 'data']);
  expect(hidden(figuresTable.columns)).toEqual(['period', 'indicator', 'school']);
  expect(hidden(statusTable(programme.forms).columns)).toEqual(['period', 'school', 'state', 'submission']);
  expect(hidden(overviewTable({ groups: [], schools: [] }).columns)).toEqual(['period', 'indicator', 'slice']);
  expect([rowsTable(formOf('marks')).hidden, figuresTable.hidden]).toEqual([true, true]);
  expect([statusTable(programme.forms).hidden, overviewTable({ groups: [], schools: [] }).hidden]).toEqual([
    undefined,
    undefined,
  ]);
});

test('a form that had another name is still found under it in a workbook without keys', () => {
  expect(rowsTable({ ...sample, formerTitle: 'Анкета' }).formerName).toBe('Сводные данные. Анкета');
  expect(rowsTable(sample)).not.toHaveProperty('formerName');
});

test('«Состояние» has a column for each form, wide enough for its title', () => {
  const wide = { ...sample, key: 'wide', title: 'Образовательные результаты обучающихся начальных классов' };
  const { columns } = statusTable([sample, wide]);
  const widthOf = (key: string) => columns.find((one) => one.key === `form:${key}`)!.width;
  expect(widthOf('sample')).toBe(110);
  expect(widthOf('wide')).toBeGreaterThan(110);
});

describe('«Показатели» has a column for', () => {
  const owners: [string, Owner, string][] = [
    ['the district', { scope: 'district' }, 'district'],
    ['a group', { scope: 'group', group: 'ведущая' }, 'group:ведущая'],
    ['a school', { scope: 'school', school: 'ushumun' }, 'school:ushumun'],
  ];

  test.each(owners)('%s, known by its key', (_, owner, key) => {
    expect(ownerColumn(owner)).toBe(key);
    expect(ownerOfColumn(key)).toEqual(owner);
  });

  test.each(['title', 'group', 'school:', 'my group:а', 'schools:a'])('nobody under the key «%s»', (key) => {
    expect(ownerOfColumn(key)).toBeNull();
  });

  test('the district, then the groups, then the schools, as wide as their names', () => {
    const schools = [{ key: 'a', name: 'МОБУ СОШ с. Ушумун' }];
    const table = overviewTable({ groups: [{ key: 'ведущая', short: 'Общеобразовательные' }], schools });
    const own = table.columns.slice(-3);
    expect(own.map(({ key }) => key)).toEqual(['district', 'group:ведущая', 'school:a']);
    expect(own[0]!.width).toBe(75);
    expect(own[1]!.width).toBeGreaterThan(75);
    expect(table.identity).toEqual(['indicator', 'slice']);
  });
});

test('the cells of a row are columns of the table', () => {
  const keys = rowsTable(formOf('marks')).columns.map(({ key }) => key);
  const cells = rawToCells(formOf('marks'), rawRow('marks', 1, MARKS_A), SCHOOL.name, '', true);
  expect(Object.keys(cells).filter((key) => !keys.includes(key))).toEqual([]);
});

describe('a figure in «Показатели»', () => {
  const indicators = new Map(programme.indicators.map((item) => [item.key, item]));
  const schools = new Map([[SCHOOL.key, SCHOOL]]);
  const figure: Figure = {
    period: '2023-Q2',
    scope: 'school',
    school: SCHOOL.key,
    indicator: 'quality-rate',
    numerator: 7,
    denominator: 15,
    value: 700 / 15,
    low: 24.8,
    high: 69.9,
    rows: 1,
    rowsLeftOut: 0,
  };

  test('stands with its title, owner, sums and unrounded value', () => {
    expect(figureRow(figure, indicators, schools)).toMatchObject({
      title: 'Качество знаний',
      scope: 'школа',
      owner: SCHOOL.name,
      value: 700 / 15,
      numerator: 7,
      denominator: 15,
      slice: '',
      reason: '',
    });
  });

  test('without a value has a blank there and says why', () => {
    const none = { ...figure, value: null, low: undefined, high: undefined, reason: 'нет данных' };
    expect(figureRow(none, indicators, schools)).toMatchObject({ value: '', low: '', high: '', reason: 'нет данных' });
  });

  test('of a subject names it, of the district names no owner', () => {
    const { school: _, ...rest } = figure;
    const row = figureRow({ ...rest, scope: 'district', slice: { subject: 'Химия' } }, indicators, schools);
    expect(row).toMatchObject({ scope: 'район', owner: '', slice: 'Химия', school: '' });
  });

  test('has its own columns and an id of its own', () => {
    const keys = figuresTable.columns.map(({ key }) => key);
    expect(Object.keys(figureRow(figure, indicators, schools)).filter((key) => !keys.includes(key))).toEqual([]);
    expect(figureId(figure)).not.toBe(figureId({ ...figure, slice: { grade: '5' } }));
    expect(figureId({ ...figure, slice: { subject: '5' } })).not.toBe(figureId({ ...figure, slice: { grade: '5' } }));
  });
});

test('«Состояние» has a column for every form', () => {
  const keys = statusTable(programme.forms).columns.map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining(programme.forms.map(({ key }) => `form:${key}`)));
  expect(isPeriod('2023-Q2')).toBe(true);
});

describe('what people see', () => {
  const inSight = ({ columns }: Pick<KeyedTab, 'columns'>) => columns.filter(({ hidden }) => !hidden);

  test('the first words of a line are its period as it is said, never a key', () => {
    for (const tab of [figuresTable, targetsTable(whole), statusTable(whole.forms)])
      expect([tab.name, inSight(tab)[0]!.title]).toEqual([tab.name, 'Отчётный период']);
    expect(inSight(journalTab).map(({ title }) => title)).toEqual(['Когда', 'Кто', 'Что', 'Подробности']);
  });

  test('no title of a form breaks inside a word in «Состояние»', () => {
    const narrow = statusTable(whole.forms).columns.filter(
      ({ key, title, width }) => key.startsWith('form:') && width < widthOfWords(title),
    );
    expect(narrow).toEqual([]);
  });
});
