import { firstRow, newcombe, settleRegister } from '../../src/domain';
import type { Figure, Register, RegisterRow, Start, World } from '../../src/model';
import { programme } from '../../src/programme';
import { actions, effectOf } from '../../src/programme/registers/actions';
import { documentShare, fundShare } from '../../src/programme/registers/document-shares';
import { documents } from '../../src/programme/registers/documents';
import { events } from '../../src/programme/registers/events';
import { financing } from '../../src/programme/registers/financing';

const world = (today: string): World => ({
  today,
  period: '2023-Q2',
  schools: [],
  figures: () => [],
  registers: {},
  collected: [],
  reports: [],
  changeOf: (earlier, later) => newcombe(later, earlier),
});
const settled = (register: Register, today: string, rows: readonly Partial<RegisterRow>[]) =>
  settleRegister(
    register,
    rows.map((row, index) => ({
      known: null,
      row: firstRow(register, { id: `${register.prefix}-${101 + index}`, ...row } as Start),
      faults: [],
    })),
    world(today),
    [],
  ).map(({ row }) => row);

describe.each(programme.registers.map((register) => [register.title, register] as const))('«%s»', (_, register) => {
  const declared = [...register.starts, ...(register.schoolStarts ?? []).map(({ start }) => start)];

  test('has ids of its own, and titles short enough for a cell', () => {
    expect(new Set(declared.map(({ id }) => id)).size).toBe(declared.length);
    for (const start of declared)
      expect(String((start as RegisterRow)[register.label] ?? '').length).toBeLessThanOrEqual(60);
  });

  test('a row of the order has only words that its lists know', () => {
    for (const start of declared)
      for (const [key, value] of Object.entries(start)) {
        const { choices } = register.fields[key] ?? {};
        if (choices) expect(choices).toContain(value);
      }
  });
});

test('prefixes are those of the registers, each its own', () => {
  expect(programme.registers.map(({ prefix }) => prefix)).toEqual(['ПЛ', 'Д', 'М', 'ПТ', 'Р', 'С', 'О', 'И']);
});

test('five registers are in sight, three are hidden', () => {
  expect(programme.registers.filter(({ quiet }) => quiet).map(({ title }) => title)).toEqual([
    'Средства',
    'Ответственные',
    'Исходные и региональные данные',
  ]);
});

test('twenty-eight documents: of the district once, of a school once for each', () => {
  const numbers = [...documents.starts, ...documents.schoolStarts!.map(({ start }) => start)].map(({ id }) => id);
  expect(numbers).toHaveLength(28);
});

describe('shares of documents (TI3a)', () => {
  const paper = {
    status: 'утверждён',
    signedOn: '2020-01-20',
    regNo: '11',
    electronic: 'https://example.org',
    required: 'да',
  };
  const rows = () =>
    settled(documents, '2023-06-25', [
      paper,
      { ...paper, electronic: '' },
      { status: 'проект', required: 'да' },
      { ...paper, status: 'утратил силу' },
      { ...paper, required: '' },
      { ...paper, regNo: '', subject: 'Физика', grade: '8' },
      { ...paper, electronic: '', subject: 'Физика', grade: '9' },
    ]);

  test('a document is ready with a date, a number and its electronic form', () => {
    expect(documentShare(rows())).toEqual({ ready: 1, of: 3 });
    expect(rows().map(({ ready }) => ready)).toEqual(['да', 'нет', 'нет', 'нет', 'да', 'да', 'нет']);
  });

  test('a set of the fund is ready with its link', () => {
    expect(fundShare(rows())).toEqual({ ready: 1, of: 2 });
  });
});

describe('the effect of a measure', () => {
  const { changeOf } = world('2023-06-25');
  const measure = { status: 'выполнено', wanted: 'роста', before: 40, beforeOf: 200, after: 70, afterOf: 200 };

  test('is there only when the interval of the change leaves 0 out, in the direction that was wanted', () => {
    expect(effectOf(measure, changeOf)).toBe('есть');
    expect(effectOf({ ...measure, after: 45 }, changeOf)).toBe('не выявлен');
    expect(effectOf({ ...measure, wanted: 'снижения' }, changeOf)).toBe('не выявлен');
    expect(effectOf({ ...measure, wanted: 'снижения', before: 70, after: 40 }, changeOf)).toBe('есть');
  });

  test('is not judged before the measure is carried out, without its figures or of fewer than ten', () => {
    expect(effectOf({ ...measure, status: 'в работе' }, changeOf)).toBe('рано судить');
    expect(effectOf({ ...measure, after: null }, changeOf)).toBe('рано судить');
    expect(effectOf({ ...measure, before: 1, beforeOf: 8 }, changeOf)).toBe('рано судить');
    expect(effectOf({ ...measure, wanted: '' }, changeOf)).toBe('');
  });

  test.each(['снято', 'проект'])('is not spoken of where the measure is «%s»', (status) => {
    expect(effectOf({ ...measure, status }, changeOf)).toBe('');
  });

  test.each([
    ['nobody was counted before', { before: null }],
    ['the whole before is not known', { beforeOf: null }],
    ['the whole after is not known', { afterOf: null }],
    ['the part before exceeds the whole', { before: 201 }],
    ['the part after exceeds the whole', { after: 201 }],
    ['fewer than ten were counted after', { after: 8, afterOf: 9 }],
  ])('is not judged where %s', (_, wrong) => {
    expect(effectOf({ ...measure, ...wrong }, changeOf)).toBe('рано судить');
  });

  test('is judged of ten pupils, and where all or none of them are counted', () => {
    expect(effectOf({ ...measure, before: 0, beforeOf: 10, after: 10, afterOf: 10 }, changeOf)).toBe('есть');
    expect(effectOf({ ...measure, before: 10, beforeOf: 10, after: 10, afterOf: 10 }, changeOf)).toBe('не выявлен');
  });

  test.each(['роста', 'снижения'])(
    'is not seen where the interval of the change begins or ends at 0 (%s)',
    (wanted) => {
      expect(effectOf({ ...measure, wanted }, () => ({ low: 0, high: 0 }))).toBe('не выявлен');
    },
  );

  test('stands beside the measure', () => {
    expect(settled(actions, '2023-06-25', [{ ...measure, dueTo: '2023-06-01' }])[0]).toMatchObject({
      effect: 'есть',
      overdue: null,
    });
    expect(settled(actions, '2023-06-25', [{ status: 'решено', dueTo: '2023-06-01' }])[0]!.overdue).toBe(24);
  });
});

describe('a recommendation that the rules have drafted a year ago', () => {
  const drafted = {
    status: 'выполнено',
    wanted: 'снижения',
    before: 60,
    beforeOf: 200,
    origin: '2022-Q2|daktuy|ОО|debts|debt-rate|part',
  };
  const total: Figure = {
    ...{ period: '2023-Q2', scope: 'school', school: 'daktuy', indicator: 'debt-rate' },
    ...{ numerator: 20, denominator: 200, value: 10, rows: 1, rowsLeftOut: 0 },
  };
  const measuredBy = (figures: readonly Figure[], row: Partial<RegisterRow>) => {
    const seen = { ...world('2023-06-25'), figures: (key: string) => figures.filter((one) => one.indicator === key) };
    return actions.computed!([firstRow(actions, { id: 'Р-101', ...drafted, ...row } as Start)] as never, seen)[0];
  };
  const again = { after: 20, afterOf: 200, measured: '2023-Q2: 20 из 200', effect: 'есть' };

  test('is measured anew by the same figure of the school', () => {
    expect(measuredBy([total], {})).toMatchObject(again);
  });

  test('is measured by the rest of the whole where the rule looks at those', () => {
    expect(measuredBy([total], { origin: '2022-Q2|daktuy|ОО|debts|debt-rate|rest' })).toMatchObject({
      after: 180,
      afterOf: 200,
      measured: '2023-Q2: 180 из 200',
    });
  });

  test('is measured anew by each run as long as nobody has typed other numbers', () => {
    const written = { after: 25, afterOf: 200, measured: '2023-Q2: 25 из 200' };
    expect(measuredBy([total], written)).toMatchObject(again);
    const typed = measuredBy([total], { ...written, after: 24 });
    expect(typed).not.toHaveProperty('after');
    expect(typed).toMatchObject({ effect: 'есть' });
  });

  test.each<[string, readonly Partial<Figure>[], Partial<RegisterRow>]>([
    ['of another period', [{}], { origin: '2022-Q1|daktuy|ОО|debts|debt-rate|part' }],
    ['written by people', [{}], { origin: '' }],
    ['not measured by a figure', [{}], { origin: '2022-Q2|daktuy|ОО|debts' }],
    ['whose school has no such figure', [{ school: 'ushumun' }, { scope: 'district' }], {}],
    ['whose figure stands for one class only', [{ slice: { grade: '5' } }], {}],
    ['whose figure could not be computed', [{ value: null, numerator: 0, denominator: 0 }], {}],
  ])('stays as it is: one %s', (_, figures, row) => {
    const found = measuredBy(
      figures.map((one) => ({ ...total, ...one })),
      row,
    );
    expect(found).not.toHaveProperty('after');
    expect(found).toMatchObject({ effect: 'рано судить' });
  });
});

test('an event is overdue while it is not held; an audit, while what it found is not put right', () => {
  const rows = settled(events, '2023-06-25', [
    { kind: 'семинар', status: 'запланировано', dueTo: '2023-06-15' },
    { kind: 'семинар', status: 'проведено', dueTo: '2023-06-15' },
    { kind: 'аудит', status: 'проведено', dueTo: '2023-06-15' },
    { kind: 'аудит', status: 'устранено', dueTo: '2023-06-15' },
  ]);
  expect(rows.map(({ overdue }) => overdue)).toEqual([10, null, 10, null]);
});

test('what courses cost is the need times the price', () => {
  expect(settled(financing, '2023-06-25', [{ need: 9, unitCost: 4.5 }, { need: 9 }]).map(({ cost }) => cost)).toEqual([
    40.5,
    null,
  ]);
});
