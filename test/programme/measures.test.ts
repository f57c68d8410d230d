import type { Entry, Figure, Measurable, RegisterRow, School } from '../../src/model';
import { LEADING, PARTICIPANT } from '../../src/programme/groups';
import { measures } from '../../src/programme/measures';

const school = (key: string, name = `Школа ${key}`): School => ({
  ...{ key, name, type: 'ООШ', group: PARTICIPANT, partner: '' },
});
const SCHOOLS = [school('a'), school('b'), school('c')];

const seen = (more: Partial<Measurable>): Measurable => ({
  ...{
    period: '2023-Q2',
    schools: SCHOOLS,
    setting: () => 0,
    figure: () => undefined,
    rows: () => [],
    register: () => [],
  },
  ...more,
});
const measured = (key: string, more: Partial<Measurable>, schools: readonly School[] = SCHOOLS) =>
  measures.find((one) => one.key === key)!.of(seen(more), schools);

const figure = (numerator: number, denominator: number, value: number | null = 1): Figure => ({
  ...{ period: '2023-Q2', scope: 'school', indicator: 'x', numerator, denominator, value, rows: 1, rowsLeftOut: 0 },
});
const kept = (of: string, rows: readonly Partial<RegisterRow>[]): Partial<Measurable> => ({
  register: (key) => (key === of ? rows.map((row, index) => ({ id: `Р-${index}`, ...row }) as RegisterRow) : []),
});

describe('the share of schools with individual plans', () => {
  const ofEach = (figures: Readonly<Record<string, Figure>>): Partial<Measurable> => ({
    figure: (whose, indicator) =>
      whose.scope === 'school' && indicator === 'individual-plan-rate' ? figures[whose.school ?? ''] : undefined,
  });

  test('is of those that have handed in the form; one pupil with a plan is enough', () => {
    const said = ofEach({ a: figure(1, 40), b: figure(0, 50) });
    expect(measured('schools-with-plans', said)).toEqual({ numerator: 1, denominator: 2, value: 50 });
  });

  test('is not known where no school has handed it in, or none could be computed', () => {
    expect(measured('schools-with-plans', {})).toBeNull();
    expect(measured('schools-with-plans', ofEach({ a: figure(0, 0, null) }))).toBeNull();
  });
});

describe('the fund of documents', () => {
  const paper = { status: 'утверждён', signedOn: '2020-01-20', regNo: '11', electronic: 'https://e.org' };
  const own = { ...paper, soko: 'да', required: 'да' };

  test.each<[string, Partial<RegisterRow>, number, number]>([
    ['approved, with its day and number', {}, 1, 1],
    ['not approved yet', { status: 'проект' }, 0, 1],
    ['without a day', { signedOn: '' }, 0, 1],
    ['without a number', { regNo: null as never }, 0, 1],
    ['whose number was never asked for', { regNo: undefined as never }, 0, 1],
  ])('a document %s', (_, more, ready, all) => {
    expect(measured('documents-rate', kept('documents', [{ ...own, ...more }]))).toEqual({
      ...{ numerator: ready, denominator: all, value: 100 * ready },
    });
  });

  test.each<[string, Partial<RegisterRow>]>([
    ['that is no longer in force', { status: 'утратил силу' }],
    ['of another system', { soko: '' }],
    ['that is not required', { required: 'нет' }],
    ['of the fund, as it has a subject', { subject: 'Физика' }],
    ['of the fund, as it has a grade', { grade: '8' }],
    ['of the fund, as it has a stage of work', { workStage: 'входная' }],
  ])('does not count a document %s', (_, more) => {
    expect(measured('documents-rate', kept('documents', [{ ...own, ...more }]))).toBeNull();
  });

  test('a set is ready when it is approved and has its link; blank cells make no set', () => {
    const sets = [
      { ...paper, subject: 'Физика', grade: null as never },
      { ...paper, subject: 'Химия', status: 'проект' },
      { ...paper, subject: 'Алгебра', electronic: '' },
      { ...own, subject: '', grade: null as never },
    ];
    expect(measured('fund-rate', kept('documents', sets))).toMatchObject({ numerator: 1, denominator: 3 });
    // The document counts among electronic ones, too.
    expect(measured('electronic-rate', kept('documents', sets))).toMatchObject({ numerator: 2, denominator: 4 });
  });
});

describe('the share of schools with a partner', () => {
  const acting = (...listed: string[]) =>
    kept(
      'partners',
      listed.map((names) => ({ school: names, status: 'действует' })),
    );

  test.each<[string, string[], number]>([
    ['one a row', ['a', 'b'], 2],
    ['several in a cell, with blanks around them', ['a ;  b;c'], 3],
    ['under its name', ['Школа b'], 1],
    ['named as another begins', ['ab', 'Школа'], 0],
  ])('counts schools that stand there %s', (_, listed, count) => {
    expect(measured('partner-rate', acting(...listed))).toMatchObject({ numerator: count, denominator: 3 });
  });

  test('does not count an agreement that is not in force', () => {
    expect(measured('partner-rate', kept('partners', [{ school: 'a', status: 'завершён' }]))).toMatchObject({
      numerator: 0,
      denominator: 3,
    });
  });

  test('is not known while nothing stands in the register', () => {
    expect(measured('partner-rate', {})).toBeNull();
  });
});

describe('the gap between the groups', () => {
  const of = (leading: Figure | undefined, others: Figure | undefined): Partial<Measurable> => ({
    figure: (whose) =>
      whose.scope === 'group' ? { [LEADING]: leading, [PARTICIPANT]: others }[whose.group] : undefined,
  });

  test('is the leading schools less the participants, over the pupils of both', () => {
    expect(measured('quality-gap', of(figure(50, 100, 50), figure(20, 50, 40)))).toEqual({
      ...{ numerator: 70, denominator: 150, value: 10 },
    });
  });

  test.each([
    ['one group has no figure', of(figure(50, 100, 50), undefined)],
    ['the other has none', of(undefined, figure(20, 50, 40))],
    ['one could not be computed', of(figure(50, 100, 50), figure(0, 0, null))],
    ['the other could not', of(figure(0, 0, null), figure(20, 50, 40))],
  ])('is not known where %s', (_, more) => {
    expect(measured('pass-gap', more)).toBeNull();
  });
});

describe('of the programmes of transition', () => {
  const said = (field: string, words: Readonly<Record<string, string | undefined>>): Partial<Measurable> => ({
    rows: (form) =>
      form === 'programme'
        ? Object.entries(words).map(
            ([key, text]) => ({ school: key, texts: text === undefined ? {} : { [field]: text } }) as unknown as Entry,
          )
        : [],
  });

  test('those count that name their point on parents, of all that were handed in', () => {
    expect(measured('parents-item-rate', said('parentsItem', { a: 'п. 3', b: '', c: undefined }))).toMatchObject({
      ...{ numerator: 1, denominator: 3 },
    });
    expect(measured('parents-item-rate', said('parentsItem', { a: 'п. 3' }))).toMatchObject({ denominator: 1 });
    expect(measured('parents-item-rate', {})).toBeNull();
  });

  test('those schools have moved on that work or develop', () => {
    const regimes = { a: 'функционирование', b: 'развитие', c: 'становление' };
    expect(measured('effective-regime-rate', said('regime', regimes))).toMatchObject({ numerator: 2, denominator: 3 });
  });
});
